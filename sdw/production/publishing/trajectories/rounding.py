"""Rounding at publication, where the plan chooses it: every count a multiple of the base, and no cell empty."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sdw.disclosure import rounding
from sdw.disclosure.counts import release_sequence
from sdw.disclosure.system import type_float
from sdw.production.publishing.trajectories import prior_editions
from sdw.production.publishing.trajectories.prior_editions import PriorEdition
from sdw.production.publishing.trajectories.suppression import ProtectedCounts
from sdw.production.publishing.trajectories.totals import Totals
from sdw.reference.dimensions import Key
from sdw.reference.plan import Plan


def round_off(counted: Totals, plan: Plan, prior: Sequence[PriorEdition]) -> ProtectedCounts:
    """Round all planned counts so that they add up, beside all `prior` editions (newest first).

    A cell that adds up the same counts as in an older edition keeps its rounded value: otherwise two roundings of
    one count would tell more than one does.

    Raises:
        NotRoundable: no additive rounding near enough exists; nothing may be published then.
    """
    begin = time.perf_counter()
    assembled = prior_editions.assemble(counted, plan)
    releases = [(one, prior_editions.assemble(one.counted, plan)) for one in reversed(prior)]
    editions = [old.edition(set()) for _, old in releases]
    new = assembled.edition(set())
    small, place = release_sequence.folded(
        release_sequence.together(editions, new), release_sequence.names([*editions, new])
    )
    out = np.full(small.size, np.nan)
    start = 0
    for one, old in releases:
        rows = place[start : start + len(old.keys)]
        out[rows] = [_value(one, key) for key in old.keys]
        start += old.system.size
    found = rounding.rounded(small, plan.rounding, out)
    values = dict(zip(assembled.keys, found.values[place][start:].tolist(), strict=False))
    cells = tuple(cell if cell.value is None else replace(cell, value=values[cell.key]) for cell in counted.cells)
    true = assembled.system.cells.value[: len(values)]
    facts = {
        "protected_cells": str(len(values)),
        "hidden_primary": "0",
        "hidden_secondary": "0",
        "kept_old_value": "0",
        "certificates": "0",
        "rounding_within": str(_within(np.array(list(values.values())) - true, plan.rounding)),
        "protection_seconds": f"{time.perf_counter() - begin:.1f}",
    }
    return ProtectedCounts(cells, frozenset(), facts)


def _value(one: PriorEdition, key: Key) -> float:
    value = one.shown[key].value
    return np.nan if value is None else value


def _within(off: type_float, base: int) -> int:
    """The multiple of the base that every distance is less than: what anybody may know."""
    return base * (int(np.abs(off).max(initial=0.0) // base) + 1)
