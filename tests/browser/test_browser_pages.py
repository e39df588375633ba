"""The pages in a real browser: nothing from outside, no errors, readable for everyone, and links that hold."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from sdw.dissemination.ui import menu
from tests.worlds.browser import barriers, chromium, settle
from tests.worlds.patience import LONG_MS
from tests.worlds.server import serving
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

NAMES = [page.name for page in menu.ALL]
PATIENCE = LONG_MS
#: Adds up what moves by itself while a page loads (Cumulative Layout Shift, web.dev/cls).
SHIFT = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def address(shared: Shared) -> Iterator[str]:
    with serving(shared("examples")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def test_an_address_that_is_not_there_says_so_in_dutch(browser: Browser, address: str) -> None:
    page = browser.new_page()
    for path in ("nergens", "nergens/anders/", "doelen/2025", "index.html", "static/y.js", "media/weg.csv"):
        answer = page.goto(f"{address}/{path}")
        assert answer is not None
        assert answer.status == 404
        assert page.get_by_role("heading").inner_text() == "Deze pagina bestaat niet"
        page.get_by_role("link", name="Doelen").click()
        page.wait_for_url("**/doelen?uitgave=*")
    for path in ("Doelen?periode=2025", "doelen/?periode=2025"):
        page.goto(f"{address}/{path}")
        assert "/doelen?" in page.url
        assert "periode=2025" in page.url
    page.close()


class Visit:
    """A page with everything it asked for and complained about."""

    def __init__(self, browser: Browser, size: tuple[int, int] = (1280, 720), theme: str = "light") -> None:
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if theme == "dark" else "light",
            locale="nl-NL",
        )
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.hosts: set[str] = set()
        self.received: list[int] = []
        self.page.add_init_script(SHIFT)
        self.page.on("console", self._complained)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).hostname or ""))
        self.page.on(
            "websocket", lambda socket: socket.on("framereceived", lambda frame: self.received.append(len(frame)))
        )

    def _complained(self, message) -> None:  # type: ignore[no-untyped-def]
        if message.type == "error":
            self.errors.append(message.text)

    def open(self, url: str) -> Page:
        self.page.goto(url)
        self.settled()
        return self.page

    def settled(self) -> None:
        self.page.wait_for_selector("footer", timeout=PATIENCE)
        settle(self.page)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    one = Visit(browser)
    yield one
    one.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_asks_nothing_of_other_hosts_and_has_no_errors(visit: Visit, address: str, name: str) -> None:
    page = visit.open(f"{address}/{name}")
    assert visit.errors == []
    assert visit.hosts - {""} == {"127.0.0.1"}
    assert page.evaluate("window.shift") < 0.1
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.title().startswith(menu.by_name(name).entry)
    expect(page.get_by_test_id("voorbeeld-banner")).to_have_count(int(menu.by_name(name).regional))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_has_no_serious_barrier(browser: Browser, address: str, name: str, theme: str) -> None:
    one = Visit(browser, theme=theme)
    page = one.open(f"{address}/{name}")
    serious = barriers(page)
    one.context.close()
    assert serious == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_phone_with_all_its_parts_open_has_no_serious_barrier_and_no_sideways(
    browser: Browser, address: str, name: str, theme: str
) -> None:
    one = Visit(browser, size=(390, 844), theme=theme)
    page = one.open(f"{address}/{name}?regio=AM05")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    one.settled()
    serious = barriers(page)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    one.context.close()
    assert serious == []
    assert wide == 0


@pytest.mark.parametrize("name", ["overzicht", "regiokaart", "doelen"])
def test_e7_text_is_there_while_scripts_of_elements_are_still_coming(
    browser: Browser, address: str, name: str
) -> None:
    one = Visit(browser)
    held = "**/{ButtonGroup,NumberInput,BidiComponent,DownloadButton,Selectbox}*.js"
    one.page.route(held, lambda route: None)  # never answered
    one.page.goto(f"{address}/{name}")
    for told in (".sdw-lead", ".sdw-sources", "footer"):
        expect(one.page.locator(told).first).to_be_visible()
    one.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_phone_never_scrolls_sideways_and_nothing_jumps(browser: Browser, address: str, name: str) -> None:
    one = Visit(browser, size=(390, 844))
    page = one.open(f"{address}/{name}")
    wide = page.evaluate(
        """() => { const main = document.querySelector('[data-testid=stMain]');
        return [main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth]; }"""
    )
    shift = page.evaluate("window.shift")
    one.context.close()
    assert wide == [0, 0]
    assert shift < 0.1


def test_the_bare_address_leads_to_the_first_page_on_the_newest_edition(visit: Visit, address: str) -> None:
    page = visit.open(address)
    assert page.url == f"{address}/overzicht?uitgave=2026-najaar"


def test_a_shared_link_shows_the_same_view(browser: Browser, visit: Visit, address: str) -> None:
    page = visit.open(f"{address}/regiokaart")
    for label, option, written in (("Periode", "2024", "periode=2024"), ("Regio", "Twente", "regio=AM05")):
        page.get_by_label(label, exact=True).fill(option)
        page.get_by_role("option", name=option, exact=True).first.click()
        page.wait_for_url(f"**{written}**")
        visit.settled()
    expect(page.locator(".sdw-lead")).to_contain_text("Twente")
    sentence = page.locator(".sdw-lead").inner_text()
    other = Visit(browser)
    shared = other.open(page.url)
    assert "regio=AM05" in page.url
    assert "periode=2024" in page.url
    expect(shared.locator(".sdw-lead")).to_have_text(sentence)
    other.context.close()


def test_a_click_on_the_map_chooses_a_region_and_back_undoes_it(visit: Visit, address: str) -> None:
    page = visit.open(f"{address}/regiokaart")
    before = page.url
    page.locator("[data-region=AM05]").first.click()
    page.wait_for_url("**regio=AM05**")
    visit.settled()
    expect(page.get_by_role("heading", name="Twente")).to_be_visible()
    page.go_back()
    page.wait_for_function("!location.search.includes('regio=')")
    visit.settled()
    expect(page.get_by_role("heading", name="Nederland", exact=True)).to_be_visible()
    assert before.split("?")[0] == page.url.split("?")[0]


def test_the_menu_keeps_the_view(visit: Visit, address: str) -> None:
    page = visit.open(f"{address}/regiokaart?regio=AM05&periode=2024")
    page.get_by_role("link", name="Regio", exact=True).first.click()
    page.wait_for_url("**/regio?**")
    visit.settled()
    assert "regio=AM05" in page.url
    expect(page.get_by_role("heading", name="Twente, 2024")).to_be_visible()


def test_the_map_page_is_light_on_the_wire(visit: Visit, address: str) -> None:
    page = visit.open(f"{address}/regiokaart")
    assert sum(visit.received) <= 60_000
    visit.received.clear()
    page.locator("[data-region=AM05]").first.click()
    page.wait_for_url("**regio=AM05**")
    visit.settled()
    # Unpacked; the wire carries some 2 kB. Of it 4 kB are need beside reach: two maps and points, by their words;
    # 2 kB are what the map tells of each region, and how drawings and tables can be taken along.
    assert sum(visit.received) <= 17_000


def test_the_bullet_rows_are_drawn_as_long_as_they_count(visit: Visit, address: str) -> None:
    page = visit.open(f"{address}/doelen?periode=2025")
    rows = page.evaluate(
        """() => [...document.querySelectorAll(".sdw-bullets tbody tr")].map((row) => {
          const [, bars, started, durable] = row.children;
          const at = parseFloat(getComputedStyle(bars, "::after").left) / bars.clientWidth;
          const long = (tag) => (bars.querySelector(tag)?.getBoundingClientRect().width ?? 0) / bars.clientWidth;
          return [[long("i"), long("b")], at, started.innerText, durable?.innerText ?? ""];
        })"""
    )
    assert len(rows) == 35
    for lengths, at, *texts in rows:
        assert at > 0
        for length, text in zip(lengths, texts, strict=True):
            counted = float(text) if text.isdigit() else 0
            assert 100 * length == pytest.approx(at * counted, abs=0.6), (length, at, text)


def test_the_list_of_contents_leads_to_each_heading(visit: Visit, address: str) -> None:
    page = visit.open(f"{address}/verantwoording")
    names = page.locator(".sdw-contents a").all_inner_texts()
    assert names == page.locator("h2").all_inner_texts()
    page.locator(".sdw-contents a").nth(3).click()
    expect(page.locator("h2").nth(3)).to_be_in_viewport()
    assert visit.errors == []
