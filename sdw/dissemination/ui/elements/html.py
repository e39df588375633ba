"""HTML as a type: `Markup` is finished, whatever else enters it is text. Styled by `style.css`."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from markupsafe import Markup, escape

from sdw.dissemination.blocks.figures import Tile
from sdw.dissemination.blocks.table import Cell, Table, Take
from sdw.dissemination.ui.elements import picture
from sdw.text.dutch import say

_NOTHING = Markup()


def each(form: str, content: Iterable[object]) -> Markup:
    """Every one of them in this form, after one another."""
    return _NOTHING.join(map(Markup(form).format, content))


def stack(parts: Iterable[Markup]) -> Markup:
    """Parts under one another, as far apart as elements of the page are; empty parts take no room."""
    shown = [part for part in parts if part]
    if len(shown) < 2:
        return _NOTHING.join(shown)
    return Markup("<div class=sdw-stack>{}</div>").format(each("<div>{}</div>", shown))


def sides(left: Markup, right: Markup, weights: tuple[int, int]) -> Markup:
    """Two parts side by side, as wide as columns of the page with these weights; one column on a phone."""
    part = 100 * weights[0] / sum(weights)
    width = f"calc({part:.2f}% - 2rem) minmax(0,1fr)"  # as Streamlit does: each column gives half of the gap
    form = Markup('<div class=sdw-columns style="--columns:{}"><div>{}</div><div>{}</div></div>')
    return form.format(width, left, right)


def note(text: str, *, role: str = "note") -> Markup:
    """A remark beside the content; `role="alert"` for a sentence in place of the content."""
    return Markup('<p class="sdw-note" role="{}">{}</p>').format(role, text)


def progress(text: str, detail: str = "") -> Markup:
    """A line that says what is going on."""
    form = Markup('<p class="sdw-note" role="status">{} <span class="sdw-quiet">{}</span></p>')
    return form.format(text, detail)


#: Classes of cells without a number. A row that says the same status everywhere says it once.
STATUSES = frozenset({"s", "d", "o", "x"})


def table(content: Table) -> Markup:
    """The table as HTML, as short as HTML allows: it is sent on every change.

    Closing tags may be left out, and so may `scope`: a heading above a column, or before the cells of its
    row, is a heading of that column or row (HTML, "Forming relationships between data cells and header cells").
    A column without a name has no heading, but an empty cell above it.
    """
    all_numbers = content.numbers == frozenset(range(1, len(content.head)))
    numbers = " num" if all_numbers else "".join(f" n{i}" for i in sorted(content.numbers))
    layout = f" stack k{len(content.head) - 1}" * content.stack + " words" * content.words
    labels = content.head[1:] if content.stack and content.words else ()
    rows = _NOTHING.join(_row(row, labels, marked=i == content.marked) for i, row in enumerate(content.rows))
    form = Markup(
        '<div class="sdw-wide"><table class="{}"><caption>{}</caption><thead><tr>{}<tbody>{}</table></div>'
    )
    heads = (Markup("<th>{}").format(name) if name else Markup("<td>") for name in content.head)
    body = form.format(f"sdw-table{numbers}{layout}", content.caption, _NOTHING.join(heads), rows)
    if content.take:
        body = Markup("<div>{}{}</div>").format(body, take(content.take))
    if not (content.closed or content.fold):
        return body
    folded = Markup('<details class="{}"><summary>{}</summary>{}</details>')
    return folded.format("sdw-closed" if content.closed else "sdw-fold", content.caption, body)


def take(content: Take) -> Markup:
    """One quiet line: the forms in which a drawing or table can be taken along."""
    form = Markup('<p class=sdw-take role=group aria-label="{}">{}</p>')
    links = Markup(" · ").join(Markup('<a href="{1}">{0}</a>').format(*link) for link in content.links)
    return form.format(say("take.of", title=content.title), links)


def beside(*content: Table | None) -> Markup:
    """Tables beside one another, as far as the page is wide; nothing for None."""
    shown = _NOTHING.join(table(one) for one in content if one is not None)
    return Markup('<div class="sdw-beside">{}</div>').format(shown) if shown else _NOTHING


def _row(row: Sequence[Cell | str], labels: Sequence[str] = (), *, marked: bool) -> Markup:
    """`labels`: what stands before each cell but the first where a phone shows them under one another."""
    name, *others = (cell if isinstance(cell, Cell) else Cell(cell) for cell in row)
    cells = _NOTHING.join(_cell(cell, label) for cell, label in zip_longest(others, labels))
    if len(others) > 1 and others[0].kind in STATUSES and len(set(others)) == 1:
        same = Markup("<td colspan={}{}>{}")
        cells = same.format(len(others), _class(f"n {others[0].kind}"), others[0].text)
    mark = Markup(' class="me" aria-current="true"') if marked else ""
    return Markup("<tr{}><th>{}{}").format(mark, _breakable(name.text), cells)


def _breakable(text: str) -> Markup:
    """Long compounds may break where Dutch breaks them: after the linking -s-."""
    return Markup(re.sub(r"(\w{8,}heids)(?=\w{4})", r"\1&shy;", str(escape(text))))


def _cell(cell: Cell, label: str | None) -> Markup:
    bar = "" if cell.bar is None else f" style=--bar:{cell.bar / 100:.2g}"
    before = Markup(' data-label="{}"').format(label) if label else _NOTHING
    return Markup("<td{}{}{}>{}").format(_class(cell.kind), bar, before, cell.text)


def _class(name: str) -> Markup:
    if not name:
        return _NOTHING
    return Markup(' class="{}"' if " " in name else " class={}").format(name)


def tiles(content: Iterable[Tile], level: int = 3) -> Markup:
    """Figures set large, side by side; two by two on a phone. `level` is that of their labels as headings."""
    shown = _NOTHING.join(_tile(tile, level) for tile in content)
    return Markup('<div class="sdw-tiles">{}</div>').format(shown)


def _tile(tile: Tile, level: int) -> Markup:
    form = Markup(
        '<section class="sdw-tile{0}"><h{1}>{2}</h{1}>'
        '<p class="figure"><strong>{3}</strong> <span>{4}</span></p>{5}</section>'
    )
    more = (("against", tile.against), ("coverage", tile.coverage), ("detail", tile.detail))
    lines = _NOTHING.join(Markup('<p class="{}">{}</p>').format(name, text) for name, text in more if text)
    label = _breakable(tile.label)
    if tile.years:
        lines += Markup("<div class=years>{}</div>").format(picture.of(tile.years))
    return form.format(" missing" if tile.is_missing else "", level, label, tile.figure, tile.unit, lines)


def items(texts: Iterable[str], css: str = "sdw-list") -> Markup:
    """A list of sentences."""
    return Markup('<ul class="{}">{}</ul>').format(css, each("<li>{}", texts))


def paragraph(text: str, css: str = "") -> Markup:
    """A paragraph; `css` is a class of `style.css`."""
    return Markup("<p{}>{}</p>").format(_class(css), text)


def contents(title: str, names: Iterable[str]) -> Markup:
    """A list of headings of level 2, each a link to its place."""
    form = Markup('<nav class=sdw-contents aria-label="{0}"><p>{0}<ol>{1}</ol></nav>')
    return form.format(title, _NOTHING.join(Markup("<li>{}").format(to_heading(name)) for name in names))


def to_heading(name: str) -> Markup:
    """A link to a heading of this page, which must be `linked`."""
    return Markup('<a href="#{}">{}</a>').format(_anchor(name), name)


def heading(text: str, level: int = 2, *, linked: bool = False) -> Markup:
    """A heading of level 2 or 3; `linked` when a list of contents leads to it."""
    place = Markup(" id={}").format(_anchor(text)) if linked else ""
    return Markup("<h{0}{1}>{2}</h{0}>").format(level, place, text)


def _anchor(text: str) -> str:
    """The place of a heading: short, because it travels with each of them."""
    return f"d{zlib.crc32(text.encode()):x}"


def opening(words: str, what: str, level: int = 2, *, linked: bool = False) -> Markup:
    """A heading with under it, quietly, what the picture shows: what, unit, period."""
    return heading(words, level, linked=linked) + paragraph(what, "sdw-quiet")


def ledger(parts: Sequence[tuple[str, str]], difference: str) -> Markup:
    """A sum set large: begin + in − out = end; `difference` is what does not add up ('' for nothing)."""
    signs = ("", "+", "−", "≠" if difference else "=")
    term = Markup("<div>{}<p><strong>{}</strong><span>{}</span></p></div>")
    terms = _NOTHING.join(
        term.format(Markup("<b aria-hidden=true>{}</b>").format(sign) if sign else "", value, label)
        for sign, (label, value) in zip(signs, parts, strict=True)
    )
    gap = Markup('<p class="gap">{}</p>').format(difference) if difference else _NOTHING
    return Markup('<div class="sdw-ledger">{}</div>').format(terms) + gap
