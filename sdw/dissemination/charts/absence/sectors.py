"""Sectors side by side: highest first, with the figure of a year earlier or with the 95% interval."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.dots import Axis, Mark
from sdw.dissemination.figures.absence import Compared
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference.series.sectors import by_code
from sdw.text.dutch import MINUS, number, say


def ranked(rows: Sequence[Compared], total: Compared, *, selected: str = "") -> dots.Drawing:
    """Per sector a full dot for now and an open one for a year earlier, in percent from zero, the highest on top.

    With the difference in percentage points in words at the right. `total` is a labelled line. No rows: nothing to
    draw.
    """
    values = [figure.value or 0 for row in rows for figure in (row.now, row.earlier) if figure]
    drawn = [_row(row, _pair(row), selected, signed(row.difference)) for row in rows]
    return _drawing(drawn, max(values, default=0) * 1.2, total, "beside more")


def intervals(rows: Sequence[Compared], total: Compared, *, selected: str = "") -> dots.Drawing:
    """Per sector the figure with its 95% interval, in percent from zero, the highest on top."""
    drawn = [_row(row, _interval(row.now), selected) for row in rows]
    highest = max((row.now.high or row.now.value or 0 for row in rows), default=0)
    return _drawing(drawn, highest * 1.08, total, "beside")


def signed(difference: float | None) -> str:
    """'+0,2', '−0,3', '0,0'; '–' where there is nothing to compare with."""
    if difference is None:
        return "–"
    sign = "+" if difference > 0 else MINUS if difference < 0 else ""
    return sign + number(abs(difference), 1)


def _drawing(rows: Sequence[dots.Row], top: float, total: Compared, css: str) -> dots.Drawing:
    axis = Axis(0, top)
    ticks = dots.ticks(axis, lambda tick: f"{number(tick)}%") if rows else []
    line = (total.now.value or 0, say("verzuim.chart.all", value=wording.shown(total.now)))
    return dots.Drawing(rows, axis, ticks, line, css)


def _row(row: Compared, marks: Sequence[Mark], selected: str, figure: str = "") -> dots.Row:
    label = by_code(row.now.sector).label
    told = "; ".join(_told(one) for one in (row.now, row.earlier) if one and (figure or one is row.now))
    mine = "me" * (row.now.sector == selected)
    return dots.Row(label, marks, figure, f"{label}, {told}", mine, wording.shown(row.now), row.now.status)


def _pair(row: Compared) -> list[Mark]:
    """The year earlier behind, tied to now in front."""
    now, earlier = row.now.value or 0, row.earlier.value if row.earlier else None
    behind = [] if earlier is None else [Mark("tie", earlier, now), Mark("open", earlier)]
    return [*behind, Mark("full", now)]


def _interval(figure: Figure) -> list[Mark]:
    value = figure.value or 0
    return [Mark("line", figure.low or value, figure.high or value), Mark("full", value)]


def _told(figure: Figure) -> str:
    interval = wording.interval(figure)
    return f"{wording.period(figure.period)}: {wording.shown(figure)}" + (f" ({interval})" if interval else "")
