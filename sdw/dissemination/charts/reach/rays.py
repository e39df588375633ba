"""Lines of equal reach: on each, as many trajectories start per 1,000 people, whatever the size of a region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sdw.dissemination.charts.core import dots, lettering
from sdw.dissemination.charts.core.layout import LEADING, SMALL, Label, Plot, apart
from sdw.dissemination.charts.core.scene import Line, Mark, Text

#: Fewer than this many lines: a reader compares with a few, and names them.
_FEW = 5
#: A line this near to the national one (as a part of it) would only thicken it.
_NEAR = 0.12
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Ray:
    """One line: how many start per 1,000, and its words at its end."""

    rate: float
    words: tuple[str, ...]
    is_national: bool = False


def round_rates(highest: float, nation: float | None) -> list[float]:
    """A few round rates up to the highest, without the one that lies on the national line."""
    step = dots.round_step(highest, _FEW, smallest=0.1)
    found = [step * place for place in range(1, int(highest / step) + 1)]
    return [one for one in found if nation is None or abs(one - nation) > _NEAR * nation]


def marks(rays: Sequence[Ray], plot: Plot) -> list[Mark]:
    """The lines, each named where it leaves the area: at the right, or above it where there is room."""
    drawn: list[Mark] = []
    right: list[Label] = []
    above: list[Text] = []
    for ray in sorted(rays, key=lambda ray: not ray.is_national):
        x, y = _end(ray.rate, plot)
        ink = "accent" if ray.is_national else "quiet"
        line = Line((plot.at(0, 0), plot.at(x, y)), ink, 2 if ray.is_national else 1)
        line = line if ray.is_national else replace(line, stroke="dotted")
        if x >= plot.x.high:
            words = _label(ray, ink, plot.right + _GAP, plot.up(y))
            right.append(words)
        elif named := _over(ray, ink, plot.across(x), plot, above):
            above.append(named)
        else:
            continue
        drawn.append(line)
    return [*drawn, *apart(right, plot.top, plot.bottom), *above]


def _end(rate: float, plot: Plot) -> tuple[float, float]:
    """Where the line leaves the area, in people and trajectories."""
    y = rate * plot.x.high / 1000
    return (plot.x.high, y) if y <= plot.y.high else (1000 * plot.y.high / rate, plot.y.high)


def _label(ray: Ray, ink: str, x: float, y: float) -> Label:
    return Label(x, y, ray.words, ink, bold=ray.is_national)


def _over(ray: Ray, ink: str, x: float, plot: Plot, others: Sequence[Text]) -> Text | None:
    """The words above the area, within its width; None where they would lie over others."""
    words = " ".join(ray.words)
    half = lettering.width(words, SMALL, bold=ray.is_national) / 2
    middle = min(max(x, plot.left + half), plot.right - half)
    for other in others:
        beside = lettering.width(other.words, SMALL, bold=other.bold) / 2
        if abs(other.x - middle) < half + beside + _GAP:
            return None
    return Text(middle, plot.top - LEADING / 2, words, SMALL, ink, "middle", bold=ray.is_national)
