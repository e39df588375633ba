"""What declarations share: the column of a region, and the checks of more than one dataset."""

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
NOTHING_FILLED_IN = Check(
    "leeg",
    "warning",
    "empty_line",
    "In deze rij is niets ingevuld. Dat telt als 'niet aangeleverd'. Is het aantal nul? Vul dan 0 in.",
)

IMPOSSIBLE = Check(
    "onmogelijk",
    "error",
    "impossible",
    "Zoveel mensen kunnen dit in deze regio niet zijn: het is meer dan 1 op de 20 inwoners. Staat hier een nummer "
    "van een persoon of dossier? Lever alleen aantallen.",
    doubts=True,
)
IMPLAUSIBLE = Check(
    "onaannemelijk",
    "warning",
    "implausible",
    "Dit is meer dan 1 op de 100 inwoners van de regio. Kijk of dit een aantal is, en geen nummer van een persoon "
    "of dossier.",
    must_accept=True,
    doubts=True,
)
