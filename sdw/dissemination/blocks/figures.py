"""Blocks that rest on figures: a sentence, a figure set large, a sum set large, where figures come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sdw.dissemination.blocks.drawings import Chart
from sdw.dissemination.figures.claims.stated import Stated
from sdw.edition.figures import Figure
from sdw.reference.status import Status

#: The sentence that answers the question of the page; one among others; small print.
Tone: TypeAlias = Literal["lead", "plain", "quiet"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A generated sentence, with the figures it rests on and what it says of claims (none where it only tells)."""

    words: str
    tone: Tone = "plain"
    figures: tuple[Figure, ...] = ()
    claims: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure set large: label, figure as written, unit, what it is measured against, coverage, small print.

    `status` is that of the figure; None where the edition has no such figure. `years` draws the same count through
    the years.
    """

    label: str
    figure: str
    unit: str = ""
    against: str = ""
    coverage: str = ""
    detail: str = ""
    status: Status | None = Status.VALUE
    years: Chart | None = None

    @property
    def is_missing(self) -> bool:
        """True when there is no number, only the word for why."""
        return self.status not in (Status.VALUE, Status.PROVISIONAL)


@dataclass(frozen=True, slots=True)
class Tiles:
    """Figures set large, side by side; `level` is that of their labels as headings."""

    tiles: tuple[Tile, ...]
    level: int = 3


@dataclass(frozen=True, slots=True)
class Ledger:
    """A sum set large: begin + in − out = end, as (label, value); `gap`: what does not add up ('' for nothing)."""

    parts: tuple[tuple[str, str], ...]
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """One quiet line: where the figures above it come from, how complete they are, in which edition."""

    words: str
