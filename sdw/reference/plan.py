"""The publication plan: which tables of counts are published, at which thresholds, decided by whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from sdw.reference import tables
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, TOTAL


@dataclass(frozen=True, slots=True)
class Table:
    """One published table: what it keeps; it adds up over the rest. No `measures`: all of them."""

    id: str
    title: str
    regions: bool
    dimensions: tuple[str, ...]
    periods: tuple[str, ...]
    measures: tuple[str, ...] = ()

    def cuts(self) -> tuple[tuple[str, str], ...]:
        """The (method, client group) pairs of this table, its margins excluded."""
        methods = METHOD_PARTS if "method" in self.dimensions else (TOTAL,)
        groups = CLIENT_GROUP_PARTS if "client_group" in self.dimensions else (TOTAL,)
        return tuple((method, group) for method in methods for group in groups)


@dataclass(frozen=True, slots=True)
class OutcomeTable:
    """One published table of outcomes: regions (or the nation alone) × methods × client groups × months.

    `pooled`: all start half-years that have reached so many months together; otherwise each by itself.
    """

    id: str
    title: str
    regions: bool
    pooled: bool
    methods: tuple[str, ...]
    client_groups: tuple[str, ...]

    def cuts(self) -> tuple[tuple[str, str], ...]:
        """The (method, client group) pairs of this table, margins included."""
        return tuple((method, group) for method in self.methods for group in self.client_groups)


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan. Counts from 1 to `threshold` - 1 are withheld; a rate needs `rate_minimum` people."""

    threshold: int
    rate_minimum: int
    rounding: int
    owner: str
    decided: dt.date
    tables: tuple[Table, ...]
    outcomes: tuple[OutcomeTable, ...] = ()


_COHORTS = {"samen": True, "halfjaar": False}


@cache
def current() -> Plan:
    """The plan in `data/publication_plan.toml`."""
    document = tables.document("publication_plan.toml")
    decision = document["decision"]
    return Plan(
        threshold=decision["threshold"],
        rate_minimum=decision["rate_minimum"],
        rounding=decision["rounding"],
        owner=decision["owner"],
        decided=decision["decided"],
        tables=tuple(
            Table(
                id=table["id"],
                title=table["title"],
                regions=table["regions"],
                dimensions=tuple(table["dimensions"]),
                periods=tuple(table["periods"]),
                measures=tuple(table.get("measures", ())),
            )
            for table in document["table"]
        ),
        outcomes=tuple(
            OutcomeTable(
                id=table["id"],
                title=table["title"],
                regions=table["regions"],
                pooled=_COHORTS[table["cohorts"]],
                methods=tuple(table["methods"]),
                client_groups=tuple(table["client_groups"]),
            )
            for table in document["outcomes"]
        ),
    )
