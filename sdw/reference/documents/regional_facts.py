"""What is publicly known per region: facts with source, date and certainty. An edition holds what was imported.

The file that ships is `data/regional/known_facts.csv`; it is imported like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["hoog", "middel"]

#: The kind of delivery, and what a fact must say how certain it is.
DATASET = "regionale_feiten"
CERTAINTIES: tuple[Certainty, ...] = ("hoog", "middel")
#: What was looked for in every region: where nothing was found, that is said.
LOOKED_FOR = ("mgn", "werkcentrum")


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement as read in a public source. `region`: a code, or NL. `note`: what a reader must know with it.

    `shown` and `unit`: the figure in it, as the source has it; '' where there is none. The fields are in the order
    of the columns of the file.
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


#: The columns of the file, in their order.
COLUMNS = tuple(Fact.__dataclass_fields__)
