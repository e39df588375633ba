"""What anybody may take for granted of the counts of one region: totals, periods, ledgers, carry-over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sdw.reference import periods
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, TOTAL, Key
from sdw.reference.measures import CLOSING, FLOWS, LEDGER, MADE, OPENING, STOCKS
from sdw.reference.periods import Period

#: A combination of counts: how many times each is added.
Terms = dict[Key, float]

#: The flows in the ledger of a region, and what is made of all who were there or began.
_IN_LEDGER = tuple(one for one in FLOWS if one in LEDGER)
_BEGUN = next((name for name, of in MADE.items() if set(of) == {one for one in LEDGER if LEDGER[one] > 0}), "")

_FINER: dict[str, tuple[periods.Kind, ...]] = {"year": ("half", "quarter"), "half": ("quarter",), "quarter": ()}


@dataclass(frozen=True, slots=True)
class Relation:
    """Counts that together are nothing.

    period: of a ledger. inside: if it is off, no ledger holds of a period in which any of these is. elsewhere: with
    a stock that is published for another period.
    """

    terms: Terms
    period: Period | None = None
    inside: tuple[Period, ...] = ()
    elsewhere: bool = False


def relations(have: AbstractSet[Key], empty: AbstractSet[Key]) -> list[Relation]:
    """All relations between the counts of a region that are published, with a number or without."""
    found: list[Relation] = []
    for key in sorted(have):
        measure, region, period, method, group = key
        if method == TOTAL:
            found += _whole(key, [(measure, region, period, one, group) for one in METHOD_PARTS], have)
        if group == TOTAL:
            found += _whole(key, [(measure, region, period, method, one) for one in CLIENT_GROUP_PARTS], have)
        found += _over_time(key, have, empty)
        made: list[Key] = [(one, *key[1:]) for one in MADE.get(measure, ())]
        if made and have >= set(made):
            found.append(Relation(_sum(key, made)))
    stocks = _stocks(have)
    for first, *others in stocks.values():
        found += [Relation(_sum(key, [first]), None, (_parsed(key), _parsed(first))) for key in others]
    return found + list(_ledgers(have, stocks))


def _whole(key: Key, parts: Sequence[Key], have: AbstractSet[Key]) -> list[Relation]:
    inside = [part for part in parts if part in have]
    return [Relation(_sum(key, inside))] if inside else []


def _over_time(key: Key, have: AbstractSet[Key], empty: AbstractSet[Key]) -> Iterator[Relation]:
    measure, region, period, method, group = key
    parsed = periods.parse(period)
    for kind in _FINER[parsed.kind]:
        parts = [(measure, region, one.code, method, group) for one in parsed.parts(kind)]
        if measure in STOCKS:
            end = parts[0] if measure == OPENING else parts[-1]
            yield from [Relation(_sum(key, [end]))] if end in have else []
        elif measure not in MADE and all(part in have or part in empty for part in parts):
            yield from _whole(key, parts, have)


def _stocks(have: AbstractSet[Key]) -> dict[dt.date, list[Key]]:
    """The stocks of all methods and groups that are published of each day."""
    found: dict[dt.date, list[Key]] = {}
    for key in sorted(have):
        if key[0] in STOCKS and key[3:] == (TOTAL, TOTAL):
            parsed = _parsed(key)
            found.setdefault(parsed.start if key[0] == OPENING else parsed.following().start, []).append(key)
    return found


def _ledgers(have: AbstractSet[Key], stocks: dict[dt.date, list[Key]]) -> Iterator[Relation]:
    """The ledgers, with the stock of another period where its own does not apply."""
    every = {(key[1], key[2]) for key in have if key[0] in _IN_LEDGER and key[3:] == (TOTAL, TOTAL)}
    for region, period in sorted(every):
        flows: Terms = {(one, region, period, TOTAL, TOTAL): LEDGER[one] for one in _IN_LEDGER}
        if not have >= set(flows):
            continue
        parsed = periods.parse(period)
        own: list[Key] = [(one, region, period, TOTAL, TOTAL) for one in STOCKS]
        days = (parsed.start, parsed.following().start)
        ends = [one if one in have else (stocks.get(day) or [one])[0] for one, day in zip(own, days, strict=True)]
        if ends[0] == ends[1]:
            continue
        yield Relation(
            {ends[0]: LEDGER[OPENING], **flows, ends[1]: LEDGER[CLOSING]}, parsed, (parsed,), ends != own
        )
        done: Key = (_BEGUN, region, period, TOTAL, TOTAL)
        if done in have:
            left = [key for key, sign in flows.items() if sign < 0]
            yield Relation(_sum(done, [*left, ends[1]]), parsed, (), ends != own)


def _parsed(key: Key) -> Period:
    return periods.parse(key[2])


def _sum(whole: Key, parts: Sequence[Key]) -> Terms:
    return {whole: 1.0} | dict.fromkeys(parts, -1.0)
