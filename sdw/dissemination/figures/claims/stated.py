"""What a sentence says of a claim, as a value that goes with it; `check.holds` holds it against published figures.

Who makes a sentence says this beside it, from the branch that chose its words: it is never read from the words. So
every sentence of a page or a pack can be held against any edition, also a later one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sdw.dissemination.figures.claims.model import Claim, Form
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, Chance


class Says(StrEnum):
    """What is said: an answer of the check, a comparison of what was counted, or the word for a chance."""

    SUPPORTED = "supported"
    INDISTINCT = "indistinct"
    CONTRADICTED = "contradicted"
    MORE = "more"
    SAME = "same"
    LESS = "less"
    REACHED = "reached"
    ON_COURSE = "on_course"
    OPEN = "open"
    OFF_COURSE = "off_course"


@dataclass(frozen=True, slots=True)
class Stated:
    """What a sentence says of a claim. The claim names its period, but where its form has none."""

    claim: Claim
    says: Says


def of_target(figure: Figure, says: Says) -> Stated:
    """What is said of a count, or of a chance, beside its target."""
    formula = catalogue.by_id(figure.indicator).formula
    measure = formula.measure if isinstance(formula, Chance) else figure.indicator
    form = Form.NATION_REACHES if figure.region == NATION else Form.REACHES
    return Stated(Claim(form, measure, figure.region, period=figure.period), says)
