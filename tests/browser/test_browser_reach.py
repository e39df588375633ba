"""The two maps and the points in a real browser: a region is found in all of them, by pointer and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sdw.reference.areas import regions
from tests.worlds.browser import barriers, chromium, settle
from tests.worlds.server import serving
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

MAPS = ".sdw-drawing:has(img[src*='kaart-klein.svg'])"
POINTS = ".sdw-drawing:has(img[src*='bereik.svg'])"
TWENTE, ZEELAND = (regions.resolve(name).code for name in ("Twente", "Zeeland"))


@pytest.fixture(scope="module")
def address(shared: Shared) -> Iterator[str]:
    with serving(shared("shipped")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def opened(browser: Browser, address: str, page_name: str = "regiokaart", width: int = 1280) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 900}, locale="nl-NL").new_page()
    page.goto(f"{address}/{page_name}")
    page.wait_for_selector("footer")
    page.wait_for_selector(f"{POINTS} > svg")
    settle(page)
    return page


def marked(page: Page) -> list[bool]:
    """Which drawings, in their order, point at a region now."""
    return page.locator("[data-chooses]").evaluate_all("all => all.map(one => !!one.querySelector('.sdw-same'))")


def place(page: Page, region: str) -> tuple[float, float]:
    """A point within the region on the first map."""
    shape = page.locator(f"{MAPS} [data-key={region}]").first
    shape.scroll_into_view_if_needed()
    settle(page)
    box = shape.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pointed_at(page: Page, region: str) -> None:
    """Move to the region, as a hand does: again where a scroll that ended late took the mark away."""
    for _ in range(10):
        page.mouse.move(2, 2)
        page.mouse.move(*place(page, region))
        if any(marked(page)):
            return
    pytest.fail(f"nothing points at {region}")


def test_who_points_at_a_region_on_one_map_sees_it_on_the_other_and_among_the_points(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address)
    assert marked(page) == [False, False, False]
    pointed_at(page, TWENTE)
    expect(page.locator(".sdw-tip")).to_contain_text("Twente: 82,7 per 1.000")
    assert marked(page) == [True, True, True]
    page.mouse.move(2, 2)
    expect(page.locator(".sdw-same")).to_have_count(0)
    page.context.close()


def test_a_click_chooses_the_region_everywhere(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.mouse.click(*place(page, TWENTE))
    page.wait_for_url("**regio=AM05**")
    expect(page.locator("#sdw-kies-regio")).to_have_value("Twente")
    expect(page.locator(f"{POINTS} > svg text", has_text="Twente")).to_be_visible()
    for drawing in page.locator(f"{MAPS} img").all():
        assert "regio=AM05" in (drawing.get_attribute("src") or "")
    page.context.close()


def test_by_keyboard_a_region_is_found_chosen_and_the_reader_stays_there(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.locator(f"{MAPS} > svg").nth(1).focus()
    settle(page)  # the scroll that this may cause takes marks away
    page.keyboard.press("ArrowRight")
    expect(page.locator(".sdw-tip")).to_contain_text("per 1.000 (voorbeeld)")
    assert marked(page) == [True, True, True]
    told = page.locator(".sdw-tip").text_content()
    page.keyboard.press("Enter")
    page.wait_for_url("**regio=AM**")
    settle(page)
    focused = "document.activeElement.closest('[data-chooses]')"
    page.wait_for_function(f"{focused} === document.querySelectorAll('[data-chooses]')[1]")
    expect(page.locator(".sdw-tip")).to_have_text(told or "")
    page.keyboard.press("Escape")
    expect(page.locator(".sdw-same")).to_have_count(0)
    page.context.close()


def test_points_on_the_page_of_a_region_tell_and_do_not_choose(browser: Browser, address: str) -> None:
    page = opened(browser, address, f"regio?regio={TWENTE}")
    point = page.locator(f"{POINTS} [data-key={ZEELAND}]")
    point.scroll_into_view_if_needed()
    point.click()
    expect(page.locator(".sdw-tip")).to_contain_text("Zeeland: 76 gestart bij 23.450 mensen")
    expect(page.locator("#sdw-kies-regio")).to_have_value("Twente")
    page.context.close()


PAGES = ("regiokaart?periode=2023", "regio?regio=AM05&periode=2023")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_keeps_a_reader_out_with_the_table_open(
    browser: Browser, address: str, name: str, width: int
) -> None:
    page = opened(browser, address, name, width)
    page.locator(".sdw-closed summary").last.click()
    settle(page)
    assert barriers(page) == []
    page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_phone_never_goes_sideways(browser: Browser, address: str, name: str) -> None:
    page = opened(browser, address, name, 320)
    page.locator(".sdw-closed summary").last.click()
    settle(page)
    assert page.locator("[data-testid=stMain]").evaluate("one => one.scrollWidth") <= 320
    assert page.locator(".sdw-wide").last.evaluate("one => one.scrollWidth <= one.clientWidth")
    drawn = page.locator(POINTS).evaluate("one => one.dataset.drawn")
    assert "smal=1" in drawn
    page.context.close()
