"""Editions after each other: the attacker has them all.

A cell hidden in a closed period stays hidden, also when it is corrected upward, and every attack is on all editions
together: inner counts that did not change are the same unknown in each, and the attacker is taken to know which
ones changed. Where a corrected cell cannot be shown safely beside what is out already, its old value stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from sdw.disclosure.ladder import settle
from sdw.disclosure.protect import Pattern
from sdw.disclosure.system import Cells, LinearSystem, type_bool, type_int


@dataclass(frozen=True, slots=True)
class ReleasedSystem:
    """A system with the names of its inner counts and cells (any values, equal over editions), and its pattern.

    cell_names: pandas treats missing as "never the same cell" (cells of a period that is still open).
    hidden: one flag per cell.
    """

    system: LinearSystem
    inner_names: NDArray[Any]
    cell_names: NDArray[Any]
    hidden: type_bool


@dataclass(frozen=True, slots=True)
class Sequel:
    """hidden: the pattern of the new edition. carried_over: hidden cells that were shown before: the old value
    stays published, marked "correctie volgt". proof: the pattern of all editions together. lost: counts that the
    older editions by themselves give away: small ones, and zeros that were shown when they told of nobody, and that
    a correction makes tell of people."""

    hidden: type_bool
    carried_over: type_bool
    proof: Pattern
    lost: int = 0


def together(old: Sequence[ReleasedSystem], new: ReleasedSystem) -> LinearSystem:
    """All editions as one system; the cells of the new one come last.

    What older editions show is known; what they hide stays hidden, in the new edition too. `new.hidden` is not
    read. A cell shown before counts the same however large it is: as few as possible keep their old value.
    """
    editions = [*old, new]
    inner = pd.DataFrame(
        {
            "name": np.concatenate([np.asarray(e.inner_names, dtype=object) for e in editions]),
            "value": np.concatenate([e.system.inner for e in editions]),
        }
    )
    column = inner.groupby(["name", "value"], sort=False, dropna=False).ngroup().to_numpy()
    first = np.unique(column, return_index=True)[1]
    matrices, start = [], 0
    for edition in editions:
        size, width = edition.system.matrix.shape
        part = sparse.coo_array(edition.system.matrix)
        place = column[start : start + width][part.col]
        matrices.append(sparse.csr_array((part.data, (part.row, place)), shape=(size, len(first))))
        start += width
    cells = [_out(edition) for edition in old] + [_next(old, new)]
    joined = {f: np.concatenate([getattr(part, f) for part in cells]) for f in Cells.__slots__}
    families = [edition.system.family for edition in editions if edition.system.family is not None]
    owners = [edition.system.owner for edition in editions if edition.system.owner is not None]
    return LinearSystem(
        sparse.csr_array(sparse.vstack(matrices)),
        Cells(**joined),
        inner["value"].to_numpy()[first],
        np.concatenate(families)[first] if len(families) == len(editions) else None,
        tuple(dict.fromkeys(window for edition in editions for window in edition.system.near)),
        np.concatenate(owners)[first] if len(owners) == len(editions) else None,
    )


def names(editions: Sequence[ReleasedSystem]) -> NDArray[Any]:
    """The names of all cells of `together`."""
    return np.concatenate([np.asarray(edition.cell_names, dtype=object) for edition in editions])


def folded(system: LinearSystem, called: NDArray[Any]) -> tuple[LinearSystem, type_int]:
    """The same cells once: what is the same sum of the same counts in several editions is one row.

    called: the name of each row (missing: only sums that are never shown or always known may be one). Returns the
    smaller system and the row of each old row in it. So an edition that changed nothing adds nothing.
    """
    draw = np.random.default_rng(20261122).integers(1, 2**40, size=(system.matrix.shape[1], 2)).astype(np.float64)
    facts, prints = system.cells, system.matrix @ draw
    row = np.arange(system.size)
    alone = pd.isna(called) & ~facts.virtual & ~facts.known
    kinds = pd.DataFrame(
        {
            "name": pd.factorize(pd.Series(called, dtype=object))[0],
            "alone": np.where(alone, row, -1),
            "virtual": facts.virtual,
            "level": np.where(facts.virtual, facts.upper, 0.0),
            "one": prints[:, 0],
            "two": prints[:, 1],
        }
    )
    place = kinds.groupby(list(kinds), sort=False).ngroup().to_numpy().astype(np.int64)
    size = int(place.max(initial=-1)) + 1
    last = np.zeros(size, dtype=np.int64)
    last[place] = row
    known = _any(facts.known, place, size)
    cells = replace(
        Cells(**{f: getattr(facts, f)[last] for f in Cells.__slots__}),
        known=known,
        frozen=_any(facts.frozen, place, size) & ~known,
        primary=_any(facts.primary, place, size) & ~known,
    )
    return replace(system, matrix=sparse.csr_array(system.matrix[last]), cells=cells), place


def _any(flags: type_bool, place: type_int, size: int) -> type_bool:
    return np.bincount(place[flags], minlength=size) > 0


def _out(edition: ReleasedSystem) -> Cells:
    """The cells of an edition that is out: shown is known, hidden stays hidden."""
    shown = ~edition.hidden
    return edition.system.with_cells(
        known=shown, frozen=edition.hidden, primary=edition.system.cells.primary & edition.hidden
    ).cells


def before(old: Sequence[ReleasedSystem], new: ReleasedSystem) -> tuple[type_bool, type_bool]:
    """Which cells of the new edition were hidden, and which were shown, in some older edition."""
    names = pd.Index(new.cell_names)
    hidden, shown = np.zeros(len(names), dtype=bool), np.zeros(len(names), dtype=bool)
    for edition in old:
        past = pd.Index(edition.cell_names)
        hidden |= np.asarray(names.isin(past[edition.hidden]))
        shown |= np.asarray(names.isin(past[~edition.hidden]))
    named = ~np.asarray(names.isna())
    return hidden & named, shown & named


def _next(old: Sequence[ReleasedSystem], new: ReleasedSystem) -> Cells:
    facts = new.system.cells
    hidden, shown = before(old, new)
    dear = 10.0 * max(float(facts.cost.max(initial=0.0)), 1.0)
    weight = np.where(shown, dear / np.maximum(np.abs(facts.value), 1.0), facts.weight)
    return new.system.with_cells(frozen=facts.frozen | hidden, known=facts.known & ~hidden, weight=weight).cells


def sequel(old: Sequence[ReleasedSystem], new: ReleasedSystem, prized: type_bool | None = None) -> Sequel:
    """A pattern for the new edition that is safe together with the old ones.

    prized: cells of the new edition that are hidden only where no pattern does without; one that was out before is
    hidden only to keep its old value. Known zeros of the new edition are the last that give way to an old value.
    """
    system = together(old, new)
    mine = np.arange(system.size) >= system.size - new.system.size
    small, place = folded(system, names([*old, new]))
    was_hidden, was_shown = before(old, new)
    wanted = np.zeros(small.size, dtype=bool)
    if prized is not None:
        wanted[place[mine][prized & ~was_hidden & ~was_shown]] = True
    settled = settle(small, prized=wanted, out=_any(~mine, place, small.size))
    proof = settled.pattern
    primary = system.cells.primary
    hidden = proof.hidden[place][mine] | was_hidden | primary[mine]
    out = (primary & small.cells.known[place])[mine]
    carried_over = hidden & was_shown & ~out
    told = replace(proof, hidden=proof.hidden[place], primary=primary, exposed=proof.exposed[place])
    return Sequel(hidden, carried_over, told, len(settled.lost) + int((out & was_shown).sum()))


def changed(old: ReleasedSystem, new: ReleasedSystem) -> type_int:
    """Inner counts of the new edition that differ from the old one (for the list of corrections)."""
    was = pd.Series(old.system.inner, index=pd.Index(old.inner_names))
    earlier = was.reindex(pd.Index(new.inner_names)).to_numpy()
    return np.flatnonzero(~np.isnan(earlier) & (earlier != new.system.inner))
