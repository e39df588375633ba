"""Bullet rows: regions, or the years of one, against 100 in both definitions: two thin bars and one target line.

A table whose second column is the drawing: picture and twin in one, for eye, ear, phone and printer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.core.dots import round_step
from sdw.dissemination.charts.core.ordering import Order, ordered
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference import periods
from sdw.reference.documents import targets
from sdw.text.dutch import listing, number, say

#: The part of the width that stays free at the right of the longest bar.
_FREE = 1.04
#: At most so many marks on the axis, and how near to the target line (part of the width) one may stand.
_MARKS, _NEAR = 6, 0.09


def targets_of_regions(
    started: Sequence[Figure], durable: Sequence[Figure], *, order: Order = "alfabet", selected: str = ""
) -> str:
    """A table as HTML: per region two bars from zero and both counts, and the target line at 100.

    `started` and `durable`: one figure per region, counts per period. A provisional figure has an asterisk; a
    missing one has no bar, and the pattern and word of its status in place of the number. The targets are
    of a year: a shorter period has no target line. Empty when no region has a value.
    """
    by_code = {one.region: (one, two) for one, two in zip(started, _beside(started, durable), strict=True)}
    rows = [_Row(wording.place(code), *by_code[code], marked=code == selected) for code in ordered(by_code, order)]
    whole_year = bool(started) and periods.parse(started[0].period).kind == "year"
    what = _subtitle(started, durable, order) if started else ""
    title = say("chart.bullet.title") + wording.example((*started, *durable))
    return _drawn(rows, title, what, say("page.region"), aimed=whole_year)


def targets_of_years(
    started: Sequence[Figure], durable: Sequence[Figure], carried_out: Sequence[Figure], closing: Sequence[Figure]
) -> str:
    """The same for one region with a row per full year, and two more counts of it as numbers.

    No line joins the years and no trend is named: there are fewer than five comparable points, or the method of
    counting changed between them. Empty when no year has a value.
    """
    rows = [
        _Row(wording.period(one.period), one, two, more)
        for one, two, *more in zip(started, durable, carried_out, closing, strict=True)
    ]
    if not rows:
        return ""
    shown = (*started, *durable, *carried_out, *closing)
    title = say("chart.history.title", region=wording.place(started[0].region)) + wording.example(shown)
    what = say(
        "chart.history.subtitle",
        **_line(),
        note=wording.notes(shown, named=False),
        example=wording.example(shown),
    )
    more = (catalogue.CARRIED_OUT.short, catalogue.CLOSING.short)
    return _drawn(rows, title, what, say("page.year"), aimed=True, more=more)


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    started: Figure
    durable: Figure
    more: Sequence[Figure] = ()
    marked: bool = False


def _drawn(
    rows: Sequence[_Row], title: str, what: str, first: str, *, aimed: bool, more: Sequence[str] = ()
) -> str:
    values = [one.value for row in rows for one in (row.started, row.durable) if one.value is not None]
    if not values:
        return ""
    target = targets.STARTED.per_region if aimed else None
    longest = max(*values, target or 0) * _FREE
    names = (catalogue.STARTED.short, catalogue.DURABLE.short, *more)
    css = " ".join(("sdw-table sdw-bullets", *(f"n{i}" for i in range(2, len(names) + 2)), *["aimed"] * aimed))
    aim = f";--at:{target}" if target else ""
    return (
        f"<h3>{escape(title)}</h3><p class=sdw-quiet>{escape(what)}</p>"
        f'<table class="{css}" style=--max:{longest:.6g}{aim}>'
        f"<thead><tr><th>{escape(first)}<td aria-hidden=true>{_axis(longest, target)}"
        f"{''.join(f'<th>{escape(name)}' for name in names)}<tbody>{''.join(map(_row, rows))}</table>"
    )


def _beside(started: Sequence[Figure], durable: Sequence[Figure]) -> list[Figure]:
    by_code = {figure.region: figure for figure in durable}
    return [by_code[figure.region] for figure in started]


def _subtitle(started: Sequence[Figure], durable: Sequence[Figure], order: Order) -> str:
    shown = (*started, *durable)
    whole_year = periods.parse(started[0].period).kind == "year"
    return say(
        "chart.bullet.subtitle" if whole_year else "chart.bullet.subtitle_part",
        period=wording.period(started[0].period),
        **_line(),
        order=say(f"chart.bullet.{order}"),
        note=wording.notes(shown, named=False),
        example=wording.example(shown),
    )


def _line() -> dict[str, str]:
    """What the line at 100 stands for: the ambition, and the target."""
    names = listing([f"{one.name} ({catalogue.by_id(one.indicator).short})" for one in targets.ALL])
    return {"target": number(targets.STARTED.per_region), "names": names}


def _axis(longest: float, target: int | None) -> str:
    marks = [
        f"<i style=--to:{mark}>{number(mark)}</i>"
        for mark in _marks(longest)
        if target is None or abs(mark - target) / longest > _NEAR
    ]
    aim = "" if target is None else f"<b>{escape(say('chart.target', target=number(target)))}</b>"
    return "".join(marks) + aim


def _marks(longest: float) -> Iterable[int]:
    """Round numbers from zero: 0, 100, 200, 300."""
    return range(0, int(longest) + 1, int(round_step(longest, _MARKS)))


def _row(row: _Row) -> str:
    mark = ' class=me aria-current="true"' if row.marked else ""
    every = (row.started, row.durable, *row.more)
    same = row.started.value is None and len({(one.value, one.status) for one in every}) == 1
    cells = _cell(row.started, f" colspan={len(every)}") if same else "".join(map(_cell, every))
    return f"<tr{mark}><th>{escape(row.name)}<td{_bars(a=row.started, b=row.durable)}>{cells}"


def _bars(**bars: Figure) -> str:
    """The lengths of the bars as they are counted; a missing one has none."""
    lengths = [f"--{name}:{one.value:.6g}" for name, one in bars.items() if one.value is not None]
    return f" style={';'.join(lengths)}" if lengths else ""


def _cell(figure: Figure, span: str = "") -> str:
    kind = "" if figure.value is not None else f" class={palette.STATUS_CLASS[figure.status]}"
    return f"<td{kind}{span}>{escape(wording.shown(figure))}"
