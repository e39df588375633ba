"""The map in a real browser: mouse, keyboard, accessible names, both views, and no request outside its host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sdw.dissemination.charts.core import geometry
from tests.worlds.browser import chromium, settle
from tests.worlds.server import serving_map

pytestmark = pytest.mark.browser

ARGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
TWENTE = '[data-region="AM05"]'


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving_map(tmp_path_factory.mktemp("map")) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium(*ARGS) as running:
        yield running


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    errors: list[str] = []
    requests: list[str] = []
    opened.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda request: requests.append(request.url))
    opened.goto(address)
    opened.wait_for_selector(f"{TWENTE}[data-status]")
    yield opened
    opened.close()
    outside = [url for url in requests if urlsplit(url).scheme in ("http", "https", "ws") and address not in url]
    assert not [url for url in outside if urlsplit(url).netloc != urlsplit(address).netloc]
    assert not errors


def tiles(page: Page) -> None:
    page.get_by_role("radio", name="tegels").click()
    page.wait_for_selector(f"rect{TWENTE}[data-status]")


def test_thirty_five_regions_in_both_views(page: Page) -> None:
    assert page.locator("path[data-region][data-status]").count() == 35
    tiles(page)
    assert page.locator("rect[data-region][data-status]").count() == 35
    assert page.locator("[data-region]").count() == 35


def test_each_region_says_its_name_value_and_status(page: Page) -> None:
    for code, name in {
        "AM05": "Twente: 97 trajecten, waarde",
        "AM03": "Drenthe: 92* trajecten, voorlopig",
        "AM21": "Haaglanden: afgeschermd",
        "AM24": "Zeeland: niet aangeleverd",
        "AM33": "Midden-Limburg: onbekend",
        "AM09": "Achterhoek: n.v.t.",
    }.items():
        assert page.get_by_role("option", name=name, exact=True).get_attribute("data-region") == code
    assert page.get_by_role("option").count() >= 35


def test_a_click_selects_and_a_click_in_the_sea_clears(page: Page) -> None:
    page.click(TWENTE)
    expect(page.get_by_text("Gekozen: Twente")).to_be_visible()
    expect(page.locator(TWENTE)).to_have_attribute("aria-selected", "true")
    page.locator(".sdw-stage").click(position={"x": 420, "y": 560})
    expect(page.get_by_text("Gekozen: geen")).to_be_visible()


def test_the_same_region_can_be_chosen_again_after_another_control_moved_on(page: Page) -> None:
    page.click(TWENTE)
    expect(page.get_by_text("Gekozen: Twente")).to_be_visible()
    page.get_by_role("combobox").nth(1).click()
    page.get_by_role("option", name="Drenthe", exact=True).click()
    expect(page.get_by_text("Gekozen: Drenthe")).to_be_visible()
    expect(page.locator('[data-region="AM03"]')).to_have_attribute("aria-selected", "true")
    page.click(TWENTE)
    expect(page.get_by_text("Gekozen: Twente")).to_be_visible()


def test_the_enlarged_randstad_is_clickable_but_not_a_second_region(page: Page) -> None:
    page.locator('[data-twin="AM18"]').click()
    expect(page.get_by_text("Gekozen: Groot Amsterdam")).to_be_visible()
    assert page.locator(".sdw-inset[aria-hidden=true] [tabindex]").count() == 0


@pytest.mark.parametrize("view", geometry.VIEWS)
def test_keyboard_moves_selects_and_clears(page: Page, view: geometry.View) -> None:
    if view == "tegels":
        tiles(page)
    page.locator(TWENTE).focus()
    down = geometry.steps(geometry.load(), view)["AM05"][2]
    page.keyboard.press("ArrowDown")
    focused = "document.activeElement.dataset.region"
    assert page.evaluate(focused) == down
    expect(page.locator(".sdw-tooltip")).to_contain_text(geometry.load().regions[str(down)].name)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Gekozen: Twente")).to_be_visible()
    assert page.evaluate(focused) == "AM05", "a rerun keeps the focus"
    page.keyboard.press("Escape")
    expect(page.get_by_text("Gekozen: geen")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_text("Gekozen: Twente")).to_be_visible()


def test_home_end_and_typing_a_name_go_to_a_region(page: Page) -> None:
    page.locator(TWENTE).focus()
    focused = "document.activeElement.dataset.name"
    for keys, name in (
        (["Home"], "Achterhoek"),
        (["End"], "Zuidoost-Brabant"),
        (list("zuid-h"), "Zuid-Holland Centraal"),
    ):
        for key in keys:
            page.keyboard.press(key)
        assert page.evaluate(focused) == name
    page.evaluate("() => new Promise((done) => setTimeout(done, 900))")  # what is typed later is another name
    page.keyboard.type("rijk v")
    assert page.evaluate(focused) == "Rijk van Nijmegen"
    expect(page.get_by_text("Gekozen: geen")).to_be_visible()  # a space in a name does not choose


def test_the_same_letter_again_goes_to_the_next_name(page: Page) -> None:
    page.locator(TWENTE).focus()
    found = []
    for _ in range(4):
        page.keyboard.press("d")
        found.append(page.evaluate("document.activeElement.dataset.name"))
    assert found == ["Drechtsteden", "Drenthe", "Drechtsteden", "Drenthe"]


def test_a_row_of_the_legend_shows_its_regions(page: Page) -> None:
    faint = "[...document.querySelectorAll('[data-region].sdw-faint')].map(one => one.dataset.region).sort()"
    rest = page.evaluate(
        "[...document.querySelectorAll('[data-region]:not([data-class=s4])')].map(one => one.dataset.region).sort()"
    )
    row = page.locator(".sdw-legend button").first
    row.hover()
    assert page.evaluate(faint) == rest
    page.mouse.move(5, 5)
    assert page.evaluate(faint) == []
    row.focus()
    page.keyboard.press("Enter")
    expect(row).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(faint) == rest
    page.keyboard.press("Enter")
    assert page.evaluate(faint) == []
    hidden = page.locator(".sdw-legend button[data-status=afgeschermd]")
    hidden.click()
    shown = "[...document.querySelectorAll('[data-region]:not(.sdw-faint)')].map(one => one.dataset.region).sort()"
    assert page.evaluate(shown) == ["AM21", "AM30"]


def test_tab_stops_once_on_the_map(page: Page) -> None:
    assert page.locator('[data-region][tabindex="0"]').count() == 1
    page.click(TWENTE)
    expect(page.locator('[data-region][tabindex="0"]')).to_have_attribute("data-region", "AM05")


def test_hover_tells_name_value_and_status(page: Page) -> None:
    page.hover('[data-region="AM03"]')
    tooltip = page.locator(".sdw-tooltip")
    for told in ("92* trajecten", "voorlopig", "Klasse", "2024: 88", "Doel: 100", "Nederland: 3.302"):
        expect(tooltip).to_contain_text(told)
    page.mouse.move(5, 5)
    expect(tooltip).to_be_hidden()


def test_other_classes_bring_another_legend_without_a_new_frame(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.get_by_role("combobox").nth(0).click()
    page.get_by_role("option", name="rond_doel").click()
    expect(page.locator(".sdw-legend")).to_contain_text("(rond 100)")
    expect(page.locator(TWENTE)).to_have_attribute("data-class", "d3")
    assert not [url for url in fetched if "region_map" in url]


def test_names_from_data_never_become_markup(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}?naam=hostiel")
    page.wait_for_selector(f"{TWENTE}[data-status]")
    page.hover(TWENTE)
    expect(page.locator(".sdw-tooltip")).to_contain_text("<script>")
    assert page.evaluate("window.hit") is None
    page.close()


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off(browser: Browser, address: str, size: tuple[int, int], scheme: str) -> None:
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page.goto(address)
    page.wait_for_selector(f"{TWENTE}[data-status]")
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".sdw-map").get_attribute("data-theme") == scheme
    stage = page.locator(".sdw-stage").bounding_box()
    assert stage is not None
    for part in (".sdw-main", ".sdw-inset", ".sdw-legend"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["x"] >= stage["x"] - 2 and box["x"] + box["width"] <= stage["x"] + stage["width"] + 2, part
    page.close()


def test_the_map_has_no_accessibility_faults(page: Page) -> None:
    found = Axe().run(page, context=".sdw-map")
    assert found.violations_count == 0, found.generate_report()


def test_it_works_under_a_base_path(browser: Browser, tmp_path: Path) -> None:
    with serving_map(tmp_path, "monitor/proef") as served:
        page = browser.new_page()
        page.goto(served)
        page.wait_for_selector(f"{TWENTE}[data-status]")
        assert page.locator("path[data-region][data-status]").count() == 35
        page.close()
