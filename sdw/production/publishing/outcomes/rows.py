"""Outcomes of start cohorts: the rates and differences of an edition, calculated once at publication.

Rates are over the people followed; best and worst case over the cohort. A cohort that has not reached so many
months at the day of the edition is `nvt` and in no total. Protection decides on the counts behind every rate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from sdw.disclosure.outcomes import outcome_cells as protection
from sdw.disclosure.outcomes.outcome_cells import Count, Key, Part, Release
from sdw.disclosure.outcomes.series import decide
from sdw.edition.figure_row import Row, Source
from sdw.edition.figures import Figure
from sdw.indicators import outcome_catalogue
from sdw.indicators.model import NATION
from sdw.production.publishing.outcomes.differences import Difference, differences
from sdw.production.publishing.outcomes.prior_editions import Name, PriorEdition
from sdw.production.publishing.outcomes.totals import Cut, Material
from sdw.reference.areas import regions
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS
from sdw.reference.plan import Plan
from sdw.reference.status import Status
from sdw.statistics.worst_case import loss_to_follow_up


@dataclass(frozen=True, slots=True)
class Labels:
    """Who says so: the source and the origin."""

    cited: Source
    origin: str


@dataclass(frozen=True, slots=True)
class Published:
    """The figures on outcomes as they may be published. carried_over: rates that still show the value of an older
    edition.

    lost: small counts that older editions by themselves give away already.
    """

    rows: tuple[Row, ...]
    carried_over: frozenset[Name]
    lost: int


def publish(
    material: Material,
    plan: Plan,
    labels: Labels,
    prior: Sequence[Release] = (),
    newest: PriorEdition | None = None,
) -> Published:
    """All published figures on outcomes; nothing when nothing was delivered.

    prior: what is out already, the oldest first. newest: the newest older edition, for the values that stay.
    """
    shown: dict[tuple[int, Key], set[Count]] = defaultdict(set)
    decision = decide(material.parts, plan.threshold, prior)
    for cell in decision.shown:
        shown[cell.months, cell.cut].add(cell.what)
    rates = {
        Name(indicator.id, months, cut.key): _rate(cut, indicator.id, months, shown[months, cut.key], plan, labels)
        for months, cuts in material.cuts.items()
        for cut in cuts.values()
        for indicator in outcome_catalogue.RATES
    }
    carried_over = _carried_over(rates, newest)
    past = (
        {}
        if newest is None
        else {name: _again(one, newest.label, labels) for name, one in newest.published.items()}
    )
    rows = [past[name] if name in carried_over else row for name, row in rates.items()]
    for months, cuts in material.cuts.items():
        shown_rates = {name: row for name, row in rates.items() if name.months == months and row.value is not None}
        new, carried = _differences(material.parts[months], cuts, shown_rates.keys(), carried_over, months, labels)
        rows += [*new, *(past[name] for name in carried if name in past)]
    return Published(tuple(rows), carried_over, decision.lost)


def _carried_over(rates: Mapping[Name, Row], newest: PriorEdition | None) -> frozenset[Name]:
    """Withheld rates that are out already: these show their old value.

    The total and IPS are read beside each other, so they stay behind together.
    """
    old = {} if newest is None else dict(newest.rates)
    carried_over = {name for name, row in rates.items() if row.status is Status.SUPPRESSED and name in old}
    pairs = {protection.TOTAL: protection.IPS, protection.IPS: protection.TOTAL}
    for name in sorted(carried_over):
        other = replace(name, cut=name.cut._replace(method=pairs.get(name.cut.method, name.cut.method)))
        if other in old and other in rates and rates[other].value is not None:
            carried_over.add(other)
    return frozenset(carried_over)


def _again(figure: Figure, label: str, labels: Labels) -> Row:
    """What an older edition shows, once more: with the edition that it comes from."""
    cells = {field.name: getattr(figure, field.name) for field in fields(Row)}
    cells["carried_from"] = figure.carried_from or (label,)
    if figure.cited.texts == labels.cited.texts:
        cells["cited"] = labels.cited  # an edition of another format calls it otherwise
    return Row(**cells)


def _rate(cut: Cut, measure: str, months: int, shown: Collection[Count], plan: Plan, labels: Labels) -> Row:
    """One rate with its Wilson interval and, where the cohort may be shown, its worst and best case."""
    region, period, method, group = cut.key
    national = region == NATION and cut.status is not Status.NOT_APPLICABLE
    row = Row(
        indicator=measure,
        region=region,
        period=period,
        method=method,
        client_group=group,
        months=months,
        status=cut.status,
        delivered=(len(cut.covered), len(regions.CODES)) if national else None,
        cited=labels.cited,
        origin=labels.origin,
    )
    counts = cut.counts
    if counts is None:
        return row
    if national and len(cut.covered) < plan.fewest_regions:
        return replace(row, status=Status.SUPPRESSED)
    if not counts.followed and Count.FOLLOWED in shown:
        return replace(row, status=Status.NOT_APPLICABLE)
    if counts.followed < plan.rate_minimum or not protection.visible(shown, measure):
        return replace(row, status=Status.SUPPRESSED)
    answer = loss_to_follow_up(counts.working(measure), counts.followed, counts.cohort)
    if answer.rate is None:
        raise AssertionError("somebody was followed")
    bounds = answer.bounds if Count.COHORT in shown else None
    return replace(
        row,
        value=answer.rate.value,
        numerator=counts.working(measure),
        denominator=counts.followed,
        low=answer.rate.low,
        high=answer.rate.high,
        bound_low=bounds.worst if bounds else None,
        bound_high=bounds.best if bounds else None,
    )


def _differences(
    parts: Sequence[Part],
    cuts: Mapping[Key, Cut],
    shown: Collection[Name],
    carried_over: frozenset[Name],
    months: int,
    labels: Labels,
) -> tuple[list[Row], list[Name]]:
    """National differences per client group, where both national rates are shown too; and those that stay as they
    were, because one of these rates does."""
    new, carried = [], []
    for group in (protection.TOTAL, *CLIENT_GROUP_PARTS):
        inside = [part for part in parts if _compared(part, group)]
        both = [Key(NATION, "", method, group) for method in (protection.TOTAL, protection.IPS)]
        for one in differences(inside):
            names = [Name(one.measure, months, key) for key in both]
            if not carried_over.isdisjoint(names):
                carried.append(Name(one.indicator, months, both[0]))
            elif all(name in shown for name in names):
                new.append(_difference(one, cuts[both[0]], group, months, labels))
    return new, carried


def _compared(part: Part, group: str) -> bool:
    """Only people whose method and client group are known can be compared."""
    return part.method in METHOD_PARTS and part.client_group in (
        CLIENT_GROUP_PARTS if group == protection.TOTAL else (group,)
    )


def _difference(one: Difference, cut: Cut, group: str, months: int, labels: Labels) -> Row:
    return Row(
        indicator=one.indicator,
        region=NATION,
        period="",
        client_group=group,
        months=months,
        value=one.value,
        status=cut.status,
        numerator=one.basis,
        denominator=one.other,
        low=one.low,
        high=one.high,
        delivered=(len(cut.covered), len(regions.CODES)),
        cited=labels.cited,
        origin=labels.origin,
    )
