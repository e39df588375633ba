"""Who could be meant: published figures of people, of the nation or of a region, whoever delivered trajectories."""

from __future__ import annotations

from sdw.dissemination.blocks.figures import Tile, Tiles
from sdw.dissemination.blocks.model import Heading, Paragraph, Parts
from sdw.dissemination.figures.sentences import wording
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.indicators.need_catalogue import YOUNG_LIMITED
from sdw.text.dutch import listing, say

#: Each number of people, with the same per 1,000 inhabitants where there is such a figure.
_SHOWN = (
    ("mensen_ao", "ao_per_1000_15_64"),
    ("mensen_bijstand", "bijstand_per_1000_15_64"),
    (YOUNG_LIMITED.id, ""),
)


def of_nation(edition: Edition) -> Parts:
    """A heading and the figures of the nation; empty in an edition without them."""
    shown = tiles(edition, NATION)
    if not shown:
        return ()
    return (Heading(say("need.title")),), (Tiles(tuple(shown)), Paragraph(say("need.read"), quiet=True))


def tiles(edition: Edition, region: str) -> list[Tile]:
    """The figures of a region or the nation, each with its source; without those that the edition lacks."""
    found = ((_newest(edition, people, region), _newest(edition, rate, region)) for people, rate in _SHOWN)
    return [_tile(edition, mine, rate) for mine, rate in found if mine is not None]


def _newest(edition: Edition, indicator: str, region: str) -> Figure | None:
    """The figure of the newest period; None where there is none, or no indicator ('')."""
    codes = figures.period_codes(edition, indicator)
    found = figures.select(edition, indicator, region=region, period=codes[0]) if codes else ()
    return found[0] if found else None


def _tile(edition: Edition, mine: Figure, rate: Figure | None) -> Tile:
    indicator = catalogue.by_id(mine.indicator)
    compared = rate or mine
    nation = "" if mine.region == NATION else _nation(edition, compared)
    per = say("need.per_1000", value=wording.shown(rate)) if rate is not None else ""
    return Tile(
        label=say("page.tile_label", indicator=indicator.label, period=wording.period(mine.period))
        + wording.real([mine], edition),
        figure=wording.shown(mine),
        unit=wording.unit(mine.value, indicator) if mine.value is not None else "",
        against=". ".join(filter(None, (per, nation))),
        coverage=say("need.source", sources=listing(list(mine.cited.texts))),
        detail=indicator.caveats[0],
        status=mine.status,
    )


def _nation(edition: Edition, compared: Figure) -> str:
    """'Nederland: 68,0'; '' where the nation has no such figure."""
    nation = _newest(edition, compared.indicator, NATION)
    return "" if nation is None else say("need.nation", value=wording.shown(nation))
