"""Where a running year is expected to end: what is known of it, and from there a fan to between its 95% limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.dots import Axis, round_step
from sdw.dissemination.charts.core.layout import SMALL, Label, Plot, Words, apart, pointed
from sdw.dissemination.charts.core.scene import Circle, Fact, Line, Mark, Path, Scene
from sdw.dissemination.figures.run_up import Point
from sdw.dissemination.figures.sentences import pace, wording
from sdw.edition.figures import Figure
from sdw.text.dutch import MONTHS, number, say

WIDTH, HEIGHT = 560.0, 270.0
#: What of the height lies around the plot.
_AROUND = 40.0
_YEAR = 12
_MARKS = 4
#: How long the mark of a pledge is.
_TICK = 22.0


@dataclass(frozen=True, slots=True)
class Fan:
    """What is drawn: the running year as far as it is known, the year before, where it may end, and its target.

    `counted`: the indicator that has the target. `pledged`: what the place pledged for the year, where that is of
    all of it.
    """

    now: Sequence[Point]
    before: Sequence[Point]
    expected: Figure
    chance: Figure
    target: int
    counted: str
    pledged: Figure | None = None

    @property
    def year(self) -> int:
        """The running year."""
        return int(self.expected.period)

    @property
    def is_drawn(self) -> bool:
        """True where something is expected, and something is known to start from."""
        return self.expected.value is not None and bool(self.now)

    @property
    def shown(self) -> list[Figure]:
        """The published figures in it, each once."""
        parts = [part for point in (*self.now, *self.before) for part in point.parts]
        pledged = [self.pledged] if self.pledged is not None else []
        return list(dict.fromkeys([*parts, *pledged, self.expected, self.chance]))


def scene(fan: Fan, words: Words, width: float = WIDTH, height: float = HEIGHT) -> Scene | None:
    """From zero at the start of the year; None where nothing is expected or nothing is known."""
    low, value, high = fan.expected.low, fan.expected.value, fan.expected.high
    if low is None or value is None or high is None or not fan.is_drawn:
        return None
    ends = _ends(fan, value, (low, high))
    after = lettering.widest([line for label in ends for line in label.lines], SMALL) * 1.06 + 14
    pledged = fan.pledged.value if fan.pledged is not None else None
    most = max(high, fan.target, pledged or 0, *(point.value for point in (*fan.now, *fan.before))) * 1.05
    before = lettering.width(number(most), SMALL) + 16
    plot = Plot(before, 12, width - after, 12 + height - _AROUND, Axis(0, _YEAR), Axis(0, most))
    step = round_step(most, _MARKS)
    marks = plot.upright([(tick, number(tick)) for tick in range(0, int(most) + 1, int(step))])
    marks += plot.lying([(month, MONTHS[month - 1]) for month in (3, 6, 9, _YEAR)])
    marks += [*_band(fan, (low, high), plot), *_lines(fan, value, plot)]
    placed = [Label(plot.right + 8, plot.up(label.y), label.lines, label.ink, bold=label.bold) for label in ends]
    marks += apart(placed, plot.top, plot.bottom)
    return Scene(width, plot.bottom + 28, words.title, words.finding, tuple(marks), _facts(fan), words.subtitle)


def _ends(fan: Fan, value: float, interval: tuple[float, float]) -> list[Label]:
    """What stands at the right end, at its value: the target, what is expected, and the year before."""
    low, high = (number(end) for end in interval)
    expected = (say("fan.expected", value=number(value)), say("fan.between", low=low, high=high))
    ends = [
        Label(0, fan.target, (say(f"fan.target_{fan.counted}", value=number(fan.target)),), "accent"),
        Label(0, value, expected, "primary", bold=True),
    ]
    if fan.pledged is not None and fan.pledged.value is not None:
        told = say("fan.pledged", value=number(fan.pledged.value))
        ends.append(Label(0, fan.pledged.value, (told,), "second"))
    whole = [point for point in fan.before if point.months == _YEAR]
    if whole:
        told = say("fan.before", year=fan.year - 1, value=number(whole[0].value))
        ends.append(Label(0, whole[0].value, (told,), "quiet"))
    return ends


def _band(fan: Fan, interval: tuple[float, float], plot: Plot) -> list[Mark]:
    """Between the limits, from the last point that is known."""
    last = fan.now[-1]
    corners = (plot.at(last.months, last.value), *(plot.at(_YEAR, end) for end in reversed(interval)))
    data = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"
    told = say("fan.interval", low=number(interval[0]), high=number(interval[1]))
    return [Path(data, ink="primary", strength=0.18, edge="primary", edge_width=1, edge_stroke="dotted", tip=told)]


def _lines(fan: Fan, value: float, plot: Plot) -> list[Mark]:
    last = fan.now[-1]
    marks: list[Mark] = [Line(((plot.left, plot.up(fan.target)), (plot.right, plot.up(fan.target))), "accent", 2)]
    earlier = [(0.0, 0.0), *((point.months, point.value) for point in fan.before)]
    if len(earlier) > 1:
        marks.append(Line(tuple(plot.at(*one) for one in earlier), "quiet", 1.5))
    known = [(0.0, 0.0), *((point.months, point.value) for point in fan.now)]
    marks.append(Line(tuple(plot.at(*one) for one in known), "primary", 3))
    marks.append(Line((plot.at(last.months, last.value), plot.at(_YEAR, value)), "primary", 2, "dashed"))
    for point in fan.now:
        ink = "ground" if point.is_provisional else "primary"
        marks.append(Circle(*plot.at(point.months, point.value), 4, ink=ink, edge="primary", edge_width=2))
    if fan.pledged is not None and fan.pledged.value is not None:
        y, told = plot.up(fan.pledged.value), wording.spoken(fan.pledged)
        marks.append(Line(((plot.right - _TICK, y), (plot.right, y)), "second", 4, tip=told))
    return [
        *marks,
        *(pointed(plot.at(point.months, point.value), _told(point)) for point in (*fan.before, *fan.now)),
    ]


def _told(point: Point) -> str:
    return " + ".join(f"{wording.period(part.period)}: {wording.spoken(part)}" for part in point.parts)


def _facts(fan: Fan) -> tuple[Fact, ...]:
    chance = Fact(say("fan.fact_chance"), pace.percent_marked(fan.chance), fan.chance.status)
    expected = Fact(say("fan.fact_expected", year=fan.year), wording.shown(fan.expected), fan.expected.status)
    counts = dict.fromkeys(part for point in (*fan.before, *fan.now) for part in point.parts)
    known = [Fact(wording.period(one.period), wording.shown(one), one.status) for one in counts]
    if fan.pledged is not None:
        known.append(Fact(say("fan.fact_pledged", year=fan.year), wording.shown(fan.pledged), fan.pledged.status))
    return (*known, expected, chance)
