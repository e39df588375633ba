"""What is publicly known per region: facts with source, date and certainty (`data/regional/known_facts.csv`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from sdw.reference import tables
from sdw.reference.areas import regions

Certainty = Literal["hoog", "middel"]

#: What was looked for in every region: where nothing was found, that is said.
LOOKED_FOR = ("mgn", "werkcentrum")


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement as read in a public source. `region`: a code, or NL. `note`: what a reader must know with it.

    `shown` and `unit`: the figure in it, as the source has it; '' where there is none.
    """

    id: str
    region: str
    topic: str
    statement: str
    shown: str
    unit: str
    period: str
    population: str
    source: str
    url: str
    certainty: Certainty
    note: str


def _fact(row: dict[str, str]) -> Fact:
    if row["region"] not in (regions.NATION, *regions.CODES) or row["certainty"] not in ("hoog", "middel"):
        raise ValueError(f"no such region or certainty: {row['id']}")
    return Fact(**(row | {"certainty": cast("Certainty", row["certainty"])}))  # type: ignore[arg-type]


ALL: tuple[Fact, ...] = tuple(_fact(row) for row in tables.rows("regional/known_facts.csv"))
_BY_ID = {fact.id: fact for fact in ALL}


def by_id(fact_id: str) -> Fact:
    """The fact with this id. An unknown id is our bug: KeyError."""
    return _BY_ID[fact_id]


def of_region(region: str, topic: str) -> tuple[Fact, ...]:
    """The facts of a region (or NL) on a topic, in the order of the file; none where nothing was found."""
    return tuple(fact for fact in ALL if (fact.region, fact.topic) == (region, topic))
