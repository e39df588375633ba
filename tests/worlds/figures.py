"""Single figures, made by hand."""

from __future__ import annotations

from dataclasses import replace

from sdw.edition.figure_row import Source
from sdw.edition.figures import Figure
from sdw.reference.areas import regions
from sdw.reference.status import Status


def said(text: str) -> Source:
    """A source with these words."""
    return Source(text, (text,))


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
    delivered=None,
    cited=Source("aangeleverd", ("Levering door de regio's",)),
    carried_from=(),
    edition="2026-najaar",
    origin="aangeleverd",
)


def figure(value: float | None = 97.0, status: Status | None = None, **facts: object) -> Figure:
    """Twente in 2025, with other facts; without a value it is not delivered unless `status` says otherwise."""
    settled = status or (Status.VALUE if value is not None else Status.NOT_DELIVERED)
    return replace(TWENTE, value=value, numerator=value, status=settled, **facts)  # type: ignore[arg-type]


def everywhere(indicator: str = "gestart", first: int = 60, **missing: Status) -> tuple[Figure, ...]:
    """All 35 regions, 60, 64, 68 …; `missing` (code=status) have no value."""
    return tuple(
        figure(None, missing[code], region=code, indicator=indicator)
        if code in missing
        else figure(first + 4.0 * place, region=code, indicator=indicator)
        for place, code in enumerate(regions.CODES)
    )


def nation(value: float | None, delivered: int = 35, **facts: object) -> Figure:
    """The nation in 2025, over so many regions."""
    return figure(value, region="NL", delivered=(delivered, 35), **facts)
