"""A table as PowerPoint's own, with a row of headings that a screen reader knows as such."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core import lettering
from sdw.dissemination.exports.powerpoint import shapes
from sdw.dissemination.exports.powerpoint.shapes import EMU, Words

#: Letters and rows in pixels, room beside words (some of it at their right), and how much narrower letters are than
#: `lettering` allows for.
LETTERS, ROW, _BESIDE, _KNOWN = 24.0, 36.0, 28.0, 0.87
_MARGIN = 18.0
_HEAD = LETTERS * _KNOWN * 1.065


def widths(table: Table, room: float) -> list[float]:
    """How wide each column is, together at most `room`: with its head on one line, or else on as many as it needs.
    ValueError where its cells do not fit on one line each.
    """
    columns = list(zip(*(map(_text, row) for row in table.rows), strict=True)) or [() for _ in table.head]
    cells = [lettering.widest(column, LETTERS * _KNOWN) for column in columns]
    for parts in ([(head,) for head in table.head], [head.split() for head in table.head]):
        heads = [lettering.widest(one, _HEAD) for one in parts]
        found = [max(pair) + _BESIDE for pair in zip(cells, heads, strict=True)]
        if sum(found) <= room:
            return found
    raise ValueError(f"{table.caption}: {sum(found):.0f} pixels wide")


def head(table: Table, room: float) -> float:
    """How high the row of headings is."""
    wide = [one - _BESIDE + 1 for one in widths(table, room)]
    lines = max(len(lettering.wrapped(words, _HEAD, one)) for words, one in zip(table.head, wide, strict=True))
    return ROW + (lines - 1) * LETTERS * 1.2


def frame(number: int, table: Table, rows: Sequence[Sequence[Cell | str]], at: tuple[float, float], room: float,
          name: str) -> str:  # fmt: skip
    """Some rows of a table, its upper left corner at a place in pixels."""
    wide = widths(table, room)
    grid = "".join(f'<a:gridCol w="{round(one * EMU)}"/>' for one in wide)
    above = head(table, room)
    lines = [
        _row(table, table.head, above, is_head=True),
        *(_row(table, list(map(_text, row)), ROW) for row in rows),
    ]
    box = shapes.emu((*at, sum(wide), above + ROW * len(rows)))
    place = shapes.placed(box).replace("a:xfrm", "p:xfrm")
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{shapes.named(number, name, table.caption)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{place}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>{grid}</a:tblGrid>{"".join(lines)}</a:tbl></a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


def _row(table: Table, cells: Sequence[str], high: float, *, is_head: bool = False) -> str:
    made = (
        _cell(text, "r" if place in table.numbers else "l", is_head=is_head) for place, text in enumerate(cells)
    )
    return f'<a:tr h="{round(high * EMU)}">{"".join(made)}</a:tr>'


def _cell(text: str, align: shapes.Align, *, is_head: bool) -> str:
    words = Words(text, LETTERS, "text", is_head, align)
    edges = "".join(f"<a:{one} w='0'><a:noFill/></a:{one}>" for one in ("lnL", "lnR", "lnT"))
    ink = "primary" if is_head else "line"
    under = f'<a:lnB w="{19050 if is_head else 9525}">{shapes.fill(ink)}</a:lnB>'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{shapes.paragraph(words)}</a:txBody>"
        f'<a:tcPr marL="0" marR="{round(_MARGIN * EMU)}" marT="0" marB="0" anchor="ctr">{edges}{under}<a:noFill/>'
        "</a:tcPr></a:tc>"
    )


def _text(cell: Cell | str) -> str:
    return cell if isinstance(cell, str) else cell.text
