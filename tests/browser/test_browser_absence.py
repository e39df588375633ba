"""The page on absence in a real browser: sectors in the link, nothing from outside, readable, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.worlds.browser import barriers, chromium, settle
from tests.worlds.server import serving
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

CARE = "Zorg en welzijn"
#: The series, its quarters, every sector by year, burn-out complaints, absence with and without them.
DRAWINGS = 5


@pytest.fixture(scope="module")
def address(shared: Shared) -> Iterator[str]:
    with serving(shared("absence_and_examples")) as running:
        yield f"{running}/verzuim"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def opened(browser: Browser, url: str, width: int = 1280, height: int = 720, scheme: str = "light") -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="nl-NL",
    )
    page = context.new_page()
    page.goto(url)
    settled(page)
    return page


def settled(page: Page) -> None:
    page.wait_for_selector("footer")
    page.wait_for_function(f"document.querySelectorAll('.sdw-drawing > svg').length >= {DRAWINGS}")
    settle(page)


def test_choosing_a_sector_changes_the_sentence_and_the_link(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    expect(page.locator(".sdw-lead")).to_contain_text("was het verzuim 5,1%")
    page.get_by_label("Sector of bedrijfsgrootte").fill(CARE)
    page.get_by_role("option", name=CARE, exact=True).click()
    expect(page.locator(".sdw-lead")).to_contain_text(f"in de sector {CARE} 7,0%*")
    assert "sector=422400" in page.url
    other = opened(browser, page.url)
    expect(other.locator(".sdw-lead")).to_contain_text(f"in de sector {CARE} 7,0%*")
    other.context.close()
    page.context.close()


def test_nothing_is_asked_of_other_hosts_and_nothing_goes_wrong(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    hosts: set[str] = set()
    errors: list[str] = []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    settled(page)
    context.close()
    assert hosts - {""} == {"127.0.0.1"}
    assert errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_it_is_readable_for_everyone_and_never_scrolls_sideways(
    browser: Browser, address: str, size: tuple[int, int], scheme: str
) -> None:
    page = opened(browser, f"{address}?sector=Q", *size, scheme)
    wide = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return main.scrollWidth - main.clientWidth; }"
    )
    serious = barriers(page)
    page.context.close()
    assert wide == 0
    assert serious == []


def test_the_list_of_parts_leads_to_each_part(browser: Browser, address: str) -> None:
    page = opened(browser, address, 390, 844)
    links = page.locator(".sdw-contents a")
    named = links.all_inner_texts()
    assert len(named) > 5
    titles = page.locator("h2").all_inner_texts()
    assert [title for title in titles if title in named] == named, "in the order of the page"
    for number in (0, len(named) - 1):
        links.nth(number).click()
        expect(page.get_by_role("heading", name=named[number], exact=True)).to_be_in_viewport()
    page.context.close()


def test_the_small_drawings_are_told_in_words(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    drawing = page.get_by_role("img", name="Elke sector sinds 1996. 2024: het hoogst is Zorg en welzijn met 7,3%")
    told = drawing.locator("[data-tip]").evaluate_all("marks => marks.map(mark => mark.dataset.tip)")
    assert len(told) == 19
    assert all("Verzuim per jaar in de sector" in one for one in told)
    for picture in page.locator(".sdw-drawing img").all():
        assert picture.get_attribute("alt")
        assert picture.evaluate("image => image.naturalWidth") > 0
    page.context.close()


def test_a_reader_who_points_at_the_long_series_is_told_each_quarter(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    series = page.get_by_role("img", name="Alle sectoren: verzuim per kwartaal en over een jaar, sinds 1996")
    series.focus()
    series.press("Home")
    expect(page.locator(".sdw-tip")).to_have_text("1e kwartaal 1996: 5,5%")
    series.press("End")
    expect(page.locator(".sdw-tip")).to_have_text("vier kwartalen tot en met 3e kwartaal 2025: gemiddeld 5,4%*")
    page.context.close()


def test_the_series_to_zoom_in_on_comes_when_it_is_opened(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.locator(".js-plotly-plot").count() == 0
    page.get_by_text("Inzoomen op de reeks").click()
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    assert [url for url in asked if "lotly" in url], "its script comes with it, and not before"
    page.context.close()


def test_the_cost_follows_what_is_filled_in(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    people = page.get_by_label("Aantal werknemers")
    people.fill("10")
    people.press("Enter")
    expect(page.get_by_text("ongeveer 120", exact=True)).to_be_visible()
    page.context.close()
