"""What the scenario calculator says: extra people as an interval, and where each default comes from."""

from __future__ import annotations

from sdw.indicators import evidence
from sdw.indicators.ips_sentences import points, threshold
from sdw.reference import findings, studies, targets
from sdw.statistics.estimate import Estimate, Interval
from sdw.statistics.scenario import Inputs, Variant
from sdw.text.dutch import number, say


def default_trajectories(region: str) -> int:
    """The covenant's ambition for started trajectories: of a region, or of the nation."""
    return targets.STARTED.per_region if region else targets.STARTED.national


def default_baseline() -> float:
    """The published share at work without IPS, in percent."""
    found = findings.by_id(evidence.BASELINE).value
    if found is None:
        raise ValueError("the baseline is a single figure")
    return found


def answer(inputs: Inputs, lowest: Variant, highest: Variant, measure: str) -> list[str]:
    """The answer in words: the two variants, the uncertainty of the study, and chance on top."""
    return [
        say(
            "page.ips.scenario_answer",
            people=number(inputs.trajectories),
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


def sources(region: str) -> list[str]:
    """Where every default comes from, one sentence each."""
    place = "region" if region else "nation"
    target = targets.STARTED
    people = say(
        f"page.ips.scenario_source_{place}",
        target=number(default_trajectories(region)),
        name=target.name,
    )
    baseline = findings.by_id(evidence.BASELINE)
    study = studies.by_id(f"{evidence.DUTCH}_12u_min")
    return [
        say("page.ips.scenario_source_people", source=people),
        say(
            "page.ips.scenario_source_baseline",
            value=baseline.shown,
            source=f"{baseline.publisher}, {baseline.source_title}",
        ),
        say("page.ips.scenario_source_effect", source=f"{evidence.label(study)}, {study.publication}"),
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
        *whole("page.ips.scenario_row_needed", lowest.number_needed, highest.number_needed),
        *whole("page.ips.scenario_row_cost", lowest.cost_per_extra, highest.cost_per_extra),
    ]


def _ends(low: Estimate | None, high: Estimate | None, part: str) -> tuple[float | None, float | None]:
    return (None if low is None else getattr(low, part), None if high is None else getattr(high, part))


def subtitle(inputs: Inputs, measure: str) -> str:
    """What the picture shows."""
    return say("page.ips.scenario_subtitle", threshold=threshold(measure), draws=number(inputs.draws))


def effect(estimate: Estimate) -> tuple[str, str, str]:
    """Value and interval as a reader types them: '3,7', '0,8', '6,7'."""
    return points(estimate.value), points(estimate.low), points(estimate.high)
