"""Tables of the survey on burn-out complaints: always with intervals. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.absence import Compared
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference.series.sectors import TOTAL, by_code
from sdw.text.dutch import say


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
        closed=True,
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
        fold=True,
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
        fold=True,
    )
