"""What an edition tells of erased counts of trajectories, of the region itself, of the nation less the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from sdw.disclosure.solver import INFINITE
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.production.publishing.stand_ins.unknowns import NOTHING, Problem, Term, Unknown, total
from sdw.production.store import sql
from sdw.production.store.private import Connection
from sdw.reference import comparisons, periods
from sdw.reference.areas.regions import NATION
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, TOTAL, Key
from sdw.reference.measures import CLOSING, COUNTS, LEDGER, MADE, OPENING, PARTS, declared
from sdw.reference.status import Status

DATASET = "trajecten"
#: (region, period) → the erased delivery of that unit, and its origin.
Units = Mapping[tuple[str, str], tuple[int, str]]
#: (delivery, 'method' or 'group') for each that told these apart.
Splits = Set[tuple[int, str]]
_BASE = (*LEDGER, *PARTS)


@dataclass(frozen=True, slots=True)
class _World:
    """An edition with holes: what is left (`complete`: as delivered; `cells`: added up), and what it shows."""

    problem: Problem
    complete: Mapping[Key, float]
    cells: Mapping[Key, Mapping[str, float]]  # measure, '', period, method, group → region → value
    shown: Mapping[Key, Figure]
    units: Units
    split: Splits

    @property
    def regions(self) -> tuple[str, ...]:
        return tuple(sorted({region for region, _ in self.units}))

    def is_there(self, key: Key) -> bool:
        """Was there a number in this cell, shown or withheld?"""
        found = self.shown.get(key)
        return found is not None and (found.status.has_value or found.status is Status.SUPPRESSED)


def take(problem: Problem, connection: Connection, edition: Edition, units: Units, split: Splits) -> None:
    """Add what this edition tells of these units."""
    sql.prepare(connection)
    sql.run(connection, "chosen", batches=list(edition.batches))
    for step in ("delivered_totals", "rolled_up"):
        sql.run(connection, step)
    world = _world(problem, connection, edition, units, split)
    base = float(edition.fact("rounding"))
    for key, figure in world.shown.items():
        term, of = _told(world, key)
        whole = figure.delivered is None or figure.delivered[0] == of
        if not term.factors or figure.is_carried_over or not whole:
            continue
        if figure.value is not None:
            problem.firm.append((term, figure.value - base, figure.value + base))
        elif figure.status is Status.SUPPRESSED and key[1] != NATION and not term.rest:
            problem.likely.append((term, 1.0, INFINITE))
    for region, period in units:
        _always(world, region, period)


def _world(problem: Problem, connection: Connection, edition: Edition, units: Units, split: Splits) -> _World:
    cells: dict[Key, dict[str, float]] = {}
    for measure, region, period, method, group, value in sql.run(connection, "cell_with_value").fetchall():
        cells.setdefault((measure, "", period, method, group), {})[region] = value
    complete = {row[:5]: row[5] for row in sql.run(connection, "complete_with_value").fetchall()}
    measures = (*COUNTS, *(one.id for one in comparisons.ALL))
    shown = {
        (measure, one.region, one.period, one.method, one.client_group): one
        for measure in measures
        for one in figures.select(edition, measure)
    }
    return _World(problem, complete, cells, shown, units, split)


def _told(world: _World, key: Key) -> tuple[Term, int]:
    """What a published count is the sum of, and over how many regions; nothing where no erased count is in it."""
    measure, region, period, method, group = key
    if region != NATION:
        found = _of_region(world, key) if region in world.regions else None
        return (found or NOTHING), 1
    counted, when = comparisons.behind(measure, period)
    pair = comparisons.by_id(measure)
    earlier = periods.parse(period).year_earlier().code
    needed = (period, earlier) if pair else (when,)
    terms = [
        _of_region(world, (counted, one, when, method, group))
        for one in world.regions
        if all(_of_region(world, (counted, one, moment, method, group)) for moment in needed)
    ]
    others = [world.cells.get((counted, "", moment, method, group), {}) for moment in needed]
    rest = [name for name in others[0] if name not in world.regions and all(name in each for each in others)]
    values = world.cells.get((counted, "", when, method, group), {})
    known = Term({}, sum(values[name] for name in rest))
    return total([known, *(term or NOTHING for term in terms)]), len(terms) + len(rest)


def _of_region(world: _World, key: Key) -> Term | None:
    """The count of a region with erased deliveries as a sum; None where it had no number."""
    measure, region, period, method, group = key
    parts = []
    for part in MADE.get(measure, (measure,)):
        inside = _units_in(world, region, period)
        if not inside:
            return None
        chosen = inside[:1] if part == OPENING else inside[-1:] if part == CLOSING else inside
        for unit in chosen:
            found = _of_unit(world, (part, region, unit, method, group))
            if found is None:
                return None
            parts.append(found)
    return total(parts)


def _units_in(world: _World, region: str, period: str) -> list[str]:
    """The units as delivered that make up a period; none where a part of it lacks."""
    whole = periods.parse(period)
    mine = {unit for one, unit in world.units if one == region}
    mine |= {key[2] for key in world.complete if key[1] == region}
    inside = [unit for unit in mine if whole.contains(periods.parse(unit))]
    inside.sort(key=lambda unit: periods.parse(unit).start)
    return inside if sum(periods.parse(unit).months for unit in inside) == whole.months else []


def _of_unit(world: _World, key: Key) -> Term | None:
    measure, region, unit, method, group = key
    if (region, unit) not in world.units:
        value = world.complete.get(key)
        return None if value is None else Term({}, value)
    if not world.is_there((measure, region, unit, TOTAL, TOTAL)):
        return None
    batch, origin = world.units[region, unit]
    found = [
        world.problem.add(Unknown(batch, DATASET, origin, region, unit, one_method, one_group, 0, measure))
        for one_method, one_group in _grid(world, region, unit)
        if method in (TOTAL, one_method) and group in (TOTAL, one_group)
    ]
    return total(found) if found else None


def splits(edition: Edition, units: Units) -> set[tuple[int, str]]:
    """How finely each erased delivery told apart, as far as this edition shows: (delivery, 'method' or 'group')."""
    found = set()
    for measure in COUNTS:
        for one in figures.select(edition, measure):
            there = one.status.has_value or one.status is Status.SUPPRESSED
            batches = {batch for (region, unit), (batch, _) in units.items() if (region, unit[:4]) == _year_of(one)}
            if there and one.method != TOTAL:
                found |= {(batch, "method") for batch in batches}
            if there and one.client_group != TOTAL:
                found |= {(batch, "group") for batch in batches}
    return found


def _year_of(figure: Figure) -> tuple[str, str]:
    return figure.region, figure.period[:4]


def _grid(world: _World, region: str, unit: str) -> Iterator[tuple[str, str]]:
    batch, _ = world.units[region, unit]
    for method in METHOD_PARTS if (batch, "method") in world.split else (TOTAL,):
        for group in CLIENT_GROUP_PARTS if (batch, "group") in world.split else (TOTAL,):
            yield method, group


def _always(world: _World, region: str, unit: str) -> None:
    """What holds of any count, and what every reader takes for granted."""
    following = periods.parse(unit).following().code
    for method, group in _grid(world, region, unit):
        of = {one: _of_unit(world, (one, region, unit, method, group)) for one in _BASE}
        for part in PARTS:
            wholes = [of[one] for one in declared(part).part_of]
            mine = of[part]
            if mine is not None and (found := _all(wholes)):
                world.problem.firm.append((total([*found, mine.times(-1.0)]), 0.0, INFINITE))
        if found := _all(of[one] for one in LEDGER):
            signed = [one.times(sign) for one, sign in zip(found, LEDGER.values(), strict=True)]
            world.problem.taken.append((total(signed), 0.0, 0.0))
        if found := _all([of[CLOSING], _of_unit(world, (OPENING, region, following, method, group))]):
            world.problem.taken.append((total([found[0], found[1].times(-1.0)]), 0.0, 0.0))


def _all(terms: Iterable[Term | None]) -> list[Term]:
    """All of them; none where one lacks."""
    found = list(terms)
    return [one for one in found if one is not None] if None not in found else []
