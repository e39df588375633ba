"""The publication plan: which tables of counts are published, at which thresholds, decided by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sdw.reference import decoding, tables
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, TOTAL
from sdw.reference.plan_document import PlanDocument, Way
from sdw.text.errors import UserError


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
class ComparedTable:
    """Counts that are compared with a year earlier over the regions in both: which, and of which periods."""

    id: str
    title: str
    measures: tuple[str, ...]
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan. Counts from 1 to `threshold` - 1 are withheld; a rate needs `rate_minimum` people; a
    figure over regions needs `fewest_regions` that delivered it.

    rounding: 0, or the base of which all counts of regions are published as multiples; nothing is withheld then.
    """

    threshold: int
    rate_minimum: int
    rounding: int
    owner: str
    decided: dt.date
    tables: tuple[Table, ...]
    outcomes: tuple[OutcomeTable, ...] = ()
    comparisons: tuple[ComparedTable, ...] = ()
    fewest_regions: int = 3


_COHORTS = {"samen": True, "halfjaar": False}
_SUPPRESSION, _ROUNDING = "suppression", "rounding"
_DATASETS = ("trajecten", "uitkomsten")
_SMALLEST_BASE = 3
FEWEST = 3  # regions in a figure over regions
_FILE = "publication_plan.toml"


@cache
def current() -> Plan:
    """The plan in `data/publication_plan.toml`.

    Raises:
        UserError: a name or value in it is not what it should be, or it contradicts itself about how figures are
            protected.
    """
    return read(tables.document(_FILE))


def read(document: Mapping[str, Any]) -> Plan:
    """The plan of a document. Raises UserError like `current`."""
    found = decoding.decoded(document, PlanDocument, _FILE)
    return Plan(
        threshold=found.decision.threshold,
        rate_minimum=found.decision.rate_minimum,
        fewest_regions=_fewest(found.regions.fewest),
        rounding=_rounding(found),
        owner=found.decision.owner,
        decided=found.decision.decided,
        tables=tuple(
            Table(one.id, one.title, one.regions, one.dimensions, one.periods, one.measures) for one in found.table
        ),
        outcomes=tuple(
            OutcomeTable(one.id, one.title, one.regions, _COHORTS[one.cohorts], one.methods, one.client_groups)
            for one in found.outcomes
        ),
        comparisons=tuple(ComparedTable(one.id, one.title, one.measures, one.periods) for one in found.comparison),
    )


def _fewest(regions: int) -> int:
    """With one or two regions each can subtract itself and knows the other."""
    if regions < FEWEST:
        raise UserError("plan.few_regions", fewest=FEWEST, asked=regions)
    return regions


def _rounding(document: PlanDocument) -> int:
    """The base of which counts of regions become multiples; 0 where small counts are withheld instead."""
    base, chosen = document.decision.rounding, document.protection
    for dataset, choice in chosen.items():
        if dataset not in _DATASETS:
            raise UserError("plan.unknown_dataset", dataset=dataset, known=", ".join(_DATASETS))
        if choice.protection not in (_SUPPRESSION, _ROUNDING):
            known = f"{_SUPPRESSION}, {_ROUNDING}"
            raise UserError("plan.unknown_protection", dataset=dataset, protection=choice.protection, known=known)
    if "uitkomsten" in chosen and chosen["uitkomsten"].protection == _ROUNDING:
        raise UserError("plan.outcomes")
    own = chosen.get("trajecten", Way(_ROUNDING if base else _SUPPRESSION))
    for table in document.table:
        if table.protection not in ("", own.protection):
            raise UserError("plan.mixed", table=table.id, dataset="trajecten")
    return _base(own.protection, base, own.base)


def _base(way: str, base: int, own: int) -> int:
    if way == _SUPPRESSION:
        if base or own:
            raise UserError("plan.both", dataset="trajecten", base=own or base)
        return 0
    if base and own and base != own:
        raise UserError("plan.two_bases", dataset="trajecten", one=base, other=own)
    if not (base or own):
        raise UserError("plan.no_base", dataset="trajecten")
    if (own or base) < _SMALLEST_BASE:
        raise UserError("plan.small_base", base=own or base)
    return int(own or base)
