"""HTML as text: every value escaped, in one place. Shown with `st.html`, styled by `style.css`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape as _escape


def escape(text: object) -> str:
    """A value as HTML text."""
    return _escape(str(text), quote=True)


def note(text: str, *, role: str = "note") -> str:
    """A remark beside the content; `role="alert"` for a sentence in place of the content."""
    return f'<p class="sdw-note" role="{escape(role)}">{escape(text)}</p>'


def progress(text: str, detail: str = "") -> str:
    """A line that says what is going on."""
    return f'<p class="sdw-note" role="status">{escape(text)} <span class="sdw-quiet">{escape(detail)}</span></p>'


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, a class from `style.css` for its status, and a bar from 0 to 100 behind the text."""

    text: str
    kind: str = ""
    bar: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table for reading: a caption that says what it holds, headings, rows whose first cell names the row.

    `numbers` are the positions of columns that are set to the right in tabular figures. `marked` is the row
    that a reader chose. `fold` gives a phone a closed table with the caption as its handle.
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell | str]]
    numbers: frozenset[int] = frozenset()
    marked: int | None = None
    fold: bool = False


def table(content: Table) -> str:
    """The table as HTML. Closing tags that HTML may leave out are left out: it is sent on every change."""
    all_numbers = content.numbers == frozenset(range(1, len(content.head)))
    numbers = frozenset[int]() if all_numbers else content.numbers
    head = "".join(
        f"<th scope=col{_class('n') if i in numbers else ''}>{escape(text)}" for i, text in enumerate(content.head)
    )
    rows = "".join(_row(numbers, row, marked=i == content.marked) for i, row in enumerate(content.rows))
    body = (
        f'<div class="sdw-wide"><table class="sdw-table{" num" if all_numbers else ""}">'
        f"<caption>{escape(content.caption)}</caption><thead><tr>{head}<tbody>{rows}</table></div>"
    )
    if not content.fold:
        return body
    return f'<details class="sdw-fold"><summary>{escape(content.caption)}</summary>{body}</details>'


def folded(content: Table) -> str:
    """The table behind its caption, on any screen."""
    return (
        f'<details class="sdw-closed"><summary>{escape(content.caption)}</summary>'
        f"{table(replace(content, fold=False))}</details>"
    )


def beside(*content: Table | None) -> str:
    """Tables beside one another, as far as the page is wide; nothing for None."""
    shown = "".join(table(one) for one in content if one is not None)
    return f'<div class="sdw-beside">{shown}</div>' if shown else ""


def _row(numbers: frozenset[int], row: Sequence[Cell | str], *, marked: bool) -> str:
    name, *others = (cell if isinstance(cell, Cell) else Cell(cell) for cell in row)
    cells = "".join(_cell(cell, number=i in numbers) for i, cell in enumerate(others, 1))
    mark = ' class="me" aria-current="true"' if marked else ""
    return f"<tr{mark}><th scope=row>{escape(name.text)}{cells}"


def _cell(cell: Cell, *, number: bool) -> str:
    kinds = " ".join(kind for kind in ("n" if number else "", cell.kind) if kind)
    bar = "" if cell.bar is None else f" style=--bar:{cell.bar:.0f}%"
    return f"<td{_class(kinds)}{bar}>{escape(cell.text)}"


def _class(name: str) -> str:
    if not name:
        return ""
    return f' class="{name}"' if " " in name else f" class={name}"


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure set large: label, figure, unit, what it is measured against, coverage, and small print."""

    label: str
    figure: str
    unit: str = ""
    against: str = ""
    coverage: str = ""
    detail: str = ""
    kind: str = ""


def tiles(content: Iterable[Tile]) -> str:
    """Figures set large, side by side; two by two on a phone."""
    return f'<div class="sdw-tiles">{"".join(_tile(tile) for tile in content)}</div>'


def _tile(tile: Tile) -> str:
    lines = "".join(
        f'<p class="{name}">{escape(text)}</p>'
        for name, text in (("against", tile.against), ("coverage", tile.coverage), ("detail", tile.detail))
        if text
    )
    kind = f" {tile.kind}" if tile.kind else ""
    return (
        f'<section class="sdw-tile{kind}"><h3>{escape(tile.label)}</h3>'
        f'<p class="figure"><strong>{escape(tile.figure)}</strong> <span>{escape(tile.unit)}</span></p>{lines}'
        "</section>"
    )


def items(texts: Iterable[str], css: str = "sdw-list") -> str:
    """A list of sentences."""
    return f'<ul class="{css}">{"".join(f"<li>{escape(text)}" for text in texts)}</ul>'


def paragraph(text: str, css: str = "") -> str:
    """A paragraph; `css` is a class of `style.css`."""
    return f"<p{_class(css)}>{escape(text)}</p>"


def heading(text: str, level: int = 2) -> str:
    """A heading of level 2 or 3."""
    return f"<h{level}>{escape(text)}</h{level}>"


def ledger(parts: Sequence[tuple[str, str]], difference: str) -> str:
    """A sum set large: begin + in − out = end; `difference` is what does not add up ('' for nothing)."""
    signs = ("", "+", "−", "=")
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
