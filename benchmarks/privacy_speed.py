"""Speed of cell protection: a plan of linked tables over ten years of half-years, 35 regions.

Twice: with synthetic counts, and by protecting ten years of the shipped examples with the shipped plan.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from data.examples import trajectories
from sdw.disclosure import primary
from sdw.disclosure.cells import Cell
from sdw.disclosure.intervals import attack, public
from sdw.disclosure.protect import protect
from sdw.disclosure.system import LinearSystem, Table, build
from sdw.production.publishing.trajectories import hidden_totals, prior_editions, suppression, totals
from sdw.production.store import private
from sdw.reference import periods
from sdw.reference import plan as publication
from sdw.reference.dimensions import Key
from sdw.reference.status import Status
from tests.worlds import store as world

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
    found = [("privacy: build the system of the whole plan", _seconds(lambda: build(inner, plan())), "s")]
    flows = system(stocks=False)
    start = time.perf_counter()
    pattern = protect(flows)
    found.append(("privacy: protect ten years of linked tables", time.perf_counter() - start, "s"))
    shown = ~flows.cells.known
    found += [
        ("privacy: published cells", float(shown.sum()), "cells"),
        ("privacy: primary cells", float(flows.cells.primary.sum()), "cells"),
        ("privacy: hidden in all", 100.0 * float((pattern.hidden & shown).sum() / shown.sum()), "%"),
    ]
    some = np.flatnonzero(flows.cells.primary)[::20]
    view = public(flows, pattern.hidden)
    found.append(("privacy: attack on every twentieth primary", _seconds(lambda: attack(view, some)), "s"))
    return found + examples()


def ten_years() -> list[dict[str, object]]:
    """The examples of 2021-2025, and the same again as 2016-2020: the stock jumps once, between them."""
    rows: list[dict[str, object]] = []
    for row in trajectories.build():
        year, half = row.period.split("-")
        for earlier in (5, 0) if year < "2026" else ():
            rows += world.counts(
                row.region,
                f"{int(year) - earlier}-{half}",
                row.method,
                row.client_group,
                beginstand=row.begin,
                gestart=row.started,
                beeindigd=row.ended,
                eindstand=row.end,
                duurzaam_geplaatst=row.durable,
            )
    return rows


def examples() -> list[tuple[str, float, str]]:
    """Protecting ten years of examples: its time alone, and what is hidden, per table and of the targets."""
    plan_now = publication.current()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SDW_STORE"] = folder
        world.deliver(ten_years(), origin="voorbeeld")
        with private.reader() as connection:
            counted = totals.count(connection, private.active_batches(connection), plan_now)
    wall, busy = time.perf_counter(), time.process_time()
    protected = suppression.suppress(counted, plan_now, ())
    wall, busy = time.perf_counter() - wall, time.process_time() - busy
    counts = [cell for cell in protected.cells if cell.value is not None or cell.status is Status.SUPPRESSED]
    found = [
        ("examples, ten years: protection", wall, "s"),
        ("examples, ten years: protection, processor time", busy, "s"),
        ("examples, ten years: cells", float(len(counts)), "cells"),
        ("examples, ten years: hidden", _hidden(counts), "%"),
    ]
    for table in plan_now.tables:
        inside = [cell for cell in counts if _inside(table, cell)]
        found.append((f"examples, ten years: hidden of {table.id}", _hidden(inside), "%"))
    return found + _targets(counted, {cell.key for cell in counts if cell.status is Status.SUPPRESSED})


def _hidden(cells: list[Cell]) -> float:
    return 100 * sum(cell.status is Status.SUPPRESSED for cell in cells) / len(cells)


def _inside(table: publication.Table, cell: Cell) -> bool:
    return (
        (not table.measures or cell.measure in table.measures)
        and periods.parse(cell.period).kind in table.periods
        and (cell.method, cell.client_group) in table.cuts()
        and (table.regions or cell.region == "NL")
    )


def _targets(counted: totals.Totals, hidden: set[Key]) -> list[tuple[str, float, str]]:
    """Totals of the two targets that are hidden though not small, and how many any pattern must hide so."""
    assembled = prior_editions.assemble(counted, publication.current())
    found = hidden_totals.of(assembled, hidden)
    lines = []
    for measure in hidden_totals.TARGETS:
        for place in ("national", "regional"):
            for kind, length in (("years", 4), ("half-years", 7)):
                cells = [
                    key
                    for key in assembled.keys
                    if (key[0], *key[3:]) == (measure, "totaal", "totaal")
                    and (key[1] == "NL") is (place == "national")
                    and len(key[2]) == length
                ]
                what = f"{measure}: {place} totals of {len(cells)} {kind}"
                covering = sum(one.key in set(cells) for one in found)
                lines.append((f"{what}, hidden", float(sum(key in hidden for key in cells)), "cells"))
                lines.append((f"{what}, hidden though {THRESHOLD} or more", float(covering), "cells"))
    proven = float(sum(one.proven for one in found))
    lines.append(("hidden though not small, of all totals of targets", float(len(found)), "cells"))
    lines.append(("  of which one of a sum with exactly one small count", proven, "cells"))
    lines.append(("  that any pattern must hide at least", float(hidden_totals.needed(assembled)), "cells"))
    return lines


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
