"""The tables of the IPS page: worst and best case, start half-years, regions beside the nation. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core.palette import STATUS_CLASS
from sdw.dissemination.charts.drawings.ips_regions import Regions
from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.outcomes import Lens, Rate
from sdw.dissemination.figures.sentences import ips as sentences
from sdw.edition import figures
from sdw.reference.areas import regions
from sdw.reference.status import Status
from sdw.text.dutch import number, say

_STEPS = (6, 12, 18, 24, 30, 36)


def cases(lens: Lens) -> Table:
    """IPS beside the rest: people followed, rate, interval, and what the people out of sight could make of it."""
    pair = outcomes.pair(lens)
    names = ("followed", "rate", "interval", "worst", "best")
    return Table(
        caption=_noted(
            say(
                "page.ips.case_caption",
                months=lens.months,
                threshold=sentences.threshold(lens.measure),
                group=sentences.group(lens),
            ),
            (pair.ips, pair.others),
            lens,
        ),
        head=["", say("page.ips.ips"), say("page.ips.others")],
        rows=[
            [say(f"page.ips.case_head_{name}"), ips, others]
            for name, ips, others in zip(names, _case(pair.ips), _case(pair.others), strict=True)
        ],
        numbers=frozenset({1, 2}),
    )


def _case(rate: Rate) -> list[Cell | str]:
    if rate.estimate is None:
        return ["–", _missing(rate.status), "–", "–", "–"]
    bounds = [f"{number(end)}%" for end in (rate.bounds.worst, rate.bounds.best)] if rate.bounds else ["–", "–"]
    return [
        number(rate.followed),
        sentences.shown(rate),
        sentences.percent_interval(rate.estimate),
        *bounds,
    ]


def over_months(lens: Lens) -> Table:
    """The twin of the lines: a row per number of months, IPS beside the rest, each with its interval."""
    pairs = outcomes.over_months(lens)
    return Table(
        caption=_noted(
            say(
                "page.ips.months_caption",
                threshold=sentences.threshold(lens.measure),
                group=sentences.group(lens),
            ),
            [rate for pair in pairs for rate in (pair.ips, pair.others)],
            lens,
        ),
        head=[say("page.ips.months_head"), say("page.ips.ips"), say("page.ips.others")],
        rows=[[number(pair.months), _with_interval(pair.ips), _with_interval(pair.others)] for pair in pairs],
        numbers=frozenset({1, 2}),
        closed=True,
    )


def _with_interval(rate: Rate) -> Cell:
    if rate.estimate is None:
        return _missing(rate.status)
    interval = sentences.percent_interval(rate.estimate)
    return Cell(say("page.ips.rate_with_interval", rate=sentences.shown(rate), interval=interval))


def cohorts(lens: Lens) -> Table:
    """A row per start half-year, a column per number of months; what is too young is hatched."""
    found = outcomes.cohorts(lens)
    return Table(
        caption=_noted(
            say(
                "page.ips.cohort_caption",
                threshold=sentences.threshold(lens.measure),
                group=sentences.group(lens),
            ),
            [rate for one in found for rate in one.rates],
            lens,
        ),
        head=[
            say("page.ips.cohort_head"),
            *(say("page.ips.cohort_months", months=step) for step in _STEPS),
        ],
        rows=[[one.label, *map(_of_cohort, one.rates)] for one in found],
        numbers=frozenset(range(1, 7)),
    )


def _of_cohort(rate: Rate) -> Cell:
    if rate.estimate is None:
        if rate.status is Status.NOT_APPLICABLE:
            return Cell(say("page.ips.cohort_young"), "y")
        return _missing(rate.status)
    return Cell(sentences.shown(rate))


def of_regions(found: Regions, lens: Lens) -> Table:
    """The twin of the funnel: the raw rate always, the partially pooled one beside it, and a verdict in words."""
    heads = ("followed", "rate", "interval", "pooled", "verdict")
    codes = sorted(found.rates, key=regions.name_of)
    return Table(
        caption=_noted(
            say("page.ips.funnel_caption", months=lens.months, threshold=sentences.threshold(lens.measure)),
            found.rates.values(),
            lens,
        ),
        head=[say("page.region"), *(say(f"page.ips.funnel_head_{name}") for name in heads)],
        rows=[[figures.place_of(lens.edition, code), *_of_region(found, code)] for code in codes],
        numbers=frozenset(range(1, 5)),
        marked=codes.index(lens.region) if lens.region in codes else None,
        stack=True,
        closed=True,
    )


def _of_region(found: Regions, code: str) -> list[Cell | str]:
    rate = found.rates[code]
    if rate.estimate is None:
        return ["", _missing(rate.status), "", "", ""]
    return [
        number(rate.followed),
        sentences.shown(rate),
        sentences.percent_interval(rate.estimate),
        sentences.pooled_rate(found.pooled[code]),
        found.standings[code],
    ]


def _noted(caption: str, rates: Iterable[Rate], lens: Lens) -> str:
    """The caption, with that its figures are invented, and what the mark of an older edition means."""
    marked = say("page.carried_over") if any(rate.is_carried_over for rate in rates) else ""
    more = marked + sentences.example(lens.edition.has_examples)
    return f"{caption.removesuffix('.')}.{more}" if more else caption


def _missing(status: Status) -> Cell:
    return Cell(say(f"status.{status}"), STATUS_CLASS.get(status, ""))
