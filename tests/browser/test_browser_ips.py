"""The IPS page in a real browser, with outcomes: light, dark, on a phone, and the calculator by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.worlds.browser import barriers, chromium, settle
from tests.worlds.server import serving
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

READY = ".st-key-ips-bewaar"
#: The band, the months, the funnel and the answer of the calculator.
CHARTS = 4


@pytest.fixture(scope="module")
def address(shared: Shared) -> Iterator[str]:
    with serving(shared("outcomes")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def opened(browser: Browser, url: str, size: tuple[int, int] = (1280, 720), theme: str = "light") -> Page:
    scheme = "dark" if theme == "dark" else "light"
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    page = context.new_page()
    page.goto(url)
    field = page.get_by_label(
        "IPS-trajecten per jaar", exact=True
    )  # without trajectories in the edition the calculator asks
    field.fill("3500")
    field.press("Enter")
    page.wait_for_selector(READY)
    page.wait_for_function(f"document.querySelectorAll('.sdw-drawing > svg').length === {CHARTS}")
    settle(page)
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_barrier_and_nothing_from_outside(browser: Browser, address: str, theme: str) -> None:
    hosts: set[str] = set()
    page = opened(browser, f"{address}/ips", theme=theme)
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    for folded in page.locator("[class*=st-key-laag-] details").all():
        folded.evaluate("details => details.open = true")
    serious = barriers(page)
    page.context.close()
    assert serious == []
    assert hosts <= {"127.0.0.1", ""}


def test_each_layer_has_an_edge_of_its_own(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/ips")
    edges = {
        page.locator(f".st-key-laag-{layer}").evaluate("e => getComputedStyle(e).borderLeftStyle")
        for layer in ("research", "regions", "equal", "scenario")
    }
    page.context.close()
    assert edges == {"solid", "dotted", "double", "dashed"}


def test_the_list_of_layers_leads_to_each_layer(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/ips", size=(390, 844))
    links = page.locator(".sdw-contents a")
    assert links.all_inner_texts() == page.locator("[class*=st-key-laag-] h2").all_inner_texts()
    for number in (3, 1):
        links.nth(number).click()
        expect(page.locator("[class*=st-key-laag-] h2").nth(number)).to_be_in_viewport()
    page.context.close()


def test_a_phone_never_scrolls_sideways_with_everything_open(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/ips?indicator=werk_1u&doelgroep=uwv", size=(390, 844))
    for folded in page.locator("[class*=st-key-laag-] details").all():
        folded.evaluate("details => details.open = true")
    wide = page.evaluate(
        """() => { const main = document.querySelector('[data-testid=stMain]');
        const tables = [...document.querySelectorAll('.sdw-wide')].map(t => t.scrollWidth - t.clientWidth);
        return [main.scrollWidth - main.clientWidth, Math.max(...tables)]; }"""
    )
    drawn = page.locator(".sdw-drawing:visible > svg")
    count, scales = (
        drawn.count(),
        drawn.evaluate_all("all => all.map(one => one.getBoundingClientRect().width / one.viewBox.baseVal.width)"),
    )
    page.context.close()
    assert count == CHARTS and min(scales) > 12 / 13, "words of 13 px stay 12 or more"
    assert wide[0] == 0
    assert wide[1] <= 1


def test_the_switch_of_the_threshold_moves_every_layer_and_the_link(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/ips")
    expect(page.locator(".sdw-lead").first).to_contain_text("3,7 tot 7,5 procentpunt")
    page.get_by_label("Wat wilt u zien?").click()
    page.get_by_label("Wat wilt u zien?").fill("Werk van ten minste 1 uur")
    page.get_by_role("option", name="Werk van ten minste 1 uur per maand").click()
    expect(page.locator(".sdw-lead").first).to_contain_text("4,7 tot 8,9 procentpunt")
    page.wait_for_url("**indicator=werk_1u**")
    expect(page.locator(".st-key-laag-scenario .sdw-lead")).to_contain_text("1 uur per maand")
    page.context.close()


def test_the_calculator_answers_to_the_keyboard(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}/ips")
    field = page.get_by_label("IPS-trajecten per jaar", exact=True)
    field.fill("1000")
    field.press("Enter")
    expect(page.locator(".st-key-laag-scenario .sdw-lead")).to_contain_text("Met 1.000 IPS-trajecten")
    expect(page.locator(".st-key-laag-scenario .sdw-lead")).to_contain_text("37 tot 75 mensen")
    page.context.close()
