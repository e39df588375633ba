"""HiGHS for the linear programs of attack and repair: one model, many objectives, warm starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from sdw.disclosure.system import type_bool, type_float, type_int

INFINITE = highspy.kHighsInf
_DUAL, _PRIMAL = 1, 4
KINDS = highspy.HighsModelStatus
_SETTLED = (
    *(KINDS.kOptimal, KINDS.kModelEmpty, KINDS.kInfeasible, KINDS.kUnbounded),
    *(KINDS.kUnboundedOrInfeasible, KINDS.kObjectiveBound),
    *(KINDS.kTimeLimit, KINDS.kSolutionLimit, KINDS.kIterationLimit),
)
#: What a warm start may say wrongly: the last basis can mislead it.
_NOTHING = (KINDS.kInfeasible, KINDS.kUnboundedOrInfeasible)


class NoAnswer(RuntimeError):  # noqa: N818
    """The solver could not settle a program. Nothing may be concluded, so nothing may be published."""


class Infeasible(NoAnswer):
    """No values satisfy the constraints: what is published contradicts itself."""


@dataclass(frozen=True, slots=True)
class Program:
    """``row_low ≤ rows @ x ≤ row_high`` and ``low ≤ x ≤ high``; rows is sparse (constraints × variables).

    whole: which variables are whole numbers (one flag for all, or one each).
    """

    rows: Any
    row_low: type_float
    row_high: type_float
    low: type_float
    high: type_float
    whole: bool | type_bool = False

    def model(self) -> Model:
        """Hand the program to the solver, once."""
        return Model(self)


class Model:
    """A program inside the solver."""

    def __init__(self, program: Program) -> None:
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("threads", 1)
        self._solver.setOptionValue("random_seed", 1)
        if np.any(program.whole):
            self._solver.setOptionValue("mip_rel_gap", 0.0)
            self._solver.setOptionValue("mip_abs_gap", 0.0)
        self._solver.passModel(_highs(program))
        self._columns = np.arange(program.rows.shape[1], dtype=np.int32)

    def set_cost(self, cost: type_float) -> None:
        """What `least` minimises."""
        self._solver.changeColsCost(len(self._columns), self._columns, cost)

    def minimum(self, cost: type_float) -> tuple[float, type_float]:
        """Least value of ``cost @ x`` and where it is reached; −inf (and no place) when there is none."""
        self.set_cost(cost)
        # The place of the last objective is possible for this one too: the primal simplex goes on from there.
        self._solver.setOptionValue("simplex_strategy", _PRIMAL if self._solver.getBasis().valid else _DUAL)
        status = self._run()
        if status == KINDS.kUnbounded:
            return -np.inf, np.zeros(0)
        if status not in (KINDS.kOptimal, KINDS.kModelEmpty):
            raise NoAnswer(f"solver stopped with {self._solver.modelStatusToString(status)}")
        return float(self._solver.getInfo().objective_function_value), self._place()

    def good(self, cost: type_float, *, nodes: int, seconds: float) -> type_float | None:
        """A place where ``cost @ x`` is as low as a search of so many nodes finds; nothing when none is found."""
        self.set_cost(cost)
        for name, value in (("mip_rel_gap", 1e-3), ("mip_max_nodes", nodes), ("time_limit", seconds)):
            self._solver.setOptionValue(name, value)
        self._run()
        found = self._solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        return self._place() if found else None

    def least(self, most: float) -> type_float | None:
        """Where the set cost is least; nothing when that is more than `most`."""
        self._solver.setOptionValue("simplex_strategy", _DUAL)
        self._solver.setOptionValue("objective_bound", most)
        status = self._run()
        if status == KINDS.kObjectiveBound:
            return None
        if status != KINDS.kOptimal:
            raise NoAnswer(f"solver stopped with {self._solver.modelStatusToString(status)}")
        if self._solver.getInfo().objective_function_value > most:
            return None
        return self._place()

    def _place(self) -> type_float:
        return np.array(self._solver.getSolution().col_value, dtype=np.float64)

    def _run(self) -> Any:
        warm = self._solver.getBasis().valid
        self._solver.run()
        status = self._solver.getModelStatus()
        if status not in _SETTLED or (warm and status in _NOTHING):
            status = self._afresh()
        if status == KINDS.kUnboundedOrInfeasible:
            status = self._plainly()
        if status == KINDS.kInfeasible:
            raise Infeasible("the published values contradict each other")
        return status

    def duals(self) -> type_float:
        """Dual value of every row at the last optimum."""
        return np.array(self._solver.getSolution().row_dual, dtype=np.float64)

    def bound_row(self, row: int, low: float, high: float) -> None:
        """Change the bounds of a row; the basis is kept."""
        self._solver.changeRowBounds(row, low, high)

    def bound_columns(self, columns: type_int, low: type_float, high: type_float) -> None:
        """Change the bounds of variables; the basis is kept."""
        if len(columns):
            self._solver.changeColsBounds(len(columns), columns.astype(np.int32), low, high)

    def add_row(self, low: float, high: float, columns: type_int, factors: type_float) -> None:
        """Add one constraint."""
        self._solver.addRow(low, high, len(columns), columns.astype(np.int32), factors)

    def _afresh(self) -> Any:
        """A warm start can leave the solver in doubt, or make it say that nothing fits while something does.

        Forget the basis, and solve once more from nothing: only that is believed.
        """
        self._solver.clearSolver()
        self._solver.run()
        return self._solver.getModelStatus()

    def _plainly(self) -> Any:
        """Without presolve the solver tells unbounded from infeasible."""
        self._solver.setOptionValue("presolve", "off")
        self._solver.run()
        status = self._solver.getModelStatus()
        self._solver.setOptionValue("presolve", "choose")
        return status


def _highs(program: Program) -> Any:
    count, width = program.rows.shape
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = width, count
    lp.col_cost_ = np.zeros(width)
    lp.col_lower_, lp.col_upper_ = program.low, program.high
    lp.row_lower_, lp.row_upper_ = program.row_low, program.row_high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    rows = program.rows.tocsr()
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = (
        rows.indptr.astype(np.int32),
        rows.indices.astype(np.int32),
        rows.data.astype(np.float64),
    )
    if np.any(program.whole):
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[int(flag)] for flag in np.broadcast_to(program.whole, width)]
    return lp
