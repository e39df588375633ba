"""How much of an edition is withheld, per table of the publication plan. Only published figures are read.

Which cells are small and which only cover them is never told per table: that would tell something about the cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL, Count, OutcomeRate
from sdw.reference import periods
from sdw.reference.dimensions import Key
from sdw.reference.measures import TARGETS
from sdw.reference.plan import OutcomeTable, Plan, Table
from sdw.reference.status import Status


@dataclass(frozen=True, slots=True)
class Counts:
    """One table of counts: its cells that have a count, those of them that are withheld, and the part (0 to 1, None
    without any) of the nation's starts and placements that its shown cells count."""

    title: str
    keys: frozenset[Key]
    hidden: int
    seen: float | None


@dataclass(frozen=True, slots=True)
class Rates:
    """One table of rates: how many are shown, how many of those are still of an older edition, and how many are
    withheld."""

    title: str
    shown: int
    old: int
    hidden: int


def totals(edition: Edition) -> tuple[int, int]:
    """How many counts the edition has, shown or withheld, and how many of these are withheld."""
    every = [one for found in _published(edition).values() for one in found]
    withheld = sum(one.status is Status.SUPPRESSED for one in every)
    return withheld + sum(one.status.has_value for one in every), withheld


def _published(edition: Edition) -> dict[str, Sequence[Figure]]:
    return {
        indicator.id: figures.select(edition, indicator.id)
        for indicator in catalogue.ALL
        if isinstance(indicator.formula, Count)
    }


def counts(edition: Edition, plan: Plan) -> list[Counts]:
    """The tables of counts of the plan, as this edition publishes them."""
    published = _published(edition)
    whole = {
        (one.indicator, one.period): one.value
        for measure in TARGETS
        for one in published[measure]
        if one.region == NATION and (one.method, one.client_group) == (TOTAL, TOTAL) and one.value is not None
    }
    return [_counted(table, published, whole) for table in plan.tables]


def _counted(
    table: Table, published: Mapping[str, Sequence[Figure]], whole: Mapping[tuple[str, str], float]
) -> Counts:
    cells = {
        _key(one): one
        for measure, every in published.items()
        for one in every
        if _inside(table, measure, one) and (one.status.has_value or one.status is Status.SUPPRESSED)
    }
    parts = [
        one
        for one in cells.values()
        if (one.indicator, one.period) in whole and (not table.regions or one.region != NATION)
    ]
    every = sum(whole[key] for key in {(one.indicator, one.period) for one in parts})
    return Counts(
        table.title,
        frozenset(cells),
        sum(one.status is Status.SUPPRESSED for one in cells.values()),
        sum(one.value or 0.0 for one in parts) / every if every else None,
    )


def _key(one: Figure) -> Key:
    return one.indicator, one.region, one.period, one.method, one.client_group


def _inside(table: Table, measure: str, one: Figure) -> bool:
    return (
        (not table.measures or measure in table.measures)
        and periods.parse(one.period).kind in table.periods
        and (one.method, one.client_group) in table.cuts()
        and (table.regions or one.region == NATION)
    )


def rates(edition: Edition, plan: Plan) -> list[Rates]:
    """The tables of outcomes of the plan; none for an edition without outcomes."""
    published = [
        one
        for indicator in catalogue.ALL
        if isinstance(indicator.formula, OutcomeRate)
        for one in figures.select(edition, indicator.id)
    ]
    return [_rated(table, published) for table in plan.outcomes] if published else []


def _rated(table: OutcomeTable, published: Sequence[Figure]) -> Rates:
    mine = [
        one
        for one in published
        if table.pooled != bool(one.period)
        and table.regions == (one.region != NATION)
        and (one.method, one.client_group) in table.cuts()
    ]
    shown = [one for one in mine if one.value is not None]
    hidden = sum(one.status is Status.SUPPRESSED for one in mine)
    return Rates(table.title, len(shown), sum(one.is_carried_over for one in shown), hidden)
