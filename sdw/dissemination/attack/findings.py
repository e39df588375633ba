"""What an attack found of one count, and whether that tells of anybody.

A small count tells of the people in it; that nobody of a group was placed, or all but a few, tells of that group.
Any other count that can be worked out tells of nobody, though it is not shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sdw.disclosure.intervals import EXACT
from sdw.disclosure.public.releases import Labels, Release, Same, Told
from sdw.dissemination.attack.deliverer import Deliverer
from sdw.reference.areas.regions import NATION
from sdw.reference.dimensions import Key
from sdw.reference.measures import LEDGER, MADE, PARTS, is_of_everyone, whole_of

#: Every count of the ledger, and what is made of them.
_AROUND = (*MADE, *LEDGER)


@dataclass(frozen=True, slots=True)
class Finding:
    """What an attacker must leave open of one withheld or rounded cell: whole people from `low` to `high`.

    base: 0, or of what its shown value is a multiple. harmless: when known it tells of nobody. absent: the cell is
    published without a number; whatever is known of it follows from others.
    """

    edition: str
    key: Key
    low: float
    high: float
    threshold: int
    base: int = 0
    harmless: bool = False
    absent: bool = False

    @property
    def known(self) -> bool:
        """There is one count that it can be."""
        return self.high - self.low < EXACT

    @property
    def large(self) -> bool:
        """The count is known, though it is withheld, and tells of nobody."""
        return self.known and self.harmless and self.low >= self.threshold

    @property
    def pinned(self) -> bool:
        """The count is known, and tells of somebody."""
        return self.known and not self.harmless

    @property
    def narrow(self) -> bool:
        """It is known that the count is below the threshold, and so among which few people it is.

        A protected small count must leave the threshold itself open; every other withheld count is at least it.
        Whether the lower end is low enough cannot be judged without the count. Of a rounded count as many values
        must be open as lie between two multiples.
        """
        enough = self.high - self.low >= self.base - 1 - EXACT if self.base else self.high >= self.threshold
        return not self.known and not enough and not self.harmless


def judged(
    found: Sequence[Finding], releases: Mapping[str, Release], same: Same | None, own: Deliverer | None
) -> list[Finding]:
    """The same findings, those that tell of nobody marked as harmless.

    same: what the attacker knows to be the same in several editions. own: who attacks, if it delivered a part: it
    may come to know counts that are not small but for its own part.
    """
    labels = same or Labels(list(releases.values()), alike=True)
    number = {label: place for place, label in enumerate(releases)}
    told = {label: {cell.key: cell for cell in release.cells} for label, release in releases.items()}

    around = {label: {one.key: one for one in found if one.edition == label} for label in releases}

    def harmless(one: Finding) -> bool:
        if not one.known or one.base:
            return False
        mine = told[one.edition].get(one.key)
        if mine is not None and mine.guess:
            return True  # its status says as much
        if (one.key[1] != NATION or own is None) and _tells_of_the_rest(
            one, told[one.edition], around[one.edition]
        ):
            return False
        return not _is_secret(one, mine, own) or _is_out(one)

    def _is_out(one: Finding) -> bool:
        """Does another edition show this same count?"""
        label = labels.of(number[one.edition], one.key)
        return any(
            (cell := cells.get(one.key)) is not None
            and cell.exact == one.low
            and not cell.absent
            and labels.of(number[other], one.key) == label
            for other, cells in told.items()
        )

    return [replace(one, harmless=True) if harmless(one) else one for one in found]


def _is_secret(one: Finding, mine: Told | None, own: Deliverer | None) -> bool:
    """Is it a small count; or, to one of two regions that it adds up, does it give the small count of the other?"""
    if own is None or one.key[1] != NATION:
        return 0 < one.low < one.threshold
    others = own.others(one.edition, one.key, one.low)
    pair = mine is not None and mine.covered == 2
    return others > 0 and (one.low < one.threshold or (pair and others < one.threshold))


def _tells_of_the_rest(one: Finding, told: Mapping[Key, Told], around: Mapping[Key, Finding]) -> bool:
    """A known part beside its whole that is shown or can be worked out: few are left, or nobody is in the part.

    around: what else was found in the same edition.
    """
    measure, *cut = one.key
    if measure not in PARTS:
        return False
    whole = whole_of(measure)
    near = _AROUND if is_of_everyone(measure) else whole
    region, period, method, group = cut
    mine = told.get(one.key)
    beside = {name: told.get((name, region, period, method, group)) for name in near}
    alike = {
        name: cell
        for name, cell in beside.items()
        if cell is not None and (mine is None or cell.covered == mine.covered)
    }
    shown = {name: cell.exact for name, cell in alike.items() if cell.exact is not None}
    beyond = {name: around[cell.key] for name, cell in alike.items() if cell.key in around}
    if one.low == 0:
        return any(value > 0 for value in shown.values()) or any(other.low > 0 for other in beyond.values())
    shown = {name: other.low for name, other in beyond.items() if other.known} | shown
    return all(name in shown for name in whole) and sum(shown[name] for name in whole) - one.low < one.threshold
