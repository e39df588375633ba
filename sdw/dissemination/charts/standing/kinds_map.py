"""A map of regions by kind: each with the ink of its kind or the pattern of what is not known, and a legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Ink, Scene
from sdw.dissemination.charts.map import small_scene
from sdw.dissemination.charts.map.drawing import Options, Row
from sdw.dissemination.charts.map.legend import Item
from sdw.reference.status import Status

WIDTH = 560.0


@dataclass(frozen=True, slots=True)
class Kind:
    """What regions may be: its ink ('ground' where it is not known, with a pattern), and what it is called."""

    ink: Ink
    status: Status
    label: str


@dataclass(frozen=True, slots=True)
class Region:
    """One region: code, name, which kind it is (its place among the kinds), and what stands with it in words."""

    code: str
    name: str
    kind: int
    words: str


def scene(
    regions: Sequence[Region],
    kinds: Sequence[Kind],
    legend: str,
    words: Words,
    width: float = WIDTH,
    height: float = 0.0,
) -> Scene:
    """The map, its legend from the first kind down with the number of regions of each."""
    rows = [_row(one, kinds[one.kind]) for one in regions]
    inks = {one.code: _css(kinds[one.kind]) for one in regions}
    counted = Counter(one.kind for one in regions)
    lines = [
        Item(_css(kind), kind.status.value, kind.label, counted[place])
        for place, kind in enumerate(kinds)
        if counted[place] or kind.status is Status.VALUE
    ]
    drawn = small_scene.drawn(rows, inks, lines, Options(legend=legend), words, width, "borging.map.others", height)
    facts = tuple(replace(fact, value=one.words) for fact, one in zip(drawn.facts, regions, strict=True))
    return replace(drawn, facts=facts)


def _css(kind: Kind) -> str:
    return kind.ink if kind.status is Status.VALUE else ""


def _row(one: Region, kind: Kind) -> Row:
    if kind.status is Status.VALUE:
        return Row(one.code, one.name, one.words, float(one.kind), kind.status, brief=one.words)
    return Row(one.code, one.name, "", None, kind.status, note=one.words)
