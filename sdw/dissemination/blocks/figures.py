"""Blocks that rest on figures: a sentence, a figure set large, a sum set large, where figures come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sdw.dissemination.blocks.drawings import Chart
from sdw.dissemination.figures.claims.stated import Stated
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.reference.status import Status
from sdw.text.dutch import day, listing, say

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


def sources_of(edition: Edition, *groups: Iterable[Figure | None]) -> Sources:
    """The line as a block."""
    return Sources(source_line(edition, [one for group in groups for one in group if one is not None]))


def named(shown: Iterable[Figure]) -> str:
    """Who says so, each once: 'CBS 85984NED, 2024 en …'."""
    return listing(list(dict.fromkeys(text for one in shown for text in one.cited.texts)))


def facts_of(shown: Sequence[Figure], others: Sequence[str] = ()) -> list[str]:
    """Sources, which older editions values are still of, and the coverage of national figures.

    others: sources of what is no figure.
    """
    known = [*([named(shown)] if shown else []), *others]
    told = [say("frame.source.sources", sources=listing(known))] if known else []
    if labels := sorted({label for one in shown for label in one.carried_from}):
        told.append(say("frame.source.carried_over", labels=listing(labels)))
    covered = sorted({one.delivered for one in shown if one.delivered})
    if covered:
        least, most = covered[0], covered[-1]
        key = "frame.source.coverage" if least == most else "frame.source.coverage_range"
        told.append(say(key, least=least[0], of=least[1]))
    return told


def source_line(edition: Edition, shown: Sequence[Figure], others: Sequence[str] = ()) -> str:
    """The same with the edition, as one line."""
    published = say("frame.source.edition", label=edition.label, date=day(edition.published_at.date()))
    return ". ".join([*facts_of(shown, others), published]) + "."
