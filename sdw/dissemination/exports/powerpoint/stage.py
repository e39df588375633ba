"""Where everything stands on a slide, in pixels of 1280 × 720: no letters under 18 points, messages from 28.

Words are measured with what `charts.core.lettering` knows, in letters that every program has (Arial).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeVar

from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.presenting.deck import Slide
from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.exports.powerpoint.shapes import HEIGHT, WIDTH, Box

#: 18 and 28 points; the sizes of a message, the largest that leaves room.
LEAST, MESSAGE = 24.0, 28 / 0.75
_SIZES = (48.0, 44.0, 40.0, MESSAGE)
LEFT, TOP, _BELOW, GAP = 56.0, 22.0, 20.0, 14.0
ROOM = WIDTH - 2 * LEFT
LEADING = 1.2
#: Between two messages in one title, the mark above it, the number of the slide, a code to scan.
PART, MARK, NUMBER, CODE = 10.0, 34.0, 110.0, 100.0
#: Letters are so much narrower than `lettering` allows for, and bold ones so much wider than others.
KNOWN, BOLD = 0.87, 1.065
#: How high a chart is at least, and where there is no room for that.
_CHART = (280.0, 200.0)
#: Pixels for a unit of a scene: its smallest letters are 13 units.
SCALE = LEAST / 13
Row = TypeVar("Row")
#: The most that may stand under a slide, and between its drawing and that.
_UNDER, _NOTED = HEIGHT / 3, 64.0
_BETWEEN, _LESS = 36.0, (0.05, 0.09, 0.13, 0.17)


class NoRoomError(ValueError):
    """What is said does not fit on a slide with its drawing."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said on a slide: the message with the size of its letters, and what it rests on."""

    message: tuple[Sentence, ...]
    rest: tuple[Sentence, ...]
    size: float

    def title(self, width: float) -> float:
        """How high the message is in a column."""
        tall = sum(height(one.words, self.size, width, bold=True) for one in self.message)
        return tall + PART * (len(self.message) - 1)

    def under(self, width: float) -> float:
        """How high what it rests on is, with what parts it from the message."""
        return sum(height(one.words, LEAST, width, bold=one.tone == "lead") + PART for one in self.rest)

    def widest(self) -> float:
        """The width of its longest word."""
        return lettering.widest(
            [word for one in self.message for word in one.words.split()], self.size * KNOWN * BOLD
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """A slide in pixels: what is said and where, the caption, the drawing (and its scene where it is no chart),
    what that has no figure for, and the source.
    """

    told: Told
    title: Box
    rest: Box | None
    caption: Box | None
    drawing: Box | None
    scene: Scene | None
    gaps: Box | None
    foot: Box


def height(words: str, size: float, width: float, *, bold: bool = False) -> float:
    """How high words are in a column."""
    return lines(words, size, width, bold=bold) * size * LEADING


def lines(words: str, size: float, width: float, *, bold: bool = False) -> int:
    """On how many lines words stand in a column; a word that is wider is broken by the program."""
    letters = size * KNOWN * (BOLD if bold else 1)
    return sum(_broken(one, letters, width) for one in lettering.wrapped(words, letters, width))


def _broken(line: str, letters: float, width: float) -> int:
    return max(1, ceil(round(lettering.width(line, letters) / width, 6)))


def foot(words: str, *, coded: bool) -> Box:
    """Where the source stands."""
    width = ROOM - NUMBER - (CODE + 24) * coded
    high = max(height(words, LEAST, width), (CODE - _BELOW) * coded)
    return LEFT, HEIGHT - _BELOW - high, width, high


def placed(slide: Slide, words: str, gaps: str, *, coded: bool, marked: bool) -> Placed:
    """words: what stands under it; gaps: what the drawing does not show. NoRoomError when it does not fit."""
    under = foot(words, coded=coded)
    if is_long(words):
        raise NoRoomError(f"{slide.name}: no room for {words}")
    top = TOP + MARK * marked
    if slide.chart is None:
        return _words_only(slide, top, under)
    if slide.plot() is None:
        return _beside(slide, top, under)
    return _above(slide, gaps, top, under)


def is_long(words: str) -> bool:
    """True where a source takes so much of a slide that it needs slides of its own."""
    return height(words, LEAST, ROOM - NUMBER - CODE - 24) > _UNDER


def bare(slide: Slide, gaps: str) -> tuple[Slide, str, list[str]]:
    """The slide with its drawing under its name alone, what its drawing does not show where that is short, and all
    that is said elsewhere: paragraphs for slides of their own.
    """
    is_short = height(gaps, LEAST, ROOM) <= _NOTED
    named = replace(slide, said=(Sentence(slide.title, "lead"),), caption="")
    said = [*(one.words for one in slide.said), slide.caption, "" if is_short else gaps]
    return named, gaps if is_short else "", list(filter(None, said))


def continued(paragraphs: Sequence[str], top: float, under: Box) -> list[list[str]]:
    """Paragraphs over as many slides as they need, none cut off: one that is too long goes on on the next."""
    most = max(1, int((under[1] - top - MESSAGE * LEADING * 2 - 2 * GAP) / (LEAST * LEADING + PART)))
    found: list[list[str]] = [[]]
    left = most
    for words in paragraphs:
        begun = True
        for line in lettering.wrapped(words, LEAST * KNOWN, ROOM):
            need = _broken(line, LEAST * KNOWN, ROOM)
            if need > left and found[-1]:
                found.append([])
                left, begun = most, True
            if begun:
                found[-1].append(line)
            else:
                found[-1][-1] += f" {line}"
            left, begun = left - need, False
    return found


def fitting(words: str, sizes: Sequence[float], width: float, room: float) -> float:
    """The largest of these sizes (the last is the smallest) with which a title fits."""
    return next((one for one in sizes if height(words, one, width, bold=True) <= room), sizes[-1])


def _words_only(slide: Slide, top: float, under: Box) -> Placed:
    told = _fitted(slide, ROOM, under[1] - top - GAP)
    title, rest, _ = _column(told, LEFT, top, ROOM)
    return Placed(told, title, rest, None, None, None, None, under)


def _above(slide: Slide, gaps: str, top: float, under: Box) -> Placed:
    """The message over the whole width, and the chart under it."""
    noted = height(gaps, LEAST, ROOM) if gaps else 0.0
    captioned = height(slide.caption, LEAST, ROOM, bold=True) + 4 if slide.caption else 0.0
    left = under[1] - GAP - top - noted - captioned - GAP
    told = _over(slide, left)
    title, rest, y = _column(told, LEFT, top, ROOM)
    y += GAP
    caption = (LEFT, y, ROOM, captioned) if captioned else None
    y += captioned
    drawing = (LEFT, y, ROOM, under[1] - GAP - noted - y)
    note = (LEFT, under[1] - GAP - noted, ROOM, noted) if noted else None
    return Placed(told, title, rest, caption, drawing, None, note, under)


def _over(slide: Slide, room: float) -> Told:
    """What is said above a chart that is as high as it should be, or as low as it may be."""
    for high in _CHART:
        try:
            return _fitted(slide, ROOM, room - high)
        except NoRoomError as error:
            last = error
    raise last


def _beside(slide: Slide, top: float, under: Box) -> Placed:
    """The message in a column, and the map beside it; with less for the map where the message needs more."""
    high = under[1] - top - GAP
    for less in _LESS:
        wide = round(ROOM * (slide.beside - less))
        column = ROOM - wide - _BETWEEN
        try:
            told = _fitted(slide, column, high)
        except NoRoomError as error:
            last = error
            continue
        x = LEFT + column + _BETWEEN
        captioned = height(slide.caption, LEAST, wide, bold=True) + 8 if slide.caption else 0.0
        tall = high - captioned
        scene = slide.make(wide / SCALE, tall / SCALE)
        title, rest, _ = _column(told, LEFT, top, column)
        caption = (x, top, wide, captioned) if captioned else None
        return Placed(told, title, rest, caption, (x, top + captioned, wide, tall), scene, None, under)
    raise last


def _fitted(slide: Slide, width: float, room: float) -> Told:
    """What is said in the largest letters with which it fits: of several messages the first alone is the title
    where there is no room for more.
    """
    leads = tuple(one for one in slide.said if one.tone == "lead") or slide.said[:1]
    for message in dict.fromkeys((leads, leads[:1])):
        rest = tuple(one for one in slide.said if one not in message)
        for size in _SIZES:
            told = Told(message, rest, size)
            if told.title(width) + told.under(width) <= room and told.widest() <= width:
                return told
    raise NoRoomError(f"{slide.name}: no room for {slide.words}")


def _column(told: Told, x: float, y: float, width: float) -> tuple[Box, Box | None, float]:
    """Where the message and what it rests on stand, and where they end."""
    high, under = told.title(width), told.under(width)
    rest = (x, y + high + PART, width, under - PART) if under else None
    return (x, y, width, high), rest, y + high + under


def pages(rows: Sequence[Row], most: int) -> list[Sequence[Row]]:
    """Rows over as many slides as they need, about as many on each."""
    count = -(-len(rows) // most)
    each = -(-len(rows) // max(count, 1))
    return [rows[start : start + each] for start in range(0, len(rows), each or 1)]
