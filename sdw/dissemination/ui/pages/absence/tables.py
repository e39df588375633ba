"""Tables of the page on absence: the twins of its pictures. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.absence.sectors import signed
from sdw.dissemination.figures import absence, tabled
from sdw.dissemination.figures.absence import Compared, Revised
from sdw.dissemination.figures.sentences import wording
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.reference.series.sectors import TOTAL, by_code
from sdw.text.dutch import number, say

#: Years between the columns of the table under the small multiples.
_STEP = 5


def quarters(edition: Edition, sector: str) -> Table:
    """The last quarters, each beside the same quarter a year earlier."""
    rows = absence.compared(edition, sector, tabled.QUARTERS)
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
        fold=True,
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
        closed=True,
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
        closed=True,
    )


def some_years(edition: Edition, rows: Sequence[Compared]) -> Table | None:
    """All sectors together, and each of them, in the first, every fifth and the newest year; None without years."""
    total = absence.series(edition, catalogue.ABSENCE, TOTAL, "year")
    if not total:
        return None
    known = [one.period for one in total]
    fifth = [year for year in known[1:-1] if int(year) % _STEP == 0 and int(year) - int(known[0]) >= _STEP]
    years = list(dict.fromkeys([*known[:1], *fifth, *known[-1:]]))
    codes = (TOTAL, *(row.now.sector for row in rows))
    by_year = {
        code: {one.period: one for one in absence.series(edition, catalogue.ABSENCE, code, "year")}
        for code in codes
    }
    return Table(
        caption=say("page.verzuim.table_panels"),
        head=[say("page.verzuim.column_sector"), *years],
        rows=[
            [by_code(code).label, *(wording.shown(found[year]) if year in found else "–" for year in years)]
            for code, found in by_year.items()
        ],
        numbers=frozenset(range(1, 1 + len(years))),
        stack=True,
        closed=True,
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
