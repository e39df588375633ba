"""An edition with outcomes for the IPS page: large, middle and small regions, two client groups, a young cohort."""

from __future__ import annotations

import random
from pathlib import Path

from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.reference.areas import regions
from tests.worlds import edition as world
from tests.worlds import outcomes, store

PERIODS = ("2023-H1", "2023-H2", "2024-H1", "2024-H2")
MONTHS = (6, 12, 18)
TINY = "AM38"
HIGH = "AM05"
ABSENT = "AM37"
#: Nobody is at this share: every rate of this world differs from every difference of it.
IPS_SHARE, OTHER_SHARE = 0.37, 0.24


def build(folder: Path, label: str = "2026-najaar") -> Edition:
    """Invented outcomes of 34 regions, one of them tiny and one clearly above the nation."""
    with world.store_at(folder):
        store.deliver(_rows(), dataset="uitkomsten", origin="voorbeeld", name="uitkomsten.csv")
        return publish.publish(label)


def _rows() -> list[store.Observation]:
    chance = random.Random(7)
    rows: list[store.Observation] = []
    for region in (code for code in regions.CODES if code != ABSENT):
        size = {TINY: 3, HIGH: 130}.get(region) or chance.choice((40, 70, 120))
        for period in PERIODS if region != TINY else PERIODS[:1]:
            for method, share in (("ips", IPS_SHARE), ("jobcoaching", OTHER_SHARE)):
                share += 0.3 if region == HIGH and method == "ips" else 0
                for group in ("uwv", "gemeente") if region != TINY else ("uwv",):
                    rows += _cohort(chance, region, period, method, group, size, share)
    return rows


def _cohort(
    chance: random.Random, region: str, period: str, method: str, group: str, size: int, share: float
) -> list[store.Observation]:
    rows: list[store.Observation] = []
    for months in MONTHS:
        followed = size - round(size * months / 100)
        some = round(followed * share * months / 18 * chance.uniform(0.9, 1.1))
        most = min(followed, some + round(followed * 0.18))
        rows += outcomes.row(region, period, months, (size, followed, most, min(some, most)), method, group)
    return rows
