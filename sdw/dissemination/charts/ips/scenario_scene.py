"""What more IPS could bring as a scene: two hills under each other, on one axis of people."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.layout import SMALL, Plot, Words
from sdw.dissemination.charts.core.scene import Circle, Fact, Ink, Line, Mark, Path, Scene, Text
from sdw.dissemination.charts.ips import frame
from sdw.statistics.scenario import Variant
from sdw.text import dutch

_HEIGHT = 270.0
#: How high a hill rises within its row of height 1.
HILL = 0.5


def scene(lowest: Variant, highest: Variant, words: Words, width: float = 640) -> Scene:
    """A hill per variant, x extra people at work; dot and line below it are the middle and the 95% interval.

    The height of a hill is how likely that number is; both hills have the same surface. "Nobody extra" is a
    labelled line.
    """
    low = min(0.0, lowest.edges[0], highest.edges[0])
    high = max(0.0, lowest.edges[-1], highest.edges[-1])
    around = (high - low) * 0.03
    plot = Plot(14, 8, width - 14, 8 + _HEIGHT, Axis(low - around, high + around), Axis(-0.36, 1.9))
    ticks = dots.ticks(plot.x, lambda tick: dutch.number(tick, 0))
    marks = plot.lying(ticks, dutch.say("ips.chart.extra_axis"), rules=True)
    marks.append(plot.rule(0))
    peak = max(densest(lowest), densest(highest))
    rows: tuple[tuple[str, Variant, Ink], ...] = (
        ("ips.chart.lowest", lowest, "accent"),
        ("ips.chart.highest", highest, "primary"),
    )
    for place, (key, variant, ink) in enumerate(rows):
        marks += _hill(
            variant, 1 - place, peak, dutch.say(key, figure=frame.with_interval(variant.extra)), ink, plot
        )
    nobody = dutch.say("ips.chart.nobody_extra")
    marks.append(Text(plot.across(0) + 4, plot.bottom - 5, nobody, SMALL, "quiet", halo="ground"))
    facts = tuple(
        Fact(dutch.say(key, figure="").rstrip(" :"), frame.with_interval(variant.extra)) for key, variant, _ in rows
    )
    return Scene(width, plot.bottom + 48, words.title, words.finding, tuple(marks), facts, words.subtitle)


def density(variant: Variant) -> list[float]:
    """Share per person: bins of the two variants may differ in width."""
    widths = [after - before for before, after in zip(variant.edges, variant.edges[1:], strict=False)]
    return [share / width for share, width in zip(variant.shares, widths, strict=True)]


def densest(variant: Variant) -> float:
    """The highest of these."""
    return max(density(variant))


def _hill(variant: Variant, floor: float, peak: float, words: str, ink: Ink, plot: Plot) -> list[Mark]:
    centres = [(before + after) / 2 for before, after in zip(variant.edges, variant.edges[1:], strict=False)]
    heights = zip(centres, density(variant), strict=True)
    corners = [(variant.edges[0], 0.0), *heights, (variant.edges[-1], 0.0)]
    outline = [plot.at(x, floor + HILL * high / peak) for x, high in _rounded(corners)]
    data = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in outline) + "z"
    below = floor - 0.08
    low, high = plot.at(variant.extra.low, below), plot.at(variant.extra.high, below)
    tip = f"{words} {frame.unit_name(variant.extra.unit)}"
    return [
        Path(data, ink=ink, strength=0.25, edge=ink),
        Line((low, high), ink, 2),
        Circle(*plot.at(variant.extra.value, below), 5.5, ink=ink, tip=tip),
        Text(plot.left, plot.up(floor + 0.64), words, SMALL, ink, halo="ground"),
    ]


def _rounded(corners: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """A smooth line through all of them, never under zero: between each two a curve that looks one further on both
    sides (Catmull and Rom, 1974), in steps of a quarter.
    """
    ends = [corners[0], *corners, corners[-1]]
    found = []
    for before, here, there, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(4):
            t = step / 4
            bend = -before[1] + 3 * here[1] - 3 * there[1] + after[1]
            turn = 2 * before[1] - 5 * here[1] + 4 * there[1] - after[1]
            high = here[1] + (((there[1] - before[1]) + (turn + bend * t) * t) * t) / 2
            found.append((here[0] + (there[0] - here[0]) * t, max(0.0, high)))
    return [*found, corners[-1]]
