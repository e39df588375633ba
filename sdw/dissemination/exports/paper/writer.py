"""Writes blocks as typst: a function per block, as on the screen. What only a screen can do is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from urllib.parse import urlencode

from sdw.dissemination.blocks import drawings, figures, layers, model
from sdw.dissemination.blocks.points import Point, Points, Signpost, Where
from sdw.dissemination.blocks.table import Table, Take
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.exports.paper import pictures, tables
from sdw.dissemination.exports.paper.code import NOTHING, Code, array, call, stack, value, words
from sdw.dissemination.exports.paper.pen import Pen
from sdw.text.dutch import say

#: A heading stands so near above its drawing, with a few lines between and nothing taller.
_NEAR = 3
_TALL = (Table, drawings.Chart, drawings.BulletChart, drawings.DotChart, model.Columns, model.Beside, model.Tables)


def parts(content: model.Parts, pen: Pen) -> Code:
    """Parts of a page under one another."""
    return stack(part(one, pen) for one in content)


def part(blocks: Iterable[model.Block | None], pen: Pen) -> Code:
    """Blocks after one another; a drawing without a title of its own stays with the heading above it."""
    content = [one for one in blocks if one is not None]
    written: list[Code] = []
    for place, one in enumerate(content):
        above = _heading_above(content, place)
        if above is not None and isinstance(one, drawings.Chart | drawings.Map):
            written[above:] = [
                call("sdw-whole", *written[above:], _alone(one, pen)),
                *[NOTHING] * (place - above - 1),
            ]
            written.append(NOTHING if one.twin is None else element(one.twin, pen))
        else:
            written.append(element(one, pen))
    return stack(written)


def _alone(one: drawings.Chart | drawings.Map, pen: Pen) -> Code:
    """The drawing, without the table beside it."""
    scene = one.scene if isinstance(one, drawings.Chart) else one.make()
    return NOTHING if scene is None else _drawing(scene, pen, 0)


def _heading_above(content: Sequence[model.Block], place: int) -> int | None:
    """Where the heading of a drawing is that has no title of its own; None where they may be parted."""
    one = content[place]
    if isinstance(one, drawings.Chart):
        is_alone = not one.level and one.scene.height * pictures.SCALE < pictures.WITH_TITLE
    else:
        is_alone = isinstance(one, drawings.Map)
    near = range(place - 1, max(place - _NEAR, 0) - 1, -1)
    if not is_alone or any(isinstance(content[at], _TALL) for at in near):
        return None
    return next((at for at in near if isinstance(content[at], model.Heading)), None)


@singledispatch
def element(block: object, pen: Pen) -> Code:
    """A block as typst. A block that this writer does not know is our bug: TypeError."""
    raise TypeError(f"no paper for {type(block).__name__}")


@element.register
def _(block: model.Heading, pen: Pen) -> Code:
    return pen.heading(block.words, block.level)


@element.register
def _(block: model.Paragraph, pen: Pen) -> Code:
    return _quiet(block.words) if block.quiet else _plain(block.words)


@element.register
def _(block: model.Note, pen: Pen) -> Code:
    return call("sdw-note", words(block.word), words(block.words))


@element.register
def _(block: model.Items, pen: Pen) -> Code:
    return call("sdw-items", array(map(words, block.words)))


@element.register
def _(block: model.Facts, pen: Pen) -> Code:
    return call("sdw-facts", array(array(map(words, pair)) for pair in block.pairs))


@element.register
def _(block: model.Quote, pen: Pen) -> Code:
    return call("sdw-quote", words(block.words), words(block.source))


@element.register
def _(block: model.Finding, pen: Pen) -> Code:
    figure = [call("sdw-figure", words(block.figure))] if block.figure else []
    certainty = f". {block.certainty}" if block.certainty else ""
    return stack([*figure, _plain(block.statement), _quiet(_cited(block.source, block.address) + certainty)])


@element.register
def _(block: model.Source, pen: Pen) -> Code:
    return call("sdw-source", words(_cited(block.title, block.address)), words(block.terms))


@element.register
def _(block: model.OtherEditions, pen: Pen) -> Code:
    return _plain(f"{block.words} {', '.join(block.labels)}")


@element.register
def _(block: Table, pen: Pen) -> Code:
    return tables.table(block, pen.width, small=pen.small) if block.rows else NOTHING


@element.register
def _(block: model.Folded, pen: Pen) -> Code:
    return stack([call("sdw-strong", words(block.title)), part(block.blocks, pen)])


@element.register
def _(
    block: model.Beside | model.Entries | model.Findings | model.Part | model.Tables,
    pen: Pen,
) -> Code:
    return part(model.within(block), pen)


@element.register
def _(block: model.Columns, pen: Pen) -> Code:
    """Side by side where a page is laid out so, or where the right one is a small drawing; else as on a phone."""
    left, right = block.left, block.right
    if pen.small and left and right:
        return _columns((left, right), block.weights, pen)
    if len(right) == 1 and isinstance(right[0], drawings.Chart) and right[0].scene.width < pictures.SMALL:
        return call("sdw-beside", part(left, pen), part(right, pen))
    return part((*left, *right), pen)


def _columns(sides: Sequence[Sequence[model.Block]], weights: Sequence[int], pen: Pen) -> Code:
    room = (pen.width - pictures.GUTTER * (len(sides) - 1)) / sum(weights)
    shown = []
    for side, weight in zip(sides, weights, strict=True):
        with pen.within(room * weight):
            shown.append(part(side, pen))
    widths = array(Code(f"{weight}fr") for weight in weights)
    return call("sdw-columns", widths, Code(f"{pictures.GUTTER:g}pt"), *shown)


@element.register
def _(block: model.Explained, pen: Pen) -> Code:
    told = (*block.lines, *block.always)
    return stack([call("sdw-strong", words(say("frame.how_to_read"))), *map(_plain, told)])


@element.register
def _(block: figures.Sentence, pen: Pen) -> Code:
    return {"lead": _lead, "plain": _plain, "quiet": _quiet}[block.tone](block.words)


@element.register
def _(block: figures.Sources, pen: Pen) -> Code:
    return _quiet(block.words)


@element.register
def _(block: figures.Tiles, pen: Pen) -> Code:
    return call("sdw-tiles", array(map(tile, block.tiles)))


def tile(one: figures.Tile) -> Code:
    """One figure set large, with its years where it has them."""
    years = NOTHING if one.years is None else pictures.picture(one.years.scene, pictures.IN_TILE)
    more = [text for text in (one.coverage, one.detail) if text]
    figure = (words(one.figure), words(one.unit), value(one.is_missing))
    return call("sdw-tile", words(one.label), *figure, words(one.against), array(map(words, more)), years)


@element.register
def _(block: figures.Ledger, pen: Pen) -> Code:
    signs = ("", "+", "−", "≠" if block.gap else "=")
    terms = [array(map(words, (sign, text, label))) for sign, (label, text) in zip(signs, block.parts, strict=True)]
    return stack([call("sdw-ledger", array(terms)), _plain(block.gap)])


@element.register
def _(block: drawings.Chart, pen: Pen) -> Code:
    drawn = _drawing(block.scene, pen, block.level)
    return drawn if block.twin is None else stack([drawn, element(block.twin, pen)])


@element.register
def _(block: drawings.BulletChart, pen: Pen) -> Code:
    scene = block.make()
    title = _titled(block.rows.title, block.rows.subtitle, block.level, pen)
    drawn = _together(title, scene, pen) if scene else stack(title)
    return stack([drawn, element(block.twin, pen)])


@element.register
def _(block: drawings.DotChart, pen: Pen) -> Code:
    scene = block.make()
    return NOTHING if scene is None else stack([_drawing(scene, pen, block.level), element(twin(scene), pen)])


def twin(scene: Scene) -> Table:
    """The figures of a drawing as a table, for one that has no table of its own."""
    return Table(
        caption=say("light.figures"),
        head=(say("light.what"), say("light.figure")),
        rows=[(fact.label, fact.value) for fact in scene.facts],
        numbers=frozenset({1}),
    )


@element.register
def _(block: drawings.Map, pen: Pen) -> Code:
    scene = block.make()
    drawn = NOTHING if scene is None else _drawing(scene, pen, 0)
    return drawn if block.twin is None else stack([drawn, element(block.twin, pen)])


@element.register
def _(block: Take, pen: Pen) -> Code:
    """Paper has been taken along already."""
    return NOTHING


@element.register
def _(block: drawings.Choice, pen: Pen) -> Code:
    return _quiet(f"{block.question}: {dict(block.answers)[block.chosen]}")


@element.register
def _(block: layers.LayerHead, pen: Pen) -> Code:
    return stack([pen.heading(block.title, 2), call("sdw-label", words(block.label)), _plain(block.about)])


@element.register
def _(block: layers.LayerCards, pen: Pen) -> Code:
    cards = (figures.Tile(card.label, card.figure, detail=card.about) for card in block.cards)
    return call("sdw-tiles", array(map(tile, cards)))


@element.register
def _(block: Points, pen: Pen) -> Code:
    shown = (
        array((pen.heading(f"{number}. {one.title}", block.level), _plain(one.words), _owned(one, pen)))
        for number, one in enumerate(block.points, start=1)
    )
    return call("sdw-points", array(shown))


def _owned(one: Point, pen: Pen) -> Code:
    return stack([call("sdw-quiet", words(one.owner)), _further(one, pen)])


@element.register
def _(block: Signpost, pen: Pen) -> Code:
    pairs = (array((words(one.question), stack([words(one.words), _further(one, pen)]))) for one in block.questions)
    return call("sdw-facts", array(pairs))


def _further(one: Point | Where, pen: Pen) -> Code:
    """A link to a page of the monitor with its choices; nothing where nobody knows where that is."""
    if not (pen.site and one.page):
        return NOTHING
    return call("sdw-link", words(f"{pen.site}/{one.page}?{urlencode(one.choices)}"), words(one.link))


def _drawing(scene: Scene, pen: Pen, level: int) -> Code:
    """A drawing with its title above it, never parted; where the title stands above already it is alone."""
    return _together(_titled(scene.title, scene.subtitle, level, pen), scene, pen)


def _titled(title: str, what: str, level: int, pen: Pen) -> list[Code]:
    return [pen.heading(title, level), _quiet(what)] if level else []


def _together(title: Sequence[Code], scene: Scene, pen: Pen) -> Code:
    return call("sdw-whole", *title, pictures.picture(scene, pen.width))


def _lead(text: str) -> Code:
    return call("sdw-lead", words(text)) if text else NOTHING


def _plain(text: str) -> Code:
    return call("sdw-plain", words(text)) if text else NOTHING


def _quiet(text: str) -> Code:
    return call("sdw-quiet", words(text)) if text else NOTHING


def _cited(text: str, address: str) -> str:
    return f"{text} ({address})" if address.startswith("https://") else text
