"""The sentences of the IPS page. A number and its unit are written together, from the unit that it carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sdw.dissemination.figures import evidence
from sdw.dissemination.figures.outcomes import Comparison, Lens, Pair, Rate
from sdw.dissemination.figures.sentences import wording
from sdw.reference import dimensions
from sdw.reference.documents import findings
from sdw.statistics.estimate import Estimate, Unit
from sdw.statistics.meta import MINIMUM_STUDIES, RandomEffects
from sdw.statistics.number_needed import number_needed
from sdw.statistics.variation.funnel import Funnel, Verdict
from sdw.text.dutch import listing, number, say


def points(value: float) -> str:
    """A difference without its unit: the sentence around it says "procentpunt"."""
    return number(value, 1)


def percent(estimate: Estimate) -> str:
    """'18%'; ValueError for anything but a percentage."""
    if estimate.unit is not Unit.PERCENT:
        raise ValueError(f"{estimate.unit} is not a percentage")
    return f"{number(estimate.value)}%"


def shown(rate: Rate) -> str:
    """'18%', or '18%†' when it is still that of an older edition; ValueError for a rate that is not shown."""
    if rate.estimate is None:
        raise ValueError("a rate that is not shown has no percentage")
    return percent(rate.estimate) + (wording.CARRIED_OVER if rate.is_carried_over else "")


def percent_interval(estimate: Estimate) -> str:
    """'17 tot 19%'; ValueError for anything but a percentage."""
    if estimate.unit is not Unit.PERCENT:
        raise ValueError(f"{estimate.unit} is not a percentage")
    return say("page.ips.of_percent", low=number(estimate.low), high=number(estimate.high))


def threshold(measure: str) -> str:
    """'werk van ten minste 12 uur per week'."""
    return say(f"page.ips.threshold_{measure}")


def group(lens: Lens) -> str:
    """'alle doelgroepen', 'klanten van UWV'."""
    label = dimensions.CLIENT_GROUPS[lens.client_group].label
    return label[:1].lower() + label[1:]


def studied() -> str:
    """Whom the Dutch study followed: said wherever its effect is."""
    return say("page.ips.studied")


def unmeasured(lens: Lens) -> str:
    """'; voor klanten van de gemeente is dit niet gemeten', where the chosen people were not in the Dutch study."""
    if lens.client_group in evidence.STUDIED_GROUPS:
        return ""
    return say("page.ips.unmeasured", group=group(lens))


def message(lens: Lens) -> str:
    """The one sentence of the page: what the Dutch study found at this threshold, with whom, and how."""
    study = evidence.dutch(lens.measure)
    return say(
        "page.ips.message",
        studied=studied(),
        unmeasured=unmeasured(lens),
        threshold=threshold(lens.measure),
        low=points(study.lowest.value),
        high=points(study.highest.value),
        ips=number(study.ips),
        comparison=number(study.comparison),
    )


def about(layer: str) -> str:
    """One line on what a layer of the page is worth."""
    return say(f"page.ips.about_{layer}", studied=studied())


@dataclass(frozen=True, slots=True)
class Card:
    """One layer in short: its name, its figure with its unit, and what that is worth."""

    layer: Literal["research", "regions", "equal"]
    figure: str
    about: str


def cards(lens: Lens, pair: Pair, found: Comparison | None) -> list[Card]:
    """The three layers beside each other, never added up or drawn together."""
    study = evidence.dutch(lens.measure)
    none = say("page.ips.card_none")
    regional = equal = none
    if pair.ips.estimate is not None and pair.others.estimate is not None:
        rates = {"ips": shown(pair.ips), "others": shown(pair.others)}
        regional = say("page.ips.card_regions", **rates)
    if found is not None and found.headline:
        equal = say("page.ips.card_equal", value=points(found.adjusted.value))
    research = say("page.ips.card_research", low=points(study.lowest.value), high=points(study.highest.value))
    about = say(
        "page.ips.card_research_about",
        threshold=threshold(lens.measure),
        studied=studied(),
        unmeasured=unmeasured(lens),
    )
    return [
        Card("research", research, about),
        Card("regions", regional, _after("regions", lens)),
        Card("equal", equal, _after("equal", lens)),
    ]


def _after(layer: str, lens: Lens) -> str:
    """What a layer says so many months after the start; without outcomes there are no months to name."""
    if not lens.months:
        return say("page.ips.card_none_about")
    return say(f"page.ips.card_{layer}_about", months=lens.months)


def band_title(measure: str) -> str:
    """The title of the band."""
    study = evidence.dutch(measure)
    return say("page.ips.band_title", low=points(study.lowest.value), high=points(study.highest.value))


def band_subtitle(lens: Lens) -> str:
    """What the band shows: the difference, the threshold, and the people it was measured with."""
    return say(
        "page.ips.band_subtitle",
        threshold=threshold(lens.measure),
        studied=studied(),
        unmeasured=unmeasured(lens),
    )


def often_heard(measure: str) -> str:
    """What "tot 9 procent" really is; only beside the stricter threshold."""
    if measure == "werk_1u":
        return ""
    study = evidence.dutch("werk_1u")
    return say(
        "page.ips.band_other",
        low=points(study.lowest.value),
        high=points(study.highest.value),
        threshold=threshold("werk_1u"),
    )


def own_pooling(pooled: RandomEffects | None, names: Sequence[str]) -> str:
    """Our own pooled difference, or how many trials there are and how many it takes."""
    if pooled is None:
        return say(
            "page.ips.no_pooling",
            needed=wording.count(MINIMUM_STUDIES),
            count=wording.count(len(names)),
            names=listing([name.replace(" et al.", "") for name in names]),
        )
    return say(
        "page.ips.pooled",
        count=number(pooled.studies),
        value=points(pooled.mean.value),
        low=points(pooled.mean.low),
        high=points(pooled.mean.high),
        next_low=points(pooled.prediction.low),
        next_high=points(pooled.prediction.high),
    )


def practice() -> list[str]:
    """Fidelity and benchmarks, from other countries."""
    shown = {name: findings.by_id(name).shown for name in _PRACTICE}
    return [
        say("page.ips.practice_fidelity", fair=shown["ips25-band-fair"], sites=79),
        say(
            "page.ips.practice_benchmark",
            low=shown["ips-bench-min"],
            middle=shown["ips-bench-gem"],
            high=shown["ips-bench-top"],
        ),
    ]


def practice_sources() -> str:
    """Who says so."""
    named = dict.fromkeys(findings.by_id(name).publisher for name in _PRACTICE)
    return say("page.ips.practice_source", sources="; ".join(named))


_PRACTICE = ("ips25-band-fair", "ips25-validatie", "ips-bench-min", "ips-bench-gem", "ips-bench-top")


def outcomes_title(pair: Pair, lens: Lens) -> str:
    """Both rates after equally many months, or that they may not be shown."""
    if pair.ips.estimate is None or pair.others.estimate is None:
        return say("page.ips.regions_hidden", months=lens.months)
    return say(
        "page.ips.regions_title",
        months=lens.months,
        ips=shown(pair.ips),
        others=shown(pair.others),
    )


def pooled_rate(pooled: Estimate) -> str:
    """'32% (28 tot 37%)': a partially pooled rate with its interval."""
    return say("page.ips.rate_with_interval", rate=percent(pooled), interval=percent_interval(pooled))


def standing(funnel: Funnel, verdict: Verdict, pooled: Estimate) -> str:
    """Where a region stands beside the nation, so that it never contradicts the pooled rate on the same row.

    Outside the limits with a pooled interval that holds the national rate: perhaps chance. Inside wide limits with
    one that does not: other than the nation, as regions often are.
    """
    if verdict is Verdict.TOO_FEW or pooled.interval.contains(funnel.centre) == (
        verdict is Verdict.INDISTINGUISHABLE
    ):
        return say(f"ips.verdict.{verdict}")
    return say(f"ips.verdict.{verdict}_but")


def funnel_title(funnel: Funnel, pooled: Mapping[str, Estimate]) -> str:
    """How many regions cannot be told apart from the nation; where regions truly differ, how many can be."""
    known = len(funnel.verdicts)
    if funnel.dispersion.applied:
        apart = sum(not one.interval.contains(funnel.centre) for one in pooled.values())
        return say("page.ips.funnel_differ" if apart else "page.ips.funnel_differ_none", apart=apart, known=known)
    inside = sum(verdict is Verdict.INDISTINGUISHABLE for verdict in funnel.verdicts.values())
    if inside == known:
        return say("page.ips.funnel_all", known=known)
    return say("page.ips.funnel_some", inside=inside, known=known)


def funnel_notes(funnel: Funnel, absent: int) -> list[str]:
    """Whether regions truly differ, how many fall outside all the same, and how many are not in the picture."""
    outside = {"count": number(funnel.expected_outside), "known": len(funnel.verdicts)}
    if funnel.dispersion.applied:
        told = [
            say("page.ips.funnel_wide", spread=points(funnel.dispersion.applied)),
            say("page.ips.funnel_expected_wide", **outside),
        ]
    else:
        told = [say("page.ips.funnel_plain"), say("page.ips.funnel_expected", **outside)]
    if absent:
        key = "page.ips.funnel_hidden_one" if absent == 1 else "page.ips.funnel_hidden"
        told.append(say(key, count=absent))
    return told


def funnel_read(funnel: Funnel) -> list[str]:
    """How to read the drawing: what its limits are, that there is no order, and what the open dot is."""
    limits = say("page.ips.funnel_read_wide" if funnel.dispersion.applied else "page.ips.funnel_read")
    return [limits, say("page.ips.funnel_read_no_ranks"), say("page.ips.funnel_read_pooled")]


def chosen_region(name: str, rate: Rate, verdict: str, months: int) -> str:
    """The chosen region beside the nation: its rate with interval and its standing, or why there is none."""
    if rate.estimate is None or not verdict:
        status = say(f"status.{rate.status}")
        return say("page.ips.funnel_chosen_none", region=name, status=status, months=months)
    return say(
        "page.ips.funnel_chosen",
        region=name,
        rate=shown(rate),
        people=number(rate.followed),
        interval=percent_interval(rate.estimate),
        verdict=verdict,
    )


def equal_title(found: Comparison) -> str:
    """Both differences where they may be a headline; otherwise why there is none."""
    if not found.headline:
        return say("page.ips.equal_no_headline")
    return say("page.ips.equal_headline", adjusted=points(found.adjusted.value), crude=points(found.crude.value))


def mean_label(found: Comparison) -> str:
    """Over how many regions the mean is, and that it is not corrected for client group."""
    return say("page.ips.equal_mean_group" if found.one_group else "page.ips.equal_mean", count=found.regions)


def next_region(found: Comparison) -> list[str]:
    """Where the true difference of a next region would lie, and beside it what that region would measure."""
    if found.prediction is None:
        return [say("page.ips.equal_no_regions")]
    uncorrected = "" if found.one_group else say("page.ips.equal_uncorrected")
    ends = {"low": points(found.prediction.low), "high": points(found.prediction.high)}
    told = [say("page.ips.equal_prediction", uncorrected=uncorrected, **ends)]
    if found.measured is not None:
        between = found.measured.interval
        told.append(
            say(
                "page.ips.equal_measured",
                ips=number(found.measured.ips),
                others=number(found.measured.others),
                low=points(between.low),
                high=points(between.high),
            )
        )
    return told


def equal_notes(found: Comparison) -> list[str]:
    """Usable share, number needed, what cannot be made equal, and the variation between regions."""
    told = [say("page.ips.equal_usable", share=number(found.usable))]
    needed = number_needed(found.adjusted)
    if needed is None or not found.headline:
        told += [] if needed is not None else [say("page.ips.equal_no_needed")]
    else:
        told.append(
            say(
                "page.ips.equal_needed",
                value=number(needed.value),
                low=number(needed.low),
                high=number(needed.high),
            )
        )
    return [*told, say("page.ips.equal_cannot"), *next_region(found)]


def example(is_example: bool) -> str:
    """' Voorbeeld.' in the subtitle of every chart of invented figures, and behind the caption of its table."""
    return say("page.ips.example") if is_example else ""


def marked(title: str, lens: Lens) -> str:
    """A title of invented outcomes says so: '… · voorbeeld'."""
    return title + (say("chart.example") if lens.edition.has_examples else "")


def noted(lines: Sequence[str], lens: Lens) -> list[str]:
    """Sentences with a number of invented outcomes say so: 'Voorbeeld. …'."""
    if not lens.edition.has_examples:
        return list(lines)
    return [say("sentence.example_of") + line if any(map(str.isdigit, line)) else line for line in lines]
