"""Whole worlds for the pages: an example edition with every status, an empty one, one with one region.

Published by the real steward, from observations made up here; the same every time.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.reference import tables
from sdw.reference.areas import regions
from tests.worlds import store

PERIODS = ("2023-H1", "2023-H2", "2024-H1", "2024-H2", "2025-H1", "2025-H2", "2026-H1")
METHODS = {"ips": 0.45, "jobcoaching": 0.3, "werk_als_beste_zorg": 0.15, "overig": 0.1}
GROUPS = {"uwv": 0.5, "gemeente": 0.42, "overig": 0.08}
ABSENT_2023 = ("AM03", "AM17", "AM24", "AM33")
LATE = "AM12"
UNKNOWN_DURABLE = "AM09"
PROVISIONAL = "2026-H1"
IMBALANCE = {"region": "AM02", "period": "2025-H1", "kind": "optelling"}


@contextmanager
def store_at(folder: Path) -> Iterator[None]:
    """Everything inside uses the store in `folder`."""
    before = {name: os.environ.pop(name, None) for name in ("SDW_STORE", "SDW_EDITION", "SDW_PUBLIC")}
    os.environ["SDW_STORE"] = str(folder)
    try:
        yield
    finally:
        del os.environ["SDW_STORE"]
        os.environ.update({name: value for name, value in before.items() if value is not None})


def real() -> None:
    """What is real about regions, as it ships: people, benefits and young adults."""
    store.deliver(context(), dataset="context", origin="openbaar", name="context.csv")
    taken = import_file.import_file(tables.DATA / "regional" / "young_adults_2024.csv", origin="openbaar")
    assert taken.ok, taken.lines


def build(folder: Path, label: str = "2026-najaar") -> Edition:
    """35 regions by half-year with every status, real context, one imbalance."""
    with store_at(folder):
        real()
        store.deliver(trajectories(), origin="voorbeeld", name="voorbeeld.csv", warnings=[IMBALANCE])
        return publish.publish(label)


def build_empty(folder: Path, label: str = "2026-najaar") -> Edition:
    """An edition without a single trajectory."""
    with store_at(folder):
        real()
        return publish.publish(label)


def build_one_region(folder: Path, region: str = "AM05", label: str = "2026-najaar") -> Edition:
    """Only one region delivered, over one half-year."""
    with store_at(folder):
        real()
        store.deliver(store.ledger(region, "2026-H2", 120, 64, 50, 21), name="levering.csv")
        return publish.publish(label)


def context() -> list[store.Observation]:
    return [
        row
        for line in tables.rows("reference/context.csv")
        for row in store.counts(
            line["regio"], line["jaar"], "totaal", "totaal", **{line["maat"]: float(line["waarde"])}
        )
    ]


def trajectories() -> list[store.Observation]:
    chance = random.Random(20261122)
    rows: list[store.Observation] = []
    for region in regions.CODES:
        size = chance.uniform(0.25, 1.6)
        for method, of_method in METHODS.items():
            for group, of_group in GROUPS.items():
                running = round(140 * size * of_method * of_group)
                for period in PERIODS:
                    if (region in ABSENT_2023 and period < "2024") or (region == LATE and period == PROVISIONAL):
                        continue
                    started = round(62 * size * of_method * of_group * chance.uniform(0.8, 1.2))
                    ended = min(round(started * chance.uniform(0.6, 1.2)), running)
                    durable = round(started * chance.uniform(0.25, 0.4))
                    rows += _row(region, period, method, group, running, started, ended, durable)
                    running += started - ended
    return rows


def _row(region: str, period: str, method: str, group: str, *counts: int) -> list[store.Observation]:
    running, started, ended, durable = counts
    rows = store.counts(
        region,
        period,
        method,
        group,
        status="voorlopig" if period == PROVISIONAL else "waarde",
        beginstand=running,
        gestart=started,
        beeindigd=ended,
        eindstand=running + started - ended + (region == IMBALANCE["region"] and period == IMBALANCE["period"]),
        duurzaam_geplaatst=durable,
    )
    if region == UNKNOWN_DURABLE and period == "2025-H2":
        rows[-1] |= {"value": None, "status": "onbekend"}
    return rows
