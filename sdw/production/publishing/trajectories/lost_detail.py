"""Every count of an edition that lost detail though it is not small, and why.

This reads the counts themselves and is for the steward alone: who knows that a hidden count is large knows more of
the small count beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import sparse

from sdw.disclosure.counts.assembly import Assembled
from sdw.disclosure.intervals import attack, public
from sdw.disclosure.system import Cells, LinearSystem, type_int
from sdw.edition.editions import Edition
from sdw.production.publishing.trajectories import prior_editions, totals
from sdw.production.store.private import Connection
from sdw.reference.areas.regions import CODES, NATION
from sdw.reference.dimensions import Key
from sdw.reference.plan import Plan

#: few: a count of the nation over too few regions. carried_over: it still shows the value of an older edition.
#: zero: a true zero, hidden for others. alone: shown by itself it would give away the counts in `covers`. together:
#: shown by itself it would give nothing away; it is hidden with others beside it, or for a region that knows its
#: own.
Reason = Literal["few", "carried_over", "zero", "alone", "together"]


@dataclass(frozen=True, slots=True)
class Lost:
    """A count without detail, why, and the small counts that would be known if it alone were shown."""

    key: Key
    reason: Reason
    covers: tuple[Key, ...] = ()


def lost(connection: Connection, edition: Edition, plan: Plan) -> list[Lost]:
    """Every count that is withheld and not small, and every count that still shows an older value."""
    keys = prior_editions.keys_in(edition)
    counted = totals.count_cells(connection, edition.batches, keys)
    assembled = prior_editions.assemble(counted, plan)
    hidden = {key for key, withheld in keys.items() if withheld}
    few = {key for key in hidden if 0 < len(counted.by_key[key].covered) < plan.fewest_regions}
    small = assembled.hidden(assembled.system.cells.primary)
    found = [Lost(key, "few") for key in few]
    found += [Lost(key, "carried_over") for key in prior_editions.carried_over_in(edition)]
    found += _covering(assembled, hidden - few, small)
    return sorted(found, key=lambda one: one.key)


def _covering(assembled: Assembled, hidden: Collection[Key], small: Collection[Key]) -> Iterator[Lost]:
    value = dict(zip(assembled.keys, assembled.system.cells.value.tolist(), strict=False))
    wanted = [key for key in hidden if key not in small and key in value]
    for place in (NATION, *CODES):
        mine = [key for key in wanted if key[1] == place]
        if not mine:
            continue
        near = assembled if place == NATION else _alone(assembled, CODES.index(place))
        for key in mine:
            covers = tuple(given_away(near, hidden, small, key))
            yield Lost(key, "alone" if covers else "zero" if value[key] == 0 else "together", covers)


def given_away(assembled: Assembled, hidden: Collection[Key], small: Iterable[Key], shown: Key) -> list[Key]:
    """The small counts nearby that would have too narrow a range if this one cell were shown."""
    flags = np.ones(assembled.system.size, dtype=bool)
    flags[: len(assembled.keys)] = [key in hidden and key != shown for key in assembled.keys]
    flags[assembled.system.cells.known] = False
    number = {key: row for row, key in enumerate(assembled.keys)}
    near = [number[key] for key in small if key in number and _near(key, shown)]
    ranges = attack(public(assembled.system, flags), near)
    return [assembled.keys[row] for row in ranges.failing(assembled.system).tolist()]


def _near(key: Key, shown: Key) -> bool:
    """Of a region: all of the years around, because a stock is in the ledger of two periods."""
    if shown[1] == NATION:
        return key[0] == shown[0] and key[2][:4] == shown[2][:4]
    return key[1] == shown[1] and abs(int(key[2][:4]) - int(shown[2][:4])) <= 1


def _alone(assembled: Assembled, region: int) -> Assembled:
    """What is published of one region, without the rest: what gives a count away here, does so in the whole too."""
    system = assembled.system
    owner = system.owner if system.owner is not None else np.zeros(0, dtype=np.int64)
    columns: type_int = np.flatnonzero(owner == region)
    size = np.diff(system.matrix.indptr)
    part = sparse.csr_array(sparse.csc_array(system.matrix)[:, columns])
    rows = np.flatnonzero((size > 0) & (np.diff(part.indptr) == size))
    facts = Cells(**{name: getattr(system.cells, name)[rows] for name in Cells.__slots__})
    keys = tuple(assembled.keys[row] for row in rows.tolist() if row < len(assembled.keys))
    own = LinearSystem(sparse.csr_array(part[rows]), facts, system.inner[columns])
    return Assembled(own.reduced(), keys, ())
