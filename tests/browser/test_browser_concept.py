"""A concept in a real browser: nothing for a visitor, with its mark for who holds a link, then nothing again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sdw.dissemination.ui import menu
from tests.worlds import approval as world
from tests.worlds.approval import CONCEPT, PUBLIC
from tests.worlds.browser import chromium, settle
from tests.worlds.server import Server, served

pytestmark = pytest.mark.browser

#: The national sum of the concept and of the public edition, as Overzicht writes them.
SECRET, KNOWN = "4.837", "4.591"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("opslag")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SDW_STORE", str(folder))
        patched.delenv("SDW_PUBLIC", raising=False)
        world.make(folder)
        world.submit()
        yield folder


@pytest.fixture(scope="module")
def server(store: Path) -> Iterator[Server]:
    with served(store) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def shows_nothing(page: Page, server: Server) -> None:
    for name in ("overzicht", "doelen", "gegevens"):
        page.goto(f"{server.address}/{name}?uitgave={CONCEPT}")
        page.wait_for_selector("footer")
        settle(page)
        expect(page.locator(".sdw-concept")).to_have_count(0)
        assert SECRET not in page.content()
        assert f"uitgave={PUBLIC}" in page.url
    page.goto(f"{server.address}/overzicht?uitgave={CONCEPT}")
    expect(page.locator("body")).to_contain_text(KNOWN)


def test_nothing_then_everything_with_its_mark_then_nothing(server: Server, browser: Browser) -> None:
    shows_nothing(browser.new_page(), server)
    token = world.link("voorzitter UWV")
    mark = f"CONCEPT, niet openbaar: uitgave {CONCEPT}, voor voorzitter UWV (link 1)"
    page = browser.new_page()
    page.goto(f"{server.address}/inzage/{token}")
    page.get_by_role("link", name="Open het concept").click()
    page.wait_for_selector("footer")
    settle(page)
    expect(page.locator("body")).to_contain_text(SECRET)
    assert "sdw-inzage" not in page.evaluate("document.cookie")  # for no script
    assert token not in page.url and token not in page.content()
    for one in menu.ALL:
        page.goto(f"{server.address}/{one.name}?uitgave={CONCEPT}")
        page.wait_for_selector("footer")
        settle(page)
        expect(page.locator(".sdw-concept-strip")).to_contain_text(mark)
        over = page.locator(".sdw-concept").evaluate(
            "one => [getComputedStyle(one).position, getComputedStyle(one).pointerEvents, one.offsetWidth,"
            " getComputedStyle(one).backgroundImage.includes('CONCEPT')]"
        )
        assert over == ["fixed", "none", page.evaluate("document.documentElement.clientWidth"), True]
    page.goto(f"{server.address}/doelen?uitgave={CONCEPT}&regio=AM05")
    page.wait_for_selector("footer")
    settle(page)
    world.revoke("1")
    page.get_by_role("link", name="Overzicht", exact=True).first.click()
    expect(page.locator("h1")).to_have_text(menu.by_name("overzicht").title)
    settle(page)
    assert SECRET not in page.content()
    shows_nothing(page, server)
    assert page.goto(f"{server.address}/inzage/{token}").status == 404


def test_a_holder_can_stop(server: Server, browser: Browser) -> None:
    token = world.link("secretaris")
    page = browser.new_page()
    page.goto(f"{server.address}/inzage/{token}")
    page.get_by_role("link", name="Open het concept").click()
    page.get_by_role("link", name="Stop met de inzage op dit apparaat").click()
    expect(page.locator("h1")).to_have_text("Inzage in een concept")
    shows_nothing(page, server)


def test_a_holder_looks_as_on_a_moment_and_sees_what_changes(server: Server, browser: Browser) -> None:
    token = world.link("raadadviseur")
    page = browser.new_page()
    page.goto(f"{server.address}/inzage/{token}")
    page.get_by_label("Bekijk de monitor zoals op").fill("2099-12-03T09:30")
    page.get_by_role("button", name="Kies dit moment").click()
    page.get_by_role("link", name="Open de monitor zoals op 3 december 2099, 9.30 uur").click()
    page.wait_for_selector("footer")
    settle(page)
    assert f"uitgave={CONCEPT}" in page.url  # nobody named it: it is the newest of that moment
    expect(page.locator("body")).to_contain_text("U ziet de monitor zoals op 3 december 2099, 9.30 uur.")
    expect(page.locator("body")).to_contain_text(SECRET)
    page.goto(f"{server.address}/inzage/{token}")
    page.get_by_role("link", name="Bekijk wat anders is").click()
    expect(page.locator("h1")).to_have_text(f"Wat {CONCEPT} anders toont")
    first = page.locator("article").first
    expect(first.locator("img")).to_have_count(2)
    for drawing in first.locator("img").all():
        page.wait_for_function("one => one.complete && one.naturalWidth > 100", arg=drawing.element_handle())
