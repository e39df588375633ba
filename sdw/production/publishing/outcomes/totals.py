"""What an edition holds of outcomes: delivered records, added up to every cut that the plan publishes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sdw.disclosure.outcomes.outcome_cells import TOTAL, Counts, Key, Part
from sdw.indicators.model import NATION
from sdw.reference.areas import regions
from sdw.reference.plan import Plan
from sdw.reference.status import Status, of_sum


@dataclass(frozen=True, slots=True)
class Record:
    """One cohort of one region and cut after so many months. `counts` is None where the status has no value.

    `leaf`: nothing finer was delivered.
    """

    key: Key
    months: int
    counts: Counts | None
    status: Status
    leaf: bool

    @staticmethod
    def of(row: Sequence[object]) -> Record:
        """A record from a row of the query `outcome_records`."""
        region, period, method, group, months, cohort, followed, work_1u, work_12u, state, leaf = row
        status = Status(str(state))
        counts = Counts(*map(_number, (cohort, followed, work_1u, work_12u))) if status.has_value else None
        key = Key(str(region), str(period), str(method), str(group))
        return Record(key, int(_number(months)), counts, status, bool(leaf))


@dataclass(frozen=True, slots=True)
class Cut:
    """A published cut: the records that are in it, their sum and status, and the regions it covers."""

    key: Key
    counts: Counts | None
    status: Status
    covered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """The cuts and the finest parts of an edition, by number of months."""

    cuts: Mapping[int, Mapping[Key, Cut]]
    parts: Mapping[int, Sequence[Part]]

    @staticmethod
    def of(records: Iterable[Record], plan: Plan) -> Material:
        """Add up the records to everything that the plan publishes."""
        by_months: dict[int, list[Record]] = defaultdict(list)
        for record in records:
            by_months[record.months].append(record)
        cuts = {months: _cuts(by_months[months], plan) for months in sorted(by_months)}
        return Material(cuts, {months: _parts(by_months[months], found) for months, found in cuts.items()})

    @property
    def counts(self) -> dict[tuple[int, Key], Counts]:
        """The counts of every cut that has them."""
        return {
            (months, key): cut.counts
            for months, cuts in self.cuts.items()
            for key, cut in cuts.items()
            if cut.counts is not None
        }


def _cuts(records: Iterable[Record], plan: Plan) -> dict[Key, Cut]:
    """Every cut of the plan for one number of months, with the records it adds up."""
    by_cut: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        by_cut[record.key.method, record.key.client_group].append(record)
    found: dict[Key, Cut] = {}
    for table in plan.outcomes:
        places = (NATION, *regions.CODES) if table.regions else (NATION,)
        for method, group in table.cuts():
            inside = by_cut[method, group]
            periods = [""] if table.pooled else sorted({record.key.period for record in inside})
            for place in places:
                for period in periods:
                    key = Key(place, period, method, group)
                    if key not in found:
                        found[key] = _cut(key, [record for record in inside if _belongs(record.key, key)])
    return {key: cut for key, cut in found.items() if cut.status is not Status.NOT_APPLICABLE or key.period}


def _belongs(part: Key, cut: Key) -> bool:
    return cut.region in (NATION, part.region) and cut.period in ("", part.period)


def _cut(key: Key, records: Sequence[Record]) -> Cut:
    """The sum of the records that have a value: a cohort without one takes no part, and neither does its region."""
    known = [record for record in records if record.counts is not None]
    if not known:
        status = of_sum(record.status for record in records) if records else Status.NOT_DELIVERED
        return Cut(key, None, status, ())
    sums = [sum(part) for part in zip(*(record.counts for record in known if record.counts), strict=True)]
    covered = tuple(sorted({record.key.region for record in known}))
    return Cut(key, Counts(*sums), of_sum(record.status for record in known), covered)


def _parts(records: Sequence[Record], cuts: Mapping[Key, Cut]) -> list[Part]:
    """The finest records with the cuts they are in: an incomplete total has nothing in it."""
    complete = {record.key for record in records if record.counts is not None}
    parts = []
    for record in records:
        if not record.leaf or record.counts is None:
            continue
        region, period, method, group = record.key
        within = [
            Key(place, start, m, g)
            for m in dict.fromkeys((method, TOTAL))
            for g in dict.fromkeys((group, TOTAL))
            if Key(region, period, m, g) in complete
            for place in (region, NATION)
            for start in ("", period)
        ]
        inside = tuple(key for key in within if key in cuts)
        parts.append(Part(record.key, record.counts, inside))
    return parts


def _number(value: object) -> float:
    if not isinstance(value, int | float):
        raise TypeError(f"a count is a number, not {value!r}")
    return float(value)
