"""The legend of the map as marks: bounds and number of regions of each class, and the statuses that occur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdw.dissemination.charts.core import lettering
from sdw.dissemination.charts.core.scene import Mark, Rect, Text
from sdw.dissemination.charts.map.legend import Item
from sdw.reference.status import Status
from sdw.text import dutch

_ROW, _SIZE, _HEADING = 23.0, 14.0, 18.0
_SWATCH = (26.0, 15.0)
_COLUMN, _GAP = 200.0, 22.0
_WIDEST = _COLUMN + 60


def has_grain(ink: str) -> bool:
    """True for a class under the target: in grey it is the same as its twin above."""
    return ink in ("d0", "d1", "d2")


def marks(
    title: str,
    lines: Sequence[Item],
    x: float,
    bottom: float,
    counted: str = "map.legend.regions",
    others_head: str = "map.legend.others",
    column: float = 0.0,
) -> Iterator[Mark]:
    """The lowest line on `bottom`: regions without a value above the classes, one column. `counted`: what areas are
    called, `others_head`: what stands above those without a value (keys of texts). `column`: as wide as it
    may be, with what is counted once, at its top; 0 for as wide as it is on a page.
    """
    classed = [item for item in lines if item.css]
    others = [item for item in lines if not item.css]
    for heading, shown in (
        (dutch.say(others_head), others),
        (title or dutch.say("map.legend.title"), classed),
    ):
        if not shown:
            continue
        words = lettering.wrapped(heading, _SIZE * 1.06, column or _WIDEST)
        once = bool(column and others and shown is classed)
        above = _total(title, others, classed, column) if shown is others else _column(words, shown, once)
        yield from _drawn(words, shown, x, bottom - above, "" if once else dutch.say(counted), column or _COLUMN)


def height(title: str, lines: Sequence[Item], column: float = 0.0) -> float:
    """How high the whole legend is."""
    return _total(title, [item for item in lines if not item.css], [item for item in lines if item.css], column)


def _column(words: Sequence[str], shown: Sequence[Item], once: bool = False) -> float:
    """once: what is counted stands above another column already."""
    return _HEADING * (len(words) + (not once)) + _ROW * len(shown)


def _total(title: str, others: Sequence[Item], classed: Sequence[Item], column: float) -> float:
    """How high both columns stand above one another."""
    columns = ((dutch.say("map.legend.others"), others), (title or dutch.say("map.legend.title"), classed))
    heights = [
        _column(
            lettering.wrapped(words, _SIZE * 1.06, column or _WIDEST),
            shown,
            bool(column and others and shown is classed),
        )
        for words, shown in columns
        if shown
    ]
    return sum(heights) + _GAP * (len(heights) - 1)


def _drawn(
    words: Sequence[str], shown: Sequence[Item], x: float, top: float, counted: str, column: float
) -> Iterator[Mark]:
    y = top
    for line in words:
        y += _HEADING
        yield Text(x, y, line, _SIZE, bold=True)
    if counted:
        y += _HEADING
        yield Text(x + column, y, counted, 13, "quiet", "end")
    width, height = _SWATCH
    for item in shown:
        y += _ROW
        ink = item.css or "ground"
        status = Status(item.status)
        yield Rect(
            x, y - 12, width, height, ink=ink, edge="quiet", edge_width=0.75, pattern=status, grain=has_grain(ink)
        )
        yield Text(x + width + 10, y, item.label, _SIZE)
        yield Text(x + column, y, dutch.number(item.regions), _SIZE, "quiet", "end")
