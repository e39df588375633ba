"""Writes blocks as HTML. Markup is a type (`Markup`): whatever else enters it is text, and is escaped by it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import cast
from urllib.parse import urlencode

from markupsafe import Markup

from sdw.dissemination.blocks import drawings, figures, layers, model
from sdw.dissemination.blocks.model import Block, Page, Parts
from sdw.dissemination.blocks.points import Point, Points, Signpost, Where
from sdw.dissemination.blocks.table import Table, Take
from sdw.dissemination.charts.core import dots, svg_writer
from sdw.dissemination.charts.targets import bullet_table
from sdw.dissemination.ui.elements import html, picture
from sdw.text.dutch import say

#: What a function may make: a page, blocks of one, or what is HTML already.
Made = Page | tuple[Block, ...] | Markup


def parts(content: Parts) -> Markup:
    """Parts of a page under one another, as one message."""
    return html.stack(map(part, content))


def of(made: Made | Parts) -> Markup:
    """What a function made, as HTML; nothing for no blocks."""
    if isinstance(made, Page):
        return page(made)
    if isinstance(made, Markup):
        return made
    if made and isinstance(made[0], tuple):
        return parts(made)
    return part(cast("tuple[Block, ...]", made))


def page(content: Page) -> Markup:
    """All parts of the page, one message to the browser; its title stands in the frame already."""
    made = html.stack(part(one, linked=content.contents) for one in content.parts)
    if not content.contents:
        return made
    return html.contents(say("frame.contents.title"), model.headings(content)) + made


def part(blocks: Iterable[Block], *, linked: bool = False) -> Markup:
    """Blocks after one another; `linked` when a list of contents leads to their headings."""
    shown = (
        _heading(block, linked=linked or block.linked) if isinstance(block, model.Heading) else element(block)
        for block in blocks
    )
    return Markup("").join(shown)


def _heading(block: model.Heading, *, linked: bool) -> Markup:
    return html.heading(block.words, block.level, linked=linked and block.level == 2)


@singledispatch
def element(block: object) -> Markup:
    """A block as HTML. A block that this writer does not know is our bug: TypeError."""
    raise TypeError(f"no HTML for {type(block).__name__}")


@element.register
def _(block: model.Heading) -> Markup:
    return _heading(block, linked=block.linked)


@element.register
def _(block: model.Paragraph) -> Markup:
    return Markup("<p class=sdw-quiet>{}</p>" if block.quiet else "<p>{}</p>").format(block.words)


@element.register
def _(block: model.Note) -> Markup:
    if not block.verdict:
        return html.note(block.words, role="alert" if block.urgent else "note")
    form = '<div class="sdw-verdict {}" role="{}"><div><strong>{}</strong><p class="sdw-note">{}</p></div></div>'
    role = "alert" if block.verdict == "refused" else "status"
    return Markup(form).format(block.verdict, role, block.word, block.words)


@element.register
def _(block: model.Items) -> Markup:
    return Markup('<ul class="sdw-list">{}</ul>').format(_each("<li>{}", block.words))


@element.register
def _(block: model.Facts) -> Markup:
    pairs = (Markup("<div><dt>{}<dd>{}</div>").format(*pair) for pair in block.pairs)
    return Markup('<dl class="sdw-facts">{}</dl>').format(Markup("").join(pairs))


@element.register
def _(block: model.Quote) -> Markup:
    form = '<figure class="sdw-quote"><blockquote>{}</blockquote><figcaption>{}</figcaption></figure>'
    return Markup(form).format(block.words, block.source)


@element.register
def _(block: model.Finding) -> Markup:
    source = _link(block.source, block.address)
    return Markup('<p>{}</p><p class="sdw-quiet">{}. {}</p>').format(block.statement, source, block.certainty)


@element.register
def _(block: model.Findings) -> Markup:
    return Markup('<ol class="sdw-findings">{}</ol>').format(Markup("").join(map(_large, block.blocks)))


def _large(finding: model.Finding) -> Markup:
    source: str | Markup = finding.source
    if finding.address:
        source = Markup('<a href="{}" rel="noopener">{}</a>').format(finding.address, finding.source)
    form = Markup("<li><strong>{}</strong><p>{}</p><p class=sdw-quiet>{}</p>")
    return form.format(finding.figure, finding.statement, source)


@element.register
def _(block: model.Source) -> Markup:
    source = _link(block.title, block.address)
    return Markup('<p>{}</p><p class="sdw-quiet">{}</p>').format(source, block.terms)


@element.register
def _(block: model.OtherEditions) -> Markup:
    form = Markup('<a href="?uitgave={0}" target="_self">{0}</a>')
    return Markup("<p>{} {}</p>").format(block.words, Markup(", ").join(map(form.format, block.labels)))


@element.register
def _(block: Table) -> Markup:
    return html.table(block)


@element.register
def _(block: model.Folded) -> Markup:
    form = Markup('<details class="sdw-part"{}><summary>{}</summary>{}</details>')
    return form.format(Markup(" open" * block.is_open), block.title, part(block.blocks))


@element.register
def _(block: model.Beside) -> Markup:
    form = f'<section class="{"sdw-card" if block.cards else ""}">{{}}</section>'
    return Markup('<div class="sdw-sides">{}</div>').format(_each(form, map(part, block.parts)))


@element.register
def _(block: model.Entries) -> Markup:
    return Markup('<ul class="sdw-entries">{}</ul>').format(_each("<li>{}", map(element, block.blocks)))


@element.register
def _(block: model.Part) -> Markup:
    return part(block.blocks)


@element.register
def _(block: model.Tables) -> Markup:
    return html.beside(*block.tables)


@element.register
def _(block: model.Columns) -> Markup:
    left, right = (html.stack(map(element, side)) for side in (block.left, block.right))
    return html.sides(left, right, block.weights)


@element.register
def _(block: model.Explained) -> Markup:
    form = Markup('<details class="sdw-part"><summary>{}</summary>{}</details>')
    return form.format(say("frame.how_to_read"), _each("<p>{}</p>", (*block.lines, *block.always)))


#: How a sentence of each tone looks.
_TONES = {"lead": " class=sdw-lead", "plain": "", "quiet": " class=sdw-quiet"}


@element.register
def _(block: figures.Sentence) -> Markup:
    return Markup("<p{}>{}</p>").format(Markup(_TONES[block.tone]), block.words)


@element.register
def _(block: figures.Sources) -> Markup:
    return Markup("<p class=sdw-sources>{}</p>").format(block.words)


@element.register
def _(block: figures.Tiles) -> Markup:
    return html.tiles(block.tiles, block.level)


@element.register
def _(block: figures.Ledger) -> Markup:
    return html.ledger(block.parts, block.gap)


@element.register
def _(block: drawings.Chart) -> Markup:
    scene, twin = block.scene, Markup("") if block.twin is None else element(block.twin)
    title = html.opening(scene.title, scene.subtitle, block.level) if block.level else Markup("")
    return title + picture.of(block) + twin + _take(block.take)


@element.register
def _(block: drawings.DotChart) -> Markup:
    title = html.opening(block.title, block.what, block.level) if block.level else Markup("")
    form = Markup("{}<div role=group aria-label='{}'>{}</div>")
    return form.format(title, block.words, dots.html(block.rows)) + _take(block.take)


@element.register
def _(block: drawings.BulletChart) -> Markup:
    return bullet_table.html(block.rows, block.level) + _take(block.take)


@element.register
def _(block: drawings.Map) -> Markup:
    """For who cannot use the map that the page places here: the drawing itself."""
    scene = block.make()
    drawn = Markup("") if scene is None else svg_writer.svg(scene)
    return drawn + (Markup("") if block.twin is None else element(block.twin))


@element.register
def _(block: Take) -> Markup:
    return html.take(block)


def _take(block: Take | None) -> Markup:
    return Markup() if block is None else html.take(block)


@element.register
def _(block: drawings.Choice) -> Markup:
    """For who cannot choose: what the page shows now."""
    chosen = dict(block.answers)[block.chosen]
    return Markup("<p class=sdw-quiet>{}: {}</p>").format(block.question, chosen)


@element.register
def _(block: Points) -> Markup:
    form = Markup(f"<li><h{block.level}>{{}}</h{block.level}><p>{{}}</p><p class=sdw-quiet>{{}} · {{}}</p>")
    shown = (form.format(one.title, one.words, one.owner, _further(one)) for one in block.points)
    return Markup("<ol class=sdw-points>{}</ol>").format(Markup("").join(shown))


@element.register
def _(block: Signpost) -> Markup:
    form = Markup("<div><dt>{}<dd>{} {}</div>")
    shown = (form.format(one.question, one.words, _further(one)) for one in block.questions)
    return Markup('<dl class="sdw-facts">{}</dl>').format(Markup("").join(shown))


def _further(one: Point | Where) -> Markup:
    """A link to a page with its choices, or to a heading of this one."""
    if not one.page:
        return html.to_heading(one.link)
    return Markup('<a href="./{}?{}" target="_self">{}</a>').format(one.page, urlencode(one.choices), one.link)


@element.register
def _(block: layers.LayerHead) -> Markup:
    title = html.heading(block.title, linked=True)
    return Markup("<p class=sdw-layer>{}</p>{}<p class=sdw-about>{}</p>").format(block.label, title, block.about)


@element.register
def _(block: layers.LayerCards) -> Markup:
    return Markup("<div class=sdw-three>{}</div>").format(Markup("").join(map(_short, block.cards)))


def _short(card: layers.LayerCard) -> Markup:
    form = '<section class="sdw-short {}"><p class=sdw-layer>{}</p><p><strong>{}</strong></p><p>{}</p></section>'
    return Markup(form).format(card.layer, card.label, card.figure, card.about)


def _each(form: str, content: Iterable[str]) -> Markup:
    return html.each(form, content)


def _link(text: str, address: str) -> str | Markup:
    """A link to another site; the text alone where there is no https address."""
    if not address.startswith("https://"):
        return text
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(address, text)
