"""Whole numbers that nobody has any more, and what is known of their sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from scipy import sparse

from sdw.disclosure.solver import INFINITE, Infeasible, Program
from sdw.disclosure.system import type_float

#: How long is looked for a small explanation; any that fits will do.
_NODES, _SECONDS = 500, 30.0


class Unknown(NamedTuple):
    """One erased count: the delivery that it was in, and what it was of."""

    batch: int
    dataset: str
    origin: str
    region: str
    period: str
    method: str
    client_group: str
    months: int
    measure: str


class Term(NamedTuple):
    """A sum of unknowns (each with its factor) and a known rest."""

    factors: Mapping[Unknown, float]
    rest: float

    def times(self, factor: float) -> Term:
        """So many times this sum."""
        return Term({one: factor * by for one, by in self.factors.items()}, factor * self.rest)


NOTHING = Term({}, 0.0)


def total(terms: Iterable[Term]) -> Term:
    """The sum of sums."""
    factors: dict[Unknown, float] = {}
    rest = 0.0
    for term in terms:
        rest += term.rest
        for one, factor in term.factors.items():
            factors[one] = factors.get(one, 0.0) + factor
    return Term(factors, rest)


@dataclass(slots=True)
class Problem:
    """What must hold of the unknowns, in the order in which it is given up where not all of it can.

    `firm`: published, or true of any count. `taken`: what every reader takes for granted (that a ledger balances).
    `likely`: a withheld count is of somebody.
    """

    firm: list[tuple[Term, float, float]] = field(default_factory=list)
    taken: list[tuple[Term, float, float]] = field(default_factory=list)
    likely: list[tuple[Term, float, float]] = field(default_factory=list)
    unknowns: dict[Unknown, int] = field(default_factory=dict)

    def add(self, unknown: Unknown) -> Term:
        """A count that is unknown from now on."""
        self.unknowns.setdefault(unknown, len(self.unknowns))
        return Term({unknown: 1.0}, 0.0)

    def solved(self) -> dict[Unknown, float]:
        """Values that explain everything that was published, as small as can be found.

        Raises:
            Infeasible: nothing does. That is our bug, for what was erased did.
        """
        for rows in ([*self.firm, *self.taken, *self.likely], [*self.firm, *self.taken], self.firm):
            try:
                found = self._place(rows)
            except Infeasible:
                continue
            if found is not None:
                return {one: float(round(found[column])) for one, column in self.unknowns.items()}
        raise Infeasible("no counts explain what was published of erased deliveries")

    def _place(self, rows: list[tuple[Term, float, float]]) -> type_float | None:
        width = len(self.unknowns)
        kept = [one for one in rows if one[0].factors]
        entries = [
            (number, self.unknowns[unknown], factor)
            for number, (term, _, _) in enumerate(kept)
            for unknown, factor in term.factors.items()
        ]
        row, column, factor = zip(*entries, strict=True) if entries else ((), (), ())
        matrix = sparse.csr_array((np.array(factor, dtype=np.float64), (row, column)), shape=(len(kept), width))
        low = np.array([least - term.rest for term, least, _ in kept], dtype=np.float64)
        high = np.array([most - term.rest for term, _, most in kept], dtype=np.float64)
        bounds = np.zeros(width), np.full(width, INFINITE)
        model = Program(matrix, low, high, *bounds, whole=True).model()
        return model.good(np.ones(width), nodes=_NODES, seconds=_SECONDS)
