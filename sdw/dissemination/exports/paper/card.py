"""A drawing as a picture of a fixed size, to share: its title above it, whose it is below it, nothing cut off.

The picture is an SVG first, with every word in it as text; typst makes the pixels, without a browser.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from markupsafe import Markup, escape

from sdw.dissemination.blocks import figures as sourced
from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.presenting import drawn
from sdw.dissemination.charts.core import lettering, palette
from sdw.dissemination.charts.core.layout import stamped
from sdw.dissemination.charts.core.scene import Ink, Scene
from sdw.dissemination.charts.core.svg import FONT
from sdw.dissemination.charts.core.svg_writer import element, svg
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.drawings.registry import Choices
from sdw.dissemination.exports import names
from sdw.dissemination.exports.paper import press
from sdw.dissemination.exports.paper.code import Code, call, value, words
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.view import View
from sdw.edition.figures import Figure
from sdw.text.dutch import day, say

#: A drawing in a width and a height, in its own units.
Fitted: TypeAlias = Callable[[float, float], Scene | None]
#: Width and height in pixels.
Size: TypeAlias = tuple[int, int]
#: What may be asked for: the picture of a message on a network, and a square one.
SIZES: tuple[Size, ...] = ((1200, 627), (1080, 1080))
_MARGIN, _GAP = 44.0, 18.0
#: Letters of the title, what it shows, what there is to see, and whose it is; and the distance of their lines.
_TITLE, _WHAT, _SEEN, _FOOT, _LEADING = 34.0, 20.0, 25.0, 16.0, 1.28
#: A drawing that would be smaller than this stands beside its own words, which can be read.
_READABLE, _BESIDE = 0.72, 0.46
#: Pixels for each unit of a drawing that is made for the picture.
_GROWN = 1.5
#: Widths of words are estimated for whichever font is there; here it is the narrow one that ships.
_NARROWER = 1.22


def of(name: str, view: View, size: Size, choices: Choices = (), mark: str = "") -> bytes | None:
    """The drawing of this name as PNG; None where there is nothing to draw. mark: that of a concept."""
    made = picture(name, view, size, choices, mark)
    return None if made is None else press.png(code(made, size))


def code(made: str, size: Size) -> str:
    """The typst of a page of this size, filled by an SVG."""
    width, height = (Code(f"{side}pt") for side in size)
    shown = call("image", call("bytes", words(made)), format=value("svg"), width=width, height=height)
    return f"#set page(width: {width}, height: {height}, margin: 0pt)\n#{shown}"


def file_name(name: str, view: View, size: Size, choices: Choices = ()) -> str:
    """'sdw-2026-najaar-verzuim-reeks-1200x627.png', with what was chosen, and marked as its figures are."""
    said = view.said()
    chosen = [*(said[one] for one in taking.uses(name) if said[one]), *(value for _, value in choices)]
    what = "-".join([name, *chosen, f"{size[0]}x{size[1]}"])
    shown = taking.shown(name, view, choices)
    return names.file_name(view.edition.label, what, shown, ".png", is_concept=view.edition.is_concept)


def picture(name: str, view: View, size: Size, choices: Choices = (), mark: str = "") -> str | None:
    """The same as SVG, with its words as text."""
    drawing = registry.find(name, choices)
    wide = drawing.scene(view)
    if wide is None:
        return None
    fit = None if choices else drawn.fits(name)  # a form that a reader chose has one size
    forms = (None if fit is None else partial(fit.make, view), drawing.narrow(view) if drawing.narrow else None)
    shown, stated = taking.shown(name, view, choices), taking.stated(name, view, choices)
    others = dict.fromkeys(one.source or say("paper.source_stated") for one in stated)
    return str(_card(wide, *forms, size, _foot(view, shown, tuple(others), mark), mark))


def _foot(view: View, shown: Sequence[Figure], others: Sequence[str], mark: str) -> str:
    """Whose figures, over how many regions, of which edition and in which state, and the code of their validity."""
    edition = view.edition
    facts = {"product": say("frame.product"), "label": edition.label, "state": mark or say("paper.public")}
    told = say("paper.foot", **facts, date=day(edition.published_at.date()))
    valid = [say("paper.code", code=validity.code(edition, shown))] if shown else []
    return ". ".join([*sourced.facts_of(shown, others), told, *valid])


def _card(wide: Scene, fitted: Fitted | None, narrow: Scene | None, size: Size, foot: str, mark: str) -> Markup:
    """Title and what it shows above, the drawing as large as fits, the foot below. fitted: drawn to a size."""
    width, height = size
    room = width - 2 * _MARGIN
    top, above = _written(wide.title, _MARGIN * 0.5, room, _TITLE, "text", bold=True)
    top, about = _written(wide.subtitle, top + 4, room, _WHAT, "quiet")
    tall, _ = _written(foot, 0, room, _FOOT, "quiet")
    _, below = _written(foot, height - _MARGIN * 0.5 - tall, room, _FOOT, "quiet")
    box = (_MARGIN, top + _GAP, room, height - _MARGIN * 0.5 - tall - top - 2 * _GAP)
    scene = fitted(box[2] / _GROWN, box[3] / _GROWN) if fitted else None
    if scene is None or _scale(scene, box) < _READABLE:
        scene = max(filter(None, (wide, narrow)), key=lambda one: min(2.2, _scale(one, box)))
    seen: list[Markup] = []
    if _scale(scene, box) < _READABLE:
        aside = room * _BESIDE
        _, seen = _written(scene.description, box[1] + _GAP, aside - _GAP, _SEEN, "text")
        box = (_MARGIN + aside, box[1], room - aside, box[3])
    ground = element("rect", width=width, height=height, fill=palette.colour("ground", "light"))
    told = (element("title", (escape(wide.title),)), element("desc", (escape(wide.description),)))
    return element(
        "svg",
        (*told, ground, *above, *about, *seen, _placed(stamped(scene, mark), box), *below),
        xmlns="http://www.w3.org/2000/svg",
        lang="nl",
        font_family=FONT,
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
    )


def _scale(scene: Scene, box: tuple[float, float, float, float]) -> float:
    return min(box[2] / scene.width, box[3] / scene.height)


def _placed(scene: Scene, box: tuple[float, float, float, float]) -> Markup:
    """The drawing in the middle of a box, as large as fits."""
    x, y, room, tall = box
    scale = _scale(scene, box)
    width, height = scene.width * scale, scene.height * scale
    placed = f'<svg x="{x + (room - width) / 2:.1f}" y="{y + (tall - height) / 2:.1f}" '
    placed += f'width="{width:.1f}" height="{height:.1f}"'
    return Markup(str(svg(scene, theme="light", spoken=False)).replace("<svg", placed, 1))


def _written(
    text: str, top: float, room: float, size: float, ink: Ink, *, bold: bool = False
) -> tuple[float, list[Markup]]:
    """Words from `top` down, and where they end."""
    lines = lettering.wrapped(text, size, room * _NARROWER / (1.06 if bold else 1))
    step, colour = size * _LEADING, palette.colour(ink, "light")
    made = [
        element(
            "text",
            (escape(line),),
            x=_MARGIN,
            y=top + step * place + size,
            font_size=size,
            font_weight=600 if bold else None,
            fill=colour,
        )
        for place, line in enumerate(lines)
    ]
    return top + step * len(lines), made
