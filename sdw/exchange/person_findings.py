"""What the guard against data about persons found: which column or place, and which kind; never a cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sdw.text.dutch import say

Kind = Literal[
    "bsn", "iban", "email", "phone", "address", "birth_date", "name", "free_text", "identifier", "per_person"
]


@dataclass(frozen=True, slots=True)
class Finding:
    """A column (empty: the table as a whole) that looks like data about persons, and of which kind.

    `where`: the place beside the table, as a report says it; '' for what is in the table.
    """

    column: str
    kind: Kind
    where: str = ""

    @property
    def text(self) -> str:
        """The Dutch sentence for a report; it never repeats a cell."""
        return say("person.beside", where=self.where) if self.where else say(f"person.finding_{self.kind}")
