"""The shipped example outcomes as a delivery, and what corrections and fresh cohorts make of them."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

from sdw.disclosure.outcomes.outcome_cells import (
    NEVER_SHOWN,
    SHOWS,
    Cell,
    Count,
    Counts,
    Key,
    Part,
    Release,
    counts_of,
    visible,
)
from sdw.disclosure.outcomes.series import Decision
from sdw.reference.areas import regions
from tests.worlds.outcomes import cuts, row
from tests.worlds.store import Observation

EXAMPLES = Path(__file__).parents[2] / "data" / "examples" / "uitkomsten_voorbeeld.csv"
COUNTS = ("cohort", "gevolgd", "werk_1u", "werk_12u")


def examples() -> list[Observation]:
    """Every line of the shipped file of outcomes."""
    with EXAMPLES.open(encoding="utf-8-sig", newline="") as file:
        mark = ";" if ";" in file.readline() else ","
        file.seek(0)
        return [one for line in csv.DictReader(file, delimiter=mark) for one in _observations(line)]


def _observations(line: dict[str, str]) -> list[Observation]:
    cohort, followed, work_1u, work_12u = (int(line[name]) for name in COUNTS)
    counts = (cohort, followed, work_1u, work_12u)
    return row(
        line["regio"], line["startperiode"], int(line["maanden"]), counts, line["methode"], line["doelgroep"]
    )


def without_newest(rows: list[Observation]) -> list[Observation]:
    """All cohorts but the newest."""
    newest = max(str(one["period"]) for one in rows)
    return [one for one in rows if one["period"] != newest]


def corrected(rows: list[Observation], share: float = 0.1, seed: int = 1) -> list[Observation]:
    """One more or one less with work of 12 hours in some of the lines, where there is room."""
    chance = random.Random(seed)
    keys = ("region", "period", "method", "client_group", "months")
    most = {tuple(one[key] for key in keys): one["value"] for one in rows if one["measure"] == "werk_1u"}
    found = []
    for one in rows:
        new = dict(one)
        if one["measure"] == "werk_12u" and chance.random() < share:
            room = float(str(most[tuple(one[key] for key in keys)]))
            new["value"] = min(room, max(0.0, float(str(one["value"])) + chance.choice((-1, 1))))
        found.append(new)
    return found


Months = dict[int, list[Part]]


def publicly(parts: Mapping[int, Sequence[Part]], decision: Decision, least: int = 20) -> Release:
    """An edition as anybody sees it: a count is shown where the rate that it belongs to is, from so many people."""
    followed: dict[tuple[int, Key], float] = defaultdict(float)
    for months, found in parts.items():
        for part in found:
            for cut in part.within:
                followed[months, cut] += part.counts.followed
    shown: set[Cell] = set()
    for months, cut in followed:
        counts = {count for count in Count if Cell(months, cut, count) in decision.shown}
        told = [SHOWS[name] for name in SHOWS if visible(counts, name) and followed[months, cut] >= least]
        shown |= {Cell(months, cut, count) for counts_told in told for count in counts_told}
        if told and Count.COHORT in counts:
            shown.add(Cell(months, cut, Count.COHORT))
        if not followed[months, cut]:
            shown.add(Cell(months, cut, Count.FOLLOWED))
    cells = {Cell(*place, count) for place in followed for count in counts_of(place[1]) if count not in NEVER_SHOWN}
    withheld = {cell for cell in cells - shown if followed[cell.months, cell.cut]}
    return Release(parts, frozenset(shown), frozenset(withheld))


def country(seed: int, *, people: tuple[int, ...] = (4, 12, 40, 120)) -> tuple[Months, Months]:
    """Two editions of a small country, after 6 and 12 months: the newer one has a fresh cohort and corrections."""
    chance = random.Random(seed)
    mean = chance.choice(people)
    codes, starts = regions.CODES[: chance.randint(1, 4)], ("2023-H1", "2023-H2", "2024-H1")[: chance.randint(1, 3)]
    old: Months = {6: [], 12: []}
    new: Months = {6: [], 12: []}
    for region, start, method, group in product(codes, starts, ("ips", "jobcoaching"), ("uwv", "gemeente")):
        name = Key(region, start, method, group)
        cohort = max(0, round(chance.gauss(mean, mean / 2)))
        for months in (6, 12):
            followed = cohort - min(cohort, chance.randint(0, 1 + cohort // 8))
            work_1u = round(followed * chance.random() * 0.7)
            counts = Counts(cohort, followed, work_1u, round(work_1u * chance.random()))
            part = Part(name, counts, cuts(region, start, method, group))
            if months == 6 or start != starts[-1]:
                if not (start == starts[-1] and len(starts) > 1):
                    old[months].append(part)
                changed = counts._replace(work_12u=min(work_1u, counts.work_12u + chance.randint(0, 2)))
                new[months].append(part._replace(counts=changed if chance.random() < 0.1 else counts))
    return old, new
