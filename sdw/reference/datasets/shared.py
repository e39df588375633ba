"""What declarations share: the column of a region, and the check on double rows."""

from __future__ import annotations

from sdw.reference.datasets.declaration import Check, Column

REGION = Column(
    "region",
    ("regio", "arbeidsmarktregio", "regiocode", "regionaam", "region"),
    "De arbeidsmarktregio: code (AM05) of naam (Twente).",
)
DUPLICATE = Check(
    "dubbel",
    "error",
    "duplicate",
    "Deze rij staat er twee keer in: dezelfde gegevens als rij {other_row}. Haal een van de twee weg.",
)
