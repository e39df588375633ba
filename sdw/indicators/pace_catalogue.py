"""Pace: where a running year is expected to end, and how likely it is to reach its target."""

from __future__ import annotations

from dataclasses import replace

from sdw.indicators.model import Better, Chance, Expected, Indicator, Unit
from sdw.reference.documents import targets
from sdw.text.dutch import number

#: What stands beside every pace, in words too.
_AS_BEFORE = (
    "Dit klopt alleen als de rest van het jaar gaat zoals in eerdere jaren. Een plotselinge verandering, zoals "
    "geld dat stopt, ziet deze berekening niet."
)
_HOW = (
    "De maanden zijn die van het jaar waarvan cijfers zijn geleverd. Er zijn ten minste twee volledige jaren "
    "nodig; anders is het nog niet te zeggen.",
    "Berekend uit gepubliceerde cijfers. Is een aantal afgeschermd of niet aangeleverd, dan is de verwachting dat "
    "ook. Landelijk tellen alleen regio's met een gepubliceerd cijfer mee.",
)


def of(counted: Indicator) -> tuple[Indicator, Indicator]:
    """The expected total of a count that has a target, and the chance that the total reaches it."""
    aim = targets.of_indicator(counted.id)
    if aim is None:
        raise ValueError(f"{counted.id} has no target")
    expected = Indicator(
        id=f"verwacht_{counted.id}",
        label=f"{counted.label}, verwacht in het hele jaar",
        short=f"{counted.short}, verwacht",
        definition=(
            f"{counted.label}: hoeveel het er naar verwachting zijn aan het einde van een jaar dat nog loopt. "
            "Het echte aantal ligt met 95% kans tussen de twee grenzen."
        ),
        numerator=f"{counted.numerator}, zover geleverd",
        unit=counted.unit,
        decimals=0,
        better=counted.better,
        formula=Expected(counted.id),
        sources=counted.sources,
        on_map=False,
        caveats=(_AS_BEFORE, *_HOW),
    )
    chance = replace(
        expected,
        id=f"kans_{counted.id}",
        label=f"{counted.label}: kans dat het jaar het doel haalt",
        short=f"{counted.short}, kans op het doel",
        definition=(
            f"Hoe waarschijnlijk het is dat een jaar dat nog loopt eindigt op {aim.per_region} of meer in een "
            f"regio, en op {number(aim.national)} of meer in Nederland ({aim.name})."
        ),
        unit=Unit.PERCENT,
        better=Better.HIGHER,
        formula=Chance(counted.id),
        caveats=(
            *expected.caveats,
            "Afgerond op hele procenten: 1 of minder is 1, en 99 of meer is 99, zolang het niet zeker is.",
        ),
    )
    return expected, chance
