"""Which texts are units of CBS. A unit row is only taken for one when every cell is a known unit.

This is what tells a row of units from a row of categories when a header row has gone missing.
"""

from __future__ import annotations

import re

_SCALE = r"(?:x )?(?:1[ .,]?000(?:[ .,]000)?|mln\.?|mld\.?|miljoen|miljard|million|billion|thousand|duizend)"
_THING = (
    r"aantal(?:len)?|numbers?|euro[`'’]?s?|gulden(?:s)?|dollar|us dollar|us\$|index|indexcijfers?|stuks"
    r"|%|‰|procent|percent|percentage|promille|procentpunten?|percentage points?|%-punten?"
    r"|jaar|jaren|years?|maanden?|months?|weken|weeks?|dagen|days?|uren|uur|hours?|minuten|minutes?"
    r"|personen|persons|mensen|inwoners|inhabitants|huishoudens|households|bedrijven|banen|jobs|fte|vte"
    r"|arbeidsjaren|manjaren|leerlingen|studenten|ziektedagen|score|schaalscore|rapportcijfer"
    r"|kg|ton|tonnes?|gram|liter|hl|km|m|cm|mm|ha|are|m2|m3|m²|m³|km2|km²|kwh|mwh|gwh|twh|tj|pj|gj|mj|joule"
    r"|mw|kw|°c|graden|tonkm|voertuigkilometers|reizigerskilometers|co2-equivalenten"
)
_TAIL = r"(?: (?:per|van|van de|van het|of|of the|t\.o\.v\.|in|ten opzichte van) .+)?"
_UNIT = re.compile(
    rf"(?:(?:{_SCALE} )?(?:{_THING}){_TAIL}"
    rf"|{_SCALE}{_TAIL}"
    r"|(?:19|20)\d\d(?:-[a-z]+)? ?= ?100"
    r"|(?:per|gemiddelde?|average) .+"
    r"|100 (?:euro|kg|inwoners|personen)"
    r"|aantal x 1[ .]?000|%.+)"
)


def is_unit(text: str) -> bool:
    """True for `aantal`, `x 1 000`, `% van de bevolking`, `mln euro`, `2015=100` and their kin."""
    return _UNIT.fullmatch(" ".join(text.lower().split())) is not None
