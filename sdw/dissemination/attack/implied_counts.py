"""What published lines tell of the counts of regions: by themselves, and through shares, intervals and bounds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from sdw.disclosure.public.releases import Told
from sdw.dissemination.attack import implied_bounds, implied_statuses
from sdw.dissemination.attack.implied_bounds import Cut, cut_of, key_of, missing
from sdw.dissemination.exports.reading.figures import Seen
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL, Count, PerThousand, SameRegions, Share
from sdw.reference.areas import regions
from sdw.reference.dimensions import Key
from sdw.reference.status import Status
from sdw.statistics import inversion


@dataclass(frozen=True, slots=True)
class Implied:
    """cells: every count that has a value, shown or withheld. given_away: withheld by one line, told by another.

    Where the value of an older edition stands, that of this edition is withheld.

    sums: counts of regions that are known to add up to a value (a national share over fewer regions). absent:
    counts of regions that are published without a number, as `telling_statuses` reads them. empty: those that do
    not apply.
    """

    cells: tuple[Told, ...]
    given_away: Mapping[Key, float]
    sums: tuple[tuple[tuple[Key, ...], float], ...]
    absent: tuple[Told, ...] = ()
    empty: frozenset[Key] = frozenset()


def implied(lines: Collection[Seen], within: float = 0.0, *, by_rate: bool = False) -> Implied:
    """Put together what all lines tell. within: how far a shown count can be from the true one (rounding).

    by_rate: the national bounds are made with the highest region per 1,000 benefits; in older editions with the
    highest count.
    """
    counts = [line for line in lines if isinstance(catalogue.by_id(line.indicator).formula, Count | SameRegions)]
    covered = {key_of(line): line.covered for line in counts}
    carried_over = {key_of(line) for line in counts if line.carried_over}
    withheld = {key_of(line) for line in counts if line.status is Status.SUPPRESSED} | carried_over
    values = dict(_stated(line for line in counts if not line.carried_over))
    greatest = _greatest(dict(_stated(counts)))
    for line in counts:
        if line.region == NATION and line.value is None and line.bound_high is not None:
            rest = missing(line) * greatest.get(cut_of(key_of(line)), np.inf)
            if np.isfinite(rest):
                values.setdefault(key_of(line), line.bound_high - rest)
    sums = []
    for line in lines:
        for key, value in [] if line.carried_over else behind(line):
            if covered.get(key) == line.covered and key not in carried_over:
                values.setdefault(key, value)
            elif line.region == NATION and (over := _both(line, key, covered)):
                sums.append((over, value))
    if by_rate:
        most = implied_bounds.by_highest_rate(lines, counts, values, withheld)
    else:
        most = implied_bounds.by_highest_count(counts, values, withheld, greatest)
    cells = tuple(
        Told(key, values.get(key), covered[key], within, most.get(key, np.inf), key in carried_over)
        for key in covered
        if key in values or key in withheld
    )
    given_away = {key: values[key] for key in sorted(withheld) if key in values}
    absent = () if within else tuple(implied_statuses.absent(counts, cells))
    empty = frozenset(key_of(line) for line in counts if line.status is Status.NOT_APPLICABLE)
    return Implied(cells, given_away, () if within else tuple(sums), absent, empty)


def behind(line: Seen) -> list[tuple[Key, float]]:
    """The counts behind a share or a rate: given, its value times its denominator, or from its 95% interval."""
    formula = catalogue.by_id(line.indicator).formula
    if isinstance(formula, PerThousand):
        return _of(line, formula.measure, (TOTAL, TOTAL), _above(line, 1000.0) or _of_rate(line))
    if not isinstance(formula, Share):
        return []
    cut = (formula.category, TOTAL) if formula.dimension == "method" else (TOTAL, formula.category)
    above, below = _above(line, 100.0), line.denominator
    if (above is None or below is None) and line.low is not None and line.high is not None:
        inverted = inversion.wilson(line.low, line.high)
        if inverted is not None:
            above, below = float(inverted[0]), float(inverted[1])
    return _of(line, formula.measure, (TOTAL, TOTAL), below) + _of(line, formula.measure, cut, above)


def _of(line: Seen, measure: str, cut: tuple[str, str], value: float | None) -> list[tuple[Key, float]]:
    return [] if value is None else [((measure, line.region, line.period, *cut), value)]


def _above(line: Seen, scale: float) -> float | None:
    if line.numerator is None and line.value is not None and line.denominator is not None:
        return float(round(line.value * line.denominator / scale))
    return line.numerator


def _of_rate(line: Seen) -> float | None:
    if line.low is None or line.high is None:
        return None
    return inversion.rate_per_1000(line.low, line.high)


def _stated(counts: Iterable[Seen]) -> Iterable[tuple[Key, float]]:
    for line in counts:
        # Of a withheld count not even "at least" is published; a sum that is not known whole has one.
        least = line.bound_low if line.status is Status.SUPPRESSED else None
        for one in (line.value, line.numerator, least):
            if one is not None:
                yield key_of(line), one
                break


def _greatest(values: Mapping[Key, float]) -> dict[Cut, float]:
    """The highest value of a region in each cut: what a missing region is held against."""
    found: dict[Cut, float] = {}
    for key, value in values.items():
        if key[1] != NATION:
            found[cut_of(key)] = max(found.get(cut_of(key), 0.0), value)
    return found


def _both(line: Seen, key: Key, covered: Mapping[Key, int]) -> tuple[Key, ...]:
    """The regions in a national share over fewer regions than its counts: those that have both of them."""
    formula = catalogue.by_id(line.indicator).formula
    if not isinstance(formula, Share):
        return ()
    part = (formula.category, TOTAL) if formula.dimension == "method" else (TOTAL, formula.category)
    needed = [(formula.measure, line.period, *cut) for cut in (part, (TOTAL, TOTAL))]
    over = [
        code
        for code in regions.CODES
        if all((measure, code, period, method, group) in covered for measure, period, method, group in needed)
    ]
    return tuple((key[0], code, *key[2:]) for code in over) if len(over) == line.covered else ()
