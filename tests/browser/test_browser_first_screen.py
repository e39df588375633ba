"""The first screen of Overzicht at 1280×720 holds its answers without scrolling, whoever delivered.

What they say is counted in `tests/dissemination/blocks/test_first_screen.py`; here is seen that they are in sight.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.worlds.browser import chromium, settle
from tests.worlds.server import served
from tests.worlds.shared import Shared

pytestmark = pytest.mark.browser

HEIGHT = 720
#: World → what must be in sight of it: the target, who reaches it, what is new, what asks for attention, the end.
COUNTED = ("van de ambitie", "van het doel", "100 of meer gestart", "Wat is nieuw?", "Wat vraagt aandacht?")
RUNNING = (*COUNTED, "Als de rest van 2026 gaat zoals in eerdere jaren")
WORLDS = {
    "shipped": RUNNING,
    "one": ("Een landelijk getal komt er vanaf drie regio's", "Wat vraagt aandacht?"),
    "three": RUNNING,
    "twenty": RUNNING,
    "thirty_four": RUNNING,
    "halves": ("Dit is een half jaar", "Wat is nieuw?", "Wat vraagt aandacht?"),
    "no_durable": ("van de ambitie", "100 of meer gestart", "Wat is nieuw?", "Wat vraagt aandacht?"),
}
#: Every answer (paragraph, point, tile, drawing) but the small print of rules and the table that opens: where it
#: ends on the page, and its words.
ANSWERS = """() => [...document.querySelectorAll(
  ".sdw-columns :is(p:not(.sdw-quiet, .sdw-take), li, h2, .sdw-tile, .sdw-drawing)")]
  .filter((one) => !one.closest("details"))
  .map((one) => [one.getBoundingClientRect().bottom, one.textContent.trim()])"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.mark.parametrize("world", WORLDS)
def test_the_first_screen_answers_without_scrolling(browser: Browser, shared: Shared, world: str) -> None:
    with served(shared(world)) as server:
        page = browser.new_page(viewport={"width": 1280, "height": HEIGHT}, locale="nl-NL")
        page.goto(f"{server.address}/overzicht")
        page.wait_for_selector("footer")
        settle(page)
        answers = page.evaluate(ANSWERS)
        page.close()
    seen = " ".join(words for bottom, words in answers if bottom <= HEIGHT)
    for wanted in WORLDS[world]:
        assert wanted in seen, (wanted, answers)
    below = [words for bottom, words in answers if bottom > HEIGHT]
    assert not below
