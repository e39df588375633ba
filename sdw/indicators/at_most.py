"""The most that a national count could be, as if each missing region did as much per benefit as the highest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil, inf

#: How an edition says in its manifest that its bounds are made like this; older editions did otherwise.
HOW = "per_1000_uitkeringen"
#: With fewer regions than this the highest of them says too little about the others (docs/methods.md).
LEAST_REGIONS = 20
#: The benefits that a rate is over, and their year: those of the indicator "per 1,000 benefits".
BENEFITS, BENEFITS_YEAR = ("bijstand", "arbeidsongeschiktheid"), "2021"


def most(
    value: float,
    shown: Mapping[str, float],
    missing: Iterable[str],
    have: Mapping[str, float],
    known: Mapping[str, float],
) -> float | None:
    """A national count if each missing region did as much per benefit as the highest region that is shown.

    shown: counts of regions. have: benefits of regions. known: the least that is known of a missing region. None
    with fewer than `LEAST_REGIONS` regions to go by, where benefits are not known, and where it would say nothing.
    """
    lacking = list(missing)
    rates = [count / have[code] for code, count in shown.items() if have.get(code)]
    if len(rates) < LEAST_REGIONS or any(code not in have for code in lacking):
        return None
    highest = max(rates, default=inf)
    found = float(ceil(value + sum(max(highest * have[code], known.get(code, 0.0)) for code in lacking) - 1e-9))
    return found if found > value else None
