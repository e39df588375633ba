"""Deliveries: how many regions had delivered a half-year in the edition that was published for it.

An edition holds no date by which regions had to deliver, so nothing is said of being on time by date.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdw.dissemination.figures.record import releases
from sdw.dissemination.figures.record.releases import Line
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.reference.areas import regions

#: The count by which a region is taken to have delivered: every delivery must have it.
MEASURE = catalogue.STARTED.id


@dataclass(frozen=True, slots=True)
class Delivery:
    """A half-year and the edition for it: the first one of which it is the newest half-year.

    then, now: regions that had delivered it in that edition, and in the last one; whether shown or withheld.
    """

    period: str
    edition: Edition
    then: int
    now: int

    @property
    def of_all(self) -> int:
        """How many regions there are."""
        return len(regions.CODES)


def of(line: Line) -> tuple[Delivery, ...]:
    """Every half-year for which an edition was published, newest first.

    What the first edition holds of half-years before its newest was delivered for no edition: that is not here.
    """
    found: list[Delivery] = []
    for edition in line:
        newest = max(_halves(edition), default="")
        if newest and all(one.period < newest for one in found):
            found.append(Delivery(newest, edition, _count(edition, newest), _count(line[-1], newest)))
    return tuple(reversed(found))


def _halves(edition: Edition) -> set[str]:
    """The half-years that any region delivered."""
    shown = releases.counts(edition, MEASURE)
    return {period for (_, period), one in shown.items() if "-H" in period and releases.is_delivered(one)}


def _count(edition: Edition, period: str) -> int:
    shown = releases.counts(edition, MEASURE)
    return sum(releases.is_delivered(shown.get((code, period))) for code in regions.CODES)
