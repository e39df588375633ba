"""Invented trajectories 2021-H1 to 2026-H1, consistent with the published national figures.

The national totals below are chosen; what is published is marked. They are divided over regions,
methods and client groups in proportion to benefits, with some fixed chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.examples.rounding import noise, share_out, start
from sdw.reference.areas import context, regions
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS

#: region, method, client group
Cell = tuple[str, str, str]

TWENTE = "AM05"
#: Which four regions were missing in 2023 is not published; these four are invented.
NEWCOMERS = ("AM07", "AM14", "AM23", "AM37")
NEWCOMERS_ENTER = "2024-H1"
#: The region that has not delivered the newest half-year yet.
LATE = ("AM26", "2026-H1")
PROVISIONAL = "2026-H1"
#: One end count is 4 higher than its own ledger says. The next period starts with that count.
IMBALANCE = ("AM01", "2025-H1", "jobcoaching", "uwv")
IMBALANCE_SIZE = 4
#: Placements that were not known, and one that the region withheld.
DURABLE_WORDS = {
    ("AM24", "2025-H2", "overig", "gemeente"): "onbekend",
    ("AM33", "2021-H2", "werk_als_beste_zorg", "overig"): "x",
}

#: Running trajectories when the project started (April 2021), and those that the newcomers bring.
FIRST_STOCK, NEWCOMERS_STOCK = 1160, 570
#: Per half-year: started, ended, durably placed. 31 regions up to 2023, 35 after.
#: Published: 3,840 running + 2,938 started in 2023 = 6,778; 4,900 running at the end of 2023; 1,780 placed
#: of 5,388 started in 2022 and 2023 = one in three.
NATIONAL = {
    "2021-H1": (560, 170, 160),
    "2021-H2": (900, 230, 200),
    "2022-H1": (1180, 350, 345),
    "2022-H2": (1270, 480, 425),
    "2023-H1": (1440, 860, 480),
    "2023-H2": (1498, 1018, 530),
    "2024-H1": (1690, 1480, 600),
    "2024-H2": (1730, 1600, 640),
    "2025-H1": (1800, 1740, 690),
    "2025-H2": (1850, 1800, 720),
    "2026-H1": (1880, 1850, 745),
}
#: Published for Twente: 102 running at the end of 2022, about half of them started in 2022, 25 placed.
TWENTE_STOCK = 34
TWENTE_FLOWS = {
    "2021-H1": (18, 3, 5),
    "2021-H2": (26, 7, 6),
    "2022-H1": (25, 7, 12),
    "2022-H2": (26, 10, 13),
    "2023-H1": (33, 15, 13),
    "2023-H2": (38, 20, 14),
    "2024-H1": (45, 32, 17),
    "2024-H2": (49, 37, 18),
    "2025-H1": (54, 44, 20),
    "2025-H2": (57, 48, 22),
    "2026-H1": (60, 52, 23),
}
PERIODS = tuple(NATIONAL)

#: The newest half-year when the edition of the spring was made, provisional then. How many starts more or fewer
#: some regions told of it at first, all with IPS and UWV; and the regions that delivered it after that edition.
SPRING = "2025-H2"
TOLD_AT_FIRST = {"AM06": -4, "AM20": -3, "AM28": 3, "AM35": -2}
LATE_IN_SPRING = ("AM11", "AM17", "AM30")

#: Share of each method in the starts: first and last period, a straight line between.
METHOD_SHARE = {
    "ips": (0.46, 0.58),
    "jobcoaching": (0.25, 0.19),
    "werk_als_beste_zorg": (0.17, 0.13),
    "overig": (0.12, 0.10),
}
#: Share of each client group within IPS and within the rest: up to 2022, and in 2026.
#: Gemeenten grow from 2023, when the subsidy for their clients began.
CLIENT_SHARE_IPS = {"uwv": (0.72, 0.52), "gemeente": (0.18, 0.38), "overig": (0.10, 0.10)}
CLIENT_SHARE_REST = {"uwv": (0.44, 0.38), "gemeente": (0.38, 0.44), "overig": (0.18, 0.18)}
#: How fast trajectories end and how often they lead to durable work, relative to each other.
ENDING = {"ips": 0.9, "jobcoaching": 1.2, "werk_als_beste_zorg": 1.0, "overig": 1.2}
PLACING = {"ips": 1.15, "jobcoaching": 0.9, "werk_als_beste_zorg": 0.9, "overig": 0.6}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the delivery: a cell in a half-year, with its ledger and its placements."""

    region: str
    period: str
    method: str
    client_group: str
    begin: int
    started: int
    ended: int
    end: int
    durable: int


def build() -> list[Row]:
    """All rows, by region, period, method and client group; the late region included."""
    everyone = [code for code in regions.CODES if code not in (*NEWCOMERS, TWENTE)]
    stock = _stock(FIRST_STOCK - TWENTE_STOCK, everyone) | _stock(TWENTE_STOCK, [TWENTE])
    rows: list[Row] = []
    for period, national in NATIONAL.items():
        if period == NEWCOMERS_ENTER:
            everyone = [code for code in regions.CODES if code != TWENTE]
            stock |= _stock(NEWCOMERS_STOCK, NEWCOMERS)
        own = TWENTE_FLOWS[period]
        rest = tuple(whole - part for whole, part in zip(national, own, strict=True))
        rows += _half_year(period, everyone, rest, stock) + _half_year(period, [TWENTE], own, stock)
        stock = {(row.region, row.method, row.client_group): row.end for row in rows if row.period == period}
    order = {period: index for index, period in enumerate(PERIODS)}
    return sorted(rows, key=lambda row: (row.region, order[row.period]))


def told_at_first(rows: Sequence[Row]) -> list[Row]:
    """The same rows as they were delivered for the edition of the spring."""
    known = PERIODS[: PERIODS.index(SPRING) + 1]
    return [
        _at_first(row)
        for row in rows
        if row.period in known and not (row.period == SPRING and row.region in LATE_IN_SPRING)
    ]


def _at_first(row: Row) -> Row:
    """More or fewer starts in one cell, and so many more or fewer in hand at its end: the ledger is as it was."""
    more = TOLD_AT_FIRST.get(row.region, 0)
    if not more or (row.period, row.method, row.client_group) != (SPRING, "ips", "uwv"):
        return row
    return replace(row, started=row.started + more, end=row.end + more)


def _half_year(period: str, codes: Sequence[str], totals: Sequence[int], stock: dict[Cell, int]) -> list[Row]:
    """Divide the totals (started, ended, durable) of a half-year over the cells of `codes`."""
    weights = _weights(codes, period)
    started = share_out(totals[0], weights, start("started", period, *codes))
    known = {cell: stock[cell] + started[cell] for cell in weights}
    leaving = {cell: ENDING[cell[1]] * (stock[cell] + 0.2 * started[cell]) for cell in weights}
    placing = {cell: PLACING[cell[1]] * known[cell] * noise(0.12, "placing", cell[0]) for cell in weights}
    ended = share_out(totals[1], leaving, start("ended", period, *codes))
    durable = share_out(totals[2], placing, start("durable", period, *codes))
    return [
        Row(
            *(cell[0], period, cell[1], cell[2], stock[cell], started[cell], ended[cell]),
            end=known[cell] - ended[cell] + _slip(period, cell),
            durable=durable[cell],
        )
        for cell in weights
    ]


def _slip(period: str, cell: Cell) -> int:
    region, method, client_group = cell
    return IMBALANCE_SIZE if (region, period, method, client_group) == IMBALANCE else 0


def _stock(total: int, codes: Sequence[str]) -> dict[Cell, int]:
    return share_out(total, _weights(codes, PERIODS[0]), start("stock", *codes))


def _weights(codes: Sequence[str], period: str) -> dict[Cell, float]:
    """How the starts of a half-year lie over the cells."""
    return {
        (code, method, group): size * method_share * client_share
        for code in codes
        for size in [_size(code) * noise(0.05, "size", code, period)]
        for method, method_share in _method_shares(code, period).items()
        for group, client_share in _client_shares(code, method, period).items()
    }


def _size(code: str) -> float:
    """In proportion to benefits plus a small fixed part, with a spread between regions."""
    benefits = context.value(code, 2021, "bijstand") + context.value(code, 2021, "arbeidsongeschiktheid")
    return (benefits + 4000) * noise(0.16, "size", code)


def _progress(period: str, since: str) -> float:
    """0 up to `since`, then in equal steps to 1 in the last half-year."""
    first, last = PERIODS.index(since), len(PERIODS) - 1
    return max(0, PERIODS.index(period) - first) / (last - first)


def _method_shares(code: str, period: str) -> dict[str, float]:
    """Small regions do without one of the smaller methods: a true zero in every row."""
    unused = _unused_method(code)
    shares = {
        method: 0.0
        if method == unused
        else _between(ends, _progress(period, PERIODS[0])) * noise(0.15, code, method)
        for method, ends in METHOD_SHARE.items()
    }
    if code == TWENTE:
        shares["werk_als_beste_zorg"] *= 1.6
    whole = sum(shares.values())
    return {method: shares[method] / whole for method in METHOD_PARTS}


def _unused_method(code: str) -> str:
    if context.value(code, 2024, "inwoners") > 350_000 or code == TWENTE:
        return ""
    return "overig" if noise(1, "unused", code) < 1 else "werk_als_beste_zorg"


def _client_shares(code: str, method: str, period: str) -> dict[str, float]:
    table = CLIENT_SHARE_IPS if method == "ips" else CLIENT_SHARE_REST
    grown = _progress(period, "2022-H2")
    shares = {
        group: _between(table[group], grown) * noise(0.12, code, method, group) for group in CLIENT_GROUP_PARTS
    }
    whole = sum(shares.values())
    return {group: share / whole for group, share in shares.items()}


def _between(ends: tuple[float, float], part: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * part
