"""The counts of an edition as one linear system: what adds up to what, and what everybody knows.

Rows are the published cells of regions and nation; counts that are never shown but protected all the same (the
complement of every outcome, and what was not delivered as a number and follows from the rest); and what an attacker
may take for granted: that the ledger of a region balances, that the end of one period is the start of the next, and
that totals equal their parts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy import sparse

from sdw.disclosure.counts import attacker_knowledge, derived, release_sequence
from sdw.disclosure.counts.composition import Counts, composition, families, keys_of, national
from sdw.disclosure.primary import mark, with_ones
from sdw.disclosure.system import Cells, LinearSystem, type_bool, type_int
from sdw.reference import comparisons
from sdw.reference.areas.regions import CODES, NATION
from sdw.reference.dimensions import Key
from sdw.reference.measures import TARGETS
from sdw.reference.plan import Plan

__all__ = ["BALANCE", "Assembled", "Counts", "Key", "assemble"]

BALANCE = 1_000_000  # the "table" of what everybody knows to balance

#: A sum over equal regions goes before any count of a region: a sentence can stand in its place.
_COMPARED = 1e-4

#: The number of each region as a deliverer, the same in every edition.
_REGIONS = {code: number for number, code in enumerate(CODES)}


@dataclass(frozen=True, slots=True)
class Assembled:
    """The system with all primaries marked, which published cell each of its first rows is, and its atoms."""

    system: LinearSystem
    keys: tuple[Key, ...]
    atoms: tuple[Key, ...]

    def hidden(self, flags: type_bool) -> set[Key]:
        """The published cells that a pattern hides."""
        return {key for key, flag in zip(self.keys, flags, strict=False) if flag}

    def edition(self, hidden: Collection[Key]) -> release_sequence.ReleasedSystem:
        """As one of a series of editions: cells that are never shown have no name."""
        names = np.empty(self.system.size, dtype=object)
        names[: len(self.keys)] = ["|".join(key) for key in self.keys]
        names[len(self.keys) :] = np.nan
        flags = np.ones(self.system.size, dtype=bool)
        flags[: len(self.keys)] = [key in hidden for key in self.keys]
        flags[self.system.cells.known & (self.system.cells.group == BALANCE)] = False
        atoms = np.array(["|".join(key) for key in self.atoms], dtype=object)
        return release_sequence.ReleasedSystem(self.system, atoms, names, flags)


def assemble(counts: Counts, published: Collection[Key], plan: Plan, frozen: Collection[Key] = ()) -> Assembled:
    """The system of everything the plan publishes; `frozen` cells stay hidden whatever they are now."""
    over, atoms, own = composition(counts)
    place = {key: number for number, key in enumerate(keys_of(counts.cells))}
    shown = [key for key in place if key in published]
    blocks = [over[[place[key] for key in shown]]]
    nation, national_keys = national(counts.nation, over, place)
    keys = [*shown, *national_keys]
    blocks.append(nation)
    matrix = sparse.csr_array(sparse.vstack(blocks))
    covered = {cell.key: cell.covered for cell in counts.nation}
    number = {key: row for row, key in enumerate(keys)}
    balances = attacker_knowledge.balances(matrix, number, covered, atoms)
    extra = attacker_knowledge.agreements(counts, over)
    rows = attacker_knowledge.Rows(over, place, number, covered, matrix, atoms)
    rows, past_absent = derived.beside(rows, counts, plan.threshold)
    virtual, shares = attacker_knowledge.complements(rows, plan.threshold)
    people = attacker_knowledge.somebody(counts.cells, derived.values(rows, counts.absent))
    shares = replace(shares, telling=attacker_knowledge.nobody_in_part(rows, people))
    matrix = sparse.csr_array(sparse.vstack([rows.published, virtual, balances, extra, past_absent]))
    family, near = families(counts.cells.iloc[own])
    facts = _facts(matrix @ atoms, keys, rows.published.shape[0] - len(keys) + virtual.shape[0], set(frozen))
    owner = np.array([_REGIONS[code] for code in counts.cells["region"].iloc[own]], dtype=np.int64)
    system = LinearSystem(matrix, facts, atoms, family, near, owner)
    marked = with_ones(mark(system, plan.threshold, shares), plan.threshold)
    return Assembled(marked, tuple(keys), tuple(keys_of(counts.cells.iloc[own])))


def _facts(value: np.ndarray, keys: Sequence[Key], virtual: int, frozen: Collection[Key]) -> Cells:
    size, shown = len(value), len(keys)
    position = np.arange(size)
    balance = position >= shown + virtual
    is_virtual = (position >= shown) & ~balance
    hidden: type_bool = np.zeros(size, dtype=bool)
    hidden[:shown] = [key in frozen for key in keys]
    hidden |= is_virtual
    weight = np.zeros(size)
    weight[:shown] = [_weight(key) for key in keys]
    group: type_int = np.where(is_virtual, -1, 0).astype(np.int64)
    group[balance] = BALANCE
    group[:shown] = pd.factorize(pd.Series([_table(key) for key in keys], dtype=object))[0]
    return Cells(
        value=value,
        primary=np.zeros(size, dtype=bool),
        frozen=hidden,
        known=((value == 0) & ~is_virtual & ~hidden) | balance,
        nonnegative=~balance,
        weight=weight,
        group=group,
        lower=value,
        upper=value,
    )


def _table(key: Key) -> tuple[str, bool, bool, int]:
    """Cells of one table do not overlap: the same measure, dimensions and kind of period."""
    measure, _, period, method, group = key
    return measure, method != "totaal", group != "totaal", len(period)


def _weight(key: Key) -> float:
    measure, region, period, method, group = key
    total = (method, group) == ("totaal", "totaal")
    target = measure in TARGETS and total  # what users lose when a cell is hidden: these go last
    if comparisons.by_id(measure):
        return _COMPARED
    if region == NATION:
        return 1000.0 if target else 20.0
    if len(period) == 4:
        return 100.0 if target else 4.0 if total else 1.0
    return 10.0 if target else 2.0
