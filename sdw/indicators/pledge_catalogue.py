"""Pledges: what regions mean to start or place in a year, beside what they did and what is expected."""

from __future__ import annotations

from sdw.indicators.model import Better, Indicator, Pledged


def of(counted: Indicator) -> Indicator:
    """What regions pledged for a year of a count that has a target."""
    return Indicator(
        id=f"toegezegd_{counted.id}",
        label=f"{counted.label}, toegezegd voor het hele jaar",
        short=f"{counted.short}, toegezegd",
        definition=(
            f"{counted.label}: hoeveel een regio er voor een jaar heeft toegezegd. Dit is een plan, geen telling. "
            "Het telt nooit mee bij wat er is gebeurd."
        ),
        numerator="wat de regio voor het jaar heeft toegezegd",
        unit=counted.unit,
        decimals=0,
        better=Better.NEITHER,
        formula=Pledged(counted.id),
        sources=("toezeggingen",),
        on_map=False,
        caveats=(
            "Landelijk is dit de som van de regio's die iets hebben toegezegd. Hoeveel dat er zijn, staat erbij.",
            "Verschilt een toezegging van de verwachting? Dan is dat een punt om over te praten, geen oordeel.",
        ),
    )
