"""What figures are held against, an ambition and a target, each with the sentence it rests on (`targets.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference import tables
from sdw.reference.documents import sources
from sdw.reference.documents.sources import Source


@dataclass(frozen=True, slots=True)
class Target:
    """One target: `per_region` and `national`, both per year, of the indicator named `indicator`.

    `name` is how a page calls it ('doel convenant 2021-2024'), `told_in` the text that holds the quote, `at_least`
    true where that text says *minimaal*. `derived_by_us` is true where the text gives no national number and
    35 × `per_region` stands in.
    """

    id: str
    indicator: str
    name: str
    told_in: str
    label: str
    at_least: bool
    per_region: int
    national: int
    derived_by_us: bool
    unit: str
    since: int
    quote: str
    source_id: str
    explanation: str

    @property
    def source(self) -> Source:
        """The covenant text that holds the quote."""
        return sources.by_id(self.source_id)


ALL: tuple[Target, ...] = tuple(
    Target(source_id=entry.pop("source"), **entry) for entry in tables.document("reference/targets.toml")["target"]
)
STARTED, DURABLE = ALL


def of_indicator(indicator: str) -> Target | None:
    """The target of an indicator id, or None for the many indicators that have none."""
    return next((target for target in ALL if target.indicator == indicator), None)
