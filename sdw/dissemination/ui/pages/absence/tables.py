"""Tiles and tables of the page on absence: the twins of its pictures. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.figures import Tile
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.absence.sectors import signed
from sdw.dissemination.figures import absence
from sdw.dissemination.figures.absence import Compared, Moving, Revised
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.sentences import wording
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference.series.sectors import TOTAL, by_code
from sdw.text.dutch import number, say

#: Quarters in the table under the series: three years.
_QUARTERS = 12


def tiles(edition: Edition, sector: str, newest: Compared) -> list[Tile]:
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


def quarters(edition: Edition, sector: str) -> Table:
    """The last quarters, each beside the same quarter a year earlier."""
    rows = absence.compared(edition, sector, _QUARTERS)
    return Table(
        caption=say("page.verzuim.table_quarters", sector=by_code(sector).label),
        head=[
            say("page.verzuim.column_quarter"),
            say("page.verzuim.column_now"),
            say("page.verzuim.column_earlier"),
            say("page.verzuim.column_difference"),
        ],
        rows=[[wording.period(row.now.period), *_three(row)] for row in rows],
        numbers=frozenset({1, 2, 3}),
    )


def side_by_side(rows: Sequence[Compared], total: Compared) -> Table:
    """Sectors, the highest on top, with the total first."""
    return Table(
        caption=say("page.verzuim.table_sectors", period=wording.period(total.now.period)),
        head=[
            say("page.verzuim.column_sector"),
            say("page.verzuim.column_now"),
            say("page.verzuim.column_earlier"),
            say("page.verzuim.column_difference"),
        ],
        rows=[[by_code(row.now.sector).label, *_three(row)] for row in (total, *rows)],
        numbers=frozenset({1, 2, 3}),
    )


def sizes(edition: Edition, total: Compared) -> Table:
    """Company sizes from small to large, in the newest quarter."""
    rows = absence.side_by_side(edition, catalogue.ABSENCE, absence.SIZE, "quarter")
    rows = tuple(sorted(rows, key=lambda row: by_code(row.now.sector).order))
    return Table(
        caption=say("page.verzuim.table_sizes", period=wording.period(total.now.period)),
        head=[
            say("page.verzuim.column_size"),
            say("page.verzuim.column_now"),
            say("page.verzuim.column_earlier"),
            say("page.verzuim.column_difference"),
        ],
        rows=[[_people(row.now.sector), *_three(row)] for row in (*rows, total)],
        numbers=frozenset({1, 2, 3}),
    )


def _people(size: str) -> str:
    """'1 tot 10 werkzame personen' → '1 tot 10': the heading of the column says of whom."""
    return by_code(size).label.removesuffix(say("page.verzuim.people"))


def complaints(rows: Sequence[Compared], total: Compared) -> Table:
    """Burn-out complaints by sector, with interval and whether it differs from all employees."""
    return Table(
        caption=say("page.verzuim.table_complaints", year=total.now.period),
        head=[
            say("page.verzuim.column_sector"),
            say("page.verzuim.column_share"),
            say("page.interval"),
            say("page.verzuim.column_verdict"),
        ],
        rows=[
            [by_code(TOTAL).label, wording.shown(total.now), wording.interval(total.now), ""],
            *(
                [
                    by_code(row.now.sector).label,
                    wording.shown(row.now),
                    wording.interval(row.now),
                    sentences.verdict(row.now, total.now),
                ]
                for row in rows
            ),
        ],
        numbers=frozenset({1, 2}),
        stack=True,
    )


def complaint_years(total: Sequence[Figure], chosen: Sequence[Figure]) -> Table:
    """Burn-out complaints by year, newest first: all employees, and the chosen sector where it is another."""
    parts = [total] if not chosen or chosen[0].sector == total[0].sector else [total, chosen]
    names = [by_code(part[0].sector).label for part in parts]
    by_period = [{figure.period: figure for figure in part} for part in parts]
    return Table(
        caption=say("page.verzuim.table_complaint_years"),
        head=[say("page.year"), *(word for name in names for word in (name, say("page.interval")))],
        rows=[
            [
                one.period,
                *(text for part in by_period for text in _with_interval(part.get(one.period))),
            ]
            for one in reversed(total)
        ],
        numbers=frozenset(range(1, 1 + 2 * len(parts))),
    )


def _with_interval(figure: Figure | None) -> tuple[str, str]:
    return ("–", "") if figure is None else (wording.shown(figure), wording.interval(figure))


def with_and_without(having: Sequence[Figure], lacking: Sequence[Figure]) -> Table:
    """Absence with and without burn-out complaints, by year, newest first."""
    other = {figure.period: figure for figure in lacking}
    rows = [(one, other[one.period]) for one in reversed(having) if one.period in other]
    return Table(
        caption=say("page.verzuim.table_with_without"),
        head=[
            say("page.year"),
            say("page.verzuim.column_with"),
            say("page.interval"),
            say("page.verzuim.column_without"),
            say("page.interval"),
        ],
        rows=[
            [
                one.period,
                wording.shown(one),
                wording.interval(one),
                wording.shown(two),
                wording.interval(two),
            ]
            for one, two in rows
        ],
        numbers=frozenset({1, 2, 3, 4}),
    )


def revisions(found: Sequence[Revised]) -> Table | None:
    """What CBS changed, newest period first; None where nothing changed."""
    if not found:
        return None
    return Table(
        caption=say("page.verzuim.table_revisions", count=number(len(found))),
        head=[
            say("page.figure"),
            say("page.verzuim.column_sector"),
            say("page.verzuim.column_period"),
            say("page.verzuim.column_was"),
            say("page.verzuim.column_is"),
        ],
        rows=[
            [
                catalogue.by_id(one.measure).label,
                by_code(one.sector).label if one.sector else say("cbs.no_sector"),
                wording.period(one.period),
                _state(one.old_value, one.old_status),
                _state(one.new_value, one.new_status),
            ]
            for one in reversed(found)
        ],
        numbers=frozenset({3, 4}),
    )


def _three(row: Compared) -> list[Cell | str]:
    earlier = wording.shown(row.earlier) if row.earlier else "–"
    return [wording.shown(row.now), earlier, signed(row.difference)]


def _state(value: float | None, status: str | None) -> str:
    if status is None:
        return say("page.verzuim.gone")
    if value is None:
        return say(f"status.{status}")
    return f"{number(value, 1)}%{'*' if status == 'voorlopig' else ''}"
