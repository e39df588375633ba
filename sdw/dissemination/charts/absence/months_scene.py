"""Counts by month since 1998 as a scene: a line per kind, dotted while provisional, breaks as lettered lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.dots import Axis
from sdw.dissemination.charts.core.layout import SMALL, Label, Plot, Words, apart, pointed
from sdw.dissemination.charts.core.scene import Fact, Ink, Line, Mark, Scene, Stroke, Text
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference import periods
from sdw.reference.status import Status
from sdw.text.dutch import number

_HEIGHT = 320.0
_LETTER = 14.0
#: Lines differ in thickness and stroke as well as in ink.
_LOOKS: tuple[tuple[Ink, float, Stroke], ...] = (
    ("primary", 3, "solid"),
    ("primary", 1.5, "solid"),
    ("quiet", 1.5, "dashed"),
    ("quiet", 2.5, "solid"),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One line: its name, and its months in time."""

    name: str
    months: Sequence[Figure]


def scene(
    kinds: Sequence[Kind], breaks: Sequence[tuple[int, str]], words: Words, width: float = 860
) -> Scene | None:
    """From zero, in thousands; at most four kinds. breaks: (year, letter). None where nothing has a value."""
    drawn = [(kind, look) for kind, look in zip(kinds, _LOOKS, strict=False) if _known(kind)]
    if not drawn:
        return None
    points = [one for kind, _ in drawn for one in _known(kind)]
    years = (min(map(_year, points)), max(map(_year, points)) + 1)
    labels = [(kind.name, wording.shown(_known(kind)[-1])) for kind, _ in drawn]
    after = lettering.widest([line for label in labels for line in label], SMALL) * 1.06 + 16
    top = max(one.value or 0 for one in points) * 1.1
    plot = Plot(66, 24, width - after, 24 + _HEIGHT, Axis(*years), Axis(0, top))
    rows = _rows(breaks, plot)
    above = (_LETTER + 1) * max(rows, default=0)
    plot = replace(plot, top=plot.top + above, bottom=plot.bottom + above)
    marks = plot.upright([(tick, number(tick)) for tick in range(0, int(top) + 1, 100_000)])
    marks += plot.lying([(year, str(year)) for year in range(-(-years[0] // 5) * 5, years[1], 5)])
    marks += _breaks(breaks, rows, plot)
    ends = []
    for (kind, look), label in zip(drawn, labels, strict=True):
        marks += _lines(_known(kind), look, plot)
        marks += [pointed(plot.at(_at(one), one.value or 0), _told(kind, one)) for one in _known(kind)]
        x, y = plot.at(_at(_known(kind)[-1]), _known(kind)[-1].value or 0)
        ends.append(Label(x + 8, y, label, look[0], bold=look[1] > 2))
    marks += apart(ends, plot.top, plot.bottom)
    facts = tuple(
        Fact(f"{kind.name}, {wording.period(one.period)}", wording.shown(one), one.status)
        for kind, _ in drawn
        for one in kind.months
    )
    return Scene(
        width, plot.bottom + 28, words.title, words.finding, tuple(marks), facts, words.subtitle, words.message
    )


def _known(kind: Kind) -> list[Figure]:
    return [one for one in kind.months if one.value is not None]


def _told(kind: Kind, one: Figure) -> str:
    return f"{kind.name}, {wording.period(one.period)}: {wording.shown(one)}"


def _year(one: Figure) -> int:
    return periods.parse(one.period).year


def _at(one: Figure) -> float:
    """The end of the month, in years."""
    period = periods.parse(one.period)
    return period.year + period.number / 12


def _rows(breaks: Sequence[tuple[int, str]], plot: Plot) -> list[int]:
    """How many lines above the plot the letters of each break stand, so that they touch none before them."""
    taken: list[float] = []
    rows = []
    for year, letters in breaks:
        at, half = plot.across(year), lettering.width(letters, _LETTER) / 2
        row = next((row for row, end in enumerate(taken) if end + 2 < at - half), len(taken))
        taken[row : row + 1] = [at + half]
        rows.append(row)
    return rows


def _breaks(breaks: Sequence[tuple[int, str]], rows: Sequence[int], plot: Plot) -> list[Mark]:
    """A dotted rule with its letters above it."""
    marks: list[Mark] = []
    for (year, letters), row in zip(breaks, rows, strict=True):
        at = plot.across(year)
        marks.append(Line(((at, plot.top), (at, plot.bottom)), "accent", 1, "dotted"))
        marks.append(Text(at, plot.top - 6 - (_LETTER + 1) * row, letters, _LETTER, "accent", "middle"))
    return marks


def _lines(known: Sequence[Figure], look: tuple[Ink, float, Stroke], plot: Plot) -> list[Mark]:
    """The final months, and dotted on from the last of them those that may still be revised."""
    ink, thick, stroke = look
    first = next((place for place, one in enumerate(known) if one.status is Status.PROVISIONAL), len(known))
    parts: tuple[tuple[Sequence[Figure], Stroke], ...] = (
        (known[:first], stroke),
        (known[max(first - 1, 0) :], "dotted"),
    )
    return [
        Line(tuple(plot.at(_at(one), one.value or 0) for one in part), ink, thick, how)
        for part, how in parts
        if len(part) > 1
    ]
