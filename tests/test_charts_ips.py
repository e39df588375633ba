"""The IPS charts: what each may and may not show, in both themes."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from typing import Any

import plotly.graph_objects as go
import pytest

from sdw.charts import ips_band, ips_forest, ips_frame, ips_funnel, ips_outcomes, ips_scenario, palette
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.funnel import Verdict
from sdw.statistics.scenario import simulate
from tests.worlds import ips as world
from tests.worlds.statistics import points

FUNNEL, PLACES = world.regions()
LOWEST, HIGHEST = simulate(world.SCENARIO)


def _charts(theme: palette.Theme) -> dict[str, go.Figure]:
    return {
        "band": ips_band.flat_band(world.TWELVE_HOURS, theme),
        "difference": ips_forest.forest(world.DIFFERENCES, theme),
        "ratio": ips_forest.forest(world.RATIOS, theme),
        "rates": ips_forest.rates(world.RATES, theme),
        "funnel": ips_funnel.funnel_plot(FUNNEL, PLACES, "AM12", theme),
        "scenario": ips_scenario.distribution(LOWEST, HIGHEST, theme),
        "outcomes": ips_outcomes.outcome_lines(world.COHORTS, theme),
    }


NAMES = list(_charts("light"))


def _words(figure: go.Figure) -> str:
    """Everything a reader can read: titles, labels, hover."""
    whole = json.loads(figure.to_json())
    layout = whole["layout"]
    texts = [layout[name]["title"]["text"] for name in ("xaxis", "yaxis")]
    texts += [note["text"] for note in layout.get("annotations", [])]
    for trace in whole["data"]:
        texts += [trace.get("hovertemplate") or "", *(trace.get("text") or [])]
    return " ".join(texts)


@pytest.mark.parametrize(("name", "theme"), list(product(NAMES, ("light", "dark"))))
def test_every_chart_can_be_sent_and_has_no_box_legend_or_zoom(name: str, theme: palette.Theme) -> None:
    layout = json.loads(_charts(theme)[name].to_json())["layout"]
    assert layout["paper_bgcolor"] == palette.of(theme).ground
    assert layout["showlegend"] is False
    assert layout["dragmode"] is False
    assert layout["separators"] == ",."
    assert layout["xaxis"]["fixedrange"] is layout["yaxis"]["fixedrange"] is True


@pytest.mark.parametrize("name", ["band", "difference"])
def test_a_difference_says_percentage_point_and_never_percent(name: str) -> None:
    words = _words(_charts("light")[name])
    assert "procentpunt" in words
    assert "%" not in words
    assert "procent " not in words.replace("procentpunt", "")


@pytest.mark.parametrize("name", ["rates", "funnel", "outcomes"])
def test_a_rate_says_percent_and_never_percentage_point(name: str) -> None:
    words = _words(_charts("light")[name])
    assert "procent met werk" in words
    assert "procentpunt" not in words


def test_the_band_is_flat_from_6_to_36_months_with_both_intervals() -> None:
    figure = ips_band.flat_band(world.TWELVE_HOURS)
    for trace, value in zip(figure.data, (3.7, 7.5), strict=True):
        assert list(trace.x) == [6, 36]
        assert list(trace.y) == [value, value]
    areas = [(s.x0, s.x1, s.y0, s.y1) for s in figure.layout.shapes if s.type == "rect"]
    assert areas == [(6, 36, 0.8, 6.7), (6, 36, 3.8, 11.3)]
    assert "3,7 (0,8 tot 6,7)" in _words(figure)
    low, high = figure.layout.yaxis.range
    assert low < 0 < 11.3 < high


def test_the_threshold_is_chosen_by_the_figures() -> None:
    assert "8,9 (5,2 tot 12,6)" in _words(ips_band.flat_band(world.ONE_HOUR))


def test_a_band_of_percentages_is_refused() -> None:
    percent = Estimate(20, Interval(10, 30, Unit.PERCENT))
    with pytest.raises(ValueError, match="percentage points"):
        ips_band.flat_band(ips_band.Band(percent, world.ONE_HOUR.highest))


def test_differences_and_ratios_never_share_an_axis() -> None:
    with pytest.raises(ValueError, match="one unit"):
        ips_forest.forest([*world.DIFFERENCES, *world.RATIOS])
    with pytest.raises(ValueError, match="one unit"):
        ips_forest.forest([])
    assert ips_forest.forest(world.RATIOS).layout.xaxis.type == "log"
    assert ips_forest.forest(world.DIFFERENCES).layout.xaxis.type != "log"


def test_a_study_with_rates_only_gets_two_dots_and_no_interval() -> None:
    figure = ips_forest.rates(world.RATES)
    assert len(figure.data) == len(world.RATES)
    for trace, row in zip(figure.data, reversed(world.RATES), strict=True):
        assert list(trace.x) == [row.comparison, row.ips]
        assert trace.error_x.array is None
    assert "tot" not in _words(figure).split()


def test_the_order_of_studies_is_kept_from_top_to_bottom() -> None:
    figure = ips_forest.forest(world.RATIOS)
    heights = {note.text.split("<br>")[0]: note.y for note in figure.layout.annotations}
    assert sorted(heights, key=lambda label: -heights[label]) == [row.label for row in world.RATIOS]


def test_a_prediction_interval_is_dotted_and_within_the_axis() -> None:
    dotted = [trace for trace in ips_forest.forest(world.RATIOS).data if trace.line.dash == "dot"]
    assert [list(trace.x) for trace in dotted] == [[0.65, 6.46]]


def test_the_funnel_names_only_the_selected_and_those_outside() -> None:
    figure = ips_funnel.funnel_plot(FUNNEL, PLACES, "AM12")
    outside = {p.name for p in PLACES if p.verdict in (Verdict.ABOVE, Verdict.BELOW)}
    named = {note.text for note in figure.layout.annotations if note.text.startswith("Regio")}
    assert outside == {"Regio AM05", "Regio AM09"}
    assert named == outside | {"Regio AM12"}


def test_the_funnel_paints_nobody_good_or_bad() -> None:
    dots = next(
        trace for trace in ips_funnel.funnel_plot(FUNNEL, PLACES, "AM12").data if trace.customdata is not None
    )
    colour = dict(zip(dots.customdata, dots.marker.color, strict=True))
    assert {shade for code, shade in colour.items() if code != "AM12"} == {palette.LIGHT.others}
    assert "niet te onderscheiden van landelijk" in " ".join(dots.text)


def test_the_pooled_rate_stands_beside_the_raw_one() -> None:
    raw_only = ips_funnel.funnel_plot(FUNNEL, [replace(place, pooled=None) for place in PLACES])
    pulls = ips_funnel.funnel_plot(FUNNEL, PLACES).data[3]
    assert len(raw_only.data) == 4
    assert list(pulls.y) == [y for place in PLACES for y in (place.rate, place.pooled, None)]
    with pytest.raises(ValueError, match="at least one region"):
        ips_funnel.funnel_plot(FUNNEL, [])


def test_both_hills_of_the_scenario_have_one_scale_of_people_and_surface() -> None:
    figure = ips_scenario.distribution(LOWEST, HIGHEST)
    hills = [trace for trace in figure.data if trace.fill == "toself"]
    surfaces = []
    for hill in hills:
        x, y = list(hill.x), list(hill.y)
        floor = y[0]
        surfaces.append(sum((x[i + 1] - x[i]) * (y[i] + y[i + 1] - 2 * floor) / 2 for i in range(len(x) - 1)))
    assert surfaces[0] == pytest.approx(surfaces[1], rel=0.01)
    assert "extra mensen aan het werk" in _words(figure)
    assert "75 (38 tot 112)" in _words(figure)


def _line(figure: go.Figure, label: str) -> Any:
    return next(trace for trace in figure.data if any(label in (text or "") for text in trace.text or []))


def test_a_hidden_point_breaks_the_line_and_says_what_it_is() -> None:
    figure = ips_outcomes.outcome_lines(world.COHORTS)
    line = _line(figure, "2023-H1")
    assert list(line.y)[1] is None
    assert line.connectgaps is False
    marks = next(trace for trace in figure.data if trace.mode == "markers")
    assert list(marks.marker.symbol) == ["hash-open", "circle-open-dot"]
    assert "afgeschermd" in marks.text[0]
    assert "niet aangeleverd" in marks.text[1]


def test_a_young_cohort_is_hatched_and_says_so() -> None:
    figure = ips_outcomes.outcome_lines(world.COHORTS)
    hatched = [trace for trace in figure.data if trace.fillpattern.shape == "/"]
    assert len(hatched) == 1
    assert "2025-H1 (te jong)" in _words(figure)
    assert "telt in geen totaal mee" in _words(figure)
    assert not _line(figure, "2025-H1").error_y.visible
    one_point = replace(world.COHORTS[2], points=world.COHORTS[2].points[:1])
    strip = next(t for t in ips_outcomes.outcome_lines([one_point]).data if t.fillpattern.shape == "/")
    assert max(strip.x) - min(strip.x) == 1


def test_an_outcome_that_is_no_percentage_is_refused() -> None:
    point = replace(world.COHORTS[0].points[0], rate=points(5, 1, 9))
    with pytest.raises(ValueError, match="percentage"):
        ips_outcomes.outcome_lines([replace(world.COHORTS[0], points=(point,))])


def test_a_title_is_for_exports_and_makes_the_drawing_higher() -> None:
    plain, titled = (
        ips_band.flat_band(world.TWELVE_HOURS, title=title, subtitle="wat, eenheid, periode")
        for title in ("", "Zin")
    )
    assert plain.layout.title.text is None
    assert titled.layout.title.text == "Zin"
    assert titled.layout.title.subtitle.text == "wat, eenheid, periode"
    assert titled.layout.height > plain.layout.height


def test_numbers_are_dutch() -> None:
    assert ips_frame.with_interval(points(-3.25, -4, 1)) == "−3,3 (−4,0 tot 1,0)"
    assert ips_frame.with_interval(world.ratio(2.4, 1.99, 2.9)) == "2,40 (1,99 tot 2,90)"
