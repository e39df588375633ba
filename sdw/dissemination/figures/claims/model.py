"""A claim as a typed value, and what the check answers to it.

A claim is never read from a sentence that is shown: whoever makes a sentence says what it claims.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sdw.edition.figures import Figure
from sdw.statistics.estimate import Estimate, Interval


class Form(StrEnum):
    """The forms of claims that can be checked; each says something of a level, not of one count."""

    GROWS = "groeit"
    REACHES = "haalt"
    IPS_BETTER = "ips"
    ABOVE = "meer"
    NATION_REACHES = "landelijk"
    ABSENCE_RISES = "verzuim"


class Verdict(StrEnum):
    """The five answers."""

    SUPPORTED = "ondersteund"
    INDISTINCT = "niet_te_onderscheiden"
    TOO_FEW = "te_weinig_metingen"
    UNCLEAR = "definitie_onduidelijk"
    CONTRADICTED = "tegengesproken"


class Why(StrEnum):
    """Why there are too few measurements, or why it is unclear what is meant."""

    POINTS = "points"
    WITHHELD = "withheld"
    NOT_DELIVERED = "not_delivered"
    UNKNOWN = "unknown"
    CARRIED_OVER = "carried_over"
    OTHER_DEFINITION = "other_definition"
    FEW_PEOPLE = "few_people"
    FEW_REGIONS = "few_regions"
    REGIONS_MISSING = "regions_missing"
    NOT_PUBLISHED = "not_published"
    WHICH_MEASURE = "which_measure"
    NO_FORM = "no_form"
    SAME_PLACE = "same_place"


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. What its form does not use stays empty.

    measure: the indicator it is about; '' where the words leave that open. region, other: codes, `region` 'NL' for
    the nation. period: '' for the newest whole year. months: since the start, of outcomes. sector: of absence.
    """

    form: Form
    measure: str = ""
    region: str = ""
    other: str = ""
    period: str = ""
    months: int = 0
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the check says of a claim, from published figures alone.

    claim: None for a text that fits no form. estimate: what it rests on, in its own unit: growth as a ratio a year,
    a level as a count, a comparison as a ratio or in points, a chance in percent. n: how many trajectories or
    people are in it. points: how many measurements. target: what a level is held against. regions: over how many
    regions. meant: claims that it may mean, where that is unclear. ends: the own intervals of two rates.
    """

    claim: Claim | None
    verdict: Verdict
    why: Why | None = None
    estimate: Estimate | None = None
    n: float | None = None
    points: int = 0
    target: float | None = None
    regions: int = 0
    figures: tuple[Figure, ...] = ()
    meant: tuple[Claim, ...] = ()
    ends: tuple[Interval, ...] = ()

    @property
    def overlaps(self) -> bool:
        """True where the intervals of two rates share a point."""
        return len(self.ends) == 2 and self.ends[0].overlaps(self.ends[1])


def beside(estimate: Estimate, nothing: float) -> Verdict:
    """By the whole interval: above, below, or around the value that means "no difference"."""
    if estimate.low > nothing:
        return Verdict.SUPPORTED
    return Verdict.CONTRADICTED if estimate.high < nothing else Verdict.INDISTINCT
