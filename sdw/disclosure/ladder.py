"""Publishing never ends in a refusal: the smallest loss of detail that protects is taken, step by step.

What a cell costs decides which goes first: splits, half-years, years, totals of regions and the nation last (see
`counts`); totals of the targets are spared as long as anything else helps (`protect`, prized). Where even that
leaves a small count without cover, shown zeros around it give way, then all zeros. What older editions by
themselves give away already cannot be undone: it is not shown again, and counted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sdw.disclosure.intervals import attack, public
from sdw.disclosure.protect import Pattern, Unprotected, protect
from sdw.disclosure.system import LinearSystem, type_bool, type_int


@dataclass(frozen=True, slots=True)
class Settled:
    """The pattern. lost: primaries that are given away already, whatever is withheld now (numbers of cells)."""

    pattern: Pattern
    lost: type_int


def settle(system: LinearSystem, *, prized: type_bool | None = None, out: type_bool | None = None) -> Settled:
    """A pattern at the smallest loss. out: cells that are out already, which nothing can withhold any more.

    Raises:
        AssertionError: a count stays without protection though nothing that is out gives it away: our bug.
    """
    nothing = np.zeros(0, dtype=np.int64)
    fixed = np.zeros(system.size, dtype=bool) if out is None else out
    attempt, failed = system, nothing
    for _ in range(3):
        try:
            return Settled(protect(attempt, prized=prized), nothing)
        except Unprotected as error:
            failed = error.cells
        attempt = _without_zeros(attempt, failed, fixed) or _without_zeros(system, None, fixed) or attempt
    try:
        return Settled(protect(attempt), nothing)
    except Unprotected as error:
        failed = error.cells
    given = attack(public(attempt, ~attempt.cells.known), failed).failing(attempt)
    if len(given) < len(failed) or not fixed.any():
        raise AssertionError(f"cells {failed.tolist()} are not protected")
    primary = attempt.cells.primary.copy()
    primary[given] = False
    frozen = attempt.cells.frozen | (attempt.cells.primary & ~primary)
    return Settled(protect(attempt.with_cells(primary=primary, frozen=frozen)), given)


def _without_zeros(system: LinearSystem, around: type_int | None, fixed: type_bool) -> LinearSystem | None:
    """The same with shown zeros that may be hidden: those around some cells, or all; None where there are none."""
    facts = system.cells
    zeros = facts.known & (facts.value == 0) & facts.nonnegative & ~fixed
    if around is not None:
        inside = np.asarray(abs(system.matrix[around]).sum(axis=0)).ravel() > 0
        zeros &= np.asarray(abs(system.matrix) @ inside.astype(float)).ravel() > 0
    return system.with_cells(known=facts.known & ~zeros) if zeros.any() else None
