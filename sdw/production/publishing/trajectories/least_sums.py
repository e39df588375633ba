"""The least that an incomplete sum can be, as far as everything that is published tells.

A national count over 31 regions is at least what those 31 have; where another cut, a half-year or a part of an
`onbekend` sum of a region is known, it is at least that too. All published counts of a year are rows of one linear
program, as an attacker sets it up (`privacy.public`); its least value is the sharpest bound there is. Only what is
published is read, so the bound tells nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from scipy import sparse

from sdw.disclosure.cells import Cell
from sdw.disclosure.public.public_unknowns import Sum, added, minus
from sdw.disclosure.solver import INFINITE, Infeasible, Model, Program
from sdw.indicators.model import NATION, TOTAL
from sdw.production.publishing.publication_inputs import REGIONS, Inputs
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, Key
from sdw.reference.measures import MADE, OPENING, PARTS, STOCKS, whole_of
from sdw.reference.periods import Kind, parse
from sdw.reference.status import Status

Row = tuple[Sum, float, float]

_KINDS: tuple[Kind, ...] = ("year", "half", "quarter")
_STILL = 1e-6
#: The name of an unknown that is not split: measure, region, period.
_WHOLE = 3


def is_told(cell: Cell | None) -> bool:
    """True for a count that has a value, shown or withheld: anybody can see that."""
    return cell is not None and (cell.status.has_value or cell.status is Status.SUPPRESSED)


def is_shown(cell: Cell | None) -> bool:
    """True for a count of this edition that is shown."""
    return cell is not None and cell.value is not None and not cell.carried_from


def least(inputs: Inputs, measure: str) -> dict[Key, float]:
    """The least that each incomplete sum of a measure can be: national counts that lack regions, and sums of a
    region that are `onbekend`. Sums of which nothing is known are left out."""
    found: dict[Key, float] = {}
    by_year: dict[str, dict[Key, Cell]] = {}
    for key, cell in inputs.cells.items():
        by_year.setdefault(key[2][:4], {})[key] = cell
    for cells in by_year.values():
        asked = [cell for cell in cells.values() if cell.measure == measure and _is_incomplete(cell)]
        found |= {cell.key: cell.value for cell in asked if cell.value}
        telling = {key[1] for key, cell in cells.items() if asked and key[1] != NATION and is_told(cell)}
        found |= _solved(cells, [cell.key for cell in asked if telling & _lacking(cell)])
    return found


def _is_incomplete(cell: Cell) -> bool:
    if cell.carried_from:
        return False
    lacks = cell.region == NATION and cell.value is not None and len(cell.covered) < len(REGIONS)
    return lacks or cell.status is Status.UNKNOWN


def _lacking(cell: Cell) -> set[str]:
    """The regions of which a count is not in the sum."""
    return set(REGIONS) - set(cell.covered) if cell.region == NATION else {cell.region}


def _solved(cells: Mapping[Key, Cell], asked: Sequence[Key]) -> dict[Key, float]:
    """The program of one year. Where figures contradict each other, nothing follows from them."""
    for strict in (True, False) if asked else ():
        try:
            year = _Year(cells, strict=strict)
            return {key: low for key in asked if (low := year.least(key)) > 0}
        except Infeasible:
            continue
    return {}


class _Year:
    """All published counts of one year as sums of unknowns that are not below zero.

    Per region and measure: one unknown for each method and client group, one for each shortest period; both add up
    to the same total. Of a stock: one for each day on which it is counted. strict: no more people are placed than
    were carried out, too.
    """

    def __init__(self, cells: Mapping[Key, Cell], *, strict: bool) -> None:
        self._cells = cells
        self._columns: dict[tuple[str, ...], int] = {}
        self._finest = _finest(parse(key[2]).kind for key in cells)
        self._split = _finest(parse(key[2]).kind for key in cells if (key[3], key[4]) != (TOTAL, TOTAL))
        self._sums: dict[Key, Sum] = {}
        rows = [self._row(key, cell) for key, cell in cells.items() if is_shown(cell)]
        rows += list(self._agreements())
        rows += list(self._placed()) if strict else []
        self._model = self._program(rows)

    def least(self, key: Key) -> float:
        """The least value of this sum over all regions; counts are whole people."""
        cost = np.zeros(self._width)
        for column, by in self.sum_of(key).items():
            if column < self._width:  # an unknown in no row can be zero
                cost[column] = by
        return float(np.ceil(self._model.minimum(cost)[0] - _STILL)) + 0.0

    def sum_of(self, key: Key) -> Sum:
        """A count as a sum of unknowns; of the nation over all regions."""
        if key not in self._sums:
            self._sums[key] = self._over(key, REGIONS) if key[1] == NATION else self._of_region(key)
        return self._sums[key]

    def _of_region(self, key: Key) -> Sum:
        measure, region, period, method, group = key
        if measure in MADE:
            return added([self.sum_of((part, *key[1:])) for part in MADE[measure]])
        if measure in STOCKS:
            day = parse(period).start if measure == OPENING else parse(period).end
            return {self._column(measure, region, day.isoformat(), method, group): 1.0}
        if (method, group) == (TOTAL, TOTAL):
            return {self._column(measure, region, code): 1.0 for code in _parts(period, self._finest)}
        methods = METHOD_PARTS if method == TOTAL else (method,)
        groups = CLIENT_GROUP_PARTS if group == TOTAL else (group,)
        return {
            self._column(measure, region, code, one, two): 1.0
            for code in _parts(period, self._split)
            for one in methods
            for two in groups
        }

    def _column(self, *name: str) -> int:
        return self._columns.setdefault(name, len(self._columns))

    def _row(self, key: Key, cell: Cell) -> Row:
        """A shown count. One of the nation of which nobody can see the regions is at most the sum over all."""
        value = float(cell.value or 0.0)
        if key[1] != NATION:
            return self.sum_of(key), value, value
        over = [code for code in REGIONS if self._is_told(key, code)]
        if len(over) != len(cell.covered):
            return self.sum_of(key), value, INFINITE
        return self._over(key, over), value, value

    def _over(self, key: Key, codes: Iterable[str]) -> Sum:
        return added([self.sum_of((key[0], code, *key[2:])) for code in codes])

    def _is_told(self, key: Key, region: str) -> bool:
        measure, _, period, method, group = key
        margins = ((method, TOTAL), (TOTAL, group)) if TOTAL not in (method, group) else ((method, group),)
        return all(is_told(self._cells.get((measure, region, period, *cut))) for cut in margins)

    def _agreements(self) -> Iterator[Row]:
        """Methods and client groups add up to what the periods add up to."""
        split = {name[:3] for name in self._columns if len(name) > _WHOLE and name[0] not in STOCKS}
        for measure, region, period in sorted(split):
            parts = {
                self._column(measure, region, period, one, two): 1.0
                for one in METHOD_PARTS
                for two in CLIENT_GROUP_PARTS
            }
            whole = self.sum_of((measure, region, period, TOTAL, TOTAL))
            yield minus(parts, whole), 0.0, 0.0

    def _placed(self) -> Iterator[Row]:
        for key, cell in self._cells.items():
            if key[0] in PARTS and key[1] != NATION and key[3:] == (TOTAL, TOTAL) and is_shown(cell):
                whole = added([self.sum_of((one, *key[1:])) for one in whole_of(key[0])])
                yield minus(whole, self.sum_of(key)), 0.0, INFINITE

    def _program(self, rows: list[Row]) -> Model:
        self._width = len(self._columns)
        numbers = [row for row, (terms, _, _) in enumerate(rows) for _ in terms]
        at = [column for terms, _, _ in rows for column in terms]
        by = [factor for terms, _, _ in rows for factor in terms.values()]
        matrix = sparse.csr_array((by, (numbers, at)), shape=(len(rows), self._width))
        low, high = (np.array([row[end] for row in rows], dtype=np.float64) for end in (1, 2))
        return Program(matrix, low, high, np.zeros(self._width), np.full(self._width, INFINITE)).model()


def _finest(kinds: Iterable[Kind]) -> Kind:
    return max(kinds, key=_KINDS.index, default="year")


def _parts(period: str, kind: Kind) -> list[str]:
    return [part.code for part in parse(period).parts(kind)]
