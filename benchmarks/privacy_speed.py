"""Speed of cell protection: a plan of linked tables over ten years of half-years, 35 regions, synthetic counts."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from sdw.privacy import primary
from sdw.privacy.attacker import attack, public
from sdw.privacy.protect import protect
from sdw.privacy.system import LinearSystem, Table, build

REGIONS, METHODS, GROUPS, YEARS = 35, 4, 3, 10
THRESHOLD = 10


def counts(seed: int = 2026) -> pd.DataFrame:
    """Inner counts of half-years: region × method × client group × measure, with ledger and carry-over."""
    rng = np.random.default_rng(seed)
    halves = 2 * YEARS
    share = (
        rng.dirichlet([4.0, 3.0, 2.0, 1.0], REGIONS)[:, :, None] * rng.dirichlet([5.0, 4.0, 1.0], REGIONS)[:, None]
    )
    begin = rng.poisson(70 * share)
    frames = []
    for half in range(halves):
        started = rng.poisson(45 * share)
        ended = np.minimum(rng.binomial(begin + started, 0.4), begin + started)
        placed = rng.binomial(ended, 0.35)
        end = begin + started - ended
        for name, array in zip(
            ("beginstand", "gestart", "beeindigd", "eindstand", "duurzaam_geplaatst"),
            (begin, started, ended, end, placed),
            strict=True,
        ):
            region, method, group = (axis.ravel() for axis in np.indices(array.shape))
            link = half - 1 if name == "beginstand" else half
            frames.append(
                pd.DataFrame(
                    {
                        "region": region,
                        "method": method,
                        "group": group,
                        "half": half,
                        "year": half // 2,
                        "second": half % 2,
                        "link": link,
                        "measure": name,
                        "value": array.ravel(),
                    }
                )
            )
        begin = end
    return pd.concat(frames, ignore_index=True)


def plan(stocks: bool = True) -> list[Table]:
    """region × half-year; region × method, region × client group and method × client group per year; ledger."""
    flows = {name: {name: 1.0} for name in ("gestart", "beeindigd", "duurzaam_geplaatst")}
    tables = []
    for name, terms in flows.items():
        for keep, weight in (
            (("half",), 20.0),
            (("region", "half"), 4.0),
            (("year",), 20.0),
            (("region", "year"), 8.0),
            (("region", "method", "year"), 1.0),
            (("method", "year"), 8.0),
            (("region", "group", "year"), 1.0),
            (("group", "year"), 8.0),
            (("method", "group", "year"), 2.0),
        ):
            tables.append(Table(f"{name} {'·'.join(keep)}", keep, terms, weight=weight))
    if stocks:
        for name, second in (("beginstand", 0), ("eindstand", 1)):
            for keep, weight in (
                (("half",), 20.0),
                (("region", "half"), 4.0),
            ):
                tables.append(Table(f"{name} {'·'.join(keep)}", keep, {name: 1.0}, weight=weight))
            for keep, weight in (
                (("region", "method", "year"), 1.0),
                (("method", "year"), 8.0),
                (("region", "group", "year"), 1.0),
                (("group", "year"), 8.0),
                (("method", "group", "year"), 2.0),
            ):
                tables.append(
                    Table(f"{name} {'·'.join(keep)}", keep, {name: 1.0}, where={"second": [second]}, weight=weight)
                )
        for keep, weight in ((("half",), 20.0), (("region", "half"), 4.0)):
            tables.append(Table(f"uitgevoerd {keep}", keep, {"beginstand": 1.0, "gestart": 1.0}, weight=weight))
            tables.append(
                Table(
                    f"niet duurzaam {keep}",
                    keep,
                    {"beginstand": 1.0, "gestart": 1.0, "duurzaam_geplaatst": -1.0},
                    weight=weight,
                )
            )
        everything = ("region", "method", "group")
        tables.append(
            Table(
                "ledger",
                (*everything, "half"),
                {"beginstand": 1.0, "gestart": 1.0, "beeindigd": -1.0, "eindstand": -1.0},
                known=True,
                nonnegative=False,
            )
        )
        tables.append(
            Table(
                "carry-over",
                (*everything, "link"),
                {"eindstand": 1.0, "beginstand": -1.0},
                known=True,
                nonnegative=False,
                complete=True,
            )
        )
    return tables


def system(stocks: bool = True) -> LinearSystem:
    """The plan as a linear system with primaries 1..t−1."""
    made, _ = build(counts(), plan(stocks))
    return primary.mark(made, THRESHOLD)


def measure() -> list[tuple[str, float, str]]:
    """Name, figure and unit of each measurement."""
    inner = counts()
    figures = [("privacy: build the system of the whole plan", _seconds(lambda: build(inner, plan())), "s")]
    flows = system(stocks=False)
    start = time.perf_counter()
    pattern = protect(flows)
    figures.append(("privacy: protect ten years of linked tables", time.perf_counter() - start, "s"))
    shown = ~flows.cells.known
    figures += [
        ("privacy: published cells", float(shown.sum()), "cells"),
        ("privacy: primary cells", float(flows.cells.primary.sum()), "cells"),
        ("privacy: hidden in all", 100.0 * float((pattern.hidden & shown).sum() / shown.sum()), "%"),
    ]
    some = np.flatnonzero(flows.cells.primary)[::20]
    view = public(flows, pattern.hidden)
    figures.append(("privacy: attack on every twentieth primary", _seconds(lambda: attack(view, some)), "s"))
    return figures


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
