"""What may stand in `data/publication_plan.toml`, as its owner writes it; `plan` makes the plan of it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

_Kind = Literal["year", "half", "quarter"]


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From how many people on, decided by whom and when. rounding: a base, or 0."""

    threshold: int
    rate_minimum: int
    rounding: int
    owner: str
    decided: dt.date


class Regions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many regions a figure over regions needs, decided by whom and when."""

    fewest: int = 3
    owner: str = ""
    decided: dt.date | None = None


class Way(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a dataset is protected; base: of what its counts become multiples."""

    protection: str
    base: int = 0


class TableEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of counts. No measures: all of them."""

    id: str
    title: str
    regions: bool
    dimensions: tuple[Literal["method", "client_group"], ...]
    periods: tuple[_Kind, ...]
    measures: tuple[str, ...] = ()
    protection: str = ""


class ComparisonEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Counts that are compared with a year earlier."""

    id: str
    title: str
    measures: tuple[str, ...]
    periods: tuple[_Kind, ...]


class OutcomeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of outcomes."""

    id: str
    title: str
    regions: bool
    cohorts: Literal["samen", "halfjaar"]
    methods: tuple[str, ...]
    client_groups: tuple[str, ...]


class PlanDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole document."""

    decision: Decision
    table: tuple[TableEntry, ...]
    outcomes: tuple[OutcomeEntry, ...]
    comparison: tuple[ComparisonEntry, ...] = ()
    regions: Regions = Regions()
    protection: dict[str, Way] = {}
