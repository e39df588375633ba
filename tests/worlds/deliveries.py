"""Deliveries of some regions, with small and large counts, whose ledgers balance and carry over."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from sdw.disclosure.public.releases import STOCKS
from sdw.dissemination.attack import attack
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.production.publishing.trajectories import totals
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.dimensions import TOTAL, Key
from sdw.reference.status import Status
from tests.worlds import store as world
from tests.worlds.edition import GROUPS, METHODS

PERIODS = ("2024-H1", "2024-H2", "2025-H1", "2025-H2")
PLACES = regions.CODES[:6]


def delivery(
    seed: int,
    places: tuple[str, ...] = PLACES,
    size: tuple[float, float] = (0.4, 1.6),
    started_around: tuple[float, float] = (0.8, 1.2),
    over: tuple[str, ...] = PERIODS,
) -> list[world.Observation]:
    """Periods of some regions, small and large, whose ledgers balance and carry over."""
    chance = random.Random(seed)
    rows: list[world.Observation] = []
    for region in places:
        big = chance.uniform(*size)
        for method, of_method in METHODS.items():
            for group, of_group in GROUPS.items():
                running = round(140 * big * of_method * of_group)
                for period in over:
                    started = round(62 * big * of_method * of_group * chance.uniform(*started_around))
                    ended = min(round(started * chance.uniform(0.6, 1.2)), running)
                    durable = round(started * chance.uniform(0.25, 0.4))
                    rows += world.ledger(
                        region, period, running, started, ended, durable, method=method, client_group=group
                    )
                    running += started - ended
    return rows


def of_region(rows: list[world.Observation], region: str) -> list[world.Observation]:
    return [dict(row) for row in rows if row["region"] == region]


def safe(found: attack.Attack) -> bool:
    return found.hidden > 0 and found.pinned == [] and found.narrow == []


def hidden_keys(edition: Edition) -> set[tuple[str, ...]]:
    return {
        (one.indicator, one.region, one.period, one.method, one.client_group)
        for measure in totals.MEASURES
        for one in figures.select(edition, measure)
        if one.status is Status.SUPPRESSED
    }


class InformedIntruder:
    """Somebody who knows of every delivered count whether it changed between editions, though not what it is."""

    def __init__(self, every: Sequence[Sequence[world.Observation]]) -> None:
        self._every = every
        self._counts = cache(self._found)

    def of(self, number: int, key: Key) -> int:
        """The first edition with exactly these delivered counts."""
        return next(one for one in range(number + 1) if self._counts(one, key) == self._counts(number, key))

    def _found(self, number: int, key: Key) -> list[tuple[object, ...]]:
        measure, region, period, method, group = key
        stock = measure in STOCKS
        asked = periods.parse(period)
        return sorted(
            (row["measure"], row["period"], row["method"], row["client_group"], row["value"])
            for row in self._every[number]
            if row["region"] == region
            and (row["measure"] in STOCKS if stock else row["measure"] == measure)
            and (stock or asked.contains(periods.parse(str(row["period"]))))
            and method in ("", TOTAL, row["method"])
            and group in ("", TOTAL, row["client_group"])
        )
