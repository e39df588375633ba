"""When no layout fits: which cell stands in the way, so that the message can name it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sdw.production.importers.cbs.statline.layout import is_topic
from sdw.production.importers.cbs.statline.numerals import is_figure
from sdw.production.importers.cbs.statline.units import is_unit
from sdw.reference.series.refusal import refusal
from sdw.text.dutch import say
from sdw.text.errors import UserError

#: A column with a larger share of figures in it is a column of figures; what else stands there is strange.
_MOSTLY = 0.5
_LIKE_NUMBER = re.compile(r"[\d .,+*/%-]{1,12}")


def reason(grid: Sequence[tuple[str, ...]], numbers: Sequence[int], name: str) -> UserError:
    """The error for a grid that no layout fits. `numbers` are the line numbers of its rows."""
    without = [place for place, row in enumerate(grid) if not any(cell and is_figure(cell) for cell in row[1:])]
    top = max(without, default=-1) + 1
    body = grid[top:]
    columns = [place for place in range(1, len(grid[0])) if _is_figures([row[place] for row in body])]
    if not columns:
        return refusal("cbs.layout", name=name)
    for number, row in zip(numbers[top:], body, strict=True):
        for column in columns:
            if not is_figure(row[column]):
                return refusal("cbs.figure", name=name, line=number, figure=_shown(row[column]))
    beside = {row[columns[0] - 1] for row in body}
    if top and not any(map(is_unit, beside)):
        return _units(grid[top - 1][columns[0] :], numbers[top - 1], name)
    return refusal("cbs.layout", name=name)


def _shown(figure: str) -> str:
    """What stands there, if it can be a number: a message never repeats words from a body."""
    return figure if _LIKE_NUMBER.fullmatch(figure) else say("cbs.no_number")


def _is_figures(column: Sequence[str]) -> bool:
    return sum(map(is_figure, column)) > _MOSTLY * len(column)


def _units(cells: Sequence[str], line: int, name: str) -> UserError:
    """The unit row (or the plain header with units in brackets) holds something that is no unit."""
    strange = [cell for cell in cells if not is_unit(cell) and not is_topic(cell)]
    if not strange:
        return refusal("cbs.layout", name=name)
    return refusal("cbs.unit", name=name, line=line, unit=strange[0] or "(leeg)")
