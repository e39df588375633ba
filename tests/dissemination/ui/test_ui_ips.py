"""The IPS page: three layers that never mix, units that never swap, and no figure that may not be shown."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.exports import scenario as export
from sdw.dissemination.figures import evidence, outcomes
from sdw.dissemination.figures.outcomes import Comparison, Lens
from sdw.dissemination.figures.sentences import ips
from sdw.dissemination.figures.sentences import scenario as scenario_sentences
from sdw.dissemination.ui.pages.ips import drawings, tables
from sdw.dissemination.ui.pages.ips import outcomes as ips_outcomes
from sdw.dissemination.ui.pages.ips import scenario as ips_scenario
from sdw.dissemination.ui.pages.progress import overview
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.reference.documents import findings, studies
from sdw.statistics import scenario
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.proportions import wilson
from sdw.text import dutch
from sdw.text.errors import UserError
from tests.worlds import edition as world
from tests.worlds import ips_edition
from tests.worlds.pages import Visit, opened, words
from tests.worlds.shared import Shared
from tests.worlds.statistics import points

VIEWS = (
    {},
    {"indicator": "werk_1u", "maanden": "18", "doelgroep": "uwv"},
    {"regio": ips_edition.TINY},
    {"regio": ips_edition.HIGH, "maanden": "6"},
)


@pytest.fixture(scope="module")
def folder(shared: Shared) -> Path:
    return shared("outcomes")


@pytest.fixture(scope="module")
def edition(shared: Shared) -> Edition:
    return shared.edition("outcomes")


@pytest.fixture(autouse=True)
def _store(folder: Path, edition: Edition) -> Iterator[None]:
    with world.store_at(folder):
        yield


def texts(app: Visit) -> str:
    """Everything a reader can read in the HTML of the page, table heads and captions included."""
    blocks = re.sub(r"</?(p|h\d|li|td|th|caption|summary|section|div|strong|tr|dt|dd)\b[^>]*>", "\n", words(app))
    return html.unescape(re.sub(r"<[^>]+>", " ", blocks)).replace("\u202f", " ")


def asked_for(app: Visit, people: int = 3500) -> None:
    """Give the calculator its number of trajectories: this edition has none."""
    field = dutch.say("page.ips.scenario_trajectories")
    next(one for one in app.number_input if one.label == field).set_value(people).run()


def drawn(app: Visit) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def of_charts(app: Visit) -> Iterator[tuple[str, list[str]]]:
    """The axis of figures of each chart, and every other text in it."""
    for chart in drawn(app):
        layout = chart["layout"]
        axes = [layout[name]["title"]["text"] for name in ("xaxis", "yaxis")]
        rest = [note["text"] for note in layout.get("annotations", [])]
        for trace in chart["data"]:
            hover = trace.get("text") or []
            rest += [trace.get("hovertemplate") or "", *([hover] if isinstance(hover, str) else hover)]
        yield " | ".join(axes), rest
    for band, _ in re.findall(
        r"<div class=sdw-band>(.*?)</div></div>(<p class=sdw-axis>.*?</p>)</div>", words(app)
    ):
        axis, *rest = re.findall(r"<(?:p class=sdw-axis|b[^>]*|span)>(.*?)</", band)
        yield axis, rest
    for rows, axis in re.findall(
        r'<div class="sdw-dots.*?<ol>(.*?)</ol></div><p class=sdw-axis>(.*?)</p>', words(app)
    ):
        yield axis, re.findall(r"<(?:span|small)>(.*?)</", rows)


NUMBER = r"[−-]?\d+(?:\.\d{3})*(?:,\d+)?"
PERCENT = re.compile(rf"({NUMBER})(?:\s?%| procent(?!punt))")
POINTS = re.compile(rf"({NUMBER})(?: tot ({NUMBER})| en ({NUMBER}))? procentpunt")


def allowed(lens: Lens) -> tuple[set[str], set[str]]:
    """Every percentage and every difference that the page may show, as it writes them."""
    rates: set[str] = {"95", "0", "100"} | {"9", "20", "27", "35"}  # the level, a zero, and the worked example
    for study in studies.ALL:
        rates |= {dutch.number(arm.rate) for arm in (study.ips, study.control) if arm.rate is not None}
    rates |= {"31", "41", "50", "59,1"}  # the benchmarks, and a rate in the description of a study
    seen = [outcomes.rate_of(one) for one in _figures(lens)]
    seen += [outcomes.pair(lens).others]
    found = drawings.around_nation(lens)
    estimates = [one.estimate for one in seen if one.estimate] + list(found.pooled.values() if found else ())
    for one in estimates:
        rates |= {dutch.number(number) for number in (one.value, one.low, one.high)}
    for one in seen:
        rates |= {dutch.number(end) for end in (one.bounds.worst, one.bounds.best)} if one.bounds else set()
    comparison = outcomes.comparison(lens)
    known = [evidence.effect(study) for study in studies.ALL]
    differences = [one for one in known if one is not None and one.unit is Unit.PERCENTAGE_POINT]
    ends: set[float] = set()
    if comparison is not None:
        rates.add(dutch.number(comparison.usable))
        differences += [one for one in (comparison.crude, comparison.adjusted, comparison.mean) if one]
        between = (comparison.prediction, comparison.measured.interval if comparison.measured else None)
        ends = {end for one in between if one is not None for end in (one.low, one.high)}
    ends |= {found.funnel.dispersion.applied} if found else set()
    ends |= {number for one in differences for number in (one.value, one.low, one.high)}
    for low, high in ((1, 2), (3.7, 7.5), (4.7, 8.9)):
        rates |= {dutch.number(20 + low), dutch.number(20 + high)}
    return rates, {dutch.number(number, 1) for number in ends} | {"7", "−100", "100"}


def _figures(lens: Lens):  # type: ignore[no-untyped-def]
    from sdw.edition import figures

    return figures.select(lens.edition, lens.measure)


def lens_of(edition: Edition, view: dict[str, str]) -> Lens:
    return Lens(
        edition,
        view.get("indicator", "werk_12u"),
        int(view.get("maanden", "12")),
        view.get("doelgroep", "totaal"),
        view.get("regio", ""),
    )


@pytest.mark.rule("units")
@pytest.mark.parametrize("view", VIEWS)
def test_percent_and_percentage_point_are_never_swapped(edition: Edition, view: dict[str, str]) -> None:
    app = opened("ips", **view)
    assert not app.exception
    rates, differences = allowed(lens_of(edition, view))
    shown = texts(app)
    found = set(PERCENT.findall(shown))
    assert found
    assert found <= rates, f"not a percentage: {found - rates}"
    pairs = POINTS.findall(shown)
    assert len(pairs) >= 4
    named = {number for pair in pairs for number in pair if number}
    assert named <= differences, f"not a difference: {named - differences}"


#: Texts about a difference, and texts about a rate: the only two that explain one by the other are in both.
OF_POINTS = {
    *("ips.chart.effect_axis", "ips.scenario_effect", "ips.unit.percentage_point"),
    *(f"page.ips.band_{name}" for name in ("other", "point", "subtitle", "title")),
    *(f"page.ips.card_{name}" for name in ("equal", "research")),
    *(f"page.ips.equal_{name}" for name in ("headline", "measured", "prediction", "subtitle")),
    *(f"page.ips.scenario_{name}" for name in ("high", "low", "row_effect")),
    *("page.ips.funnel_wide", "page.ips.message", "page.ips.pooled", "page.ips.studies_difference"),
}
OF_PERCENT = {
    *(f"ips.chart.{name}" for name in ("funnel_hover", "national", "outcome_hover", "outcome_hover_young")),
    *("ips.chart.rate_axis", "ips.chart.two_rates", "ips.scenario_baseline", "ips.unit.percent"),
    *("page.ips.band_other", "page.ips.band_point", "page.ips.case_caption", "page.ips.cohort_caption"),
    *("page.ips.carried_over_rates", "page.ips.funnel_hidden", "page.ips.funnel_hidden_one"),
    *(f"page.ips.funnel_{name}" for name in ("caption", "chosen_none", "none", "read_pooled", "subtitle")),
    *("page.ips.equal_usable", "page.ips.of_percent", "page.ips.practice_benchmark"),
    *("page.ips.regions_hidden", "page.ips.regions_subtitle", "page.ips.studies_rates_note"),
    *(f"page.ips.scenario_{name}" for name in ("baseline", "read_baseline", "source_baseline")),
    *("page.ips.studies_rates", "page.ips.scenario_row_high", "page.ips.scenario_row_low"),
}


def test_each_text_has_the_unit_that_was_reviewed() -> None:
    """A new text with a unit is read by a person, and put in one of the two lists."""
    ours = [key for key in sorted(dutch.keys()) if key.startswith(("ips.", "page.ips."))]
    raw = {key: dutch._texts()[key] for key in ours}
    assert {key for key, text in raw.items() if "procentpunt" in text} == OF_POINTS
    percent = re.compile(r"%(?!-interval)|[pP]rocent(?!punt)(?!age)|[pP]ercentage")
    assert {key for key, text in raw.items() if percent.search(text)} == OF_PERCENT
    both = OF_POINTS & OF_PERCENT
    assert both == {"page.ips.band_other", "page.ips.band_point"}


@pytest.mark.parametrize("view", VIEWS)
def test_each_chart_names_one_unit_and_its_labels_carry_no_other(view: dict[str, str]) -> None:
    app = opened("ips", **view)
    asked_for(app)
    charts = list(of_charts(app))
    assert len(charts) == 8
    for axis, labels in charts:
        of_points, of_percent = "procentpunt" in axis, "procent met werk" in axis
        assert not (of_points and of_percent)
        for label in labels:
            if of_points:
                assert not PERCENT.search(label), label
            else:
                assert "procentpunt" not in label, label


@pytest.mark.parametrize("view", VIEWS)
def test_the_layers_share_no_drawing_and_each_has_how_to_read(view: dict[str, str]) -> None:
    app = opened("ips", **view)
    shown = words(app)
    for layer in ("research", "regions", "equal", "scenario"):
        assert dutch.say(f"page.ips.title_{layer}") in html.unescape(shown)
    assert shown.count(dutch.say("frame.how_to_read")) >= len(list(of_charts(app)))


def test_the_page_says_why_outcomes_are_no_effect_and_what_cannot_be_made_equal() -> None:
    shown = texts(opened("ips"))
    for key in ("regions_why", "equal_cannot", "funnel_read_no_ranks"):
        assert dutch.say(f"page.ips.{key}") in shown
    assert ips.about("scenario") in shown
    assert "niet te onderscheiden van landelijk" in shown
    for causal in ("dankzij IPS", "komt door IPS", "werkt beter", "beste regio", "ranglijst"):
        assert causal not in shown


def test_a_region_of_three_people_shows_no_rate(edition: Edition) -> None:
    for months in ips_edition.MONTHS:
        lens = Lens(edition, "werk_12u", months, region=ips_edition.TINY)
        assert outcomes.of_regions(lens)[ips_edition.TINY].estimate is None
        sentence = texts(opened("ips", regio=ips_edition.TINY, maanden=str(months)))
        assert f"{regions.name_of(ips_edition.TINY)}: afgeschermd" in sentence


@pytest.mark.rule("no_ranking")
def test_a_region_outside_the_limits_is_named_without_a_rank(edition: Edition) -> None:
    shown = texts(opened("ips", regio=ips_edition.HIGH))
    assert re.search(rf"{regions.name_of(ips_edition.HIGH)}: \d+% van .* boven de grenzen\.", shown)


def test_the_raw_rate_stays_beside_the_pooled_one(edition: Edition) -> None:
    lens = Lens(edition, "werk_12u", 12)
    found = drawings.around_nation(lens)
    assert found is not None
    table = tables.of_regions(found, lens)
    assert len(table.rows) == len(regions.CODES)
    raw, pooled = (
        table.head.index("zoals geleverd"),
        table.head.index("rekening houdend met kleine aantallen (95%-interval)"),
    )
    assert raw < pooled
    drawing = drawings.funnel(lens, True, "light")
    assert drawing is not None
    dots = [trace for trace in drawing.data if trace.mode == "markers"]
    assert len(dots[0].x) == len(found.pooled)


def test_b4_the_funnel_says_over_how_many_regions(edition: Edition) -> None:
    lens = Lens(edition, "werk_12u", 12)
    found = drawings.around_nation(lens)
    assert found is not None
    have = len(found.pooled)
    assert 0 < have < len(regions.CODES)
    assert f"; {have} van de 35 regio&#x27;s." in ips_outcomes._funnel_title(lens)


@pytest.mark.rule("young_groups")
def test_a_cohort_that_is_too_young_is_hatched_and_in_no_total(edition: Edition) -> None:
    table = tables.cohorts(Lens(edition, "werk_12u", 12))
    young = [cell for row in table.rows for cell in row[1:] if getattr(cell, "kind", "") == "y"]
    assert young
    assert {cell.text for cell in young} == {"te jong"}  # type: ignore[union-attr]


def test_no_pooling_of_our_own_under_five_trials() -> None:
    assert set(evidence.poolable()) == {"burns2007", "bejerholm2015"}
    assert evidence.own_pooling() is None
    assert "Nu zijn dat er twee" in texts(opened("ips"))


def test_two_results_of_one_cohort_are_one_trial_at_most() -> None:
    for measure in evidence.THRESHOLDS:
        shown = [study.study for study, _ in evidence.differences(measure)]
        assert shown.count(evidence.DUTCH) == 2
    assert evidence.DUTCH not in evidence.poolable()


def test_rates_without_an_interval_are_never_in_the_forest() -> None:
    forest = {study.id for study, _ in (*evidence.differences("werk_12u"), *evidence.ratios())}
    assert forest.isdisjoint(study.id for study in evidence.rates_only())


def comparison(crude: Estimate, adjusted: Estimate, usable: float) -> Comparison:
    return Comparison(crude, adjusted, usable, None, None, 0)


@pytest.mark.parametrize(
    ("adjusted", "usable", "headline"),
    [
        (points(6, 2, 10), 90, True),
        (points(1, -3, 5), 90, True),
        (points(0.9, -3, 5), 90, False),
        (points(6, 2, 10), 69, False),
    ],
)
def test_no_headline_where_the_two_differ_or_few_can_be_compared(
    adjusted: Estimate, usable: float, headline: bool
) -> None:
    found = comparison(points(6, 2, 10), adjusted, usable)
    assert found.headline is headline
    assert ("procentpunt" in ips.equal_title(found)) is headline


def test_a_number_needed_only_where_the_interval_excludes_zero() -> None:
    sure = " ".join(ips.equal_notes(comparison(points(6, 2, 10), points(5, 2, 8), 90)))
    unsure = " ".join(ips.equal_notes(comparison(points(6, 2, 10), points(5, -1, 11), 90)))
    assert "bij elke 20 mensen" in sure
    assert "bij elke" not in unsure
    assert dutch.say("page.ips.equal_no_needed") in unsure


@pytest.mark.rule("units")
def test_a_percentage_cannot_be_written_from_a_difference() -> None:
    with pytest.raises(ValueError, match="percentage"):
        ips.percent(points(7, 3, 11))
    with pytest.raises(ValueError, match="percentage"):
        ips.percent_interval(points(7, 3, 11))
    assert ips.percent(wilson(20, 100)) == "20%"


def test_the_scenario_uses_the_published_effect_and_says_so() -> None:
    app = opened("ips")
    asked_for(app)
    shown = texts(app)
    assert "naar verwachting 130 tot 263 mensen méér" in shown
    assert "drempel onbekend" in shown
    assert "Wij geven zelf geen bedrag" in shown
    app.number_input(key="ips-kosten").set_value(10_000).run()
    assert "Met € 10.000 per traject" in texts(app)


def test_b8_without_delivered_trajectories_the_calculator_asks_for_a_number() -> None:
    """This edition has outcomes and no trajectories: no number of ours stands in for those."""
    for view in ({}, {"regio": "AM05"}):
        app = opened("ips", **view)
        shown = texts(app)
        assert dutch.say("page.ips.scenario_ask") in shown
        assert "3.500" not in shown and "IPS-trajecten per jaar werken" not in shown
        asked_for(app, 100)
        assert "Met 100 IPS-trajecten per jaar" in texts(app)


def test_b8_the_calculator_starts_at_the_trajectories_of_the_edition_and_says_whose(shared: Shared) -> None:
    examples = shared.edition("examples")
    with world.store_at(shared("examples")):
        for region in ("", "AM05"):
            start = scenario_sentences.delivered(examples, region)
            assert start is not None and start.value is not None
            assert (start.method, start.client_group, start.period) == ("ips", "totaal", "2025")
            shown = texts(opened("ips", **({"regio": region} if region else {})))
            people = dutch.number(start.value)
            assert f"Met {people} IPS-trajecten (voorbeeld) per jaar" in shown
            place = "Twente" if region else "Nederland"
            assert f"Aantal trajecten: {people} gestarte IPS-trajecten in 2025, {place}" in shown
            assert "Dit is een verzonnen voorbeeld" in shown
    assert "van de 35 regio's" in scenario_sentences.sources(scenario_sentences.delivered(examples, ""))[0]


def test_b8_the_answer_says_its_supposition_and_sets_two_groups_beside_it() -> None:
    """100 people, 20% without IPS: 0 to 9 of the same people, −8 to 16 between two groups of a hundred."""
    inputs = scenario.Inputs(100, 20, points(3.7, 0.8, 6.7), points(7.5, 3.8, 11.3))
    lowest, highest = scenario.simulate(inputs)
    _, _, same, apart = scenario_sentences.answer(inputs, lowest, highest, "werk_12u", None)
    assert "0 tot 9 mensen bij de laagste schatting" in same
    assert "dezelfde mensen" in same
    assert "IPS kost nooit iemand een baan" in same
    assert "100 mensen met IPS met 100 andere mensen zonder IPS" in apart
    assert "−8 tot 16 mensen bij de laagste schatting" in apart


def test_an_impossible_assumption_gets_a_sentence_not_an_answer() -> None:
    app = opened("ips")
    asked_for(app)
    app.text_input(key="ips-low-0-werk_12u").set_value("veel").run()
    assert "‘veel’ is geen getal" in texts(app)
    app = opened("ips")
    asked_for(app)
    app.text_input(key="ips-low-0-werk_12u").set_value("12").run()
    assert "met de laagste waarde eerst" in texts(app)
    for text in ("nan", "inf", "1e400"):
        number = ips_scenario.number(text)
        with pytest.raises((UserError, ValueError)):
            scenario.Inputs(
                100, 20, Estimate(number, Interval(number, number, Unit.PERCENTAGE_POINT)), points(1, 0, 2)
            )


def test_the_answer_can_be_kept_as_a_file() -> None:
    inputs = scenario.Inputs(1000, 20, points(3.7, 0.8, 6.7), points(7.5, 3.8, 11.3), 5000)
    lines = scenario_sentences.lines(inputs, *scenario.simulate(inputs))
    text = export.csv_of(lines, ["=1+1", *scenario_sentences.sources(None)]).decode("utf-8-sig")
    assert "effect in procentpunt;3,7;7,5" in text
    assert "extra mensen aan het werk;37;75" in text
    assert "ergens tussen 6 en 36 maanden" in text
    assert "'=1+1" in text


def test_the_simulation_is_kept() -> None:
    inputs = scenario.Inputs(1234, 20, points(3.7, 0.8, 6.7), points(7.5, 3.8, 11.3))
    first = ips_scenario.simulated(inputs)
    assert ips_scenario.simulated(inputs) is first


def test_without_outcomes_the_evidence_stays_and_the_rest_says_so(shared: Shared) -> None:
    with world.store_at(shared("empty")):
        app = opened("ips", maanden="12")
        assert not app.exception
        shown = texts(app)
    assert "nog geen uitkomsten gepubliceerd" in shown
    assert "3,7 tot 7,5 procentpunt" in shown


@pytest.mark.rule("threshold")
@pytest.mark.parametrize("measure", sorted(evidence.THRESHOLDS))
@pytest.mark.parametrize("group", ["totaal", "uwv", "gemeente", "overig"])
def test_b6_what_may_be_quoted_says_of_whom_and_how_in_the_same_sentence(
    edition: Edition, measure: str, group: str
) -> None:
    """Vukadin et al. (2024): people with a severe disorder and a benefit of UWV, matched and not randomised."""
    lens = Lens(edition, measure, 12, group)
    study = evidence.dutch(measure)
    quotable = ips.cards(lens, outcomes.pair(lens), None)[0]
    claims = [
        ips.message(lens),
        f"{quotable.figure} {quotable.about}",
        f"{ips.band_title(measure)}: {ips.band_subtitle(lens)}",
    ]
    for claim in claims:
        assert f"{dutch.number(study.lowest.value, 1)} tot {dutch.number(study.highest.value, 1)}" in claim
        first = claim.replace("e.a.", "").split(". ")[0] if claim is not claims[2] else claim
        for said in (
            "ernstige psychische aandoening",
            "uitkering van UWV",
            "loting",
            ips.threshold(measure),
        ):
            assert said in first, claim
        assert ("niet gemeten" in first) == (group in ("gemeente", "overig"))
    assert quotable.about.count(".") == 1
    assert "dit kunt u aanhalen" in quotable.about


def test_b6_every_place_of_the_claim_says_of_whom_and_how() -> None:
    """The page with a client group outside the study, the first page, and the account of all findings."""
    shown = texts(opened("ips", doelgroep="gemeente"))
    assert shown.count("voor klanten van de gemeente is dit niet gemeten") == 3
    assert "Dit kunt u aanhalen." not in shown
    shown_first = overview._ips_finding()
    assert shown_first.figure == "3,7 tot 7,5 procentpunt"
    for said in ("12 uur per week", "ernstige psychische aandoening", "uitkering van UWV", "niet door loting"):
        assert said in shown_first.statement
    for finding in findings.ALL:
        if finding.topic == "ips_studie_uwv" and finding.unit == "procentpunt":
            for said in ("ernstige psychische", "uitkering van UWV", "niet door loting verdeeld", "ten minste 1"):
                assert said in finding.statement, finding.id


def test_b7_the_true_difference_of_a_next_region_is_not_what_that_region_measures(edition: Edition) -> None:
    found = outcomes.comparison(Lens(edition, "werk_12u", 12))
    assert found is not None and found.mean is not None and found.prediction is not None
    assert found.measured is not None
    true, measured = ips.next_region(found)
    assert "het werkelijke verschil (zonder correctie voor doelgroep) naar verwachting tussen" in true
    assert dutch.number(found.prediction.low, 1) in true
    assert f"{dutch.number(found.measured.ips)} mensen met IPS" in measured
    assert dutch.number(found.measured.interval.high, 1) in measured
    assert found.measured.interval.low < found.prediction.low < found.prediction.high < found.measured.interval.high


def test_b7_the_mean_that_is_not_adjusted_stands_under_without_correction(edition: Edition) -> None:
    found = outcomes.comparison(Lens(edition, "werk_12u", 12))
    assert found is not None
    labels = re.findall(r"<span>(.*?)</span>", html.unescape(drawings.equal(found)))
    assert labels == [
        "Zonder correctie: iedereen samen",
        f"Zonder correctie: gemiddelde over {found.regions} regio's",
        "Bij gelijke regio en doelgroep",
    ]
    one = outcomes.comparison(Lens(edition, "werk_12u", 12, "uwv"))
    assert one is not None
    assert ips.mean_label(one) == f"Gemiddelde over {one.regions} regio's"
    assert "doelgroep" not in ips.next_region(one)[0]


def test_b7_an_edition_from_before_says_nothing_of_what_a_region_measures() -> None:
    found = Comparison(
        points(6, 2, 10), points(5, 2, 8), 90, points(6, 3, 9), Interval(3, 9, Unit.PERCENTAGE_POINT), 9
    )
    assert len(ips.next_region(found)) == 1


def test_no_word_of_the_trade_on_the_page() -> None:
    shown = texts(opened("ips"))
    for word in ("Mantel", "caseload", "benchmark", "fair fidelity", "r = 0,34", "voorspellingsinterval", "funnel"):
        assert word not in shown
