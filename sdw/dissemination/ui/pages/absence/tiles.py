"""The figures of Verzuim set large. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.figures import Tile
from sdw.dissemination.charts.absence.sectors import signed
from sdw.dissemination.figures import absence
from sdw.dissemination.figures.absence import Compared, Moving
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.sentences import wording
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.reference.series.sectors import TOTAL, by_code
from sdw.text.dutch import say


def of(edition: Edition, sector: str, newest: Compared) -> list[Tile]:
    """The newest quarter, the moving year, burn-out complaints, and absence with and without them."""
    found = [_quarter(newest), _moving(absence.moving_year(edition, sector)), _complaints(edition, sector)]
    having = absence.newest(edition, catalogue.ABSENCE_WITH, "", "year")
    lacking = absence.newest(edition, catalogue.ABSENCE_WITHOUT, "", "year")
    if having and lacking:
        found.append(
            Tile(
                label=say("page.verzuim.tile_with", year=having.now.period),
                figure=wording.shown(having.now),
                against=say("page.verzuim.tile_without", value=wording.shown(lacking.now)),
                detail=say("page.verzuim.tile_all_employees"),
            )
        )
    return [tile for tile in found if tile is not None]


def _quarter(newest: Compared) -> Tile:
    against = ""
    if newest.earlier is not None and newest.difference is not None:
        against = say(
            "page.verzuim.tile_earlier",
            value=wording.shown(newest.earlier),
            difference=signed(newest.difference),
        )
    return Tile(
        label=say("page.verzuim.tile_quarter", period=wording.period(newest.now.period)),
        figure=wording.shown(newest.now),
        against=against,
        detail=by_code(newest.now.sector).label,
    )


def _moving(moving: Sequence[Moving]) -> Tile | None:
    if not moving:
        return None
    earlier = say("page.verzuim.tile_mean_earlier", value=sentences.mean(moving[-5])) if len(moving) > 4 else ""
    return Tile(
        label=say("page.verzuim.tile_mean", period=wording.period(moving[-1].period)),
        figure=sentences.mean(moving[-1]),
        against=earlier,
        detail=say("page.verzuim.tile_mean_own"),
    )


def _complaints(edition: Edition, sector: str) -> Tile | None:
    """Of the chosen sector where the survey has it, otherwise of all employees."""
    found = absence.newest(edition, catalogue.EXHAUSTION, sector, "year")
    found = found or absence.newest(edition, catalogue.EXHAUSTION, TOTAL, "year")
    if found is None:
        return None
    return Tile(
        label=say("page.verzuim.tile_complaints", year=found.now.period),
        figure=wording.shown(found.now),
        unit=say("page.verzuim.of_employees"),
        against=by_code(found.now.sector).label,
        detail=say("page.verzuim.tile_interval", interval=wording.interval(found.now)),
    )
