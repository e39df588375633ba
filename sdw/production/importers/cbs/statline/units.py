"""Which texts are units of CBS. A unit row is only taken for one when every cell is a known unit.

This is what tells a row of units from a row of categories when a header row has gone missing.
"""

from __future__ import annotations

import re

_SCALE = (
    r"(?:x )?(?:(?:1|10|100)[ .,]?000(?:[ .,]000)?|(?:1 )?(?:mln|mld)\.?|(?:1 )?(?:miljoen|miljard|million|billion)"
    r"|thousand|duizend)"
)
_THING = (
    r"aantal(?:len)?|numbers?|euro[`'’]?s?|gulden(?:s)?|dollar|us dollar|us\$|stuks|banen|woningen|bedden"
    r"|(?:prijs|volume)?index(?:cijfers?)?"
    r"|%|‰|procent|percent|percentage|promille|procentpunten?|percentage points?|%-punten?"
    r"|jaar|jaren|years?|maanden?|months?|weken|weeks?|dagen|days?|uren|uur|hours?|minuten|minutes?"
    r"|personen|persons|mensen|inwoners|inhabitants|huishoudens|households|bedrijven|banen|jobs|fte|vte"
    r"|werknemers|werkzame personen|arbeidsjaren|manjaren|voltijdbanen|leerlingen|studenten|ziektedagen"
    r"|score|schaalscore|rapportcijfer"
    r"|kg|ton|tonnes?|gram|liter|hl|km|m|cm|mm|ha|hectare|are|m2|m3|m²|m³|km2|km²|kwh|mwh|gwh|twh|tj|pj|gj|mj|joule"
    r"|mw|kw|°c|graden(?: celsius)?|tonkm|voertuigkilometers|reizigerskilometers|co2-equivalenten"
)
_TAIL = r"(?: (?:per|van|van de|van het|t\.o\.v\.|in|ten opzichte van) .+)?"
_UNIT = re.compile(
    rf"(?:(?:{_SCALE} )?(?:{_THING}){_TAIL}"
    rf"|(?:aantal |number )?{_SCALE}{_TAIL}"
    r"|.*(?:19|20)\d\d(?:-[a-z]+)? ?= ?100"
    r"|(?:per|gemiddelde?|average) .+"
    r"|(?:euro|kg|ct|cent)/[a-z0-9]+"
    r"|numbers? of .+"
    r"|100 (?:euro|kg|inwoners|personen)"
    r"|%.+)(?: \([^()]*\))?"
)


def is_unit(text: str) -> bool:
    """True for `aantal`, `x 1 000`, `% van de bevolking`, `mln euro`, `2015=100` and their kin."""
    return _UNIT.fullmatch(" ".join(text.lower().split())) is not None
