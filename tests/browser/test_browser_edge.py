"""The edge of the product in a real browser: its rules hinder no page, and it speaks Dutch when it is away."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sdw.dissemination.ui import menu
from sdw.dissemination.ui.server import uploads
from sdw.text.dutch import say
from tests.worlds.browser import chromium, settle
from tests.worlds.server import Server, served
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

PATIENCE = 120_000
#: Remembers what the page was kept from by its Content-Security-Policy.
KEPT_OUT = """
window.keptOut = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.keptOut.push([event.violatedDirective, event.blockedURI, event.sourceFile].join(" ")));
"""
#: Words of Streamlit's own that must never be read here.
ENGLISH = (
    "Streamlit",
    "Connecting",
    "Rerun",
    "Running",
    "error",
    "Error",
    "internet?",
    "Close",
    "Cancel",
    "Stopping",
)


@pytest.fixture(scope="module")
def store(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared.copy("examples", tmp_path_factory.mktemp("winkel"))


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[Server]:
    with served(store) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def opened(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="nl-NL", bypass_csp=False)
    page.add_init_script(KEPT_OUT)
    page.goto(address)
    settled(page)
    return page


def settled(page: Page) -> None:
    page.wait_for_selector("footer", timeout=PATIENCE)
    expect(page.locator("[data-stale=true], [data-testid=stSkeleton]")).to_have_count(0, timeout=PATIENCE)
    page.wait_for_load_state("networkidle", timeout=PATIENCE)


@pytest.mark.parametrize("name", [page.name for page in menu.ALL])
def test_a5_a_page_needs_nothing_that_its_own_policy_forbids(browser: Browser, server: Server, name: str) -> None:
    page = opened(browser, f"{server.address}/{name}")
    if name in ("overzicht", "regiokaart"):
        page.wait_for_selector("[data-region=AM05][data-status]", timeout=PATIENCE)
    assert page.evaluate("window.keptOut") == []
    page.close()


def test_a5_a_page_elsewhere_cannot_frame_it(browser: Browser, server: Server) -> None:
    page = browser.new_page(bypass_csp=False)
    page.route(
        "http://elders.voorbeeld.nl/",
        lambda route: route.fulfill(
            content_type="text/html", body=f'<iframe src="{server.address}/overzicht"></iframe>'
        ),
    )
    page.goto("http://elders.voorbeeld.nl/")
    settle(page)
    framed = page.frames[1]
    assert framed.evaluate("document.body.innerText").find("Overzicht") == -1
    page.close()


def test_b1_a_region_on_the_small_map_opens_its_page_on_the_same_view(browser: Browser, server: Server) -> None:
    page = opened(browser, f"{server.address}/overzicht?uitgave=2026-najaar&periode=2024")
    steps = page.evaluate("history.length")
    for region, name in (("AM05", "Twente"), ("AM02", "Friesland")):
        page.locator(f"[data-region={region}][data-status]").first.click()
        page.wait_for_url(f"**/regio?*regio={region}*", timeout=PATIENCE)
        settled(page)
        expect(page.get_by_role("heading", name=f"{name}, 2024")).to_be_visible(timeout=PATIENCE)
        assert "uitgave=2026-najaar" in page.url
        assert "periode=2024" in page.url
        assert page.evaluate("history.length") == steps + 1, "one act of the reader is one step for Back"
        page.go_back()
        page.wait_for_url("**/overzicht?*", timeout=PATIENCE)
        page.wait_for_selector("[data-region=AM05][data-status]", timeout=PATIENCE)
        settled(page)
        assert "periode=2024" in page.url
    page.close()


def test_b1_so_does_the_keyboard(browser: Browser, server: Server) -> None:
    page = opened(browser, f"{server.address}/overzicht?uitgave=2026-najaar")
    page.locator("[data-region=AM05][data-status]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/regio?*regio=AM05*", timeout=PATIENCE)
    page.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_f5_a_server_that_is_away_is_told_in_dutch(browser: Browser, store: Path, host: str) -> None:
    with served(store) as server:
        page = opened(browser, f"http://{host}:{server.port}/doelen")
        for key in ("c", "r"):  # shortcuts of Streamlit's
            page.keyboard.press(key)
        settled(page)
        os.kill(server.pid, signal.SIGKILL)
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("De monitor geeft nu geen antwoord.", timeout=PATIENCE)
        expect(dialog.get_by_role("heading")).to_have_text("Geen verbinding")
        said = page.locator("body").inner_text()
        named = page.evaluate(
            "[...document.querySelectorAll('[aria-label], [title]')].map((one) => "
            "`${one.getAttribute('aria-label') ?? ''} ${one.title}`).join(' ')"
        )
        assert [word for word in ENGLISH if word in said + named] == []
        page.close()


def test_a6_a_visitor_can_check_file_after_file(browser: Browser, server: Server) -> None:
    page = opened(browser, f"{server.address}/gegevens")
    refused: list[str] = []
    page.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)
    content = b"regio;periode;methode;doelgroep;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst\n"
    content += b"AM05;2026-H2;ips;uwv;12;3;4;11;1\n"
    for number in range(uploads.PER_VISITOR + 2):
        file = {"name": f"nummer{number}.csv", "mimeType": "text/csv", "buffer": content}
        page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)  # type: ignore[arg-type]
        expect(page.get_by_test_id("stFileChip")).to_be_visible(timeout=PATIENCE)
        page.get_by_role("button", name=say("page.gegevens.check.go"), exact=True).click()
        expect(page.locator(".sdw-verdict")).to_contain_text(f"nummer{number}.csv", timeout=PATIENCE)
    assert refused == []
    page.close()
