"""What a kind of file is: its columns, key, measures and rules. A new dataset is one declaration.

The declarations themselves are in `catalogue`; the engine knows none of them by name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sdw.reference.datasets.fields import Field

#: What is kept of a column, and so how its cells are read. The name of a kind is the observation's key.
Kind = Literal["region", "period", "method", "client_group", "sector", "months"]
Layout = Literal["wide", "long"]
Severity = Literal["error", "warning", "notice"]
Origin = Literal["aangeleverd", "openbaar", "voorbeeld"]

#: Every key of an observation, in the order of the store, and what it is where it does not apply.
KEYS: tuple[Kind, ...] = ("region", "period", "method", "client_group", "sector", "months")
NOT_APPLICABLE: dict[Kind, str | int] = {
    "method": "totaal",
    "client_group": "totaal",
    "sector": "",
    "months": 0,
}

#: The two columns of the long layout, with the other names that are accepted.
MEASURE_NAMES = ("maat", "measure")
VALUE_NAMES = ("waarde", "value", "aantal")


@dataclass(frozen=True, slots=True)
class Column:
    """A key column: kind, its name in a file (the first is ours) and what it means, in Dutch.

    `allowed` narrows the values: kinds of period ('half'), or numbers of months. Empty: no limit. Of a region it
    adds one: the nation, 'NL', for what is no sum of regions.
    """

    kind: Kind
    names: tuple[str, ...]
    description: str
    allowed: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name in our own templates."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Measure:
    """A count: id (also its column in the wide layout), label and meaning in Dutch.

    `over_time` tells how parts of a period make the whole: flows add up, a stock is taken at the
    first or at the last moment. `maximum` is what no count can exceed: more is a slip of the pen. `ledger`: its
    sign in the sum over a region and a period that is zero (0: not in it). `part_of`: what together holds it.
    `counts`: of what it is a number. `target`: the covenant has a goal for it. `required_since`: the first period
    whose files must have it ('2027'; empty: every file).
    """

    id: str
    label: str
    description: str
    over_time: Literal["adds", "first", "last"] = "adds"
    maximum: int = 1_000_000
    ledger: Literal[-1, 0, 1] = 0
    part_of: tuple[str, ...] = ()
    counts: Literal["people", "trajectories", "other"] = "people"
    target: bool = False
    required_since: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A count that no file has: the sum of measures (`of`) of the same region and period, of which one is a stock.

    So it adds up over no periods: who was there already is in each.
    """

    id: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: a query over the in-memory tables that returns the offending cells, and the rule in Dutch.

    `query` names a file in `queries/`; it returns `line`, `measure` and the facts that `text` shows.
    `only_if`: a table that must have rows, or there is nothing to check.
    A check of scope 'file' compares rows with each other, so it waits until every row is readable.
    `must_accept`: a warning that a person must accept before the file is imported. `doubts`: what it finds may be
    no count at all, so no other sentence about the file repeats a figure.
    """

    id: str
    severity: Severity
    query: str
    text: str
    scope: Literal["line", "file"] = "line"
    only_if: str = ""
    must_accept: bool = False
    doubts: bool = False


@dataclass(frozen=True, slots=True)
class Dataset:
    """One kind of file. `delivery_unit`: the keys whose values a later file replaces as a whole.

    A file of states has `fields` and nothing that is counted: no columns, no measures.
    """

    id: str
    label: str
    columns: tuple[Column, ...]
    measures: tuple[Measure, ...]
    checks: tuple[Check, ...]
    delivery_unit: tuple[str, ...]
    origin_of_delivery: Origin
    all_measures_required: bool = True
    made: tuple[Made, ...] = ()
    ignored: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    _by_kind: dict[str, Column] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_kind", {column.kind: column for column in self.columns})
        over_time = {measure.id: measure.over_time for measure in self.measures}
        for measure in self.measures:
            if not set(measure.part_of) <= set(over_time):
                raise ValueError(f"{measure.id} is part of {measure.part_of}: not all are measures of {self.id}")
        for made in self.made:
            if sum(over_time[part] != "adds" for part in made.of) != 1:
                raise ValueError(f"{made.id} is not made of flows and one stock")

    @property
    def key(self) -> tuple[Kind, ...]:
        """The kinds that together make a row unique (with the measure, in the long layout)."""
        return tuple(column.kind for column in self.columns)

    def column(self, kind: str) -> Column | None:
        """The column of this kind, or None where the dataset has none."""
        return self._by_kind.get(kind)
