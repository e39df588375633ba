"""Small worlds of outcomes: a few rows of a delivery, and what an edition of a given day makes of them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from dataclasses import asdict

from sdw.disclosure.outcomes.outcome_cells import Counts, Key, Part
from sdw.production.publishing import publish
from sdw.production.store import private
from sdw.reference import plan as publication
from sdw.reference.areas import regions
from tests.worlds import store
from tests.worlds.store import Observation

DAY = dt.date(2026, 11, 22)


def row(
    region: str,
    period: str,
    months: int,
    counts: tuple[int, int, int, int],
    method: str = "ips",
    group: str = "uwv",
    status: str = "waarde",
) -> list[Observation]:
    """One line of a delivery: cohort, followed, work of 1 hour, work of 12 hours."""
    names = ("cohort", "gevolgd", "werk_1u", "werk_12u")
    found = store.counts(region, period, method, group, status=status, **dict(zip(names, counts, strict=True)))
    return [one | {"months": months} for one in found]


def plain(region: str, period: str = "2024-H1", months: int = 12, size: int = 100) -> list[Observation]:
    """IPS and jobcoaching for two client groups: large enough to show in a nation, with some people lost."""
    rows = []
    for method, share in (("ips", 0.4), ("jobcoaching", 0.3)):
        for group, more in (("uwv", 0.05), ("gemeente", -0.05)):
            followed = round(size * 0.8)
            some, most = round(followed * (share + more)), round(followed * (share + more + 0.2))
            rows += row(region, period, months, (size, followed, most, some), method, group)
    return rows


def nation(size: int = 100, **keys: object) -> list[Observation]:
    """`plain` for twelve regions."""
    return [one for region in list(regions.CODES)[:12] for one in plain(region, size=size, **keys)]


def figures(observations: Iterable[Observation], on: dt.date = DAY) -> list[dict[str, object]]:
    """The outcome figures of an edition of that day, as rows by column name."""
    store.deliver(observations, dataset="uitkomsten")
    with private.reader() as connection:
        material = publish.gather(connection, private.active_batches(connection), publication.current(), on)
    return [asdict(row) for row in material.rows if row.indicator.startswith(("werk_", "verschil_"))]


def find(lines: Iterable[dict[str, object]], **wanted: object) -> dict[str, object]:
    """The one figure with these keys; totals unless told otherwise."""
    keys = {"method": "totaal", "client_group": "totaal", "region": "NL", "period": ""} | wanted
    found = [line for line in lines if all(line[name] == value for name, value in keys.items())]
    assert len(found) == 1, f"{len(found)} figures for {keys}"
    return found[0]


def random_parts(seed: int) -> list[Part]:
    """A random country of a few regions, half-years, methods and groups, with its published cuts."""
    chance = random.Random(seed)
    codes = list(regions.CODES)[: chance.randint(1, 6)]
    periods = ("2023-H1", "2023-H2", "2024-H1")[: chance.randint(1, 3)]
    groups = ("uwv", "gemeente")[: chance.randint(1, 2)]
    mean = chance.choice((4, 12, 40, 120))
    found = []
    for region in codes:
        for period in periods:
            for method in ("ips", "jobcoaching"):
                for group in groups:
                    cohort = max(0, round(chance.gauss(mean, mean / 2)))
                    followed = cohort - min(cohort, chance.randint(0, 1 + cohort // 8))
                    most = round(followed * chance.random() * 0.7)
                    counts = Counts(cohort, followed, most, round(most * chance.random()))
                    name = Key(region, period, method, group)
                    found.append(Part(name, counts, cuts(region, period, method, group)))
    return found


def cuts(region: str, period: str, method: str, group: str) -> tuple[Key, ...]:
    """The published cuts that a part is in."""
    national = [
        Key("NL", start, m, g) for start in ("", period) for m in (method, "totaal") for g in (group, "totaal")
    ]
    regional = [Key(region, "", m, "totaal") for m in ({"ips"} & {method}) | {"totaal"}]
    return (*[key for key in national if key.method in ("ips", "totaal") or not key.period], *sorted(regional))
