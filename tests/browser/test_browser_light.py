"""Light pages in a real browser: what they weigh, without a script, small, on paper, by keyboard, in a frame."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sdw.dissemination.charts.drawings import registry
from tests.worlds.browser import barriers, chromium, settle
from tests.worlds.edition import store_at
from tests.worlds.light import BUDGET, opened, scanned
from tests.worlds.server import ROOT, Server, served
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

URL = "https://monitor.voorbeeld.nl"
#: The script of a page as the entry has it, and what runs here in its place.
DRAWS, RAISES = "frame.draw(Path(__file__).parent)", 'raise SystemError("a script of a page ran")'


@pytest.fixture(scope="module")
def store(shared: Shared) -> Path:
    return shared("shipped")


@pytest.fixture(scope="module")
def addresses(shared: Shared, store: Path) -> list[str]:
    """Every light page: each drawing as it opens, and a region."""
    with store_at(store):
        edition = shared.edition("shipped")
        found = [(name, opened(edition, name)) for name in registry.ALL]
        return [*(registry.address(name, view, "") for name, view in found), f"r/AM05?uitgave={edition.label}"]


@pytest.fixture(scope="module")
def server(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The monitor with pages whose script only raises; another site may show its light pages."""
    entry = (ROOT / "dashboard.py").read_text(encoding="utf-8")
    script = tmp_path_factory.mktemp("script") / "dashboard.py"
    assert entry.count(DRAWS) == entry.count('App("dashboard.py"') == 1
    entry = entry.replace(DRAWS, RAISES).replace('App("dashboard.py"', f"App({str(script)!r}")
    script.write_text(entry, encoding="utf-8")
    with served(
        store,
        script,
        SDW_URL=URL,
        SDW_FRAME_ANCESTORS="http://127.0.0.1:*",
        PYTHONPATH=str(ROOT),
    ) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@contextmanager
def context(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    made = browser.new_context(**options)
    try:
        yield made
    finally:
        made.close()


def wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def test_the_script_of_a_page_raises_here(server: Server) -> None:
    """So what this file sees comes without one; the first visit, before the server answers, is one that ran."""
    assert "a script of a page ran" in server.said()


def test_every_page_is_there_without_a_script_of_a_page_in_one_request_and_little(
    server: Server, browser: Browser, addresses: list[str]
) -> None:
    before = server.said()
    with context(browser, viewport={"width": 390, "height": 800}) as visit:
        tab = visit.new_page()
        spy = visit.new_cdp_session(tab)
        spy.send("Network.enable")
        asked: list[str] = []
        sizes: list[int] = []
        wrong: list[str] = []
        spy.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
        spy.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
        tab.on("console", lambda said: wrong.append(said.text))
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        for address in addresses:
            asked.clear()
            sizes.clear()
            tab.goto(f"{server.address}/{address}")
            settle(tab)
            fetched = [url for url in asked if not url.startswith("data:")]
            assert fetched == [f"{server.address}/{address}"], address
            assert sum(sizes) <= BUDGET, (address, sum(sizes))
            assert not wide(tab), address
        assert wrong == []
    assert server.said() == before


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_keeps_anybody_from_reading(server: Server, browser: Browser, theme: Any) -> None:
    for address in (
        "f/2026-najaar/kaart?regio=AM05",
        "f/2026-najaar/verzuim-reeks",
        "r/AM05",
        "c/2.gestart.AM05.2025",
    ):
        with context(browser, color_scheme=theme, viewport={"width": 1280, "height": 900}) as visit:
            tab = visit.new_page()
            tab.goto(f"{server.address}/{address}")
            settle(tab)
            tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            assert barriers(tab) == [], address


def test_without_a_script_and_on_a_narrow_phone_everything_is_there(
    server: Server, browser: Browser, addresses: list[str]
) -> None:
    with context(browser, java_script_enabled=False, viewport={"width": 320, "height": 640}) as visit:
        tab = visit.new_page()
        for address in addresses:
            tab.goto(f"{server.address}/{address}")
            drawing = tab.locator(".sdw-drawn > div > svg").locator("visible=true").first
            box = drawing.bounding_box()
            assert box and box["width"] <= 320 and box["height"] > 20, address
            expect(tab.locator("h1")).to_be_visible()
            expect(tab.locator("dl.sdw-facts")).to_contain_text("2026-najaar")
            tab.set_viewport_size({"width": 320, "height": 640})
        tab.goto(f"{server.address}/f/2026-najaar/kaart")
        expect(tab.locator("table")).to_contain_text("Twente")
        expect(tab.locator(".sdw-said")).to_be_hidden()
        tab.get_by_text("Naar een regio").click()
        tab.get_by_role("link", name="Twente", exact=True).click()
        expect(tab.locator("h1")).to_have_text("Twente, 2025")


def test_a_map_is_walked_by_arrows_and_letters_and_leads_to_a_region(server: Server, browser: Browser) -> None:
    with context(browser, viewport={"width": 1280, "height": 900}) as visit:
        tab = visit.new_page()
        tab.goto(f"{server.address}/f/laatste/kaart")
        assert tab.url == f"{server.address}/f/2026-najaar/kaart"
        said = tab.locator(".sdw-said")
        expect(said).to_contain_text("pijltjestoetsen")
        focused = "document.activeElement.dataset.key"
        tab.locator(".wide [tabindex='0']").focus()
        tab.keyboard.press("Home")
        expect(said).to_contain_text("Achterhoek: 68 trajecten (voorbeeld)")
        tab.keyboard.press("End")
        expect(said).to_contain_text("Zuidoost-Brabant")
        for letter in "twe":
            tab.keyboard.press(letter)
        assert tab.evaluate(focused) == "AM05"
        expect(said).to_contain_text("Twente: 111 trajecten (voorbeeld)")
        tab.keyboard.press("ArrowDown")
        assert tab.evaluate(focused) == "AM09"  # Achterhoek lies under Twente
        expect(said).to_contain_text("Achterhoek")
        tab.keyboard.press("ArrowUp")
        assert tab.evaluate(focused) == "AM05"
        assert tab.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Twente: 111")
        tab.keyboard.press("Enter")
        expect(tab.locator("h1")).to_have_text("Twente, 2025")
        assert tab.url.endswith("/r/AM05?uitgave=2026-najaar")


def test_a_drawing_tells_what_is_pointed_at(server: Server, browser: Browser) -> None:
    with context(browser, viewport={"width": 1280, "height": 1600}) as visit:
        tab = visit.new_page()
        tab.goto(f"{server.address}/f/2026-najaar/verzuim-reeks")
        drawing = tab.locator(".wide > svg")
        drawing.focus()
        tab.keyboard.press("Home")
        expect(tab.locator(".sdw-said")).to_have_text("1e kwartaal 1996: 5,5%")
        tab.keyboard.press("ArrowRight")
        expect(tab.locator(".sdw-said")).to_have_text("2e kwartaal 1996: 4,6%")
        tab.goto(f"{server.address}/f/2026-najaar/kaart")
        tab.locator(".wide [data-key=AM05]").first.hover()
        expect(tab.locator(".sdw-said")).to_contain_text("Twente: 111 trajecten")
        tab.locator(".sdw-said a").click()
        expect(tab.locator("h1")).to_have_text("Twente, 2025")


def test_on_paper_it_is_whole_with_a_code_of_two_centimetres(server: Server, browser: Browser) -> None:
    with context(browser, viewport={"width": 794, "height": 1100}) as visit:
        tab = visit.new_page()
        tab.goto(f"{server.address}/f/2026-najaar/kaart")
        expect(tab.locator(".sdw-qr")).to_be_hidden()
        tab.emulate_media(media="print")
        code = tab.locator(".sdw-qr svg")
        expect(code).to_be_visible()
        box = code.bounding_box()
        modules = int(str(code.get_attribute("viewBox")).split()[2])
        (leads,) = scanned(tab.screenshot(full_page=True))
        assert leads.startswith(f"{URL}/c/2.gestart.alle.2025")
        assert box and box["width"] / 96 * 2.54 * (modules - 8) / modules >= 2
        expect(tab.locator(".sdw-share")).to_be_hidden()
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", tab.pdf(format="A4"))) <= 2
        told = tab.locator("main").inner_text()
        for words in ("Gestarte trajecten in 2025", "Twente", "Voorbeeldcijfers", f"{URL}/c/2.gestart.alle.2025"):
            assert words in " ".join(told.split()), words


@contextmanager
def other_site(folder: Path) -> Iterator[str]:
    """The address of a site of somebody else, with the pages of a folder."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()


def test_on_another_site_a_frame_is_as_high_as_the_page_in_it(
    server: Server, browser: Browser, tmp_path: Path
) -> None:
    with context(browser, viewport={"width": 700, "height": 900}) as visit, other_site(tmp_path) as site:
        tab = visit.new_page()
        tab.goto(f"{server.address}/f/2026-najaar/doelen")
        code = tab.locator("textarea").input_value().replace(URL, server.address)
        (tmp_path / "index.html").write_text(f"<!doctype html><h1>Elders</h1>{code}", encoding="utf-8")
        tab.goto(site)
        frame = tab.frame_locator("iframe")
        expect(frame.locator("h1")).to_contain_text("16 van de 35 regio's")
        tab.wait_for_function("document.querySelector('iframe').offsetHeight > 700")
        inside = frame.locator("html").evaluate("(one) => [one.scrollHeight, one.clientHeight]")
        assert abs(inside[0] - inside[1]) <= 2
        with visit.expect_page() as opened_page:
            frame.get_by_role("link", name="Bekijk dit met de tabel").click()
        assert opened_page.value.url.startswith(f"{server.address}/f/2026-najaar/doelen")


def test_a_site_that_is_not_named_shows_nothing(store: Path, browser: Browser, tmp_path: Path) -> None:
    with served(store) as closed, context(browser) as visit, other_site(tmp_path) as site:
        address = f"{closed.address}/f/2026-najaar/doelen?insluiten=1"
        (tmp_path / "index.html").write_text(f'<!doctype html><iframe src="{address}"></iframe>', encoding="utf-8")
        tab = visit.new_page()
        refused: list[str] = []
        tab.on("console", lambda said: refused.append(said.text))
        tab.goto(site)
        tab.wait_for_load_state("networkidle")
        assert any("frame-ancestors" in one or "X-Frame-Options" in one for one in refused)
