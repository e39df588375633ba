"""Where totals of the targets are hidden though they are large, and why: which small count each of them covers.

This reads the counts themselves and is for the steward alone. Who knows that a hidden total is large knows more of
the small count beside it, so none of it is in a report that can be shared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sdw.disclosure.counts.assembly import Assembled
from sdw.disclosure.system import type_bool
from sdw.production.publishing.trajectories import lost_detail
from sdw.reference import periods
from sdw.reference.dimensions import TOTAL, Key
from sdw.reference.measures import TARGETS

_PARTS: dict[str, tuple[periods.Kind, ...]] = {"year": ("half",), "half": ("quarter",), "quarter": ()}


@dataclass(frozen=True, slots=True)
class HiddenTotal:
    """A hidden total of a target that is not small, and the small counts that would be known if it were shown.

    proven: one of the totals in the same sum over periods has to be hidden in any pattern, because exactly one of
    them is small; which one is a choice, but none of them is no choice.
    """

    key: Key
    protects: tuple[Key, ...]
    proven: bool


def of(assembled: Assembled, hidden: Collection[Key]) -> list[HiddenTotal]:
    """Every total of a target that is hidden to cover others, in the order of the cells."""
    small = assembled.hidden(assembled.system.cells.primary)
    wanted = [key for key in assembled.keys if _is_target(key) and key in hidden and key not in small]
    single: dict[Key, Key] = {}
    for sums in _over_time(assembled.keys):
        primaries = [key for key in sums if key in small]
        if len(primaries) == 1:
            single |= {key: primaries[0] for key in sums if key in wanted}
    return [
        HiddenTotal(key, (single[key],), True)
        if key in single
        else HiddenTotal(key, tuple(lost_detail.given_away(assembled, hidden, small, key)), False)
        for key in wanted
    ]


def avoidable(assembled: Assembled) -> type_bool:
    """Totals of targets that may all be shown, as far as sums over periods tell: where exactly one count of such a
    sum is small, another of its totals has to go, whatever is tried."""
    small = assembled.hidden(assembled.system.cells.primary)
    stuck = {key for sums in _over_time(assembled.keys) if sum(one in small for one in sums) == 1 for key in sums}
    flags = np.zeros(assembled.system.size, dtype=bool)
    flags[: len(assembled.keys)] = [_is_target(key) and key not in stuck for key in assembled.keys]
    return flags


def needed(assembled: Assembled) -> int:
    """How many totals of targets any pattern must hide beside the small ones: one for each sum over periods with
    exactly one small count, counting sums that share no cell."""
    small = assembled.hidden(assembled.system.cells.primary)
    taken: set[Key] = set()
    count = 0
    for sums in _over_time(assembled.keys):
        if sum(key in small for key in sums) == 1 and not taken & set(sums):
            taken |= set(sums)
            count += 1
    return count


def _is_target(key: Key) -> bool:
    measure, _, _, method, group = key
    return measure in TARGETS and (method, group) == (TOTAL, TOTAL)


def _over_time(keys: Sequence[Key]) -> Iterator[tuple[Key, ...]]:
    """A total of a target with the shorter periods that make it up, where all are published."""
    published = set(keys)
    for key in keys:
        if not _is_target(key):
            continue
        period = periods.parse(key[2])
        for kind in _PARTS[period.kind]:
            parts = [(key[0], key[1], part.code, *key[3:]) for part in period.parts(kind)]
            if all(part in published for part in parts):
                yield (key, *parts)
