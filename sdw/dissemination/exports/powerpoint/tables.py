"""A table as PowerPoint's own, with a row of headings that a screen reader knows as such."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core import lettering
from sdw.dissemination.exports.powerpoint import shapes, stage
from sdw.dissemination.exports.powerpoint.shapes import EMU, Words

#: Letters, rows, room beside words (some of it at their right) and one more line of them, in pixels.
LETTERS, ROW, _BESIDE, _LINE = 24.0, 36.0, 28.0, 24.0 * 1.2
_MARGIN = 18.0
_HEAD = LETTERS * stage.KNOWN * stage.BOLD


def widths(table: Table, room: float) -> list[float]:
    """How wide each column is, together at most `room`: with its head on one line, or else on as many as it needs.
    Where its cells do not fit on one line each, the widest columns have what the others leave.
    """
    columns = list(zip(*(map(_text, row) for row in table.rows), strict=True)) or [() for _ in table.head]
    cells = [lettering.widest(column, LETTERS * stage.KNOWN) for column in columns]
    for parts in ([(head,) for head in table.head], [head.split() for head in table.head]):
        heads = [lettering.widest(one, _HEAD) for one in parts]
        found = [max(pair) + _BESIDE for pair in zip(cells, heads, strict=True)]
        if sum(found) <= room:
            return found
    fair = room / len(found)
    left = room - sum(one for one in found if one <= fair)
    over = sum(one for one in found if one > fair)
    return [one if one <= fair else one * left / over for one in found]


def tall(table: Table, row: Sequence[Cell | str], room: float) -> float:
    """How high a row is, with as many lines as its fullest cell has."""
    most = max(
        stage.lines(_text(cell), LETTERS, one - _BESIDE + 1)
        for cell, one in zip(row, widths(table, room), strict=True)
    )
    return ROW + (max(most, 1) - 1) * _LINE


def head(table: Table, room: float) -> float:
    """How high the row of headings is."""
    wide = [one - _BESIDE + 1 for one in widths(table, room)]
    lines = max(stage.lines(words, LETTERS, one, bold=True) for words, one in zip(table.head, wide, strict=True))
    return ROW + (lines - 1) * _LINE


def frame(number: int, table: Table, rows: Sequence[Sequence[Cell | str]], at: tuple[float, float], room: float,
          name: str) -> str:  # fmt: skip
    """Some rows of a table, its upper left corner at a place in pixels."""
    wide = widths(table, room)
    grid = "".join(f'<a:gridCol w="{round(one * EMU)}"/>' for one in wide)
    above = head(table, room)
    highs = [tall(table, row, room) for row in rows]
    lines = [
        _row(table, table.head, above, is_head=True),
        *(_row(table, list(map(_text, row)), high) for row, high in zip(rows, highs, strict=True)),
    ]
    box = shapes.emu((*at, sum(wide), above + sum(highs)))
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
