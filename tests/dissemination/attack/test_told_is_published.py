"""Whatever is drawn, presented or printed is of published figures: who reads slides, documents and pictures knows
no more than who reads the edition, which is attacked (`test_privacy_attack.py`).

That the numbers in each of these are those of their figures and no others: `test_hall.py`, `test_card.py`,
`test_factsheets.py`, `test_packs.py`, `test_drawings.py`; in a PowerPoint `test_powerpoint_figures.py` (charts and
their sheets) and `test_powerpoint_told.py` (tables, maps, places in charts).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sdw.dissemination.blocks import taking
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures.need import municipalities
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.paper import factsheet
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.reference.areas import regions
from tests.dissemination.blocks.test_presenting import decks
from tests.worlds.drawings import views
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared


def published() -> Iterator[Figure]:
    """Every figure of every public edition: pages show older ones too, as they were."""
    for edition in editions.every():
        for name in figures.published(edition):
            yield from figures.select(edition, name)
        for code in regions.CODES:
            yield from (one for place in municipalities.of_region(edition, code) for one in place.values())


def drawn(edition: Edition) -> Iterator[tuple[str, Figure]]:
    """Every figure in every drawing and table, in every view that is tried."""
    pages = {name: one.page for name, one in (*registry.ALL.items(), *taking.TABLES.items())}
    for name, page in pages.items():
        shown = menu.by_name(page)
        for view in views(edition, page):
            asked = {key: text for key, text in view.said().items() if key in shown.uses}
            chosen = choose(edition, shown, asked)
            for one in () if chosen.notes else taking.shown(name, chosen.view):
                yield name, one


def presented(edition: Edition) -> Iterator[tuple[str, Figure]]:
    for deck in decks(edition):
        for one in deck.shown:
            yield deck.name, one


def printed(edition: Edition) -> Iterator[tuple[str, Figure]]:
    for code in regions.CODES:
        view = choose(edition, menu.by_name("regio"), {"regio": code}).view
        for one in factsheet.figures(view):
            yield f"factsheet {code}", one


@pytest.mark.parametrize("world", ["shipped", "one_region", "mixed", "examples"])
@pytest.mark.parametrize("told", [drawn, presented, printed], ids=lambda told: told.__name__)
def test_what_is_told_is_published(shared: Shared, world: str, told: object) -> None:
    with store_at(shared(world)):
        edition = shared.edition(world)
        known = set(published())
        found = list(told(edition))  # type: ignore[operator]
        assert len(found) > 100
        assert {(name, one.indicator, one.region, one.period) for name, one in found if one not in known} == set()
