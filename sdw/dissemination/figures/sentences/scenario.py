"""What the scenario calculator says: extra people as an interval, and where each default comes from."""

from __future__ import annotations

from sdw.dissemination.figures import evidence
from sdw.dissemination.figures.outcomes import IPS
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.sentences.ips import points, studied, threshold
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL
from sdw.reference import periods
from sdw.reference.documents import findings, studies
from sdw.statistics.estimate import Estimate, Interval
from sdw.statistics.scenario import Inputs, Variant
from sdw.text.dutch import number, say


def delivered(edition: Edition, region: str) -> Figure | None:
    """IPS trajectories started in the newest full year of the edition: of a region, or of the nation.

    None where nothing is shown, or nobody started: then the reader is asked.
    """
    found = figures.select(edition, catalogue.STARTED.id, region=region or NATION, method=IPS, client_group=TOTAL)
    years = [one for one in found if one.value and periods.parse(one.period).kind == "year"]
    return max(years, key=lambda one: one.period, default=None)


def default_trajectories(start: Figure | None) -> int | None:
    """The delivered number; None where the reader is asked for one."""
    return None if start is None or start.value is None else round(start.value)


def default_baseline() -> float:
    """The published share at work without IPS, in percent."""
    found = findings.by_id(evidence.BASELINE).value
    if found is None:
        raise ValueError("the baseline is a single figure")
    return found


def answer(inputs: Inputs, lowest: Variant, highest: Variant, measure: str, start: Figure | None) -> list[str]:
    """The answer in words: the two variants, the uncertainty of the study, chance on top, and two groups.

    `start`: the delivered number that the calculator began with; where it is still used, its origin is told.
    """
    invented = start is not None and start.is_example and start.value == inputs.trajectories
    return [
        say(
            "page.ips.scenario_answer",
            people=number(inputs.trajectories),
            example=say("page.ips.scenario_example") if invented else "",
            low=number(lowest.extra.value),
            high=number(highest.extra.value),
            threshold=threshold(measure),
        ),
        say(
            "page.ips.scenario_range",
            lowest=_people(lowest.extra.interval),
            highest=_people(highest.extra.interval),
        ),
        say(
            "page.ips.scenario_chance",
            lowest=_people(lowest.with_chance),
            highest=_people(highest.with_chance),
        ),
        say(
            "page.ips.scenario_two_groups",
            people=number(inputs.trajectories),
            lowest=_people(lowest.two_groups),
            highest=_people(highest.two_groups),
        ),
    ]


def _people(interval: Interval) -> str:
    return say("page.ips.scenario_from_to", low=number(interval.low), high=number(interval.high))


def needed(lowest: Variant, highest: Variant) -> str:
    """Trajectories per extra person at work, where both intervals exclude zero."""
    low, high = lowest.number_needed, highest.number_needed
    if low is None or high is None:
        return say("page.ips.scenario_no_needed")
    return say("page.ips.scenario_needed", **_both(low, high))


def costs(inputs: Inputs, lowest: Variant, highest: Variant) -> str:
    """Euros per extra person at work: with the reader's own figure only."""
    low, high = lowest.cost_per_extra, highest.cost_per_extra
    if inputs.cost is None:
        return say("page.ips.scenario_no_cost")
    if low is None or high is None:
        return say("page.ips.scenario_no_needed")
    return say("page.ips.scenario_costs", cost=number(inputs.cost), **_both(low, high))


def _both(low: Estimate, high: Estimate) -> dict[str, str]:
    return {
        f"{name}_{part}": number(getattr(estimate, part))
        for name, estimate in (("low", low), ("high", high))
        for part in ("value", "low", "high")
    }


def start(inputs: Inputs) -> str:
    """From which percentage to which: the baseline, and what the two variants make of it."""
    return say(
        "page.ips.scenario_read_baseline",
        from_=number(inputs.baseline),
        low=number(min(100.0, inputs.baseline + inputs.lowest.value)),
        high=number(min(100.0, inputs.baseline + inputs.highest.value)),
    )


def _source_of_people(start: Figure | None) -> str:
    if start is None or start.value is None:
        return say("page.ips.scenario_source_asked")
    coverage = wording.coverage(start)
    return say(
        "page.ips.scenario_source_delivered",
        count=number(start.value),
        period=wording.period(start.period),
        place=wording.place(start.region),
        coverage=say("page.ips.scenario_coverage", coverage=coverage) if coverage else "",
        example=say("page.ips.scenario_source_example") if start.is_example else "",
    )


def sources(start: Figure | None) -> list[str]:
    """Where every default comes from, one sentence each; `start` is the delivered number of trajectories."""
    baseline = findings.by_id(evidence.BASELINE)
    study = studies.by_id(f"{evidence.DUTCH}_12u_min")
    return [
        _source_of_people(start),
        say(
            "page.ips.scenario_source_baseline",
            value=baseline.shown,
            source=f"{baseline.publisher}, {baseline.source_title}",
        ),
        say(
            "page.ips.scenario_source_effect",
            source=f"{evidence.label(study)}, {study.publication}",
            studied=studied(),
        ),
    ]


Line = tuple[str, float | None, float | None]


def lines(inputs: Inputs, lowest: Variant, highest: Variant) -> list[Line]:
    """Inputs and answer for a file: what it is, and its value in the lowest and the highest variant."""

    def whole(key: str, low: Estimate | None, high: Estimate | None) -> list[Line]:
        words = say(key)
        return [
            (words, *_ends(low, high, "value")),
            (say("page.ips.scenario_row_low", what=words), *_ends(low, high, "low")),
            (say("page.ips.scenario_row_high", what=words), *_ends(low, high, "high")),
        ]

    return [
        (say("page.ips.scenario_trajectories"), inputs.trajectories, inputs.trajectories),
        (say("page.ips.scenario_baseline"), inputs.baseline, inputs.baseline),
        *whole("page.ips.scenario_row_effect", inputs.lowest, inputs.highest),
        *whole("page.ips.scenario_row_extra", lowest.extra, highest.extra),
        *_between("page.ips.scenario_row_chance", lowest.with_chance, highest.with_chance),
        *_between("page.ips.scenario_row_two_groups", lowest.two_groups, highest.two_groups),
        *whole("page.ips.scenario_row_needed", lowest.number_needed, highest.number_needed),
        *whole("page.ips.scenario_row_cost", lowest.cost_per_extra, highest.cost_per_extra),
    ]


def _between(key: str, low: Interval, high: Interval) -> list[Line]:
    words = say(key)
    return [
        (say("page.ips.scenario_row_low", what=words), low.low, high.low),
        (say("page.ips.scenario_row_high", what=words), low.high, high.high),
    ]


def _ends(low: Estimate | None, high: Estimate | None, part: str) -> tuple[float | None, float | None]:
    return (None if low is None else getattr(low, part), None if high is None else getattr(high, part))


def subtitle(inputs: Inputs, measure: str) -> str:
    """What the picture shows."""
    return say("page.ips.scenario_subtitle", threshold=threshold(measure), draws=number(inputs.draws))


def effect(estimate: Estimate) -> tuple[str, str, str]:
    """Value and interval as a reader types them: '3,7', '0,8', '6,7'."""
    return points(estimate.value), points(estimate.low), points(estimate.high)
