"""The filters in a real browser: found by keyboard alone, by the names that a reader knows, and undone by Back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.worlds.browser import barriers, chromium, settle
from tests.worlds.server import serving
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(shared: Shared) -> Iterator[str]:
    with serving(shared("examples")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL")
    one = context.new_page()
    one.goto(f"{address}/regiokaart?periode=2025")
    settled(one)
    yield one
    context.close()


def settled(page: Page) -> None:
    page.wait_for_selector("footer")
    expect(page.get_by_role("combobox", name="Regio")).to_be_visible()
    settle(page)


def tabbed_to(page: Page, label: str) -> None:
    """Focus by the keyboard alone."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.labels?.[0]?.textContent") == label:
            return
    pytest.fail(f"no Tab leads to {label}")


@pytest.mark.parametrize(
    ("typed", "region"),
    [
        ("almelo", "Twente"),
        ("Wierden", "Twente"),
        ("Den Haag", "Haaglanden"),
        ("'s-Gravenhage", "Haaglanden"),
        ("haarlemmermeer", "Groot Amsterdam"),
        ("Sudwest-Fryslan", "Friesland"),
        ("twente", "Twente"),
    ],
)
def test_a_region_is_found_by_a_gemeente_in_it_and_by_the_keyboard_alone(
    page: Page, typed: str, region: str
) -> None:
    tabbed_to(page, "Regio")
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Regio")).to_have_value(region)
    expect(page.get_by_role("heading", name=region, exact=True)).to_be_visible()
    assert "regio=AM" in page.url


def test_arrows_step_escape_leaves_all_as_it_was_and_nothing_found_is_said(page: Page) -> None:
    region, options = page.get_by_role("combobox", name="Regio"), page.locator("#sdw-kies-regio-lijst")
    before = page.url
    region.focus()
    page.keyboard.press("ArrowDown")
    expect(region).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    active = region.get_attribute("aria-activedescendant")
    assert active and page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    assert barriers(page) == []
    page.keyboard.press("Escape")
    expect(options).to_be_hidden()
    expect(region).to_have_value("Alle regio's")
    page.keyboard.type("Timboektoe")
    expect(options).to_have_text("Niets gevonden")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(region).to_have_value("Alle regio's")
    assert page.url == before


def test_two_choices_after_another_are_both_kept_and_each_is_a_step_for_back(page: Page) -> None:
    region, period = (page.get_by_role("combobox", name=name, exact=True) for name in ("Regio", "Periode"))
    region.fill("Twente")
    page.keyboard.press("Enter")
    period.fill("2024")
    page.keyboard.press("Enter")
    page.wait_for_url("**periode=2024**")
    settled(page)
    assert "regio=AM05" in page.url
    page.go_back()
    page.wait_for_url("**periode=2025**")
    settled(page)
    expect(period).to_have_value("2025")
    page.go_forward()
    page.wait_for_url("**periode=2024**")
    settled(page)
    expect(period).to_have_value("2024")
    expect(region).to_have_value("Twente")


def test_the_place_of_the_filters_is_kept_while_their_script_comes(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL")
    page = context.new_page()
    page.route("**/filters.js*", lambda route: None)  # never answered
    page.goto(f"{address}/doelen")
    expect(page.locator(".sdw-lead").first).to_be_visible()
    expect(page.locator("footer")).to_be_attached()
    assert page.locator(".sdw-filters").bounding_box()["height"] > 50  # type: ignore[index]
    context.close()


def test_without_their_script_the_page_says_so(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    page.route("**/filters.js*", lambda route: route.abort())
    page.goto(f"{address}/doelen?regio=AM05")
    expect(page.locator(".sdw-filters")).to_contain_text("Laad de pagina opnieuw")
    expect(page.locator(".sdw-lead").first).to_be_visible()
    context.close()
