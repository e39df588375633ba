"""Regions around the national rate as a scene: a dot per region between dotted limits. No ranks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdw.dissemination.charts.core import dots, lettering
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.layout import SMALL, Label, Plot, Words, apart
from sdw.dissemination.charts.core.scene import Circle, Fact, Line, Mark, Path, Scene, Text
from sdw.statistics.variation.funnel import Funnel, Verdict
from sdw.text import dutch

_HEIGHT, _STEPS = 360.0, 40


@dataclass(frozen=True, slots=True)
class Place:
    """One region with a published rate: people followed, percent at work, and its verdict.

    `pooled`: the partially pooled rate (percent) beside the raw one; None without. `standing`: the verdict in
    words.
    """

    code: str
    name: str
    people: float
    rate: float
    verdict: Verdict
    pooled: float | None = None
    standing: str = ""


def scene(funnel: Funnel, places: Sequence[Place], words: Words, selected: str = "", width: float = 640) -> Scene:
    """A dot per region, x people followed, y percent at work; dotted lines are the limits.

    All dots have one colour: outside the limits is no good or bad. Named are the regions outside and the selected
    one. With `pooled` an open dot stands beside each raw one, tied by a thin line. ValueError without a region.
    """
    if not places:
        raise ValueError("a funnel plot needs at least one region")
    most = 1.08 * max(place.people for place in places)
    bottom, top = range_of(funnel, places)
    plot = Plot(52, 12, width - 16, 12 + _HEIGHT, Axis(0, most), Axis(bottom, top))
    marks = plot.upright(
        [(tick, str(tick)) for tick in range(0, int(plot.y.high) + 1, 10)], dutch.say("ips.chart.rate_axis")
    )
    people = dots.ticks(plot.x, lambda tick: dutch.number(tick, 0))
    marks += plot.lying(people, dutch.say("ips.chart.people_axis"))
    marks += _limits(funnel, min(place.people for place in places), plot)
    marks += _national(funnel, plot)
    marks += _pulls(places, plot)
    marks += [_dot(place, plot, chosen=place.code == selected) for place in _last(places, selected)]
    named = [p for p in places if p.code == selected or p.verdict in (Verdict.ABOVE, Verdict.BELOW)]
    for left in (True, False):
        labels = [_name(place, plot) for place in named if (place.people < most / 2) is left]
        marks += apart(labels, plot.top, plot.bottom)
    facts = tuple(Fact(place.name, f"{dutch.number(place.rate, 0)}%") for place in places)
    return Scene(width, plot.bottom + 48, words.title, words.finding, tuple(marks), facts, words.subtitle)


def range_of(funnel: Funnel, places: Sequence[Place]) -> tuple[float, float]:
    """Zero is in the axis; the top leaves room for the highest region and the national line."""
    return -2.0, min(102.0, max(funnel.centre * 1.6, max(place.rate for place in places) + 8))


def _limits(funnel: Funnel, fewest: float, plot: Plot) -> list[Mark]:
    start = max(1.0, fewest * 0.9)
    sizes = [start * (plot.x.high / start) ** (step / _STEPS) for step in range(_STEPS + 1)]
    limits = [(size, funnel.limits(size)) for size in sizes]
    top = min(plot.y.high, 100.0)
    low = [plot.at(size, max(one.low, 0.0)) for size, one in limits]
    high = [plot.at(size, min(one.high, top)) for size, one in limits]
    around = "L".join(f"{x:.1f} {y:.1f}" for x, y in (*low, *reversed(high)))
    between = Path(f"M{around}z", ink="quiet", strength=0.07)
    return [between, Line(tuple(low), "quiet", 1, "dotted"), Line(tuple(high), "quiet", 1, "dotted")]


def _national(funnel: Funnel, plot: Plot) -> list[Mark]:
    y = plot.up(funnel.centre)
    words = dutch.say("ips.chart.national", rate=dutch.number(funnel.centre, 0))
    line = Line(((plot.left, y), (plot.right, y)), "accent", 1.5)
    return [line, Text(plot.right, y - 5, words, SMALL, "accent", "end", halo="ground")]


def _last(places: Sequence[Place], selected: str) -> list[Place]:
    """The chosen region over all others."""
    return sorted(places, key=lambda place: place.code == selected)


def _dot(place: Place, plot: Plot, *, chosen: bool) -> Mark:
    rate, people = dutch.number(place.rate, 0), dutch.number(place.people)
    verdict = place.standing or dutch.say(f"ips.verdict.{place.verdict}")
    said = dutch.say("ips.chart.funnel_hover", region=place.name, rate=rate, people=people, verdict=verdict)
    x, y = plot.at(place.people, place.rate)
    ink = "primary" if chosen else "others"
    edge = "ground" if chosen else "text"
    return Circle(
        x,
        y,
        7 if chosen else 4.5,
        ink=ink,
        edge=edge,
        edge_width=0.75,
        tip=said,
        key=place.code,
    )


def _pulls(places: Sequence[Place], plot: Plot) -> list[Mark]:
    """From each raw rate a thin line to an open dot: the pooled one."""
    marks: list[Mark] = []
    for place in places:
        if place.pooled is not None:
            (x, raw), (_, pooled) = plot.at(place.people, place.rate), plot.at(place.people, place.pooled)
            marks.append(Line(((x, raw), (x, pooled)), "others"))
            marks.append(Circle(x, pooled, 4.5, ink="ground", edge="primary", edge_width=1.5))
    return marks


def _name(place: Place, plot: Plot) -> Label:
    """Beside its dot, on the side where there is room."""
    x, y = plot.at(place.people, place.rate)
    if place.people < plot.x.high / 2 and x + 12 + lettering.width(place.name, SMALL) < plot.right:
        return Label(x + 12, y, (place.name,))
    return Label(x - 12, y, (place.name,), anchor="end")
