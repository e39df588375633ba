"""Under every drawing and table of every page stands how to take it along; what has no line is named here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import BulletChart, Chart, DotChart, Map
from sdw.dissemination.blocks.model import Part
from sdw.dissemination.blocks.table import Table, Take
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.figures.view import View
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from tests.worlds.blocks import PAGES
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

Drawn = (Chart, DotChart, BulletChart, Map)
#: Tables of words: nothing in them is a published figure.
WORDS = (
    "Wat de teksten van het convenant vertellen",
    *("Hoe volledig is dit?", "Wie er meetelt", "Alle uitgaven", "Waaruit uitgave", "De regels, met"),
    *("Landelijke zinnen die nu", "Zinnen over een regio die nu", "Besluiten van", "Wat het convenant wil"),
    *("Wat in een jaar is te tellen", "De speerpunten van 2024-2026"),
    *("Aantallen in uitgave", "Elk cijfer heeft een status", "Wat er telt", "Percentages met werk in"),
)
#: Lines in a tile: their figures are those of the drawing of the years under the tiles, which has the line.
LINES = tuple(
    f"{one.label} in Twente sinds"
    for one in (catalogue.STARTED, catalogue.DURABLE, catalogue.CARRIED_OUT, catalogue.CLOSING)
)
#: Tables about editions, or of a simulation: no figure in them is one of this edition.
RECORD = (
    *("Geleverde halfjaren", "Voorspellingen per regio, getoetst", "Gesimuleerd: hoe vaak"),
    *(
        "Gestarte trajecten: wat wij zeiden",
        "Duurzaam aan het werk: wat wij zeiden",
        "Landelijk, over de regio's waar",
    ),
    *("Cijfers die in twee uitgaven", "Wat een halfjaar eerst was", "Cijfers die uitgave 2026-najaar anders"),
)
#: A drawing without one: where a region lies has no figures.
WITHOUT = ("Ligging van ",)


def walk(content: object) -> Iterator[object]:
    """Everything in a page, in reading order."""
    if isinstance(content, Scene | Figure | View | Edition | str | int | float):
        return
    yield content
    if isinstance(content, Part):
        yield from walk(content.blocks)
    elif isinstance(content, tuple | list):
        for one in content:
            yield from walk(one)
    elif is_dataclass(content):
        for field in fields(content):
            yield from walk(getattr(content, field.name))


def title(one: object) -> str:
    if isinstance(one, Table):
        return one.caption
    if isinstance(one, Chart):
        return one.scene.title
    return one.rows.title if isinstance(one, BulletChart) else getattr(one, "title", "")


def lacking(page: str) -> list[str]:
    """The titles of what has no line: neither its own, nor one after it, nor that of the drawing it belongs to."""
    found = [one for one in walk(PAGES[page]()) if isinstance(one, (*Drawn, Table, Take))]
    twins = [one.twin for one in found if isinstance(one, (Chart, Map)) and one.twin is not None]
    after = dict(zip(map(id, found), found[1:], strict=False))
    return [
        title(one)
        for one in found
        if not isinstance(one, Take)
        and getattr(one, "take", None) is None
        and not isinstance(after.get(id(one)), Take)
        and not any(one is twin for twin in twins)
    ]


@pytest.mark.parametrize("world", ["shipped", "examples", "one_region", "empty", "real"])
@pytest.mark.parametrize("page", PAGES)
def test_what_has_no_line_is_named(shared: Shared, page: str, world: str) -> None:
    with store_at(shared(world)):
        unnamed = [one for one in lacking(page) if not one.startswith((*WORDS, *LINES, *RECORD, *WITHOUT))]
    assert unnamed == []


def test_every_table_by_name_is_on_a_page(shared: Shared) -> None:
    with store_at(shared("shipped")):
        links = [
            address
            for page in PAGES
            for one in walk(PAGES[page]())
            if isinstance(one, Take)
            for _, address in one.links
        ]
    names = {Path(one.partition("?")[0]).stem for one in links}
    assert set(taking.TABLES) <= names
