"""Real, published numbers inside the series of invented examples (`data/reference/real_in_examples.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference import tables
from sdw.reference.documents import findings
from sdw.reference.documents.findings import Finding


@dataclass(frozen=True, slots=True)
class RealNumber:
    """A number that its source counted: `value` people, `counted` in its words, and what it `means` in ours."""

    value: float
    counted: str
    means: str
    finding: Finding


_BY_PLACE: dict[tuple[str, str, str], RealNumber] = {
    (entry["indicator"], entry["region"], period): RealNumber(
        float(entry["value"]), entry["counted"], entry["means"], findings.by_id(entry["finding"])
    )
    for entry in tables.document("reference/real_in_examples.toml")["number"]
    for period in entry["periods"]
}


def at(indicator: str, region: str, period: str) -> RealNumber | None:
    """The real number that stands here over all methods and client groups; None nearly everywhere."""
    return _BY_PLACE.get((indicator, region, period))
