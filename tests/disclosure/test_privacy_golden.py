"""Equal to others on shared instances: GaussSuppression, tau-Argus and sdcTable."""

from __future__ import annotations

import numpy as np
import pytest

from sdw.disclosure.intervals import attack, public
from sdw.disclosure.optimum import optimum
from sdw.disclosure.protect import protect
from sdw.disclosure.secondary import gauss
from tests.worlds.privacy import ssb, synthetic


@pytest.mark.parametrize("name", ["z1", "z2"])
@pytest.mark.parametrize("zeros", [0, 1])
def test_gauss_hides_the_same_cells_as_gausssuppression(name: str, zeros: int) -> None:
    system, _, told = ssb(name, zeros)
    hidden, given_away = gauss(system)
    assert np.flatnonzero(hidden).tolist() == np.flatnonzero(told).tolist()
    assert not given_away.any()


@pytest.mark.parametrize(("size", "cost", "count"), [(180, 69, 6), (540, 889, 47)])
def test_gauss_and_repair_stay_near_the_optimum(size: int, cost: int, count: int) -> None:
    system = synthetic(size)
    pattern = protect(system)
    assert system.cells.cost[pattern.secondary].sum() <= cost
    assert pattern.secondary.sum() <= count
    assert attack(public(system, pattern.hidden)).failing(system).size == 0


@pytest.mark.parametrize(("size", "levels", "cost"), [(180, None, 69), (540, None, 884), (540, 1, 882)])
def test_the_optimum_is_that_of_tau_argus_and_sdctable(size: int, levels: int | None, cost: int) -> None:
    system = synthetic(size, levels, levels)
    best = optimum(system)
    assert best.finished
    assert best.cost == cost
    assert attack(public(system, best.hidden)).failing(system).size == 0


def test_without_protection_every_small_count_is_found() -> None:
    system = synthetic(540)
    ranges = attack(public(system, system.cells.primary))
    assert ranges.pinned.tolist() == np.flatnonzero(system.cells.primary).tolist()
