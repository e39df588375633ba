"""Pace at publication: where the running year is expected to end, from published counts and nothing else.

An interval is a function of the count that it starts from, and that of the nation holds the sum of squares of its
regions. So whatever goes in here is published already; where a count is withheld, so is its pace.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from sdw.disclosure.cells import Cell
from sdw.edition.carried_over import labels_of
from sdw.edition.figure_row import Row, Source
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.production.publishing.publication_inputs import REGIONS, Inputs, cell_of
from sdw.production.publishing.trajectories import pace_inputs
from sdw.production.publishing.trajectories.pace_inputs import Begun
from sdw.production.publishing.trajectories.prior_editions import PriorEdition
from sdw.reference.documents import targets
from sdw.reference.measures import TARGETS
from sdw.reference.status import Status, of_sum
from sdw.statistics import pace
from sdw.statistics.season import Season, season
from sdw.text.dutch import say


def rows(inputs: Inputs, prior: Sequence[PriorEdition]) -> Iterator[Row]:
    """The expected totals and the chances of the running year, of every count with a target.

    prior: the editions that are out, newest first: they tell what first deliveries became.
    """
    for measure in TARGETS:
        begun = pace_inputs.running(inputs, measure)
        if begun is None:
            continue
        whole = pace_inputs.history(inputs, begun)
        known = season(whole.values(), pace_inputs.revisions(whole, begun, prior))
        yield from _of_nation(inputs, begun, known)
        for region in REGIONS:
            yield from _of_region(inputs, begun, known, region)


def _of_region(inputs: Inputs, begun: Begun, known: Season | None, region: str) -> Iterator[Row]:
    """Of a region of which the whole year is there, nothing is to be expected any more."""
    count, all_of_it = pace_inputs.in_hand(inputs, begun, region), cell_of(inputs, *begun.whole(region))
    status = count.status
    if all_of_it.status is not Status.NOT_DELIVERED:
        status = Status.NOT_APPLICABLE if all_of_it.status.has_value else all_of_it.status
    row = _row(inputs, begun, known, region, status, [count])
    if not row.status.has_value or known is None or count.value is None:
        yield from _without(row, begun)
        return
    found = pace.of_region(round(count.value), known, _target(begun, region))
    yield from _with(row, begun, found, count.value)


def _of_nation(inputs: Inputs, begun: Begun, known: Season | None) -> Iterator[Row]:
    """Over the regions with a published count alone: a whole year as it is, a part with what is expected of it."""
    ended = [cell for code in REGIONS if (cell := cell_of(inputs, *begun.whole(code))).value is not None]
    running = [
        cell
        for code in REGIONS
        if cell_of(inputs, *begun.whole(code)).status is Status.NOT_DELIVERED
        and (cell := pace_inputs.in_hand(inputs, begun, code)).value is not None
    ]
    status = pace_inputs.in_hand(inputs, begun, NATION).status
    if status.has_value:
        few = len(ended) + len(running) < inputs.plan.fewest_regions or not running
        status = Status.SUPPRESSED if few else of_sum(cell.status for cell in (*ended, *running))
    row = replace(
        _row(inputs, begun, known, NATION, status, [*ended, *running]),
        delivered=(len(ended) + len(running), len(REGIONS)),
    )
    if not row.status.has_value or known is None:
        yield from _without(row, begun)
        return
    done = sum(cell.value or 0 for cell in ended)
    counts = [round(cell.value or 0) for cell in running]
    found = pace.of_all(counts, known, _target(begun, NATION) - done)
    yield from _with(row, begun, found, sum(counts) + done, done)


def _row(
    inputs: Inputs, begun: Begun, known: Season | None, region: str, status: Status, cells: Sequence[Cell]
) -> Row:
    """What both rows share. Without a season nothing is known; without known revisions it may still rise."""
    if status.has_value:
        status = Status.UNKNOWN if known is None else status if known.revisions else Status.PROVISIONAL
    return Row(
        indicator="",
        region=region,
        period=str(begun.year),
        months=begun.months,
        status=status,
        cited=inputs.sources["trajecten"].beside(_source(begun, known)),
        carried_from=labels_of(chain.from_iterable(cell.carried_from for cell in cells)),
        origin=inputs.origin,
    )


def _source(begun: Begun, known: Season | None) -> Source:
    """Our own calculation: from which part of the year, with how many years, and what it does not know."""
    name = f"pace-{begun.measure}-{begun.year}-{begun.months}"
    if known is None:
        return Source(name, (say("source.pace_none"),))
    told = say("source.pace", months=begun.months, year=begun.year, years=known.years)
    return Source(name, (told,) if known.revisions else (told, say("source.pace_may_rise")))


def _without(row: Row, begun: Begun) -> Iterator[Row]:
    for indicator in _indicators(begun):
        yield replace(row, indicator=indicator, carried_from=())


def _with(row: Row, begun: Begun, found: pace.Pace, count: float, done: float = 0.0) -> Iterator[Row]:
    """done: what is there of whole years, beside what was predicted."""
    expected, chance = _indicators(begun)
    total = found.total
    yield replace(
        row,
        indicator=expected,
        value=total.value + done,
        numerator=count,
        low=total.low + done,
        high=total.high + done,
    )
    certain = count >= _target(begun, row.region)
    yield replace(row, indicator=chance, value=100.0 if certain else _percent(found.reaches or 0.0))


def _indicators(begun: Begun) -> tuple[str, str]:
    counted = catalogue.by_id(begun.measure)
    return catalogue.expected(counted).id, catalogue.chance(counted).id


def _target(begun: Begun, region: str) -> float:
    aim = targets.of_indicator(begun.measure)
    if aim is None:
        raise AssertionError(f"{begun.measure} has no target")
    return aim.national if region == NATION else aim.per_region


def _percent(chance: float) -> float:
    """Whole percents; 0 and 100 are for what is certain."""
    return float(min(max(round(100 * chance), 1), 99))
