"""Published figures with their source and how certain they are (`data/reference/findings.csv`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sdw.reference import tables


class Qualifier(StrEnum):
    """How `low` and `high` of a finding must be read."""

    EXACT = "precies"  # low = high
    ABOUT = "ongeveer"  # low = high, rounded by the source
    FRACTION = "breuk"  # low = high, published as a fraction
    BETWEEN = "tussen"  # from low to high
    AT_LEAST = "minimaal"  # low only
    MORE_THAN = "meer_dan"  # low only
    ALMOST = "bijna"  # high only
    DATE = "datum"  # neither: the text is a date
    TEXT = "tekst"  # neither: the text is a sign or word
    NONE = "geen"  # neither: the finding is a statement without a figure


@dataclass(frozen=True, slots=True)
class Finding:
    """One published statement. `shown` is the figure as people read it, without its unit; may be ''."""

    id: str
    topic: str
    statement: str
    qualifier: Qualifier
    low: float | None
    high: float | None
    shown: str
    unit: str
    period: str
    population: str
    publisher: str
    source_title: str
    source_url: str
    certainty: str
    note: str

    @property
    def value(self) -> float | None:
        """The single figure, where there is one: low and high are the same."""
        return self.low if self.low == self.high else None


def _finding(row: dict[str, str]) -> Finding:
    numbers = {name: tables.optional_number(row[name]) for name in ("low", "high")}
    return Finding(**(row | {"qualifier": Qualifier(row["qualifier"])} | numbers))  # type: ignore[arg-type]


ALL: tuple[Finding, ...] = tuple(_finding(row) for row in tables.rows("reference/findings.csv"))

_BY_ID = {finding.id: finding for finding in ALL}


def by_id(finding_id: str) -> Finding:
    """The finding with this id. An unknown id is our bug: KeyError."""
    return _BY_ID[finding_id]


def on(topic: str) -> tuple[Finding, ...]:
    """All findings on one topic, in the order of the file."""
    return tuple(finding for finding in ALL if finding.topic == topic)
