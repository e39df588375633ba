"""Figures that fit on one screen: every status, a share, a national figure with bounds."""

from __future__ import annotations

from dataclasses import replace

from sdw.indicators.figures import Figure
from sdw.reference.status import Status

TWENTE = Figure(
    indicator="gestart",
    region="AM05",
    period="2025",
    method="totaal",
    client_group="totaal",
    sector="",
    months=0,
    value=97.0,
    status=Status.VALUE,
    numerator=97.0,
    denominator=None,
    low=None,
    high=None,
    bound_low=None,
    bound_high=None,
    coverage="",
    source="trajecten",
    edition="2026-najaar",
    origin="voorbeeld",
)
PROVISIONAL = replace(TWENTE, region="AM01", status=Status.PROVISIONAL, value=1234.0, numerator=1234.0)
ZERO = replace(TWENTE, region="AM02", value=0.0, numerator=0.0)
MISSING = [
    replace(TWENTE, region=region, status=status, value=None, numerator=None)
    for region, status in (
        ("AM03", Status.SUPPRESSED),
        ("AM06", Status.NOT_DELIVERED),
        ("AM07", Status.UNKNOWN),
        ("AM08", Status.NOT_APPLICABLE),
    )
]
NATION = replace(
    TWENTE, region="NL", value=3021.0, numerator=3021.0, coverage="31/35", bound_low=3021.0, bound_high=3500.5
)
SHARE = replace(
    TWENTE,
    indicator="aandeel_ips",
    value=100 / 3,
    numerator=33.0,
    denominator=99.0,
    low=24.5,
    high=43.125,
    method="totaal",
)
ALL = (NATION, TWENTE, PROVISIONAL, ZERO, *MISSING, SHARE)
