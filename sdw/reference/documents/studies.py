"""Published IPS studies (`data/reference/ips_studies.csv`). What was not published stays None."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from sdw.reference import tables
from sdw.reference.tables import optional_count, optional_number

Kind = Literal["trial", "observational", "meta_analysis", "review"]
EffectMeasure = Literal["risicoverschil", "risicoverhouding", ""]


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm of a study: people, people who worked, and the published percentage (0-100)."""

    n: int | None
    events: int | None
    rate: float | None


@dataclass(frozen=True, slots=True)
class Study:
    """One published result. Rows with the same `study` come from the same people: never count them twice.

    `effect`, `low`, `high`: in percentage points for 'risicoverschil', a ratio for 'risicoverhouding'.
    `threshold`: '12u' (≥ 12 hours a week), '1u' (≥ 1 hour a month) or '' (see `outcome`).
    """

    id: str
    study: str
    kind: Kind
    authors: str
    year: int | None
    publication: str
    country: str
    design: str
    comparator: str
    ips: Arm
    control: Arm
    effect_measure: EffectMeasure
    effect: float | None
    low: float | None
    high: float | None
    months_from: int | None
    months_to: int | None
    estimate: str
    threshold: str
    outcome: str
    source_url: str
    certainty: str
    note: str


def _arm(row: dict[str, str], name: str) -> Arm:
    return Arm(
        n=optional_count(row[f"n_{name}"]),
        events=optional_count(row[f"events_{name}"]),
        rate=optional_number(row[f"rate_{name}"]),
    )


def _study(row: dict[str, str]) -> Study:
    return Study(
        id=row["id"],
        study=row["study"],
        kind=cast(Kind, row["kind"]),
        authors=row["authors"],
        year=optional_count(row["year"]),
        publication=row["publication"],
        country=row["country"],
        design=row["design"],
        comparator=row["comparator"],
        ips=_arm(row, "ips"),
        control=_arm(row, "control"),
        effect_measure=cast(EffectMeasure, row["effect_measure"]),
        effect=optional_number(row["effect"]),
        low=optional_number(row["ci_low"]),
        high=optional_number(row["ci_high"]),
        months_from=optional_count(row["months_from"]),
        months_to=optional_count(row["months_to"]),
        estimate=row["estimate"],
        threshold=row["threshold"],
        outcome=row["outcome"],
        source_url=row["source_url"],
        certainty=row["certainty"],
        note=row["note"],
    )


ALL: tuple[Study, ...] = tuple(_study(row) for row in tables.rows("reference/ips_studies.csv"))

_BY_ID = {study.id: study for study in ALL}


def by_id(study_id: str) -> Study:
    """The result with this id. An unknown id is our bug: KeyError."""
    return _BY_ID[study_id]
