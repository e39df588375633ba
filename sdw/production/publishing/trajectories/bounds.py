"""What the missing regions could make of a national count: at least, and at most.

At least: the sharpest that the published figures imply (`implied`). At most: as if each missing region did as much
per 1,000 benefits as the highest region with a figure. From a few regions nothing can be said about the others, so
under `at_most.LEAST_REGIONS` there is no "at most". Both are calculated from published figures only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sdw.disclosure.cells import Cell
from sdw.indicators.at_most import BENEFITS, BENEFITS_YEAR, most
from sdw.indicators.model import NATION
from sdw.production.publishing.publication_inputs import REGIONS, Inputs
from sdw.reference.dimensions import Key


class Bounds(NamedTuple):
    """The least and the most that a sum could be; None where nothing can be said."""

    low: float | None
    high: float | None


NONE = Bounds(None, None)


def of_measure(inputs: Inputs, measure: str) -> dict[Key, Bounds]:
    """The bounds of every incomplete sum of a measure: national counts that lack regions, and the least of what a
    region knows in part. Of a region nothing is said about fewer people than the threshold."""
    from sdw.production.publishing.trajectories import (
        least_sums,  # numpy and the solver: only at publication, never on a page
    )

    low = least_sums.least(inputs, measure)
    have = benefits(inputs)
    return {
        key: Bounds(value, _most(inputs, key, low, have))
        for key, value in low.items()
        if key[1] == NATION or value >= inputs.plan.threshold
    }


def benefits(inputs: Inputs) -> dict[str, float]:
    """The benefits of each region, where they are known."""
    found = {}
    for code in REGIONS:
        parts = [inputs.context.of(code, BENEFITS_YEAR, name)[0] for name in BENEFITS]
        if None not in parts:
            found[code] = sum(part or 0.0 for part in parts)
    return found


def _most(inputs: Inputs, key: Key, low: Mapping[Key, float], have: Mapping[str, float]) -> float | None:
    cell = inputs.cells[key]
    if key[1] != NATION or cell.value is None:
        return None
    from sdw.production.publishing.trajectories import least_sums

    beside = {code: inputs.cells.get((key[0], code, *key[2:])) for code in REGIONS}
    missing = [code for code, one in beside.items() if not least_sums.is_told(one)]
    if len(missing) != len(REGIONS) - len(cell.covered):
        return None  # Nobody can see which regions are in it.
    shown = {code: _value(one) for code, one in beside.items() if one is not None and least_sums.is_shown(one)}
    known = {code: low.get((key[0], code, *key[2:]), 0.0) for code in REGIONS}
    found = most(cell.value, shown, missing, have, known)
    return None if found is None else max(found, low[key])


def _value(cell: Cell) -> float:
    return float(cell.value or 0.0)
