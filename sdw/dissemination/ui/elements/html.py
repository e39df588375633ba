"""HTML as text: every value escaped, in one place. Shown with `st.html`, styled by `style.css`."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape as _escape

from sdw.dissemination.blocks.figures import Tile
from sdw.dissemination.blocks.table import Cell, Table


def escape(text: object) -> str:
    """A value as HTML text."""
    return _escape(str(text), quote=True)


def stack(parts: Iterable[str]) -> str:
    """HTML parts under one another, as far apart as elements of the page are; empty parts take no room."""
    shown = [part for part in parts if part]
    if len(shown) < 2:
        return "".join(shown)
    return f"<div class=sdw-stack>{''.join(f'<div>{part}</div>' for part in shown)}</div>"


def sides(left: str, right: str, weights: tuple[int, int]) -> str:
    """Two parts side by side, as wide as columns of the page with these weights; one column on a phone."""
    part = 100 * weights[0] / sum(weights)
    width = f"calc({part:.2f}% - 2rem) minmax(0,1fr)"  # as Streamlit does: each column gives half of the gap
    return f'<div class=sdw-columns style="--columns:{width}"><div>{left}</div><div>{right}</div></div>'


def note(text: str, *, role: str = "note") -> str:
    """A remark beside the content; `role="alert"` for a sentence in place of the content."""
    return f'<p class="sdw-note" role="{escape(role)}">{escape(text)}</p>'


def progress(text: str, detail: str = "") -> str:
    """A line that says what is going on."""
    return f'<p class="sdw-note" role="status">{escape(text)} <span class="sdw-quiet">{escape(detail)}</span></p>'


#: Classes of cells without a number. A row that says the same status everywhere says it once.
STATUSES = frozenset({"s", "d", "o", "x"})


def table(content: Table) -> str:
    """The table as HTML, as short as HTML allows: it is sent on every change.

    Closing tags may be left out, and so may `scope`: a heading above a column, or before the cells of its
    row, is a heading of that column or row (HTML, "Forming relationships between data cells and header cells").
    """
    all_numbers = content.numbers == frozenset(range(1, len(content.head)))
    head = "".join(f"<th>{escape(text)}" for text in content.head)
    rows = "".join(_row(row, marked=i == content.marked) for i, row in enumerate(content.rows))
    numbers = " num" if all_numbers else "".join(f" n{i}" for i in sorted(content.numbers))
    layout = f" stack k{len(content.head) - 1}" * content.stack + " words" * content.words
    css = "sdw-table" + numbers + layout
    body = (
        f'<div class="sdw-wide"><table class="{css}">'
        f"<caption>{escape(content.caption)}</caption><thead><tr>{head}<tbody>{rows}</table></div>"
    )
    if content.closed:
        return f'<details class="sdw-closed"><summary>{escape(content.caption)}</summary>{body}</details>'
    if not content.fold:
        return body
    return f'<details class="sdw-fold"><summary>{escape(content.caption)}</summary>{body}</details>'


def folded(content: Table) -> str:
    """The table behind its caption, on any screen."""
    return table(replace(content, closed=True))


def beside(*content: Table | None) -> str:
    """Tables beside one another, as far as the page is wide; nothing for None."""
    shown = "".join(table(one) for one in content if one is not None)
    return f'<div class="sdw-beside">{shown}</div>' if shown else ""


def _row(row: Sequence[Cell | str], *, marked: bool) -> str:
    name, *others = (cell if isinstance(cell, Cell) else Cell(cell) for cell in row)
    cells = "".join(map(_cell, others))
    if len(others) > 1 and others[0].kind in STATUSES and len(set(others)) == 1:
        cells = f"<td colspan={len(others)}{_class(f'n {others[0].kind}')}>{escape(others[0].text)}"
    mark = ' class="me" aria-current="true"' if marked else ""
    return f"<tr{mark}><th>{_breakable(escape(name.text))}{cells}"


def _breakable(markup: str) -> str:
    """Long compounds may break where Dutch breaks them: after the linking -s-."""
    return re.sub(r"(\w{8,}heids)(?=\w{4})", r"\1&shy;", markup)


def _cell(cell: Cell) -> str:
    bar = "" if cell.bar is None else f" style=--bar:{cell.bar / 100:.2g}"
    return f"<td{_class(cell.kind)}{bar}>{escape(cell.text)}"


def _class(name: str) -> str:
    if not name:
        return ""
    return f' class="{name}"' if " " in name else f" class={name}"


def tiles(content: Iterable[Tile], level: int = 3) -> str:
    """Figures set large, side by side; two by two on a phone. `level` is that of their labels as headings."""
    return f'<div class="sdw-tiles">{"".join(_tile(tile, level) for tile in content)}</div>'


def _tile(tile: Tile, level: int) -> str:
    lines = "".join(
        f'<p class="{name}">{escape(text)}</p>'
        for name, text in (("against", tile.against), ("coverage", tile.coverage), ("detail", tile.detail))
        if text
    )
    kind = " missing" if tile.is_missing else ""
    return (
        f'<section class="sdw-tile{kind}"><h{level}>{escape(tile.label)}</h{level}>'
        f'<p class="figure"><strong>{escape(tile.figure)}</strong> <span>{escape(tile.unit)}</span></p>{lines}'
        "</section>"
    )


#: What a function may make of the figures of an edition: finished HTML, a table, or figures set large.
Made = str | Table | Sequence[Tile] | None


def of(made: Made) -> str:
    """What a function made, as HTML; nothing for None and for a table without rows."""
    if made is None or isinstance(made, str):
        return made or ""
    if isinstance(made, Table):
        return table(made) if made.rows else ""
    return tiles(made)


def items(texts: Iterable[str], css: str = "sdw-list") -> str:
    """A list of sentences."""
    return f'<ul class="{css}">{"".join(f"<li>{escape(text)}" for text in texts)}</ul>'


def paragraph(text: str, css: str = "") -> str:
    """A paragraph; `css` is a class of `style.css`."""
    return f"<p{_class(css)}>{escape(text)}</p>"


def contents(title: str, names: Iterable[str]) -> str:
    """A list of headings of level 2, each a link to its place."""
    links = "".join(f'<li><a href="#{_anchor(name)}">{escape(name)}</a>' for name in names)
    return f'<nav class=sdw-contents aria-label="{escape(title)}"><p>{escape(title)}<ol>{links}</ol></nav>'


def heading(text: str, level: int = 2, *, linked: bool = False) -> str:
    """A heading of level 2 or 3; `linked` when a list of contents leads to it."""
    place = f" id={_anchor(text)}" if linked else ""
    return f"<h{level}{place}>{escape(text)}</h{level}>"


def _anchor(text: str) -> str:
    """The place of a heading: short, because it travels with each of them."""
    return f"d{zlib.crc32(text.encode()):x}"


def opening(words: str, what: str, level: int = 2, *, linked: bool = False) -> str:
    """A heading with under it, quietly, what the picture shows: what, unit, period."""
    return heading(words, level, linked=linked) + paragraph(what, "sdw-quiet")


def ledger(parts: Sequence[tuple[str, str]], difference: str) -> str:
    """A sum set large: begin + in − out = end; `difference` is what does not add up ('' for nothing)."""
    signs = ("", "+", "−", "≠" if difference else "=")
    terms = "".join(
        f"<div>{f'<b aria-hidden=true>{sign}</b>' if sign else ''}<p><strong>{escape(value)}</strong>"
        f"<span>{escape(label)}</span></p></div>"
        for sign, (label, value) in zip(signs, parts, strict=True)
    )
    gap = f'<p class="gap">{escape(difference)}</p>' if difference else ""
    return f'<div class="sdw-ledger">{terms}</div>{gap}'


def findings(content: Iterable[tuple[str, str, str, str]]) -> str:
    """Published findings: figure, statement, source, and address of the source ('' for none)."""
    return f'<ol class="sdw-findings">{"".join(_finding(*one) for one in content)}</ol>'


def _finding(figure: str, statement: str, source: str, address: str) -> str:
    linked = f'<a href="{escape(address)}" rel="noopener">{escape(source)}</a>' if address else escape(source)
    return f"<li><strong>{escape(figure)}</strong><p>{escape(statement)}</p><p class=sdw-quiet>{linked}</p>"
