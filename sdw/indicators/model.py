"""What an indicator is: declared once, looped over by menu, map, table, sentence, export and tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

TOTAL = "totaal"
NATION = "NL"


class Unit(StrEnum):
    """The unit fixes the scale: percentages run from 0 to 100, counts from 0."""

    TRAJECTORIES = "trajecten"
    PEOPLE = "mensen"
    INHABITANTS = "inwoners"
    PERCENT = "%"
    POINTS = "procentpunt"
    PER_1000 = "per 1.000"
    BENEFITS = "uitkeringen"


class Better(StrEnum):
    """The direction that is good news: stated, never guessed from a name."""

    HIGHER = "hoger"
    LOWER = "lager"
    NEITHER = "geen van beide"


@dataclass(frozen=True, slots=True)
class Count:
    """A sum of measures of one dataset: people or trajectories."""

    dataset: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameRegions:
    """A national count over the regions that are in a period and in the same period a year earlier.

    `count`: its name among the counts (`reference.comparisons`).
    """

    dataset: str
    count: str


@dataclass(frozen=True, slots=True)
class Expected:
    """The total of a count in a running year, as expected from its part in hand."""

    measure: str


@dataclass(frozen=True, slots=True)
class Chance:
    """The chance that the total of a running year reaches the target of the count."""

    measure: str


@dataclass(frozen=True, slots=True)
class Share:
    """The percentage of a count that falls in one category of one dimension."""

    measure: str
    dimension: Literal["method", "client_group"]
    category: str


@dataclass(frozen=True, slots=True)
class PerThousand:
    """A count per 1,000 of context measures of the figure's own year, or of the nearest one that is known."""

    measure: str
    per: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pledged:
    """What a region pledged for a year, of a count with a target: a plan, never added to counts."""

    measure: str


@dataclass(frozen=True, slots=True)
class ContextCount:
    """A context measure as published by its source."""

    measure: str


@dataclass(frozen=True, slots=True)
class ContextPerThousand:
    """A context measure per 1,000 inhabitants of the same year; `per`: which inhabitants."""

    measure: str
    per: str = "inwoners"


@dataclass(frozen=True, slots=True)
class ContextPercentage:
    """A percentage as its source publishes it, also for the nation; `coverage`: of which part of the people."""

    measure: str
    coverage: str


@dataclass(frozen=True, slots=True)
class Series:
    """A national series as published by its source, by sector and period."""

    dataset: str
    measure: str


@dataclass(frozen=True, slots=True)
class SeriesPerThousand:
    """A series of regions per 1,000 of a context measure of the same year, or of the nearest one that is known."""

    measure: str
    per: str


@dataclass(frozen=True, slots=True)
class OutcomeRate:
    """People with an outcome per 100 people followed, by start cohort and months since the start."""

    measure: str


@dataclass(frozen=True, slots=True)
class OutcomeDifference:
    """IPS minus the other methods in percentage points, after equally many months.

    `kind`: over everybody as they are; over equal region and client group; the mean over regions; where the true
    difference of a next region would lie; what such a region of median size would measure.
    """

    measure: str
    kind: Literal["crude", "adjusted", "regions", "next_region", "next_measured"]


Formula = (
    Count
    | SameRegions
    | Expected
    | Chance
    | Pledged
    | Share
    | PerThousand
    | ContextCount
    | ContextPerThousand
    | ContextPercentage
    | Series
    | SeriesPerThousand
    | OutcomeRate
    | OutcomeDifference
)


#: Datasets that the regions deliver themselves.
DELIVERED = ("trajecten", "uitkomsten", "toezeggingen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator, with everything a reader must know to read its figures.

    `numerator` and `denominator` are Dutch words for people, not formulas; `sources` are ids of
    `data/sources.toml`, or `DELIVERED` datasets; `target` is the id of a national or regional target it is
    measured against.
    """

    id: str
    label: str
    short: str
    definition: str
    numerator: str
    denominator: str = ""
    unit: Unit
    decimals: int
    better: Better
    formula: Formula
    sources: tuple[str, ...]
    target: str = ""
    on_map: bool = True
    caveats: tuple[str, ...] = field(default=())

    @property
    def is_outcome(self) -> bool:
        """True for a figure about start cohorts: it has months since the start, and is not read per period."""
        return isinstance(self.formula, OutcomeRate | OutcomeDifference)

    @property
    def is_ratio(self) -> bool:
        """True when the figure has a denominator."""
        return bool(self.denominator)
