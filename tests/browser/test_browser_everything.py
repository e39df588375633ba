"""Everything that can be pressed on every page is pressed: no error, no page that is not there, no English.

What there is to press is found on the page itself, so that whatever is added later is pressed too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, expect

from sdw.dissemination.ui import menu
from sdw.reference.areas import regions
from tests.worlds.browser import chromium
from tests.worlds.server import Server, served
from tests.worlds.shared import Shared

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE = 120_000
NAMES = [page.name for page in menu.ALL]
WORLDS = ("examples", "one_region")
#: Words that only a program says, and only in English.
FOREIGN = re.compile(
    r"\b(errors?|failed|please|loading|running|traceback|undefined|NaN|Streamlit|rerun|connecting|not found)\b",
    re.IGNORECASE,
)
#: What is sent at an address, by its ending.
KINDS = {
    "": "text/html",
    ".svg": "image/svg+xml",
    ".html": "text/html",
    ".atom": "application/atom+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet",
    ".geojson": "application/geo+json",
    ".json": "application/csvm+json",
    ".jsonld": "application/ld+json",
    ".ttl": "text/turtle",
    ".txt": "text/plain",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: In the page, and not part of the menu, of which every entry is pressed once elsewhere.
MAIN = "[data-testid=stMain]"
BUTTONS = f"{MAIN} button:not([data-testid=stDownloadButton] *):not([disabled]), {MAIN} summary"
DOWNLOADS = f"{MAIN} [data-testid=stDownloadButton] button"


@pytest.fixture(scope="module", params=WORLDS)
def server(request: pytest.FixtureRequest, shared: Shared) -> Iterator[Server]:
    with served(shared(request.param)) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


class Visit:
    """A page with all that went wrong on it."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.context = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True)
        self.page: Page = self.context.new_page()
        self.address = server.address
        self.wrong: list[str] = []
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("response", self._answered)

    def _answered(self, answer: Response) -> None:
        if answer.status >= 400:
            self.wrong.append(f"{answer.status} {answer.url}")

    def open(self, name: str) -> None:
        self.page.goto(f"{self.address}/{name}")
        self.settled()

    def settled(self) -> None:
        self.page.wait_for_selector("footer", timeout=PATIENCE)
        waiting = "[data-stale=true], [data-testid=stSkeleton]"
        expect(self.page.locator(waiting)).to_have_count(0, timeout=PATIENCE)
        self.page.wait_for_load_state("networkidle", timeout=PATIENCE)

    def judged(self, after: str) -> None:
        """No error, nothing missing, no English."""
        said = self.page.locator("body").inner_text()
        assert self.wrong == [], after
        assert "Er ging iets mis" not in said, after
        assert "Deze pagina bestaat niet" not in said, after
        assert FOREIGN.findall(said) == [], after

    def found(self, what: str) -> list[Locator]:
        return [one for one in self.page.locator(what).all() if one.is_visible()]


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    one = Visit(browser, server)
    yield one
    one.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_b1_every_link_leads_somewhere(visit: Visit, name: str) -> None:
    visit.open(name)
    visit.judged(name)
    page = visit.page
    for address in {link.get_attribute("href") or "" for link in page.locator("a[href]").all()}:
        target = urljoin(page.url, address)
        if urlsplit(target).netloc != urlsplit(page.url).netloc:
            assert urlsplit(target).scheme == "https", address  # a source elsewhere, which a test leaves alone
        elif address.startswith("#"):
            assert page.locator(f"[id='{address[1:]}']").count() == 1, address
        else:
            answer, kind = page.request.get(target), Path(urlsplit(target).path).suffix
            assert (answer.status, answer.headers["content-type"].split(";")[0]) == (200, KINDS[kind]), address
            assert kind or 'lang="nl"' in answer.text(), address


def test_b1_every_entry_of_the_menu_opens_its_page_on_the_same_view(visit: Visit) -> None:
    visit.open("regiokaart?periode=2025&regio=AM05")
    for entry in menu.ALL:
        visit.page.get_by_test_id("stTopNavLink").filter(has_text=re.compile(f"^{entry.entry}$")).click()
        visit.page.wait_for_url(f"**/{entry.name}?*", timeout=PATIENCE)
        visit.settled()
        expect(visit.page.get_by_role("heading", level=1)).to_have_text(entry.title, timeout=PATIENCE)
        visit.judged(entry.name)
        assert parse_qs(urlsplit(visit.page.url).query)["regio"] == ["AM05"]


@pytest.mark.parametrize("name", NAMES)
def test_b1_every_button_can_be_pressed(visit: Visit, name: str) -> None:
    visit.open(name)
    for place in range(len(visit.found(BUTTONS))):
        there = visit.found(BUTTONS)
        if place >= len(there):  # what was pressed before took it away
            break
        words = there[place].inner_text() or there[place].get_attribute("aria-label")
        if words == "Kies een bestand":  # opens a window of the system
            continue
        there[place].click()
        visit.settled()
        visit.judged(f"{name}: {words}")


@pytest.mark.parametrize("name", NAMES)
def test_b1_every_download_gives_a_file(visit: Visit, name: str) -> None:
    visit.open(name)
    for button in visit.found(DOWNLOADS):
        with visit.page.expect_download(timeout=PATIENCE) as started:
            button.click()
        assert Path(started.value.path()).stat().st_size > 100, button.inner_text()
        visit.judged(f"{name}: {button.inner_text()}")


@pytest.mark.parametrize("form", ["kaart", "tegels"])
def test_b1_every_region_of_the_map_can_be_chosen(visit: Visit, form: str) -> None:
    visit.open(f"regiokaart?vorm={form}")
    for code in regions.CODES:
        visit.page.locator(f".sdw-box-main [data-region={code}][data-status]").first.press(
            "Enter", timeout=PATIENCE
        )
        visit.page.wait_for_url(f"**regio={code}*", timeout=PATIENCE)
        expect(visit.page.get_by_role("heading", name=regions.name_of(code), exact=True)).to_be_visible(
            timeout=PATIENCE
        )
    visit.settled()
    visit.judged(form)


@pytest.mark.parametrize("code", ["AM01", "AM05", "AM38"])
def test_b1_a_region_of_the_small_map_opens_its_page(visit: Visit, code: str) -> None:
    visit.open("overzicht")
    visit.page.locator(f"[data-region={code}][data-status]").first.press("Enter", timeout=PATIENCE)
    visit.page.wait_for_url(f"**/regio?*regio={code}*", timeout=PATIENCE)
    visit.settled()
    visit.judged(code)
