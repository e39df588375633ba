"""Random deliveries in which every status occurs beside numbers: what regions really hand in.

Small worlds: up to six regions and two years. Counts are small, large, zero, and zero in groups with and without
people; a cell can be `onbekend`, `x` (withheld by the region itself), blank (not delivered) or `nvt`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, TOTAL
from tests.worlds import store as world
from tests.worlds.store import Observation

Rows = list[Observation]

#: What a cell says in a file instead of a number, and the status that it has then.
WORDS = {"onbekend": "onbekend", "afgeschermd": "x", "niet_aangeleverd": "", "nvt": "nvt"}
MEASURES = ("beginstand", "gestart", "beeindigd", "eindstand", "duurzaam_geplaatst")
OUTCOMES = ("cohort", "gevolgd", "werk_1u", "werk_12u")

#: What a region can deliver of two years, none of it overlapping.
_SPANS = (
    ("2024-H1", "2024-H2", "2025-H1", "2025-H2"),
    ("2024-H1", "2024-H2", "2025-H1"),
    ("2025-H1", "2025-H2"),
    ("2024-H2", "2025-H1"),
    ("2024", "2025"),
    ("2024", "2025-H1", "2025-H2"),
    ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"),
    ("2024-H2", "2025-Q1", "2025-Q2", "2025-H2"),
    ("2025",),
)


def trajectories(seed: int) -> Rows:
    """A delivery of trajectories that the importer takes."""
    chance = random.Random(seed)
    places = chance.sample(regions.CODES, chance.randint(1, 6))
    methods, groups = _cuts(chance)
    span, mean = chance.choice(_SPANS), chance.choice((0.7, 3.0, 8.0, 25.0, 80.0))
    barren, empty = chance.choice((0.0, 0.1, 0.4)), chance.choice((0.0, 0.15, 0.4))
    rows: Rows = []
    for place in places:
        own = chance.choice(_SPANS) if chance.random() < 0.2 else span
        size = mean * chance.choice((0.3, 1.0, 1.0, 3.0))
        for method in methods:
            for group in groups:
                nobody, none_placed = chance.random() < empty, chance.random() < barren
                rows += _group(chance, (place, method, group), own, 0.0 if nobody else size, none_placed)
    mixed(rows, chance)
    return rows


def _cuts(chance: random.Random) -> tuple[Sequence[str], Sequence[str]]:
    methods = chance.sample(METHOD_PARTS, chance.randint(1, len(METHOD_PARTS)))
    groups = chance.sample(CLIENT_GROUP_PARTS, chance.randint(1, len(CLIENT_GROUP_PARTS)))
    return ((TOTAL,) if chance.random() < 0.15 else methods), ((TOTAL,) if chance.random() < 0.15 else groups)


def _group(
    chance: random.Random, cut: tuple[str, str, str], span: Sequence[str], size: float, none_placed: bool
) -> Rows:
    """One method and client group of a region over time; its ledger balances, and mostly carries over."""
    place, method, group = cut
    running, rows = _about(chance, 2 * size), []
    for period in span:
        started = _about(chance, size * periods.parse(period).months / 6)
        ended = sum(chance.random() < 0.4 for _ in range(running + started))
        placed = 0 if none_placed else sum(chance.random() < 0.3 for _ in range(started))
        if chance.random() < 0.02:
            placed = running + started
        rows += world.ledger(place, period, running, started, ended, placed, method=method, client_group=group)
        running += started - ended
        if chance.random() < 0.02:
            running += 1
    return rows


def _about(chance: random.Random, mean: float) -> int:
    return max(0, round(chance.gauss(mean, mean**0.5))) if mean else 0


def mixed(rows: Iterable[Observation], chance: random.Random) -> None:
    """Statuses instead of numbers, in place: here and there, in whole lines, and in whole columns of a region."""
    scattered, lines, columns = (chance.choice(shares) for shares in ((0, 0.03, 0.15), (0, 0.05), (0, 0.1)))
    words = list(WORDS)
    seldom = [word for word in WORDS for _ in range(1 if word == "nvt" else 5)]  # what does not apply, mostly whole
    of_line: dict[object, str] = {}
    of_column: dict[object, str] = {}
    for row in rows:
        line = (row["region"], row["period"], row["method"], row["client_group"], row["months"])
        column = (row["region"], row["measure"])
        for found, key, share in ((of_line, line, lines), (of_column, column, columns)):
            if key not in found:
                found[key] = chance.choice(words) if chance.random() < share else ""
        word = of_line[line] or of_column[column]
        if not word and chance.random() < scattered:
            word = chance.choice(seldom)
        if word:
            row |= {"value": None, "status": word}


def outcomes(seed: int) -> Rows:
    """A delivery of outcomes of up to six regions, three half-years, 6 and 12 months."""
    chance = random.Random(seed)
    places = chance.sample(regions.CODES, chance.randint(1, 6))
    starts = ("2023-H1", "2023-H2", "2024-H1")[: chance.randint(1, 3)]
    mean = chance.choice((4.0, 12.0, 40.0, 120.0))
    rows: Rows = []
    for place in places:
        for start in starts:
            for method in ("ips", "jobcoaching"):
                for group in ("uwv", "gemeente"):
                    cohort = _about(chance, mean)
                    for months in (6, 12):
                        followed = cohort - min(cohort, chance.randint(0, 1 + cohort // 8))
                        some = round(followed * chance.random() * 0.7)
                        counts = dict(
                            zip(OUTCOMES, (cohort, followed, some, round(some * chance.random())), strict=True)
                        )
                        line = world.counts(place, start, method, group, **counts)
                        rows += [one | {"months": months} for one in line]
    mixed(rows, chance)
    return rows


def corrected(rows: Rows, chance: random.Random) -> Rows:
    """What is delivered next: the same with a correction of one of the kinds that happen."""
    return chance.choice(CORRECTIONS)(rows, chance)


def _one_region(rows: Rows, chance: random.Random) -> Rows:
    """One region hands in again, a few counts one or two higher or lower."""
    place = chance.choice(sorted({str(row["region"]) for row in rows}))
    return [_moved(row, chance, 0.3) if row["region"] == place else dict(row) for row in rows]


def _everywhere(rows: Rows, chance: random.Random) -> Rows:
    """A tenth of all placements one higher or lower."""
    return [_moved(row, chance, 0.1) if row["measure"] == MEASURES[-1] else dict(row) for row in rows]


def _large_now(rows: Rows, chance: random.Random) -> Rows:
    """Counts that were small turn out to be large."""
    return [
        row | {"value": float(str(row["value"])) + 12}
        if row["measure"] == "gestart" and row["value"] is not None and chance.random() < 0.1
        else dict(row)
        for row in rows
    ]


def _other_statuses(rows: Rows, chance: random.Random) -> Rows:
    """Numbers become unknown, withheld, blank or not applicable."""
    return [
        row | {"value": None, "status": chance.choice(list(WORDS))} if chance.random() < 0.05 else dict(row)
        for row in rows
    ]


def _numbers_after_all(rows: Rows, chance: random.Random) -> Rows:
    """What had no number gets one."""
    return [
        row | {"value": float(chance.choice((0, 2, 6, 15, 40))), "status": "waarde"}
        if row["value"] is None and chance.random() < 0.5
        else dict(row)
        for row in rows
    ]


def _the_same(rows: Rows, _: random.Random) -> Rows:
    """Published again, and nothing changed."""
    return [dict(row) for row in rows]


CORRECTIONS = (_one_region, _everywhere, _large_now, _other_statuses, _numbers_after_all, _the_same)


def _moved(row: Observation, chance: random.Random, share: float) -> Observation:
    if row["value"] is None or chance.random() >= share:
        return dict(row)
    return row | {"value": max(0.0, float(str(row["value"])) + chance.choice((-2, -1, 1, 2)))}


def possible(rows: Rows) -> Rows:
    """The same without what an importer refuses: more placements than were carried out."""
    lines: dict[tuple[object, ...], dict[object, Observation]] = {}
    for row in rows:
        lines.setdefault(tuple(row[name] for name in ("region", "period", "method", "client_group")), {})[
            row["measure"]
        ] = row
    for line in lines.values():
        begin, started, placed = (line[name]["value"] for name in ("beginstand", "gestart", "duurzaam_geplaatst"))
        if begin is not None and started is not None and placed is not None:
            most = float(str(begin)) + float(str(started))
            line["duurzaam_geplaatst"]["value"] = min(float(str(placed)), most)
    return rows


def write(rows: Iterable[Observation], path: Path) -> Path:
    """The rows as the file in which a region hands them in."""
    lines: dict[tuple[object, ...], dict[object, str]] = {}
    for row in rows:
        key = (row["region"], row["period"], row["method"], row["client_group"], row["months"])
        value = row["value"]
        word = WORDS.get(str(row["status"]), "")
        lines.setdefault(key, {})[row["measure"]] = word if value is None else f"{float(str(value)):.0f}"
    outcome = any(key[-1] for key in lines)
    measures = OUTCOMES if outcome else MEASURES
    names = ("regio", "startperiode", "methode", "doelgroep", "maanden") if outcome else ()
    header = (*(names or ("regio", "periode", "methode", "doelgroep")), *measures)
    text = [";".join(header)]
    for key, cells in lines.items():
        keys = key if outcome else key[:-1]
        text.append(";".join([*map(str, keys), *(cells[name] for name in measures)]))
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return path
