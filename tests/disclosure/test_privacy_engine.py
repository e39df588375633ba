"""Rules of cell protection, on worlds that fit on a screen and on 1,000 random tables."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from sdw.disclosure import primary, relations, rounding
from sdw.disclosure.intervals import attack, public
from sdw.disclosure.optimum import optimum
from sdw.disclosure.protect import Unprotected, protect
from sdw.disclosure.secondary import gauss
from sdw.disclosure.solver import Infeasible
from sdw.disclosure.system import Cells, LinearSystem, Table, build
from tests.worlds.privacy import random_world, synthetic

BATCHES, PER_BATCH = 25, 40


@pytest.mark.parametrize("batch", range(BATCHES))
def test_nothing_is_pinned_in_a_thousand_random_tables(batch: int) -> None:
    for seed in range(batch * PER_BATCH, (batch + 1) * PER_BATCH):
        system = random_world(seed)
        try:
            pattern = protect(system, tidy=1000 if seed % 5 == 0 else 0)
        except Unprotected as refusal:
            assert _hopeless(system, refusal.cells), f"seed {seed}: refused what can be protected"
            continue
        ranges = attack(public(system, pattern.hidden), np.flatnonzero(system.cells.primary))
        assert ranges.failing(system).size == 0, f"seed {seed}"
        assert ranges.pinned.size == 0, f"seed {seed}"
        shown_zeros = system.cells.known & (system.cells.value == 0)
        assert not (pattern.hidden & shown_zeros).any(), f"seed {seed}: a zero is used as cover"


def _hopeless(system: LinearSystem, cells: np.ndarray) -> bool:
    """Even with everything hidden that may be hidden, these primaries are not protected."""
    everything = ~system.cells.known
    ranges = attack(public(system, everything), cells)
    return set(cells.tolist()) == set(ranges.failing(system).tolist())


@pytest.mark.parametrize("batch", range(4))
def test_counting_out_all_explanations_agrees_with_the_attacker(batch: int) -> None:
    judged = 0
    for seed in range(batch * 25, (batch + 1) * 25):
        system = random_world(seed, small=True)
        try:
            pattern = protect(system)
        except Unprotected:
            continue
        primaries = np.flatnonzero(system.cells.primary)
        if not len(primaries) or system.matrix.shape[1] > 6:
            continue
        view = public(system, pattern.hidden)
        whole, loose = attack(view, primaries, whole=True), attack(view, primaries)
        seen = _explanations(system, ~pattern.hidden)[:, primaries]
        assert (seen.max(axis=0) > seen.min(axis=0)).all(), f"seed {seed}: pinned for whole people"
        assert (seen.min(axis=0) >= whole.low).all()
        assert (whole.low >= loose.low).all()
        assert (whole.high <= loose.high).all()
        judged += 1
    assert judged > 2


def _explanations(system: LinearSystem, shown: np.ndarray, most: int = 4) -> np.ndarray:
    """All tables of whole people 0..most per inner cell that fit what is shown (tables × cells)."""
    tables = np.array(list(itertools.product(range(most + 1), repeat=system.matrix.shape[1])), dtype=float)
    for row in np.flatnonzero(shown):
        factors = system.matrix[[row]].toarray().ravel()
        tables = tables[tables @ factors == system.cells.value[row]]
    return np.asarray(tables @ system.matrix.T.toarray())


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 14), min_size=4, max_size=24), st.integers(3, 10))
def test_the_order_of_delivery_does_not_matter_for_safety(counts: list[int], threshold: int) -> None:
    half = len(counts) // 2
    inner = pd.DataFrame(
        {"row": [0] * half + [1] * half, "column": [*range(half)] * 2, "value": counts[: 2 * half]}
    )
    tables = [Table(name, keep, {"n": 1.0}) for name, keep in (("t", ()), ("r", ("row",)), ("c", ("column",)))]
    tables.append(Table("rc", ("row", "column"), {"n": 1.0}))
    for frame in (inner, inner[::-1]):
        system, keys = build(frame.assign(measure="n"), tables)
        system = primary.mark(system, threshold)
        assert len(keys) == system.size
        try:
            pattern = protect(system)
        except Unprotected as refusal:
            assert _hopeless(system, refusal.cells)
            continue
        assert attack(public(system, pattern.hidden)).failing(system).size == 0


@pytest.mark.parametrize("seed", range(40))
def test_gauss_leaves_no_primary_a_linear_combination_of_shown_cells(seed: int) -> None:
    system = random_world(seed).reduced()
    if system.matrix.shape[1] > 400:
        pytest.skip("too large for dense algebra")
    hidden, given_away = gauss(system)
    shown = system.matrix[~hidden].toarray()
    rank = np.linalg.matrix_rank(shown) if shown.size else 0
    for cell in np.flatnonzero(system.cells.primary & ~given_away)[:25]:
        more = np.vstack([shown, system.matrix[[cell]].toarray()])
        assert np.linalg.matrix_rank(more) > rank, f"cell {cell} follows from what is shown"


@pytest.mark.parametrize("seed", range(30))
def test_relations_are_all_the_relations_there_are(seed: int) -> None:
    matrix = random_world(seed).matrix
    found = relations.of(matrix)
    dense = matrix.toarray().astype(int)
    assert len(found) == len(dense) - np.linalg.matrix_rank(dense)
    for relation in found:
        total = sum(_signed(factor) * dense[cell] for cell, factor in relation.items())
        assert not np.any(total % relations.PRIME)


def _signed(factor: int) -> int:
    return factor if factor < relations.PRIME // 2 else factor - relations.PRIME


@pytest.mark.parametrize("seed", range(0, 30, 3))
def test_the_optimum_is_never_dearer_than_the_default_way(seed: int) -> None:
    system = random_world(seed, small=True)
    try:
        pattern = protect(system)
    except Unprotected:
        pytest.skip("nothing protects this table")
    best = optimum(system)
    assert best.finished
    assert best.cost <= system.cells.cost[pattern.secondary].sum()
    assert attack(public(system, best.hidden), np.flatnonzero(system.cells.primary)).failing(system).size == 0


def _row(counts: list[int], threshold: int = 5) -> LinearSystem:
    """One row of counts with its total."""
    width = len(counts)
    matrix = sparse.csr_array(np.vstack([np.eye(width), np.ones(width)]))
    inner = np.array(counts, dtype=float)
    return primary.mark(LinearSystem(matrix, Cells.plain(matrix @ inner), inner), threshold)


def test_it_fails_closed() -> None:
    stuck = _row([2, 0, 30])
    stuck = stuck.with_cells(known=stuck.cells.known | (stuck.cells.value >= 30))
    with pytest.raises(Unprotected) as refusal:
        protect(stuck)
    assert refusal.value.cells.tolist() == [0]


def test_a_zero_that_other_zeros_give_away_is_refused() -> None:
    system = _row([2, 0, 0, 30, 40])
    inside = sparse.vstack([system.matrix, sparse.csr_array([[0.0, 1.0, 1.0, 0.0, 0.0]])])
    wider = LinearSystem(sparse.csr_array(inside), Cells.plain(inside @ system.inner), system.inner)
    marked = primary.mark(wider, 5, primary.Shares(np.array([6]), np.array([5])))
    assert marked.cells.primary[6]
    with pytest.raises(Unprotected) as refusal:
        protect(marked)
    assert refusal.value.cells.tolist() == [6]


def test_zeros_stay_visible_and_a_single_small_count_takes_a_real_one_along() -> None:
    pattern = protect(_row([2, 0, 30, 40]))
    assert pattern.hidden.tolist() == [True, False, True, False, False]


def test_a_pair_of_ones_is_not_enough_cover() -> None:
    system = _row([1, 1, 30, 40], threshold=3)
    hidden = protect(primary.with_ones(system, 3)).hidden[: system.size]
    assert hidden.tolist() == [True, True, True, False, False]
    knows_own = attack(public(system, hidden, also_known=[0]), [1])
    assert knows_own.high[0] >= 3


def test_a_coalition_that_knows_its_own_cell_sees_more() -> None:
    system = _row([2, 12, 30, 40])
    hidden = np.array([True, True, False, False, False])
    assert attack(public(system, hidden), [0]).high[0] == 14
    assert attack(public(system, hidden, also_known=[1]), [0]).pinned.tolist() == [0]


def test_nobody_and_everybody_of_a_group_are_unsafe() -> None:
    inner = pd.DataFrame(
        {
            "region": np.repeat(np.arange(4), 2),
            "measure": ["yes", "no"] * 4,
            "value": [0, 20, 7, 30, 25, 0, 0, 0],
        }
    )
    both = {"yes": 1.0, "no": 1.0}
    tables = [
        Table(name, keep, terms)
        for keep in (("region",), ())
        for name, terms in (("yes", {"yes": 1.0}), ("no", {"no": 1.0}), ("group", both))
    ]
    system, _ = build(inner, tables)
    shares = primary.Shares(np.array([0, 1, 2, 3, 4, 5, 6, 7]), np.array([8, 9, 10, 11] * 2))
    marked = primary.mark(system, 5, shares)
    assert np.flatnonzero(marked.cells.primary).tolist() == [
        0,
        6,
    ]  # 0% of region 0, 100% of region 2; region 3 is empty
    pattern = protect(marked)
    ranges = attack(public(marked, pattern.hidden), [0, 6])
    assert (ranges.high >= 5).all()


def test_ledger_and_carry_over_are_used_against_us() -> None:
    frame = pd.DataFrame(
        [
            (0, -1, "begin", 20),
            (0, 0, "start", 3),
            (0, 0, "stop", 8),
            (0, 0, "end", 15),
            (1, 0, "begin", 15),
            (1, 1, "start", 30),
            (1, 1, "stop", 5),
            (1, 1, "end", 40),
        ],
        columns=["half", "link", "measure", "value"],
    )
    tables = [Table(m, ("half",), {m: 1.0}) for m in ("begin", "start", "stop", "end")]
    ledger = {"begin": 1.0, "start": 1.0, "stop": -1.0, "end": -1.0}
    tables.append(Table("ledger", ("half",), ledger, known=True, nonnegative=False))
    tables.append(
        Table("carry", ("link",), {"end": 1.0, "begin": -1.0}, known=True, nonnegative=False, complete=True)
    )
    system, keys = build(frame, tables)
    assert (keys["table"] == "carry").sum() == 1
    marked = primary.mark(system, 5)
    alone = attack(public(marked, marked.cells.primary))
    assert alone.pinned.tolist() == [2]  # started in half 0: the balance gives it away
    pattern = protect(marked)
    end_then, begin_next = 6, 1
    assert pattern.hidden[end_then] == pattern.hidden[begin_next]
    assert attack(public(marked, pattern.hidden), [2]).failing(marked).size == 0


@pytest.mark.parametrize("seed", range(20))
def test_controlled_rounding_adds_up_and_stays_near(seed: int) -> None:
    system = random_world(seed)
    if system.size > 300:
        system = random_world(seed, small=True)
    try:
        rounded = rounding.controlled(system, 5)
    except rounding.NotRoundable:
        rounded = rounding.controlled(system, 5, steps=3)
    assert not (rounded % 5).any()
    assert (rounded >= 0).all()
    assert np.abs(rounded - system.cells.value).max() < 15
    for relation in relations.of(system.matrix):
        assert sum(_signed(factor) * int(rounded[cell]) for cell, factor in relation.items()) == 0


def test_published_values_that_contradict_each_other_are_no_proof_of_anything() -> None:
    view = public(_row([2, 30, 40, 12]), np.array([True, False, False, True, False]))
    view.value[4] = 10.0
    with pytest.raises(Infeasible):
        attack(view, [0])


def test_a_threshold_below_three_is_refused() -> None:
    with pytest.raises(ValueError, match="below 3"):
        _row([1, 2], threshold=2)


def test_a_large_block_is_searched_nearby_first_and_still_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sdw.disclosure.certificates.neighbourhoods.SMALL_BLOCK", 20)
    monkeypatch.setattr("sdw.disclosure.certificates.neighbourhoods.ATOM", 8)
    system = synthetic(540)
    pattern = protect(system, tidy=0)
    assert attack(public(system, pattern.hidden)).failing(system).size == 0


def test_a_prized_cell_is_hidden_only_where_nothing_else_helps() -> None:
    system = _row([2, 30, 40])
    assert protect(system).hidden.tolist() == [True, True, False, False]
    assert protect(system, prized=np.array([False, True, False, False])).hidden.tolist() == [
        True,
        False,
        True,
        False,
    ]
    no_choice = protect(system, prized=np.array([False, True, True, True])).hidden
    assert no_choice[0]
    assert no_choice[1:].any()
    assert attack(public(system, no_choice), [0]).failing(system).size == 0


def test_a_prized_cell_hidden_for_one_primary_takes_no_other_with_it() -> None:
    """2 + 30 = 32 has prized cover only; 3 + 50 + 60 = 113 has other cover; 145 ties them in one block."""
    parts = np.eye(5)
    sums = [[1, 1, 0, 0, 0], [0, 0, 1, 1, 1], [1, 1, 1, 1, 1]]
    matrix = sparse.csr_array(np.vstack([parts, sums]))
    inner = np.array([2.0, 30.0, 3.0, 50.0, 60.0])
    system = primary.mark(LinearSystem(matrix, Cells.plain(matrix @ inner), inner), 10)
    prized = np.array([False, True, False, True, False, True, False, False])
    pattern = protect(system, tidy=0, prized=prized)
    assert pattern.hidden[[1, 5]].any()
    assert not pattern.hidden[3]
    assert attack(public(system, pattern.hidden), [0, 2]).failing(system).size == 0


@pytest.mark.parametrize("seed", range(30))
def test_prized_cells_leave_every_table_as_safe(seed: int) -> None:
    system = random_world(seed)
    prized = np.random.default_rng(seed).random(system.size) < 0.3
    try:
        pattern = protect(system, tidy=0, prized=prized)
    except Unprotected as refusal:
        assert _hopeless(system, refusal.cells)
        return
    ranges = attack(public(system, pattern.hidden), np.flatnonzero(system.cells.primary))
    assert ranges.failing(system).size == 0
