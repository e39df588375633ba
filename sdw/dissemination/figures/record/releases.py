"""The editions that an edition is held against, and the counts that each shows.

Whatever is said of the record is calculated from these alone: nothing here knows more than who reads all editions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import attrgetter

from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators.model import NATION, TOTAL
from sdw.reference.periods import FIRST_MONTHS
from sdw.reference.status import Status

#: The editions up to one, oldest first, that one last.
Line = tuple[Edition, ...]
#: (region, period) → its figure over all methods and client groups; the nation is not in it.
Counts = Mapping[tuple[str, str], Figure]

_ABSENT = (Status.NOT_DELIVERED, Status.NOT_APPLICABLE)


def line(edition: Edition, known: Iterable[Edition]) -> Line:
    """The editions that were out when this one was published, with figures of the same origin, and this one.

    Examples and delivered figures are never held against each other.
    """
    origin = edition.fact("origin")
    older = {one for one in known if one.order < edition.order and one.fact("origin") == origin}
    return (*sorted(older, key=attrgetter("order")), edition)


@lru_cache(maxsize=64)
def counts(edition: Edition, measure: str) -> Counts:
    """What an edition shows of a count, per region and period."""
    found = figures.select(edition, measure, method=TOTAL, client_group=TOTAL)
    return {(one.region, one.period): one for one in found if one.region != NATION}


def own(figure: Figure | None) -> float | None:
    """The number that an edition shows as its own: none where it shows that of an older one, or no number."""
    return None if figure is None or figure.is_carried_over else figure.value


def is_delivered(figure: Figure | None) -> bool:
    """True where the region delivered, whether or not its number is shown."""
    return figure is not None and figure.status not in _ABSENT


def begun(shown: Counts, region: str, year: int, months: int) -> float | None:
    """What is shown of the first 3, 6 or 9 months of a year; None where any part of it is not shown."""
    parts = [own(shown.get((region, f"{year}-{part}"))) for part in FIRST_MONTHS[months]]
    return None if None in parts else sum(part or 0 for part in parts)
