"""What an attacker may take for granted, and sums that are never shown but protected all the same.

The ledger of a region balances, the end of one period is the start of the next, totals equal their parts; and of
every part there is a complement: of durable work, who was carried out and did not get it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from scipy import sparse

from sdw.disclosure.counts.composition import Counts, keys_of
from sdw.disclosure.primary import Shares
from sdw.disclosure.system import type_int
from sdw.reference import comparisons, periods
from sdw.reference.dimensions import TOTAL, Key
from sdw.reference.measures import CLOSING, LEDGER, OPENING, PARTS, STOCKS, is_of_everyone, ways_of, whole_of

_Cut = tuple[str, str, str, str]


def _signed(terms: list[dict[int, float]], width: int) -> sparse.csr_array:
    rows = [number for number, term in enumerate(terms) for _ in term]
    columns = [column for term in terms for column in term]
    factors = [factor for term in terms for factor in term.values()]
    return sparse.csr_array((factors, (rows, columns)), shape=(len(terms), width))


def balances(
    matrix: sparse.csr_array, number: Mapping[Key, int], covered: Mapping[Key, tuple[str, ...]], atoms: np.ndarray
) -> sparse.csr_array:
    """Ledgers, and the end of one period against the start of the next: everybody takes them to balance.

    Those that do not are left out: by how much they are off is a secret like the counts in them.
    """
    terms: list[dict[int, float]] = []
    for key in number:
        measure, region, period, method, group = key
        if measure != CLOSING:
            continue
        ledger = {name: (name, region, period, method, group) for name in LEDGER}
        if _alike(ledger.values(), number, covered):
            terms.append({number[ledger[name]]: factor for name, factor in LEDGER.items()})
        following = (OPENING, region, periods.parse(period).following().code, method, group)
        if _alike((key, following), number, covered):
            terms.append({number[key]: 1.0, number[following]: -1.0})
    found = sparse.csr_array(_signed(terms, matrix.shape[0]) @ matrix)
    return sparse.csr_array(found[np.flatnonzero(np.abs(found @ atoms) < 0.5)])


def _alike(keys: Collection[Key], number: Mapping[Key, int], covered: Mapping[Key, tuple[str, ...]]) -> bool:
    """True when all are there and, for the nation, add the same regions."""
    return all(key in number for key in keys) and len({covered.get(key, ()) for key in keys}) == 1


def agreements(counts: Counts, composition: sparse.csr_array) -> sparse.csr_array:
    """Totals that were delivered along two margins: the sum over methods equals the total, and is known to."""
    cells = counts.cells.reset_index(drop=True)
    detail = cells[(cells["method"] != "totaal") & (cells["client_group"] == "totaal")]
    total = cells[(cells["method"] == "totaal") & (cells["client_group"] == "totaal")]
    keys = ["region", "period", "measure"]
    sums = detail.assign(part=detail.index).merge(total.assign(whole=total.index)[[*keys, "whole"]], on=keys)
    size = composition.shape[0]
    parts = sparse.csr_array((np.ones(len(sums)), (sums["whole"], sums["part"])), shape=(size, size))
    full = np.flatnonzero(np.isclose(parts @ cells["value"].to_numpy(dtype=np.float64), cells["value"]))
    whole = full[np.diff(parts.indptr)[full] > 0]
    difference = sparse.csr_array(parts[whole] @ composition - composition[whole])
    difference.eliminate_zeros()
    return sparse.csr_array(difference[np.flatnonzero(np.diff(difference.indptr) > 0)])


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the cells are: `place` among all counts of regions, `number` among the published cells."""

    composition: sparse.csr_array
    place: Mapping[Key, int]
    number: Mapping[Key, int]
    covered: Mapping[Key, tuple[str, ...]]
    published: sparse.csr_array
    atoms: np.ndarray

    def of_everyone(self, part: Key) -> list[int]:
        """The counts of the people among whom those of a part are; empty where that is not known."""
        region, _, method, group = part[1:]
        measure, period = comparisons.behind(part[0], part[2])
        found: list[int] = []
        for code in self.covered.get(part, (region,)):
            cut = (code, period, method, group)
            keys = next((way for way in ways_of(measure) if all((name, *cut) in self.place for name in way)), None)
            if keys is None:
                return []
            found += [self.place[(name, *cut)] for name in keys]
        return found


def somebody(cells: pd.DataFrame, more: Mapping[Key, float] = {}) -> set[_Cut]:
    """Every cut of a region that somebody is known to be in: one of its counts, or of its parts, is above zero.

    cells: columns region, period, method, client_group, measure, value. more: counts that follow from these.
    Whatever else of the cut is unknown or withheld. Who is there when a period ends, is when the next one starts.
    """
    found: set[_Cut] = set()
    at: dict[tuple[str, dt.date], set[tuple[str, str]]] = {}
    some = keys_of(cells[cells["value"] > 0])
    for measure, region, period, method, group in [*some, *(key for key, value in more.items() if value > 0)]:
        cuts = {(m, g) for m in (method, TOTAL) for g in (group, TOTAL)}
        for longer in _within(period):
            found |= {(region, longer, *cut) for cut in cuts}
        if measure in STOCKS:
            at.setdefault((region, _day(measure, period)), set()).update(cuts)
    for region, period in cells[["region", "period"]].drop_duplicates().itertuples(index=False, name=None):
        cuts = {cut for measure in STOCKS for cut in at.get((region, _day(measure, period)), ())}
        found |= {(region, longer, *cut) for longer in _within(period) for cut in cuts}
    return found


def _day(stock: str, period: str) -> dt.date:
    """The day of a stock: the first of a period, or the first after it."""
    parsed = periods.parse(period)
    return parsed.start if stock == OPENING else parsed.following().start


@cache
def _within(period: str) -> tuple[str, ...]:
    """A period and the longer ones that it is part of."""
    parsed = periods.parse(period)
    whole = [periods.parse(parsed.code[:4])]
    if parsed.kind == "quarter":
        whole += [half for half in whole[0].parts("half") if half.contains(parsed)]
    return tuple(dict.fromkeys((period, *(one.code for one in whole))))


def part_of(key: Key) -> str:
    """The part that a count, or a comparison of it, is of; empty where it is none."""
    measure = comparisons.behind(key[0], key[2])[0]
    return measure if measure in PARTS else ""


def nobody_in_part(rows: Rows, people: Collection[_Cut]) -> type_int:
    """Cells that show that nobody of a group in which somebody is got durable work (rule 30), or is in another part
    of it."""
    value = rows.published @ rows.atoms
    return np.array(
        [
            row
            for key, row in rows.number.items()
            if part_of(key) and value[row] == 0 and _is_somebody(rows, key, people)
        ],
        dtype=np.int64,
    )


def _is_somebody(rows: Rows, part: Key, people: Collection[_Cut]) -> bool:
    """Is anybody in the whole of a part? Where the whole is not known: in what it is part of."""
    everyone = rows.of_everyone(part)
    if everyone and not is_of_everyone(part_of(part)):
        return bool((rows.composition[everyone] @ rows.atoms).sum() > 0)
    period = comparisons.behind(part[0], part[2])[1]
    return any((code, period, *part[3:]) in people for code in rows.covered.get(part, (part[1],)))


def complements(rows: Rows, threshold: int) -> tuple[sparse.csr_array, Shares]:
    """The whole of each part, and who of it is not in the part: both ends of the share are unsafe.

    These sums are never shown. They are in the system where they are published, or small enough to need it. Where
    a part of everybody has no number, those of methods, groups or periods that have one are no more than the whole
    either.
    """
    inside = [(key, [row]) for key, row in rows.number.items() if part_of(key)]
    single = len(inside)
    inside += _in_parts(rows)
    members = [rows.of_everyone(key) for key, _ in inside]
    picks = _signed([dict.fromkeys(member, 1.0) for member in members], rows.composition.shape[0])
    everyone = sparse.csr_array(picks @ rows.composition)
    sums = _signed([dict.fromkeys(found, 1.0) for _, found in inside], rows.published.shape[0])
    rest = sparse.csr_array(everyone - sums @ rows.published)
    people, others = everyone @ rows.atoms, rest @ rows.atoms
    shown = np.array([_whole_is_published(rows, key) for key, _ in inside], dtype=bool)
    # Where more are in the part than are known to be in the whole, there is no complement to protect.
    use = np.flatnonzero((people > 0) & (others >= 0) & (shown | (others < threshold) | (others == people)))
    number = np.array([found[0] for _, found in inside], dtype=np.int64)
    whole = rows.published.shape[0] + np.arange(len(use))
    own = use < single
    shares = Shares(np.concatenate([number[use][own], whole + len(use)]), np.concatenate([whole[own], whole]))
    return sparse.csr_array(sparse.vstack([everyone[use], rest[use]])), shares


def _whole_is_published(rows: Rows, part: Key) -> bool:
    return all((name, *part[1:]) in rows.number for name in whole_of(part_of(part)))


def _in_parts(rows: Rows) -> list[tuple[Key, list[int]]]:
    """The parts of a region that have no number for everybody, with those that have one: by method, by client
    group, and over time."""
    found: dict[tuple[Key, str], list[int]] = {}
    for key, row in rows.number.items():
        measure, region, period, method, group = key
        if measure not in PARTS or key in rows.covered:
            continue
        if (method, group) == (TOTAL, TOTAL):
            way, wholes = "period", _longer(key, rows)
        else:
            way, wholes = "method" if group == TOTAL else "group", [(measure, region, period, TOTAL, TOTAL)]
        for whole in wholes:
            if whole not in rows.number:
                found.setdefault((whole, way), []).append(row)
    return [(whole, inside) for (whole, _), inside in found.items()]


def _longer(key: Key, rows: Rows) -> list[Key]:
    """The same of its half-year and its year; not of its year where its half-year has a number."""
    measure, region, period, method, group = key
    year, *half = [(measure, region, longer, method, group) for longer in _within(period)[1:]] or [key]
    return half if half and half[0] in rows.number else [year, *half]
