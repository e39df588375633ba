"""The IPS charts: what each may and may not show, in both themes."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import plotly.graph_objects as go
import pytest

from sdw.dissemination.charts.core import dots, palette
from sdw.dissemination.charts.ips import band, forest, frame, funnel, outcomes, scenario
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.scenario import simulate
from sdw.statistics.variation.funnel import Verdict
from tests.worlds import ips as world
from tests.worlds.statistics import points

FUNNEL, PLACES = world.regions()
LOWEST, HIGHEST = simulate(world.SCENARIO)


def _charts(theme: palette.Theme) -> dict[str, go.Figure]:
    return {
        "funnel": funnel.funnel_plot(FUNNEL, PLACES, "AM12", theme),
        "scenario": scenario.distribution(LOWEST, HIGHEST, theme),
        "outcomes": outcomes.outcome_lines(world.COHORTS, theme),
    }


NAMES = list(_charts("light"))


def _words(figure: go.Figure | str) -> str:
    """Everything a reader can read: titles, labels, hover."""
    if isinstance(figure, str):
        return re.sub(r"<[^>]*>", " ", figure)
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


def _of_points() -> Iterator[go.Figure | str]:
    yield band.flat_band(world.TWELVE_HOURS)
    yield dots.html(forest.forest(world.DIFFERENCES))


def _of_percent() -> Iterator[go.Figure | str]:
    yield dots.html(forest.rates(world.RATES))
    yield funnel.funnel_plot(FUNNEL, PLACES, "AM12")
    yield outcomes.outcome_lines(world.COHORTS)


@pytest.mark.parametrize("drawing", list(_of_points()))
def test_a_difference_says_percentage_point_and_never_percent(drawing: go.Figure | str) -> None:
    words = _words(drawing)
    assert "procentpunt" in words
    assert "%" not in words
    assert "procent " not in words.replace("procentpunt", "")


@pytest.mark.parametrize("drawing", list(_of_percent()))
def test_a_rate_says_percent_and_never_percentage_point(drawing: go.Figure | str) -> None:
    words = _words(drawing)
    assert "procent met werk" in words
    assert "procentpunt" not in words


@pytest.mark.rule("threshold")
def test_the_band_is_flat_from_6_to_36_months_with_both_intervals() -> None:
    drawing = band.flat_band(world.TWELVE_HOURS)
    months = {int(text): float(place) for place, text in re.findall(r"<i style=--x:([\d.]+)>(\d+)<", drawing)}
    [(start, length)] = re.findall(r"<div class=span style=--x:([\d.]+);--w:([\d.]+)>", drawing)
    assert (min(months), max(months)) == (6, 36)
    assert (float(start), float(start) + float(length)) == pytest.approx((months[6], months[36]), abs=0.02)
    heights = {text: float(place) for place, text in re.findall(r"<i style=--y:([\d.]+)>(\d+)<", drawing)}
    one = (heights["10"] - heights["0"]) / 10
    assert 0 < heights["0"] < heights["0"] + 11.3 * one < 100
    for css, low, value, high in (("low", 0.8, 3.7, 6.7), ("high", 3.8, 7.5, 11.3)):
        [(bottom, height)] = re.findall(rf"<div class={css} style=--y:([\d.]+);--h:([\d.]+)>", drawing)
        [line] = re.findall(rf"<p class={css} style=--y:([\d.]+)>", drawing)
        drawn = [(float(place) - heights["0"]) / one for place in (bottom, line, float(bottom) + float(height))]
        assert drawn == pytest.approx([low, value, high], abs=0.02)
    assert "3,7 (0,8 tot 6,7)" in _words(drawing)


@pytest.mark.rule("threshold")
def test_the_threshold_is_chosen_by_the_figures() -> None:
    assert "8,9 (5,2 tot 12,6)" in _words(band.flat_band(world.ONE_HOUR))


def test_a_band_of_percentages_is_refused() -> None:
    percent = Estimate(20, Interval(10, 30, Unit.PERCENT))
    with pytest.raises(ValueError, match="percentage points"):
        band.flat_band(band.Band(percent, world.ONE_HOUR.highest))


def test_differences_and_ratios_never_share_an_axis() -> None:
    with pytest.raises(ValueError, match="one unit"):
        forest.forest([*world.DIFFERENCES, *world.RATIOS])
    with pytest.raises(ValueError, match="one unit"):
        forest.forest([])
    one, two, four = (_ticks(dots.html(forest.forest(world.RATIOS)))[tick] for tick in ("1", "2", "4"))
    assert two - one == pytest.approx(four - two, abs=0.01)
    none, ten, twenty = (_ticks(dots.html(forest.forest(world.DIFFERENCES)))[tick] for tick in ("0", "10", "20"))
    assert ten - none == pytest.approx(twenty - ten, abs=0.01)


def _ticks(drawing: str) -> dict[str, float]:
    """Where each tick of the axis stands."""
    return {text: float(place) for place, text in re.findall(r"<i style=--x:([-\d.]+)>([^<]+)</i>", drawing)}


def _rows(drawing: str) -> list[str]:
    return drawing.split("</ol>")[0].split("<li")[1:]


def test_a_study_with_rates_only_gets_two_dots_and_no_interval() -> None:
    drawing = dots.html(forest.rates(world.RATES))
    for row, study in zip(_rows(drawing), world.RATES, strict=True):
        marks = {shape: float(place) for shape, place in re.findall(r"<b class=(\w+) style=--x:([\d.]+)>", row)}
        assert marks == {
            "open": pytest.approx(study.comparison / 1.01, abs=0.05),
            "full": pytest.approx(study.ips / 1.01, abs=0.05),
        }
        assert "<u" not in row and "<s " not in row
    assert "tot" not in _words(drawing).split()


def test_the_order_of_studies_is_kept_from_top_to_bottom() -> None:
    labels = re.findall(r"<span>(.*?)</span>", dots.html(forest.forest(world.RATIOS)))
    assert [html.unescape(label) for label in labels] == [row.label for row in world.RATIOS]


def test_a_prediction_interval_is_dotted_and_within_the_axis() -> None:
    dotted = re.findall(r"<s style=--x:([\d.]+);--w:([\d.]+)>", dots.html(forest.forest(world.RATIOS)))
    [(start, length)] = dotted
    assert 0 < float(start) < float(start) + float(length) < 100


def test_each_kind_of_study_has_its_mark_in_the_middle_of_its_interval() -> None:
    drawing = dots.html(forest.forest(world.DIFFERENCES))
    shapes = []
    for row in _rows(drawing):
        start, length = map(float, *re.findall(r"<u style=--x:([\d.]+);--w:([\d.]+)>", row))
        [(shape, place)] = re.findall(r"<b class=([\w-]+) style=--x:([\d.]+)>", row)
        assert float(place) == pytest.approx(start + length / 2, abs=0.2)
        shapes.append(shape)
    assert shapes == ["square", "square", "open"]
    assert _rows(dots.html(forest.forest(world.RATIOS)))[3].startswith(' class="own"')


def test_what_a_study_is_called_stays_text() -> None:
    assert "&lt;b&gt;" in dots.html(forest.forest([replace(world.RATIOS[0], label="<b>")]))


def test_the_funnel_names_only_the_selected_and_those_outside() -> None:
    figure = funnel.funnel_plot(FUNNEL, PLACES, "AM12")
    outside = {p.name for p in PLACES if p.verdict in (Verdict.ABOVE, Verdict.BELOW)}
    named = {note.text for note in figure.layout.annotations if note.text.startswith("Regio")}
    assert outside == {"Regio AM05", "Regio AM09"}
    assert named == outside | {"Regio AM12"}


def test_the_funnel_paints_nobody_good_or_bad() -> None:
    dots = next(trace for trace in funnel.funnel_plot(FUNNEL, PLACES, "AM12").data if trace.customdata is not None)
    colour = dict(zip(dots.customdata, dots.marker.color, strict=True))
    assert {shade for code, shade in colour.items() if code != "AM12"} == {palette.LIGHT.others}
    assert "niet te onderscheiden van landelijk" in " ".join(dots.text)


def test_the_pooled_rate_stands_beside_the_raw_one() -> None:
    raw_only = funnel.funnel_plot(FUNNEL, [replace(place, pooled=None) for place in PLACES])
    pulls = funnel.funnel_plot(FUNNEL, PLACES).data[3]
    assert len(raw_only.data) == 4
    assert list(pulls.y) == [y for place in PLACES for y in (place.rate, place.pooled, None)]
    with pytest.raises(ValueError, match="at least one region"):
        funnel.funnel_plot(FUNNEL, [])


def test_both_hills_of_the_scenario_have_one_scale_of_people_and_surface() -> None:
    figure = scenario.distribution(LOWEST, HIGHEST)
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
    figure = outcomes.outcome_lines(world.COHORTS)
    line = _line(figure, "2023-H1")
    assert list(line.y)[1] is None
    assert line.connectgaps is False
    marks = next(trace for trace in figure.data if trace.mode == "markers")
    assert list(marks.marker.symbol) == ["hash-open", "circle-open-dot"]
    assert "afgeschermd" in marks.text[0]
    assert "niet aangeleverd" in marks.text[1]


def test_a_young_cohort_is_hatched_and_says_so() -> None:
    figure = outcomes.outcome_lines(world.COHORTS)
    hatched = [trace for trace in figure.data if trace.fillpattern.shape == "/"]
    assert len(hatched) == 1
    assert "2025-H1 (te jong)" in _words(figure)
    assert "telt in geen totaal mee" in _words(figure)
    assert not _line(figure, "2025-H1").error_y.visible
    one_point = replace(world.COHORTS[2], points=world.COHORTS[2].points[:1])
    strip = next(t for t in outcomes.outcome_lines([one_point]).data if t.fillpattern.shape == "/")
    assert max(strip.x) - min(strip.x) == 1


def test_an_outcome_that_is_no_percentage_is_refused() -> None:
    point = replace(world.COHORTS[0].points[0], rate=points(5, 1, 9))
    with pytest.raises(ValueError, match="percentage"):
        outcomes.outcome_lines([replace(world.COHORTS[0], points=(point,))])


def test_a_title_is_for_exports_and_makes_the_drawing_higher() -> None:
    plain, titled = (
        scenario.distribution(LOWEST, HIGHEST, title=title, subtitle="wat, eenheid, periode")
        for title in ("", "Zin")
    )
    assert plain.layout.title.text is None
    assert titled.layout.title.text == "Zin"
    assert titled.layout.title.subtitle.text == "wat, eenheid, periode"
    assert titled.layout.height > plain.layout.height


def test_numbers_are_dutch() -> None:
    assert frame.with_interval(points(-3.25, -4, 1)) == "−3,3 (−4,0 tot 1,0)"
    assert frame.with_interval(world.ratio(2.4, 1.99, 2.9)) == "2,40 (1,99 tot 2,90)"
