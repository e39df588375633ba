"""What national bounds tell of withheld regions: nothing, as long as they follow from what is shown.

"At most" is made with the highest region that is shown. Had it been made with a withheld one, that would show: the
attacker turns it round.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sdw.disclosure.intervals import EXACT
from sdw.dissemination.exports.reading.figures import Seen
from sdw.indicators.at_most import BENEFITS_YEAR, most
from sdw.indicators.model import NATION
from sdw.reference.areas import regions
from sdw.reference.dimensions import Key
from sdw.reference.status import Status

Cut = tuple[str, str, str, str]
_BENEFITS = ("bijstand_per_1000", "ao_per_1000")


def key_of(line: Seen) -> Key:
    """The count that a line is about."""
    return line.indicator, line.region, line.period, line.method, line.client_group


def cut_of(key: Key) -> Cut:
    """What a count is about but for its region."""
    return key[0], *key[2:]


def missing(line: Seen) -> int:
    """How many regions are not in a national line."""
    return len(regions.CODES) - line.covered


def by_highest_count(
    counts: Iterable[Seen], values: dict[Key, float], withheld: Collection[Key], greatest: Mapping[Cut, float]
) -> dict[Key, float]:
    """Of editions in which "at most" is the sum plus, for every missing region, the highest region.

    Where no shown region is that high, a withheld one is, and no other withheld one is higher; a single withheld
    one is known then: it is added to `values`. Returns the most that withheld counts can be.
    """
    found: dict[Key, float] = {}
    for line in counts:
        key = key_of(line)
        if line.region != NATION or line.bound_high is None or not missing(line) or key not in values:
            continue
        highest = (line.bound_high - values[key]) / missing(line)
        if highest > greatest.get(cut_of(key), 0.0) + EXACT:
            _settle(dict.fromkeys(_inside(key, withheld), highest), found, values)
    return found


def by_highest_rate(
    lines: Collection[Seen], counts: Iterable[Seen], values: dict[Key, float], withheld: Collection[Key]
) -> dict[Key, float]:
    """The same of editions in which the highest region per 1,000 benefits is taken."""
    have = _benefits(lines)
    every = {key_of(line): line for line in counts}
    found: dict[Key, float] = {}
    for key, line in every.items():
        if line.region != NATION or line.bound_high is None or not missing(line) or key not in values:
            continue
        beside = {code: every.get((key[0], code, *key[2:])) for code in regions.CODES}
        told = {code: one for code, one in beside.items() if one is not None and _is_told(one)}
        lacking = [code for code in regions.CODES if code not in told]
        if len(told) != line.covered or any(code not in have for code in lacking):
            continue
        shown = {code: one.value for code, one in told.items() if one.value is not None and not one.carried_over}
        known = {code: one.bound_low or 0.0 for code, one in beside.items() if one is not None}
        expected = max(most(values[key], shown, lacking, have, known) or 0.0, line.bound_low or 0.0)
        if line.bound_high > expected + EXACT:
            rate = (line.bound_high - values[key]) / sum(have[code] for code in lacking)
            most_of = {one: float(round(rate * have.get(one[1], 0.0))) for one in _inside(key, withheld)}
            _settle(most_of, found, values)
    return found


def _is_told(line: Seen) -> bool:
    return line.status.has_value or line.status is Status.SUPPRESSED


def _inside(nation: Key, withheld: Collection[Key]) -> list[Key]:
    return [key for key in withheld if key[1] != NATION and cut_of(key) == cut_of(nation)]


def _settle(most_of: Mapping[Key, float], found: dict[Key, float], values: dict[Key, float]) -> None:
    found |= most_of
    if len(most_of) == 1:
        for key, value in most_of.items():
            values.setdefault(key, value)


def _benefits(lines: Iterable[Seen]) -> dict[str, float]:
    parts: dict[str, dict[str, float]] = {}
    for line in lines:
        if line.indicator in _BENEFITS and line.period == BENEFITS_YEAR and line.numerator is not None:
            parts.setdefault(line.region, {})[line.indicator] = line.numerator
    return {code: sum(found.values()) for code, found in parts.items() if len(found) == len(_BENEFITS)}
