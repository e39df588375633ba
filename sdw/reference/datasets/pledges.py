"""The declaration of `toezeggingen`: how many a region means to start or place in a year. A plan, no count.

The column of the year has no name that a period of trajectories has: a delivery of counts that lacks its methods
must never be read as a plan.
"""

from __future__ import annotations

from sdw.reference.datasets.declaration import Check, Column, Dataset, Measure
from sdw.reference.datasets.shared import DUPLICATE, IMPLAUSIBLE, IMPOSSIBLE, NOTHING_FILLED_IN, REGION

TOEZEGGINGEN = Dataset(
    id="toezeggingen",
    label="Toezeggingen",
    columns=(
        REGION,
        Column("period", ("jaar", "year"), "Het jaar waarvoor u dit toezegt: 2026.", allowed=("year",)),
    ),
    measures=(
        Measure("gestart", "Toegezegd: gestart", "Hoeveel trajecten u in het hele jaar wilt starten."),
        Measure(
            "duurzaam_geplaatst",
            "Toegezegd: duurzaam geplaatst",
            "Hoeveel mensen in het hele jaar duurzaam werk moeten krijgen: 12 uur per week of meer.",
        ),
    ),
    checks=(
        IMPOSSIBLE,
        IMPLAUSIBLE,
        Check(
            "jaar_buiten_bereik",
            "error",
            "far_year",
            "Voor {label} kan geen toezegging gelden: het project begon in 2021, en verder dan vijf jaar vooruit "
            "nemen wij niets aan. Verbeter het jaar.",
        ),
        DUPLICATE,
        NOTHING_FILLED_IN,
    ),
    delivery_unit=("region", "period", "measure"),
    origin_of_delivery="aangeleverd",
    all_measures_required=False,
)
