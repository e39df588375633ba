"""Absence over time as scenes: all quarters with the moving year, and the quarters of a few years together."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.layout import SMALL, Label, Plot, Words, apart, pointed
from sdw.dissemination.charts.core.scene import Circle, Fact, Ink, Line, Mark, Scene, Stroke, Text
from sdw.dissemination.figures.absence import Moving
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference import periods
from sdw.reference.status import Status
from sdw.text.dutch import number, say

#: As high as the drawings are where they are not told, and what of that lies around the plot.
HEIGHT, _AROUND = 372.0, 52.0
SEASONS_HEIGHT, _SEASONS_AROUND = 360.0, 40.0
#: Room at the right for a year behind the last point.
_AFTER_YEAR = 64.0
YEARS_BESIDE = 4


def total(
    quarters: Sequence[Figure],
    moving: Sequence[Moving],
    breaks: Sequence[tuple[str, str]],
    words: Words,
    width: float = 720,
    height: float = HEIGHT,
) -> Scene | None:
    """Quarters as a thin grey line, the moving year as the emphasised one, in percent, zero in the axis.

    `breaks` are (period, letter): a dotted line with its letter, which the page explains. What is provisional is
    dotted, and its last figure has a star. Every figure is told where a reader points. None when there is no
    moving year.
    """
    known = [figure for figure in quarters if figure.value is not None]
    if not known or not moving:
        return None
    years = (periods.parse(known[0].period).year, periods.parse(known[-1].period).year + 1)
    top = max(figure.value or 0 for figure in known) * 1.18
    quarter = say("verzuim.chart.quarter", value=wording.shown(known[-1]))
    mean = say("verzuim.chart.moving", value=_mean(moving[-1]))
    room = width * 0.3
    ends = [tuple(lettering.wrapped(words, SMALL * 1.06, max(room, 84))) for words in (quarter, mean)]
    after = lettering.widest([line for lines in ends for line in lines], SMALL) * 1.06 + 12
    plot = Plot(44, 24, width - after, 24 + height - _AROUND, Axis(*years), Axis(0, top))
    first = -(-years[0] // 5) * 5
    marks = plot.upright([(tick, f"{number(tick)}%") for tick in range(0, int(top) + 1, 2)])
    marks += plot.lying([(year, str(year)) for year in range(first, years[1], 5)])
    for period, letter in breaks:
        at = plot.across(periods.parse(period).year)
        marks.append(Line(((at, plot.top), (at, plot.bottom)), "accent", 1, "dotted"))
        marks.append(Text(at, plot.top - 6, letter, 14, "accent", "middle"))
    quarterly = tuple(plot.at(_middle(one.period), one.value or 0) for one in known)
    marks.append(Line(quarterly, "others", 1.25))
    marks += _moving(moving, plot)
    marks += [
        pointed(at, f"{wording.period(one.period)}: {wording.shown(one)}")
        for at, one in zip(quarterly, known, strict=True)
    ]
    marks += [
        pointed(
            plot.at(_middle(one.period), one.value),
            say("verzuim.chart.moving_hover", period=wording.period(one.period), value=_mean(one)),
        )
        for one in moving
    ]
    end = plot.at(_middle(moving[-1].period), moving[-1].value)
    within = "ground" if moving[-1].provisional else "primary"
    marks.append(Circle(*end, 4, ink=within, edge="primary", edge_width=2))
    behind = quarterly[-1][0] + 10
    labels = [
        Label(behind, quarterly[-1][1], ends[0], "quiet"),
        Label(behind, plot.up(moving[-1].value), ends[1], "primary", bold=True),
    ]
    marks += apart(labels, plot.top, plot.bottom)
    facts = (
        *(Fact(wording.period(one.period), wording.shown(one), one.status) for one in quarters),
        Fact(
            say("verzuim.chart.moving_hover", period=wording.period(moving[-1].period), value=""), _mean(moving[-1])
        ),
    )
    return Scene(
        width, plot.bottom + 28, words.title, words.finding, tuple(marks), facts, words.subtitle, words.message
    )


def _moving(moving: Sequence[Moving], plot: Plot) -> list[Mark]:
    """Solid while final, dotted from the first provisional mean on."""
    first = next((index for index, one in enumerate(moving) if one.provisional), len(moving))
    parts: tuple[tuple[Sequence[Moving], Stroke], ...] = (
        (moving[:first], "solid"),
        (moving[max(first - 1, 0) :] if first < len(moving) else (), "dotted"),
    )
    return [
        Line(tuple(plot.at(_middle(one.period), one.value) for one in part), "primary", 3, stroke)
        for part, stroke in parts
        if len(part) > 1
    ]


def seasons(
    quarters: Sequence[Figure], words: Words, width: float = 480, height: float = SEASONS_HEIGHT
) -> Scene | None:
    """The four quarters of the newest years, one line a year, the newest emphasised; percent.

    The axis does not start at zero: the page says so. A year that is not whole has its label above its end.
    """
    by_year: dict[int, list[Figure]] = {}
    for figure in quarters:
        if figure.value is not None:
            by_year.setdefault(periods.parse(figure.period).year, []).append(figure)
    years = sorted(by_year)[-YEARS_BESIDE:]
    if not years:
        return None
    shown = [figure for year in years for figure in by_year[year]]
    values = [figure.value or 0 for figure in shown]
    low, high = floor(min(values)) - 0.5, ceil(max(values)) + 0.5
    bottom = 12 + height - _SEASONS_AROUND
    plot = Plot(44, 12, width - _AFTER_YEAR, bottom, Axis(0.8, 4.2), Axis(low, high))
    names = [(each, say("verzuim.chart.quarter_number", number=each)) for each in (1, 2, 3, 4)]
    marks = plot.upright([(tick, f"{number(tick)}%") for tick in range(ceil(low), int(high) + 1)])
    marks += plot.lying(names)
    ends: list[Label] = []
    for age, year in enumerate(reversed(years)):
        drawn, end = _year(by_year[year], year, age, plot)
        marks += drawn
        ends.append(end)
    marks += apart([end for end in ends if end.anchor == "start"], plot.top, plot.bottom)
    above = (end for end in ends if end.anchor != "start")
    marks += [Text(end.x, end.y, end.lines[0], SMALL, end.ink, "middle", bold=end.bold) for end in above]
    facts = tuple(Fact(wording.period(one.period), wording.shown(one), one.status) for one in shown)
    return Scene(
        width, plot.bottom + 28, words.title, words.finding, tuple(marks), facts, words.subtitle, words.message
    )


def _year(figures: Sequence[Figure], year: int, age: int, plot: Plot) -> tuple[list[Mark], Label]:
    """One line with its dots (the older, the thinner), and its name behind the end or, not whole, above it."""
    ink: Ink = ("primary", "text")[age] if age < 2 else "others"
    strokes: tuple[Stroke, ...] = ("solid", "solid", "solid", "dashed")
    provisional = any(figure.status is Status.PROVISIONAL for figure in figures)
    points = tuple(plot.at(periods.parse(one.period).number, one.value or 0) for one in figures)
    marks: list[Mark] = []
    if len(points) > 1:
        stroke = "dotted" if provisional else strokes[age]
        marks.append(Line(points, ink, 3 if age == 0 else 1.5, stroke))
    tips = (f"{wording.period(one.period)}: {wording.shown(one)}" for one in figures)
    marks += [
        Circle(x, y, 4 if age == 0 else 2.5, ink=ink, tip=tip) for (x, y), tip in zip(points, tips, strict=True)
    ]
    x, y = points[-1]
    name = f"{year}{'*' * provisional}"
    if periods.parse(figures[-1].period).number == len(strokes):
        return marks, Label(x + 8, y, (name,), "quiet" if ink == "others" else ink, bold=age == 0)
    return marks, Label(x, y - 12, (name,), ink, bold=age == 0, anchor="middle")


def _mean(one: Moving) -> str:
    return f"{number(one.value, 1)}%{'*' if one.provisional else ''}"


def _middle(period: str) -> float:
    """Where a quarter lies on an axis of years."""
    parsed = periods.parse(period)
    return parsed.year + (parsed.number - 0.5) / 4
