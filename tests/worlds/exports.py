"""Figures that fit on one screen: every status, a share, a national figure with bounds. All examples."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from sdw.reference.status import Status
from tests.worlds.figures import figure, said

_example = partial(figure, origin="voorbeeld", cited=said("trajecten"))

TWENTE = _example()
PROVISIONAL = _example(1234.0, Status.PROVISIONAL, region="AM01")
ZERO = _example(0.0, region="AM02")
MISSING = [
    _example(None, status, region=region)
    for region, status in (
        ("AM03", Status.SUPPRESSED),
        ("AM06", Status.NOT_DELIVERED),
        ("AM07", Status.UNKNOWN),
        ("AM08", Status.NOT_APPLICABLE),
    )
]
NATION = _example(3021.0, region="NL", delivered=(31, 35), bound_low=3021.0, bound_high=3500.5)
SHARE = replace(_example(100 / 3, indicator="aandeel_ips"), numerator=33.0, denominator=99.0, low=24.5, high=43.125)
ALL = (NATION, TWENTE, PROVISIONAL, ZERO, *MISSING, SHARE)
