"""Bullet rows: 35 regions against 100 in both definitions, two thin bars per region and one target line.

A table whose second column is the drawing: picture and twin in one, for eye, ear, phone and printer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from sdw.charts import palette
from sdw.charts.ordering import Order, ordered
from sdw.indicators import catalogue, wording
from sdw.indicators.figures import Figure
from sdw.reference import periods, targets
from sdw.reference.status import Status
from sdw.text.dutch import number, say

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
    values = [figure.value for figure in (*started, *durable) if figure.value is not None]
    if not values:
        return ""
    target = targets.STARTED.per_region if periods.parse(started[0].period).kind == "year" else None
    longest = max(*values, target or 0) * _FREE
    by_code = {one.region: (one, two) for one, two in zip(started, _beside(started, durable), strict=True)}
    rows = "".join(_row(*by_code[code], marked=code == selected) for code in ordered(by_code, order))
    aim = f";--at:{target}" if target else ""
    what = _subtitle(started, durable, order)
    return (
        f"<h3>{escape(say('chart.bullet.title'))}</h3><p class=sdw-quiet>{escape(what)}</p>"
        f'<table class="sdw-table sdw-bullets n2 n3{" aimed" if target else ""}" style=--max:{longest:.6g}{aim}>'
        f"<thead><tr><th>{escape(say('page.region'))}<td aria-hidden=true>{_axis(longest, target)}"
        f"<th>{escape(catalogue.STARTED.short)}<th>{escape(catalogue.DURABLE.short)}<tbody>{rows}</table>"
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
        order=say(f"chart.bullet.{order}"),
        note=say("page.provisional") if any(one.status is Status.PROVISIONAL for one in shown) else "",
        example=say("chart.example") if any(one.is_example for one in shown) else "",
    )


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
    steps = (by * 10**power for power in range(9) for by in (1, 2, 5))
    step = next(step for step in steps if longest / step < _MARKS)
    return range(0, int(longest) + 1, step)


def _row(started: Figure, durable: Figure, *, marked: bool) -> str:
    mark = ' class=me aria-current="true"' if marked else ""
    same = started.value is None and durable.value is None and started.status is durable.status
    cells = _cell(started, " colspan=2") if same else _cell(started) + _cell(durable)
    return f"<tr{mark}><th>{escape(wording.place(started.region))}<td{_bars(a=started, b=durable)}>{cells}"


def _bars(**bars: Figure) -> str:
    """The lengths of the bars as they are counted; a missing one has none."""
    lengths = [f"--{name}:{one.value:.6g}" for name, one in bars.items() if one.value is not None]
    return f" style={';'.join(lengths)}" if lengths else ""


def _cell(figure: Figure, span: str = "") -> str:
    kind = "" if figure.value is not None else f" class={palette.STATUS_CLASS[figure.status]}"
    return f"<td{kind}{span}>{escape(wording.shown(figure))}"
