"""Where everything stands on a slide of 1280 × 720 pixels: no letters under 28, and nothing that overflows.

Words are measured as in `charts.core.lettering`, with the letters that travel in the file, so rather too wide; the
browser then has a little more room than was counted on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.presenting.deck import Slide
from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.scene import Scene, Text, walk

WIDTH, HEIGHT = 1280, 720
#: The least size of letters, and the sizes of a message, the largest that fits.
LEAST = 28.0
_SIZES = (54.0, 48.0, 44.0, 40.0, 36.0, 33.0, 30.5, LEAST)
#: Pixels for a unit of a scene: its smallest letters are 13 units.
_SCALE = 2.2
_ACROSS, _ABOVE, _BELOW, _GAP, _BETWEEN = 56.0, 36.0, 26.0, 18.0, 40.0
ROOM = WIDTH - 2 * _ACROSS
_LEADING, _TIGHT = 1.22, 1.16
#: Between two parts of a message; the largest letters of what it rests on; the part of a slide that a message may
#: take above a drawing.
PART, _REST, _UNDER = 20.0, 32.0, 0.42
#: So much less of a slide a drawing may take beside a long message.
_LESS = (0.05, 0.1, 0.15)
#: Beside the source: the number of the slide, and the code that leads to its page.
PAGE, CODE = 104.0, 118.0
#: The letters in the file are narrower than `lettering` has to allow for.
_KNOWN = 0.84
#: The mark of an example above a message.
_MARK = 50.0


@dataclass(frozen=True, slots=True)
class Box:
    """The drawing as it stands on the slide: its scene, and its size in pixels."""

    scene: Scene
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A slide with its sizes in pixels: letters of the message and of what it rests on, width of their column, the
    drawing and its column.
    """

    size: float
    rest: float
    column: float
    box: Box | None
    width: float = 0.0


def placed(slide: Slide, foot: str, *, coded: bool, marked: bool) -> Placed:
    """foot: what stands under it. coded: a code to its page stands beside that. marked: above it stands whether it
    is invented. ValueError when a message does not fit, or a letter of the drawing would be too small.
    """
    body = HEIGHT - _ABOVE - _BELOW - _GAP - foot_height(foot, coded=coded)
    above = _MARK * marked
    if slide.chart is None:
        return Placed(*_sizes(slide.said, ROOM, body - above), ROOM, None)
    if not slide.beside:
        sizes = _sizes(slide.said, ROOM, body * _UNDER)
        left = body - above - _together(slide.said, sizes, ROOM) - _GAP - _captioned(slide, ROOM)
        return Placed(*sizes, ROOM, _box(slide, ROOM, left), ROOM)
    return _beside(slide, body, above)


def _beside(slide: Slide, body: float, above: float) -> Placed:
    """The message beside the drawing: with less for the drawing where the message needs more."""
    for part in (0.0, *_LESS):
        width = round(ROOM * (slide.beside - part))
        column = ROOM - width - _BETWEEN
        caption = _captioned(slide, width)
        try:
            return Placed(
                *_sizes(slide.said, column, body - above), column, _box(slide, width, body - caption), width
            )
        except ValueError as error:
            last = error
    raise last


def _captioned(slide: Slide, width: float) -> float:
    return _lines(slide.caption, LEAST, width) + 8 * bool(slide.caption)


def foot_height(foot: str, *, coded: bool) -> float:
    """How high what stands under a slide is."""
    width = ROOM - PAGE - (CODE + 24 if coded else 0)
    return max(_lines(foot, LEAST, width), CODE if coded else 0)


def _box(slide: Slide, width: float, height: float) -> Box | None:
    """The drawing made so many units wide and high as fill the room, and as large as it can be in it."""
    scene = slide.make(width / _SCALE, height / _SCALE)
    if scene is None:
        return None
    scale = min(width / scene.width, height / scene.height)
    if smallest(scene) * scale < LEAST:
        raise ValueError(f"{slide.name}: letters of {smallest(scene) * scale:.1f} pixels")
    return Box(scene, scene.width * scale, scene.height * scale)


def smallest(scene: Scene) -> float:
    """The size of its smallest letters, in units; without letters as large as can be."""
    return min((mark.size for mark in walk(scene.marks) if isinstance(mark, Text)), default=float("inf"))


def _sizes(said: Sequence[Sentence], width: float, height: float) -> tuple[float, float]:
    """The largest letters with which the message, and what it rests on, fit."""
    for size in _SIZES:
        sizes = (size, min(_REST, max(LEAST, size * 0.8)))
        widest = max(_widest(one.words, sizes[one.tone != "lead"]) for one in said)
        if widest <= width and _together(said, sizes, width) <= height:
            return sizes
    raise ValueError(f"no room for: {' '.join(one.words for one in said)}")


def _together(said: Sequence[Sentence], sizes: tuple[float, float], width: float) -> float:
    talls = [_tall(one.words, sizes[one.tone != "lead"], width) for one in said]
    return sum(talls) + PART * (len(talls) - 1)


def _widest(words: str, size: float) -> float:
    return lettering.widest(words.split(), size * _KNOWN * 1.06)


def _tall(words: str, size: float, width: float) -> float:
    return len(lettering.wrapped(words, size * _KNOWN * 1.06, width)) * size * _TIGHT


def _lines(words: str, size: float, width: float) -> float:
    return len(lettering.wrapped(words, size * _KNOWN, width)) * size * _LEADING
