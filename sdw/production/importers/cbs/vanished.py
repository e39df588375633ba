"""Figures that were there before and are not in a newer edition: withdrawn by CBS, or is this a part of the table?

A withdrawal takes a whole sector or a whole period out of the table, lists and all, and never the newest. Anything
else that is missing was lost on the way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

from sdw.reference import periods
from sdw.reference.periods import Period
from sdw.reference.series import sectors
from sdw.text.dutch import number, say
from sdw.text.errors import UserError

#: More than this share of the known figures is no withdrawal, whatever the lists of the table say.
MOST = 0.1

_KEYS = ("region", "sector", "measure", "period")
_Key = tuple[str, str, str, str]
_Values = dict[_Key, float | None]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A sector or period that CBS took out of its table, and how many known figures went with it."""

    axis: Literal["sector", "period"]
    code: str
    count: int

    @property
    def sentence(self) -> str:
        """The withdrawal in one Dutch sentence."""
        name = periods.parse(self.code).label if self.axis == "period" else sectors.by_code(self.code).label
        return say("verzuim.withdrawn", what=name, count=number(self.count))


def check(
    older: pa.Table, newer: pa.Table, listed: Mapping[str, Collection[str]], *, name: str, table: str
) -> tuple[Withdrawal, ...]:
    """What CBS withdrew, in time and by sector.

    `older`, `newer`: observations (`declarations.OBSERVATION`). `listed`: the members of the axes `sector` and
    `period` by the table's own lists; an axis without a list cannot explain that a figure is gone.

    Raises:
        UserError: figures are gone that the lists do not explain, the newest periods are gone, or so many figures
            are gone or have no value any more that this cannot be the whole table.
    """
    before, after = _values(older), _values(newer)
    known = {key for key, value in before.items() if value is not None}
    gone = known - after.keys()
    facts = {"name": name, "table": table}
    if listed and gone and (last := _newest(after)) < (known_last := _newest(known)):
        raise UserError("verzuim.ends_earlier", last=last.label, known=known_last.label, **facts)
    withdrawn: Counter[tuple[Literal["sector", "period"], str]] = Counter()
    unexplained = 0
    for key in gone:
        axis = _withdrawn_axis(key, listed)
        if axis is None:
            unexplained += 1
        else:
            withdrawn[axis] += 1
    if unexplained:
        raise UserError("verzuim.partial", count=number(unexplained), **facts)
    lost = len(gone) + sum(after.get(key, 0.0) is None for key in known)
    if lost > MOST * len(known):
        raise UserError("verzuim.shrunk", count=number(lost), known=number(len(known)), **facts)
    return tuple(Withdrawal(axis, code, count) for (axis, code), count in sorted(withdrawn.items()))


def _values(table: pa.Table) -> _Values:
    columns = [table[name].to_pylist() for name in (*_KEYS, "value")]
    return {
        (region, sector, measure, period): value
        for region, sector, measure, period, value in zip(*columns, strict=True)
    }


def _newest(keys: Collection[_Key]) -> Period:
    """The last period; of those that end together the shortest."""
    found = [periods.parse(code) for code in {key[3] for key in keys}]
    return max(found, key=lambda period: (period.end, period.start))


def _withdrawn_axis(
    key: _Key, listed: Mapping[str, Collection[str]]
) -> tuple[Literal["sector", "period"], str] | None:
    """The axis from whose list the figure's own member is gone, with that member."""
    _, sector, _, period = key
    if "period" in listed and period not in listed["period"]:
        return "period", period
    if sector and "sector" in listed and sector not in listed["sector"]:
        return "sector", sector
    return None
