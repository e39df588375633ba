"""What a pace is calculated from: the part of the running year in hand, whole years before, and first deliveries.

All of it is published: counts of this edition that left protection, and what older editions show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from sdw.disclosure.cells import Cell
from sdw.indicators.model import TOTAL
from sdw.production.publishing.publication_inputs import REGIONS, Inputs, cell_of
from sdw.production.publishing.trajectories.prior_editions import PriorEdition
from sdw.reference.dimensions import Key
from sdw.reference.periods import FIRST_MONTHS, parse
from sdw.reference.status import Status, of_sum
from sdw.statistics.season import RegionYear, Revision


@dataclass(frozen=True, slots=True)
class Begun:
    """The first months of a year, of one measure."""

    measure: str
    year: int
    months: int

    def parts(self, region: str) -> list[Key]:
        """The counts that add up to it."""
        return [self._key(region, f"{self.year}-{part}") for part in FIRST_MONTHS[self.months]]

    def whole(self, region: str) -> Key:
        """The count of the whole year."""
        return self._key(region, str(self.year))

    def _key(self, region: str, period: str) -> Key:
        return self.measure, region, period, TOTAL, TOTAL


def running(inputs: Inputs, measure: str) -> Begun | None:
    """What is in hand of the newest year, where more regions have a part of it than the whole; None otherwise.

    Of the parts the longest that at least half as many regions have as the part that most of them have. A region
    has a part when it delivered every period of it: six months that are withheld are no nine months.
    """
    year = max((parse(code).year for code in inputs.periods), default=0)
    each = [Begun(measure, year, months) for months in FIRST_MONTHS]
    have = [sum(_has(inputs, one, code) for code in REGIONS) for one in each]
    whole = sum(_is_there(cell_of(inputs, *each[0].whole(code))) for code in REGIONS)
    if max(have) <= whole:
        return None
    return next(one for one, count in zip(each, have, strict=True) if 2 * count >= max(have))


def in_hand(inputs: Inputs, begun: Begun, region: str) -> Cell:
    """The count of the first months of a year, added up where these are more than one period."""
    cells = [cell_of(inputs, *key) for key in begun.parts(region)]
    status = of_sum(cell.status for cell in cells)
    value = sum(cell.value or 0 for cell in cells) if status.has_value else None
    labels = tuple(chain.from_iterable(cell.carried_from for cell in cells))
    return replace(cells[0], value=value, status=status, carried_from=labels)


def history(inputs: Inputs, begun: Begun) -> dict[tuple[str, int], RegionYear]:
    """Whole years of regions before this one: part and total, both of this edition itself."""
    years = {parse(code).year for code in inputs.periods}
    found = {
        (region, year): _complete(inputs, replace(begun, year=year), region)
        for year in sorted(years)
        if year < begun.year
        for region in REGIONS
    }
    return {place: one for place, one in found.items() if one is not None}


def revisions(
    whole: dict[tuple[str, int], RegionYear], begun: Begun, prior: Sequence[PriorEdition]
) -> list[Revision]:
    """What the same part of earlier years was when it was first published in a running year, beside what it is now.

    whole: the earlier years. prior: editions that are out, newest first.
    """
    found = []
    for (region, year), now in whole.items():
        earlier = replace(begun, year=year)
        firsts = (_first(one, earlier, region) for one in reversed(prior))
        first = next((count for count in firsts if count is not None), None)
        if first is not None:
            found.append(Revision(first, now.part))
    return found


def _has(inputs: Inputs, begun: Begun, region: str) -> bool:
    return all(_is_there(cell_of(inputs, *key)) for key in begun.parts(region))


def _is_there(cell: Cell) -> bool:
    return cell.status is not Status.NOT_DELIVERED


def _complete(inputs: Inputs, begun: Begun, region: str) -> RegionYear | None:
    part, total = in_hand(inputs, begun, region), cell_of(inputs, *begun.whole(region))
    if part.value is None or total.value is None or part.carried_from or total.carried_from:
        return None
    return RegionYear(begun.year, round(part.value), round(total.value)) if part.value <= total.value else None


def _first(one: PriorEdition, begun: Begun, region: str) -> int | None:
    """What an edition showed of a part while the rest of the year was not delivered yet; None otherwise."""
    rest = one.shown.get(begun.whole(region))
    if rest is not None and rest.status is not Status.NOT_DELIVERED:
        return None
    cells = [one.own(key) for key in begun.parts(region)]
    return round(sum(cell.value or 0 for cell in cells if cell)) if all(cells) else None
