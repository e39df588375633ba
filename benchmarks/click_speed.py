"""From a click to what it changes on the map page, as a reader in Chromium waits for it."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.page_speed import build
from benchmarks.wire_speed import chromium
from tests.worlds.browser import settle
from tests.worlds.server import served

ROUNDS = 10
#: Clicks on an element and waits, frame by frame, until a text of the page is another one; milliseconds.
WAIT = """([clicked, read]) => new Promise((done) => {
  const said = () => [...document.querySelectorAll(read)].map((one) => one.ariaLabel || one.textContent).join();
  const element = document.querySelector(clicked), before = said(), begin = performance.now();
  element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  const look = () => said() === before ? requestAnimationFrame(look) : done(performance.now() - begin);
  look();
})"""
REGIONS = ("AM01", "AM05")
PANEL, SHAPES = ".sdw-stack h2", "path[data-region=AM05]"


def clicked(page: Page, element: str, read: str) -> float:
    """Milliseconds of one click, from a page that has nothing more to do."""
    settle(page)
    passed: float = page.evaluate(WAIT, [element, read])
    return passed


def chosen(page: Page, year: str) -> float:
    """Milliseconds from the choice of a year until the words of the map are of that year."""
    page.get_by_label("Periode", exact=True).fill(year)
    option = f"li[data-code='{year}']"
    page.locator(option).wait_for()
    return clicked(page, option, SHAPES)


def measure() -> list[tuple[str, float, str]]:
    """(what, figure, unit): the middle and the slowest of some rounds."""
    found: list[tuple[str, float, str]] = []
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        store = Path(folder) / "store"
        build(store)
        with served(store) as server:
            page = browser.new_page(bypass_csp=True, viewport={"width": 1280, "height": 900}, locale="nl-NL")
            page.goto(f"{server.address}/regiokaart")
            page.wait_for_selector("[data-region=AM05]")
            regions = [clicked(page, f"[data-region={REGIONS[number % 2]}]", PANEL) for number in range(1 + ROUNDS)]
            years = [chosen(page, ("2024", "2023")[number % 2]) for number in range(1 + ROUNDS)]
            for what, all_of_them in (
                ("a region: its figures beside the map", regions),
                ("a year: the map", years),
            ):
                passed = all_of_them[1:]  # the first one pays for what is made once
                found.append((f"click on {what}", statistics.median(passed), "ms"))
                found.append(("  the slowest of ten", max(passed), "ms"))
    return found
