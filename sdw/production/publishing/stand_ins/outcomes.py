"""What an edition tells of erased outcomes: its rates, with the numbers of people behind them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from sdw.disclosure.solver import INFINITE
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators.outcome_catalogue import RATES
from sdw.production.publishing.stand_ins.counts import Splits, Units
from sdw.production.publishing.stand_ins.unknowns import Problem, Term, Unknown, total
from sdw.production.store import sql
from sdw.production.store.private import Connection
from sdw.reference import periods
from sdw.reference.areas.regions import NATION
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, TOTAL
from sdw.reference.status import Status

DATASET = "uitkomsten"
#: The method that is published of each region beside the total.
_SPLIT = "ips"
_COHORT, _FOLLOWED, _ONE_HOUR, _TWELVE_HOURS = "cohort", "gevolgd", "werk_1u", "werk_12u"
_COUNTS = (_COHORT, _FOLLOWED, _ONE_HOUR, _TWELVE_HOURS)
#: region, period, method, client group, months → the counts of `_COUNTS`.
Left = Mapping[tuple[str, str, str, str, int], tuple[float, ...]]


def take(problem: Problem, connection: Connection, edition: Edition, units: Units, split: Splits) -> None:
    """Add what this edition tells of these units."""
    sql.prepare(connection)
    sql.run(connection, "chosen", batches=list(edition.batches))
    on = edition.published_at.date()
    rows = sql.run(connection, "outcome_records", on=on).fetchall()
    left: Left = {row[:5]: row[5:9] for row in rows if all(value is not None for value in row[5:9])}
    shown = [one for indicator in RATES for one in figures.select(edition, indicator.id)]
    holes = _Holes(problem, left, units, on, split)
    for figure in shown:
        if figure.is_carried_over or not _is_there(figure):
            continue
        _tell(holes, figure)
    holes.order()


def splits(edition: Edition, units: Units) -> set[tuple[int, str]]:
    """Which erased deliveries told methods apart, as far as this edition shows."""
    shown = [one for indicator in RATES for one in figures.select(edition, indicator.id, method=_SPLIT)]
    told = {one.region for one in shown if _is_there(one)}
    return {(batch, "method") for (region, _), (batch, _) in units.items() if region in told}


def _is_there(figure: Figure) -> bool:
    return figure.value is not None or figure.status is Status.SUPPRESSED


class _Holes:
    """The erased cohorts of an edition, beside those that are left."""

    def __init__(self, problem: Problem, left: Left, units: Units, on: dt.date, split: Splits) -> None:
        self.problem, self.left, self.units = problem, left, units
        self._on, self._split = on, split
        self.regions = {region for region, _ in units}
        self._used: set[tuple[str, str, str, str, int]] = set()
        self._of: dict[tuple[str, str, str, int], list[tuple[str, tuple[float, ...]]]] = defaultdict(list)
        for (region, period, method, group, months), values in left.items():
            self._of[region, method, group, months].append((period, values))
        self._mine: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
        for (region, unit), (batch, origin) in units.items():
            self._mine[region].append((unit, batch, origin))

    def reached(self, period: str, months: int) -> bool:
        """Has everybody of a start half-year been followed for so many months on the day of the edition?"""
        after = periods.parse(period).following().start
        year, month = divmod(after.month - 1 + months, 12)
        return dt.date(after.year + year, month + 1, 1) <= self._on

    def of(self, count: str, cut: tuple[str, str, str, str, int]) -> Term | None:
        """A count of a region as a sum over its cohorts; None where it has none."""
        region, period, method, group, months = cut
        found = []
        for unit, batch, origin in self._mine[region]:
            if period not in ("", unit) or not self.reached(unit, months):
                continue
            for one_method, one_group in self._grid(batch):
                if method in (TOTAL, one_method) and group in (TOTAL, one_group):
                    key = (region, unit, one_method, one_group, months)
                    self._used.add(key)
                    found.append(self._unknown(batch, origin, key, count))
        place = _COUNTS.index(count)
        left = self._of[region, method, group, months]
        found += [Term({}, values[place]) for unit, values in left if period in ("", unit)]
        return total(found) if found else None

    def order(self) -> None:
        """Who works 12 hours works an hour, who works was followed, and who was followed started."""
        for region, unit, method, group, months in sorted(self._used):
            batch, origin = self.units[region, unit]
            terms = [self._unknown(batch, origin, (region, unit, method, group, months), one) for one in _COUNTS]
            for more, fewer in pairwise(terms):
                self.problem.firm.append((total([more, fewer.times(-1.0)]), 0.0, INFINITE))

    def _unknown(self, batch: int, origin: str, key: tuple[str, str, str, str, int], count: str) -> Term:
        region, unit, method, group, months = key
        return self.problem.add(Unknown(batch, DATASET, origin, region, unit, method, group, months, count))

    def _grid(self, batch: int) -> list[tuple[str, str]]:
        if (batch, "method") not in self._split:
            return [(TOTAL, TOTAL)]
        return [(method, group) for method in METHOD_PARTS for group in CLIENT_GROUP_PARTS]


def _tell(holes: _Holes, figure: Figure) -> None:
    """What one rate tells: of a shown one the people behind it, of a withheld one that there are some."""
    places = [figure.region]
    if figure.region == NATION:
        places = sorted(holes.regions | {key[0] for key in holes.left})
    elif figure.region not in holes.regions:
        return
    told = _numbers(figure)
    for count, value in told.items():
        cuts = [(one, figure.period, figure.method, figure.client_group, figure.months) for one in places]
        found = [term for cut in cuts if (term := holes.of(count, cut)) is not None]
        if figure.delivered is not None and figure.delivered[0] != len(found):
            continue  # which regions were in it cannot be known any more
        whole = total(found)
        if whole.factors and value is not None:
            holes.problem.firm.append((whole, value, value))
        elif whole.factors and figure.region != NATION and not whole.rest:
            holes.problem.likely.append((whole, 1.0, INFINITE))


def _numbers(figure: Figure) -> dict[str, float | None]:
    if figure.value is None:
        return {_FOLLOWED: None}
    found = {figure.indicator: figure.numerator, _FOLLOWED: figure.denominator}
    if figure.bound_low and figure.numerator:
        found[_COHORT] = float(round(100 * figure.numerator / figure.bound_low))
    return found
