"""Drawings in a real browser: in the inks of the page, with words where a reader points, in a form for a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.worlds.browser import chromium, settle
from tests.worlds.server import serving
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

#: Pixels on the screen: letters of 13 in a drawing that is made a little smaller.
LEAST = 11.5
SERIES = ".sdw-drawing:has(img[src*='verzuim-kwartalen.svg'])"


@pytest.fixture(scope="module")
def address(shared: Shared) -> Iterator[str]:
    with serving(shared("absence_and_examples")) as running:
        yield f"{running}/verzuim"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def opened(browser: Browser, address: str, width: int = 1280, scheme: str = "light") -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="nl-NL",
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("footer")
    page.wait_for_selector(f"{SERIES} > svg")
    return page


def test_the_drawing_takes_the_place_of_its_picture_with_the_same_words(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    shown = page.locator(f"{SERIES} > svg")
    expect(shown).to_have_attribute("role", "img")
    picture = page.locator(f"{SERIES} img")
    expect(picture).to_be_hidden()
    assert shown.get_attribute("aria-label") == picture.get_attribute("alt")
    assert "5,1%" in (picture.get_attribute("alt") or "")
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_inks_are_those_of_the_page(browser: Browser, address: str, scheme: str) -> None:
    page = opened(browser, address, scheme=scheme)
    ink = page.locator(f"{SERIES} text").first.evaluate("one => getComputedStyle(one).fill")
    quiet = page.locator(".sdw-quiet").first.evaluate("one => getComputedStyle(one).color")
    assert ink == quiet
    page.context.close()


def test_words_stand_at_the_mark_that_a_reader_points_at_or_steps_to(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    told = page.locator(".sdw-tip")
    drawing = page.locator(f"{SERIES} > svg")
    drawing.scroll_into_view_if_needed()
    mark = page.locator(f"{SERIES} [data-tip]").first
    box = mark.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(told).to_have_text(mark.get_attribute("data-tip") or "")
    page.mouse.move(2, 2)
    expect(told).to_be_hidden()
    drawing.focus()
    page.keyboard.press("ArrowRight")
    expect(told).to_have_text(mark.get_attribute("data-tip") or "")
    page.keyboard.press("ArrowRight")
    expect(told).to_have_text(page.locator(f"{SERIES} [data-tip]").nth(1).get_attribute("data-tip") or "")
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    page.context.close()


def test_a_phone_gets_a_form_of_its_own(browser: Browser, address: str) -> None:
    page = opened(browser, address, width=390)
    page.wait_for_function(f"document.querySelector(\"{SERIES}\").dataset.drawn.includes('smal=1')")
    page.set_viewport_size({"width": 1440, "height": 800})
    page.wait_for_function(f"!document.querySelector(\"{SERIES}\").dataset.drawn.includes('smal')")
    page.context.close()


@pytest.mark.parametrize("width", [320, 390, 700, 1024, 1280])
@pytest.mark.parametrize("name", ["verzuim", "ips"])
def test_letters_in_a_drawing_are_large_enough_at_any_width(
    browser: Browser, address: str, name: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="nl-NL")
    page = context.new_page()
    page.goto(address.replace("verzuim", name))
    page.wait_for_selector("footer")
    page.wait_for_function("[...document.querySelectorAll('.sdw-drawing')].every(one => one.querySelector('svg'))")
    settle(page)  # a form that fits better may come after
    sizes = page.locator(".sdw-drawing > svg text").evaluate_all(
        "all => all.map(one => parseFloat(one.getAttribute('font-size')) * one.getScreenCTM().a)"
    )
    assert len(sizes) > 10
    assert min(one for one in sizes if one) >= LEAST
    context.close()


def test_without_the_drawing_its_picture_stays(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    page.add_init_script(
        "const all = fetch; window.fetch = (what, ...how) => String(what).includes('.svg')"
        " ? Promise.reject(new Error('away')) : all(what, ...how)"
    )
    page.goto(address)
    picture = page.locator(f"{SERIES} img")
    expect(picture).to_be_visible()
    page.wait_for_function(f'document.querySelector("{SERIES} img").naturalWidth > 100')
    context.close()
