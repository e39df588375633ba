"""The rows that an edition will hold, before they are written."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure to publish; the columns of `figure` in an edition, in that order."""

    indicator: str
    region: str
    period: str
    method: str = "totaal"
    client_group: str = "totaal"
    sector: str = ""
    months: int = 0
    value: float | None = None
    status: Status
    numerator: float | None = None
    denominator: float | None = None
    low: float | None = None
    high: float | None = None
    bound_low: float | None = None
    bound_high: float | None = None
    coverage: str = ""
    source: str
    origin: str
