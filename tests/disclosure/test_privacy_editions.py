"""Editions after each other: the attacker has them all."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from sdw.disclosure import primary
from sdw.disclosure.counts import release_sequence
from sdw.disclosure.intervals import attack, public
from sdw.disclosure.protect import protect
from sdw.disclosure.system import Cells, LinearSystem, Table, build

REGIONS, METHODS = 10, 4


def _edition(counts: np.ndarray, hidden: np.ndarray | None = None) -> release_sequence.ReleasedSystem:
    """Region × method with totals, primaries 1..4; protected by itself unless a pattern is given."""
    region, method = (axis.ravel() for axis in np.indices((REGIONS, METHODS)))
    inner = pd.DataFrame({"region": region, "method": method, "measure": "n", "value": counts})
    keeps = ((), ("region",), ("method",), ("region", "method"))
    system, keys = build(inner, [Table("·".join(keep), keep, {"n": 1.0}) for keep in keeps])
    system = primary.mark(system, 5)
    names = keys.fillna(-1).astype(str).agg("/".join, axis=1).to_numpy()
    pattern = protect(system).hidden if hidden is None else hidden
    return release_sequence.ReleasedSystem(system, np.arange(len(counts)), names, pattern)


def _corrected(seed: int) -> tuple[release_sequence.ReleasedSystem, release_sequence.ReleasedSystem]:
    rng = np.random.default_rng(seed)
    counts = rng.poisson(rng.choice([1, 8, 30], REGIONS * METHODS))
    later = counts.copy()
    which = rng.choice(len(counts), 4, replace=False)
    later[which] = np.maximum(later[which] + rng.integers(-3, 4, 4), 0)
    return _edition(counts), _edition(later)


def _primaries(system: LinearSystem) -> np.ndarray:
    return np.flatnonzero(system.cells.primary)


@pytest.mark.parametrize("seed", range(25))
def test_old_and_new_together_give_nothing_away(seed: int) -> None:
    old, new = _corrected(seed)
    after = release_sequence.sequel([old], new)
    both = release_sequence.together([old], new)
    ranges = attack(public(both, after.proof.hidden), _primaries(both))
    assert ranges.failing(both).size == 0
    assert ranges.pinned.size == 0
    assert after.hidden[old.hidden].all(), "what was hidden stays hidden"
    assert not (after.carried_over & old.hidden).any()
    assert (after.hidden == (old.hidden | after.carried_over)).all(), "all cells are of a closed period here"


def test_without_it_corrections_expose_people() -> None:
    exposed = 0
    for seed in range(25):
        old, new = _corrected(seed)
        both = release_sequence.together([old], new)
        careless = np.concatenate([old.hidden, new.hidden])
        primaries = np.concatenate([old.system.cells.primary, new.system.cells.primary])
        exposed += int(primaries[attack(public(both, careless)).pinned].sum())
    assert exposed > 10


def test_nothing_changes_when_nothing_was_corrected() -> None:
    old, _ = _corrected(3)
    after = release_sequence.sequel([old], old)
    assert (after.hidden == old.hidden).all()
    assert not after.carried_over.any()
    assert release_sequence.changed(old, old).size == 0


def test_a_shown_cell_corrected_to_a_small_one_keeps_its_old_value() -> None:
    counts = np.full(REGIONS * METHODS, 20)
    old = _edition(counts)
    assert not old.hidden.any()
    counts[5] = 3
    new = _edition(counts)
    after = release_sequence.sequel([old], new)
    region, method, total = 1 + 5 // METHODS, 1 + REGIONS + 5 % METHODS, 0
    cell = 1 + REGIONS + METHODS + 5
    every_sum_that_holds_the_change = [total, region, method, cell]
    assert np.flatnonzero(after.carried_over).tolist() == every_sum_that_holds_the_change
    assert release_sequence.changed(old, new).tolist() == [5]


def test_a_new_period_is_free_of_old_patterns() -> None:
    old, new = _corrected(8)
    other = release_sequence.ReleasedSystem(
        new.system, new.inner_names + 1000, np.char.add("next ", new.cell_names.astype(str)), new.hidden
    )
    after = release_sequence.sequel([old], other)
    assert (after.hidden == protect(new.system, tidy=0).hidden).sum() >= 0.9 * new.system.size
    assert not after.carried_over.any()


def test_three_editions_are_attacked_together() -> None:
    first, second = _corrected(11)
    after = release_sequence.sequel([first], second)
    middle = release_sequence.ReleasedSystem(second.system, second.inner_names, second.cell_names, after.hidden)
    counts = second.system.inner.copy()
    counts[[2, 17]] += 2
    last = _edition(counts)
    end = release_sequence.sequel([first, middle], last)
    every = release_sequence.together([first, middle], last)
    assert attack(public(every, end.proof.hidden), _primaries(every)).failing(every).size == 0
    assert end.hidden[after.hidden].all()


def _by_hand(
    counts: dict[str, float], cells: dict[str, tuple[str, ...]], hidden: set[str]
) -> release_sequence.ReleasedSystem:
    """An edition of which each cell is named with the counts that it adds up; primaries 1..4."""
    names = list(counts)
    matrix = sparse.csr_array([[float(name in parts) for name in names] for parts in cells.values()])
    inner = np.array(list(counts.values()), dtype=float)
    system = primary.mark(LinearSystem(matrix, Cells.plain(matrix @ inner), inner), 5)
    return release_sequence.ReleasedSystem(
        system, np.array(names), np.array(list(cells)), np.array([c in hidden for c in cells])
    )


def test_what_only_three_editions_together_tell_is_protected() -> None:
    """a + x, then x + y, then y: no two of these say what a is, but all three do."""
    first = _by_hand({"a": 3, "x": 12}, {"a": ("a",), "a+x": ("a", "x")}, {"a"})
    second = _by_hand({"x": 12, "y": 20}, {"x+y": ("x", "y")}, set())
    third = _by_hand({"y": 20, "z": 50}, {"y": ("y",), "z": ("z",)}, set())
    for one, other in ((first, second), (first, third), (second, third)):
        pair = release_sequence.together([one], other)
        shown = np.concatenate([one.hidden, other.hidden])
        assert attack(public(pair, shown), _primaries(pair)).pinned.size == 0
    every = release_sequence.together([first, second], third)
    careless = np.concatenate([first.hidden, second.hidden, third.hidden])
    assert attack(public(every, careless), _primaries(every)).pinned.size == 1

    only_the_newest = release_sequence.sequel([second], third)
    assert not only_the_newest.hidden.any()
    after = release_sequence.sequel([first, second], third)
    assert after.hidden.tolist() == [True, False]
    assert attack(public(every, after.proof.hidden), _primaries(every)).failing(every).size == 0


def test_editions_that_changed_nothing_add_nothing() -> None:
    old, new = _corrected(5)
    editions = [old] * 6
    system = release_sequence.together(editions, new)
    names = np.concatenate([one.cell_names for one in [*editions, new]])
    once = release_sequence.together([old], new)
    few = release_sequence.folded(once, np.concatenate([old.cell_names, new.cell_names]))[0]
    assert release_sequence.folded(system, names)[0].size == few.size < once.size
    assert (release_sequence.sequel(editions, new).hidden == release_sequence.sequel([old], new).hidden).all()


def test_what_was_shown_under_a_lower_threshold_does_not_stop_the_next_edition() -> None:
    """It cannot be taken back, but it is not shown again, and it is no old value that "correctie volgt"."""
    counts = np.full(REGIONS * METHODS, 20)
    counts[5] = 7
    old = _edition(counts)
    assert not old.hidden.any()
    stricter = release_sequence.ReleasedSystem(
        primary.mark(old.system, 10), old.inner_names, old.cell_names, old.hidden
    )
    after = release_sequence.sequel([old], stricter)
    assert np.flatnonzero(after.hidden).tolist() == [1 + REGIONS + METHODS + 5]
    assert not after.carried_over.any()
