"""Protection at publication: the counts of an edition as one system, together with all that is out already."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sdw.disclosure.cells import Cell
from sdw.disclosure.counts import assembly, release_sequence
from sdw.disclosure.ladder import settle
from sdw.disclosure.protect import Pattern
from sdw.production.publishing.trajectories import hidden_totals, prior_editions
from sdw.production.publishing.trajectories.prior_editions import PriorEdition
from sdw.production.publishing.trajectories.totals import Totals
from sdw.reference.dimensions import Key
from sdw.reference.plan import Plan
from sdw.reference.status import Status


@dataclass(frozen=True, slots=True)
class ProtectedCounts:
    """The counts as they may be published. `carried_over`: cells that still show the value of an older edition,
    because the corrected one beside it would give people away. `facts` go into the manifest."""

    cells: tuple[Cell, ...]
    carried_over: frozenset[Key]
    facts: dict[str, str]


def suppress(counted: Totals, plan: Plan, prior: Sequence[PriorEdition]) -> ProtectedCounts:
    """Withhold what must be withheld, beside all `prior` editions (newest first).

    Raises:
        AssertionError: an edition that would not pass its own audit; nothing is published then.
    """
    begin = time.perf_counter()
    assembled = prior_editions.assemble(counted, plan)
    prized = hidden_totals.avoidable(assembled)
    values: dict[Key, Cell] = {}
    if not prior:
        pattern, lost = settle(assembled.system, prized=prized).pattern, 0
        hidden = assembled.hidden(pattern.hidden)
    else:
        releases = [one.as_release(plan) for one in reversed(prior)]
        sequel = release_sequence.sequel(releases, assembled.edition(set()), prized)
        pattern, lost = sequel.proof, sequel.lost
        hidden = assembled.hidden(sequel.hidden)
        again = {key for one in prior for key in one.carried_over} & hidden
        values = prior_editions.carried_over_values(prior, assembled.hidden(sequel.carried_over) | again)
    cells = tuple(_shown(cell, hidden, values) for cell in counted.cells)
    facts = _facts(assembled, hidden, pattern, len(values)) | {
        "protection_seconds": f"{time.perf_counter() - begin:.1f}",
        "lost": str(lost),
    }
    return ProtectedCounts(cells, frozenset(values), facts)


def _shown(cell: Cell, hidden: set[Key], values: dict[Key, Cell]) -> Cell:
    if cell.key in values:
        return values[cell.key]
    return replace(cell, value=None, status=Status.SUPPRESSED) if cell.key in hidden else cell


def _facts(assembled: assembly.Assembled, hidden: set[Key], pattern: Pattern, carried_over: int) -> dict[str, str]:
    primary = assembled.hidden(assembled.system.cells.primary)
    assembled_value = dict(zip(assembled.keys, assembled.system.cells.value.tolist(), strict=False))
    return {
        "protected_cells": str(len(assembled.keys)),
        "hidden_primary": str(len(primary & hidden)),
        "hidden_secondary": str(len(hidden - primary)),
        "kept_old_value": str(carried_over),
        "hidden_zeros": str(sum(assembled_value[key] == 0 for key in hidden - primary)),
        "narrowed": str(pattern.narrowed),
        "exposed": str(int(pattern.exposed.sum())),
        "certificates": str(pattern.certificates),
    }
