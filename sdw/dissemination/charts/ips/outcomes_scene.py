"""Regional outcomes by months since the start as a scene: a line per series with thin upright intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.layout import SMALL, Label, Plot, Words, apart
from sdw.dissemination.charts.core.scene import Circle, Fact, Ink, Line, Mark, Path, Rect, Scene
from sdw.dissemination.charts.ips import frame
from sdw.reference.status import Status
from sdw.statistics.estimate import Estimate, Unit
from sdw.text import dutch

#: As high as it is where it is not told, and what of that lies around the plot.
HEIGHT, _AROUND = 380.0, 60.0
_MISSING = (Status.SUPPRESSED, Status.NOT_DELIVERED, Status.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Point:
    """The rate (percent, Wilson interval) at some months since the start, or why there is none."""

    months: int
    rate: Estimate | None
    status: Status


@dataclass(frozen=True, slots=True)
class Series:
    """One line: a start cohort or a method.

    `emphasised`: the one line that carries the message. `young`: the cohort has not been followed
    long enough for the comparison; it is dotted and stands in no total.
    """

    label: str
    points: tuple[Point, ...]
    emphasised: bool = False
    young: bool = False


def scene(series: Sequence[Series], words: Words, width: float = 640, height: float = HEIGHT) -> Scene:
    """A line per series with thin upright intervals: percent from zero, by months since the start.

    The emphasised series has full dots on a thick line, the others squares on a thin one; a young one is dotted. A
    point without a rate breaks the line, and a patch at the foot says why; `nvt` leaves nothing. ValueError for a
    rate that is no percentage.
    """
    if any(point.rate and point.rate.unit is not Unit.PERCENT for one in series for point in one.points):
        raise ValueError("an outcome is a percentage")
    after = min(150.0, width * 0.3)
    bottom = 12 + height - _AROUND
    plot = Plot(52, 12, width - after, bottom, Axis(4, 38), Axis(-6, ceiling(series) + 2))
    marks = plot.upright(
        [(tick, str(tick)) for tick in range(0, int(plot.y.high) + 1, 20)], dutch.say("ips.chart.rate_axis")
    )
    marks += plot.lying([(month, str(month)) for month in range(6, 37, 6)], dutch.say("ips.chart.months"))
    labels: list[Label] = []
    for place, one in enumerate(series):
        shift = 7.0 * (place - (len(series) - 1) / 2)
        marks += _drawn(one, plot, shift)
        labels += _label(one, plot, width)
    marks += apart(labels, plot.top, plot.bottom)
    facts = tuple(_fact(one, point) for one in series for point in one.points)
    return Scene(width, plot.bottom + 48, words.title, words.finding, tuple(marks), facts, words.subtitle)


def ceiling(series: Sequence[Series]) -> float:
    """The next multiple of twenty above every limit, a hundred at most."""
    highest = max((point.rate.high for one in series for point in one.points if point.rate), default=0.0)
    return min(100.0, 20.0 * (highest // 20 + 1))


def _ink(one: Series) -> Ink:
    return "primary" if one.emphasised else "quiet"


def _drawn(one: Series, plot: Plot, shift: float) -> list[Mark]:
    ink, points, marks = _ink(one), [], []
    runs: list[list[tuple[float, float]]] = [[]]
    for point in one.points:
        x = plot.across(point.months) + shift
        if point.rate is None:
            runs.append([])
            marks += _missing(one, point, plot, x)
            continue
        y = plot.up(point.rate.value)
        runs[-1].append((x, y))
        ends = ((x, plot.up(point.rate.low)), (x, plot.up(point.rate.high)))
        points += [_interval(one, ends, ink), _dot(one, point, x, y, ink)]
    stroke, thick = "dotted" if one.young else "solid", 3 if one.emphasised else 1.5
    lines: list[Mark] = [Line(tuple(run), ink, thick, stroke) for run in runs if len(run) > 1]  # type: ignore[arg-type]
    return [*lines, *points, *marks]


def _interval(one: Series, ends: tuple[tuple[float, float], tuple[float, float]], ink: Ink) -> Mark:
    """A thin line; of a young cohort a hatched strip, because it stands in no total."""
    (x, low), (_, high) = ends
    if not one.young:
        return Line(ends, ink, 1)
    return Rect(x - 5, high, 10, low - high, ink="card", edge="quiet", edge_stroke="dotted")


def _dot(one: Series, point: Point, x: float, y: float, ink: Ink) -> Mark:
    key = "ips.chart.outcome_hover_young" if one.young else "ips.chart.outcome_hover"
    tip = dutch.say(key, series=one.label, months=point.months, figure=_shown(point))
    if one.young:
        return Circle(x, y, 4, ink="ground", edge=ink, edge_width=2, tip=tip)
    return Circle(x, y, 4.5, ink=ink, tip=tip) if one.emphasised else Rect(x - 3.5, y - 3.5, 7, 7, ink=ink, tip=tip)


def _missing(one: Series, point: Point, plot: Plot, x: float) -> list[Mark]:
    if point.status not in _MISSING:
        return []
    tip = dutch.say(
        "ips.chart.missing_hover", series=one.label, months=point.months, status=dutch.say(f"status.{point.status}")
    )
    y = plot.up(-3)
    form = f"M{x - 6:.2f} {y - 6:.2f}h12v12h-12z"
    return [Path(form, pattern=point.status, edge="quiet", tip=tip)]


def _label(one: Series, plot: Plot, width: float) -> list[Label]:
    known = [(point.months, point.rate) for point in one.points if point.rate]
    if not known:
        return []
    months, rate = known[-1]
    words = dutch.say("ips.chart.too_young", series=one.label) if one.young else one.label
    x = plot.across(months) + 16
    lines = tuple(lettering.wrapped(words, SMALL * 1.06, width - x - 4))
    return [Label(x, plot.up(rate.value), lines, _ink(one), bold=one.emphasised)]


def _shown(point: Point) -> str:
    return frame.with_interval(point.rate) if point.rate else dutch.say(f"status.{point.status}")


def _fact(one: Series, point: Point) -> Fact:
    return Fact(f"{one.label}, {point.months}", _shown(point), point.status)
