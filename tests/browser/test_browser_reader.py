"""A real bomb through the real page, while another viewer clicks on and notices nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sdw.exchange.limits import PAGE
from sdw.text.dutch import say
from tests.worlds import hostile
from tests.worlds.browser import chromium
from tests.worlds.server import Server, served
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", name="server")
def _server(shared: Shared) -> Iterator[Server]:
    with served(shared("examples")) as server:
        yield server


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def viewer(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(address)
    page.wait_for_selector("footer")
    return page


def hand_in(page: Page, data: bytes) -> None:
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        {"name": "levering.xlsx", "mimeType": "application/octet-stream", "buffer": data}
    )
    expect(page.get_by_test_id("stFileChip")).to_be_visible()
    page.get_by_role("button", name=say("page.gegevens.check.go")).click()


def resident(pid: int) -> int:
    """MB that the server has now, its readers not included."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


@pytest.mark.parametrize(
    ("bomb", "says"),
    [
        (hostile.repeated_text(), say("reader.memory", limit=PAGE.memory // 1024**2)),
        (hostile.workbook_with_cell("XFD1048576"), "in cel XFD1048576, ver buiten de tabel"),
    ],
)
def test_a1_a_bomb_on_the_page_hurts_nobody(browser: Browser, server: Server, bomb: bytes, says: str) -> None:
    first = viewer(browser, f"{server.address}/gegevens")
    second = viewer(browser, f"{server.address}/doelen")
    before = resident(server.pid)
    hand_in(first, bomb)
    for page in ("ips", "verzuim", "overzicht"):
        second.goto(f"{server.address}/{page}")
        second.wait_for_selector("footer")
        expect(second.get_by_role("heading", level=1)).to_be_visible()
    report = first.locator(".st-key-report")
    expect(report).to_contain_text(says)
    expect(report).to_contain_text(say("page.gegevens.check.nothing_kept"))
    assert resident(server.pid) < before + 200
    hand_in(first, hostile.sheet_of(hostile.HEADER, [hostile.ROW]))
    expect(first.locator(".st-key-report li")).to_contain_text("Twente (AM05)")
