"""What a status without a number tells of a count, beside counts that have one.

Not applicable: nobody. Not delivered, of one method or client group beside others: most likely nothing, because a
total with a value has all its parts; a reader may guess so until that contradicts what is shown. Unknown, and not
delivered elsewhere: a count that nobody was told, but that others may give away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sdw.disclosure.public.releases import Told
from sdw.dissemination.attack.implied_bounds import key_of
from sdw.dissemination.exports.reading.figures import Seen
from sdw.indicators.model import NATION, TOTAL
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, Key
from sdw.reference.measures import FLOWS
from sdw.reference.status import Status


def absent(counts: Iterable[Seen], told: Sequence[Told]) -> Iterator[Told]:
    """The counts of regions without a number, in regions of which something is told."""
    have = {cell.key for cell in told}
    regions = {key[1] for key in have} - {NATION}
    for line in counts:
        key = key_of(line)
        if line.region not in regions or key in have:
            continue
        if line.status is Status.NOT_APPLICABLE:
            if line.indicator in FLOWS:
                yield Told(key, 0.0, absent=True, guess=True)
        elif line.status is Status.NOT_DELIVERED and _beside(key, have):
            yield Told(key, 0.0, absent=True, guess=True)
        else:
            yield Told(key, None, absent=True)


def _beside(key: Key, have: set[Key]) -> bool:
    """A part of a total that has a count, beside another part that has one."""
    measure, region, period, method, group = key
    if (measure, region, period, TOTAL, TOTAL) not in have or (method, group) == (TOTAL, TOTAL):
        return False
    by_method = [(measure, region, period, one, TOTAL) for one in METHOD_PARTS]
    by_group = [(measure, region, period, TOTAL, one) for one in CLIENT_GROUP_PARTS]
    return not have.isdisjoint(by_method if group == TOTAL else by_group)
