"""What the solver says is believed only when it did not start from a place that can mislead it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy import sparse

from sdw.disclosure.solver import KINDS, Infeasible, Model, Program


class Misled:
    """The solver, that says of its next answers what it is told to say."""

    def __init__(self, solver: Any, *says: Any) -> None:
        self._solver, self.says, self.cleared = solver, list(says), 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._solver, name)

    def clearSolver(self) -> None:  # noqa: N802
        self.cleared += 1
        self._solver.clearSolver()

    def getModelStatus(self) -> Any:  # noqa: N802
        return self.says.pop(0) if self.says else self._solver.getModelStatus()


def model(total: float = 10.0) -> Model:
    """Two counts, not below zero, of at most eight each, that make a total."""
    row = np.array([total])
    return Program(sparse.csr_array([[1.0, 1.0]]), row, row, np.zeros(2), np.full(2, 8.0), False).model()


@pytest.mark.parametrize("said", [KINDS.kInfeasible, KINDS.kUnboundedOrInfeasible, KINDS.kUnknown])
def test_a_warm_start_that_says_nothing_fits_is_asked_again_from_nothing(said: Any) -> None:
    tried = model()
    assert tried.minimum(np.array([1.0, 0.0]))[0] == 2
    solver = tried._solver = Misled(tried._solver, said)
    assert tried.minimum(np.array([0.0, 1.0]))[0] == 2
    assert (solver.says, solver.cleared) == ([], 1)


def test_what_never_fits_is_said_to_contradict_itself() -> None:
    with pytest.raises(Infeasible):
        model(17).minimum(np.array([1.0, 0.0]))
    tried = model()
    tried.minimum(np.array([1.0, 0.0]))
    tried.bound_row(0, 17, 17)
    with pytest.raises(Infeasible):
        tried.minimum(np.array([1.0, 0.0]))
