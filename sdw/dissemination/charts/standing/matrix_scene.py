"""Regions in rows, elements in columns: one cell each, with a word and an ink or pattern. It fits on one A4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Fact, Mark, Rect, Scene, Text
from sdw.dissemination.charts.standing import look
from sdw.text.dutch import number, say

#: As wide as an A4 has room for with its title; under this width a cell holds a letter.
WIDTH = 680.0
_WIDE = 480.0
_SIZE, _LEADING = 12.0, 14.0
_ROW, _TALL = 21.0, 30.0
_NAMES, _NAMES_NARROW = 164.0, 139.0
_LEGEND_ROW = 20.0


@dataclass(frozen=True, slots=True)
class Place:
    """One cell: the code of its state ("" where nobody said it), whether it is real, and what it says."""

    state: str
    is_real: bool
    tip: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a region by code and name, and its places in the order of the columns."""

    code: str
    name: str
    places: tuple[Place, ...]


def scene(lines: Sequence[Line], heads: Sequence[tuple[str, str]], words: Words, width: float = WIDTH) -> Scene:
    """The whole matrix. heads: of each column what it is called, and its whole name."""
    wide = width >= _WIDE
    names = _NAMES if wide else _NAMES_NARROW
    step = (width - names) / len(heads)
    top = 2 * _LEADING + 8 if wide else _LEADING + 8
    marks = [*_heads(heads, names, step, top, wide)]
    y = top
    for line in lines:
        wrapped = lettering.wrapped(line.name, _SIZE, names - 6)
        high = _ROW if len(wrapped) == 1 else _TALL
        marks += _row(line, wrapped, names, step, y, high, wide)
        y += high
    legend = [*_legend(lines, heads, width, y + 12, wide)]
    height = max(mark.y for mark in legend if isinstance(mark, Text)) + 8
    return Scene(width, height, words.title, words.finding, (*marks, *legend), _facts(lines, heads), words.subtitle)


def _heads(heads: Sequence[tuple[str, str]], left: float, step: float, bottom: float, wide: bool) -> Iterator[Mark]:
    for place, (short, whole) in enumerate(heads):
        lines = lettering.wrapped(short, _SIZE, step) if wide else [str(place + 1)]
        for number_, words in enumerate(lines):
            y = bottom - 6 - _LEADING * (len(lines) - 1 - number_)
            yield Text(left + step * (place + 0.5), y, words, _SIZE, anchor="middle", bold=True, tip=whole)


def _row(
    line: Line, name: Sequence[str], left: float, step: float, y: float, high: float, wide: bool
) -> Iterator[Mark]:
    first = y + high / 2 + _SIZE * 0.35 - (len(name) - 1) * 6.5
    for place, words in enumerate(name):
        yield Text(0, first + 13 * place, words, _SIZE)
    for place, cell in enumerate(line.places):
        look_of = look.of(cell.state)
        x = left + step * place
        yield Rect(
            x + 1,
            y + 1,
            step - 2,
            high - 2,
            ink=look_of.ink,
            edge="line",
            edge_width=0.75,
            pattern=look_of.status,
            tip=cell.tip,
            key=line.code,
        )
        words = (look_of.brief if wide else look_of.letter) + say("borging.real_mark") * cell.is_real
        halo = "none" if look_of.ink != "ground" else "hatch_ground"
        yield Text(x + step / 2, y + high / 2 + _SIZE * 0.35, words, _SIZE, look_of.on, "middle", halo=halo)


def _legend(
    lines: Sequence[Line], heads: Sequence[tuple[str, str]], width: float, top: float, wide: bool
) -> Iterator[Mark]:
    """Each state with its swatch, word and how often it occurs; on a phone also what the columns are."""
    counted = Counter(place.state for line in lines for place in line.places)
    columns = 3 if wide else 1
    room, y = width / columns, top
    for number_, code in enumerate(look.ORDER):
        one = look.of(code)
        x, y = room * (number_ % columns), top + _LEGEND_ROW * (number_ // columns)
        yield Rect(x, y, 26, 15, ink=one.ink, edge="quiet", edge_width=0.75, pattern=one.status)
        sign = one.brief if wide else one.letter
        name = one.label if code else say("borging.map.not_told")
        words = name if sign == name else say("borging.legend", sign=sign, label=name)
        yield Text(x + 34, y + 12, say("borging.legend_count", words=words, count=number(counted[code])), _SIZE)
    y += _LEGEND_ROW + 12
    if any(place.is_real for line in lines for place in line.places):
        for words in lettering.wrapped(say("borging.legend_real"), _SIZE, width):
            yield Text(0, y, words, _SIZE, "quiet")
            y += _LEADING
    if not wide:
        for place, (_, whole) in enumerate(heads, start=1):
            for words in lettering.wrapped(say("borging.legend_column", number=place, name=whole), _SIZE, width):
                yield Text(0, y, words, _SIZE, "quiet")
                y += _LEADING


def _facts(lines: Sequence[Line], heads: Sequence[tuple[str, str]]) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            say("borging.cell", region=line.name, element=whole),
            look.label(place.state) + say("borging.real_mark") * place.is_real,
            look.of(place.state).status,
        )
        for line in lines
        for place, (_, whole) in zip(line.places, heads, strict=True)
    )
