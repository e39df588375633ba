"""The drawings of absence: statuses visible, zero in the axis or said not to be, nothing drawn of nothing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sdw.dissemination.charts.absence import panels, sectors, series, series_scene, years_scene
from sdw.dissemination.charts.absence.years_scene import Series
from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.layout import SMALL, Words
from sdw.dissemination.charts.core.scene import Circle, Group, Scene, Text, walk
from sdw.dissemination.charts.core.scene import Line as SceneLine
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures.absence import Compared, Moving
from sdw.edition.figures import Figure
from sdw.reference.status import Status
from tests.worlds.figures import figure

TOTAL = "T001081"


def quarter(year: int, number: int, value: float | None, status: Status = Status.VALUE) -> Figure:
    made = figure(value, status, indicator="verzuim")
    return replace(made, period=f"{year}-Q{number}", sector=TOTAL, region="NL", low=None, high=None)


def year(period: int, value: float | None, low: float, high: float) -> Figure:
    made = figure(value, Status.VALUE, indicator="psychische_vermoeidheid")
    return replace(made, period=str(period), sector=TOTAL, region="NL", low=low, high=high)


QUARTERS = [quarter(each, number, 4 + number / 10) for each in (2023, 2024) for number in (1, 2, 3, 4)]
LATEST = quarter(2025, 1, 5.1, Status.PROVISIONAL)
MOVING = [Moving("2024-Q4", 4.25, False), Moving("2025-Q1", 4.5, True)]


WORDS = Words("titel", "wat er te zien is", "wat, eenheid, periode")


def lines(scene: Scene | None, ink: str = "primary") -> list[SceneLine]:
    """The lines that are drawn in this ink, from back to front."""
    assert scene is not None
    return [mark for mark in walk(scene.marks) if isinstance(mark, SceneLine) and mark.ink == ink]


def texts(scene: Scene | None) -> list[str]:
    assert scene is not None
    return [mark.words for mark in walk(scene.marks) if isinstance(mark, Text)]


def test_what_is_provisional_is_dotted_and_has_a_star() -> None:
    drawing = series_scene.total([*QUARTERS, LATEST], [Moving("2024-Q3", 4.2, False), *MOVING], (), WORDS)
    assert [line.stroke for line in lines(drawing)] == ["solid", "dotted"]
    labels = " ".join(texts(drawing))
    assert "5,1%*" in labels and "4,5%*" in labels
    assert "0%" in texts(drawing)
    assert drawing is not None
    (end,) = (mark for mark in drawing.marks if isinstance(mark, Circle) and mark.edge == "primary")
    assert end.ink == "ground", "the newest mean may still be revised"


def test_a_reader_who_points_is_told_every_quarter_and_every_mean() -> None:
    drawing = series_scene.total([*QUARTERS, LATEST], MOVING, (), WORDS)
    assert drawing is not None
    told = [mark for mark in walk(drawing.marks) if mark.tip]
    assert {mark.ink for mark in told if isinstance(mark, Circle)} == {"none"}
    assert len(told) == len(QUARTERS) + 1 + len(MOVING)
    assert told[0].tip == "1e kwartaal 2023: 4,1%"
    assert told[-1].tip == "vier kwartalen tot en met 1e kwartaal 2025: gemiddeld 4,5%*"


def test_a_break_is_a_line_with_a_letter() -> None:
    drawing = series_scene.total(QUARTERS, MOVING, [("2024", "a")], WORDS)
    (rule,) = lines(drawing, "accent")
    quarterly = max(lines(drawing, "others"), key=lambda line: len(line.points))
    before, after = (quarterly.points[place][0] for place in (3, 4))
    assert before < rule.points[0][0] == rule.points[1][0] < after
    assert "a" in texts(drawing)


def test_the_newest_year_is_the_one_that_stands_out() -> None:
    newest = [LATEST, replace(LATEST, period="2025-Q2")]
    drawing = series_scene.seasons([*QUARTERS, *newest], WORDS)
    assert drawing is not None
    years = [mark for mark in walk(drawing.marks) if isinstance(mark, SceneLine) and mark.ink != "line"]
    assert [line.width for line in years] == [3, 1.5, 1.5]
    assert {"2023", "2024", "2025*"} <= set(texts(drawing))


def test_the_drawing_to_zoom_in_on_says_the_same() -> None:
    drawing = series.total([*QUARTERS, LATEST], MOVING, [("2024", "a")])
    assert [trace.line.dash for trace in drawing.data[1:]] == ["solid", "dot"]
    labels = {note.text for note in drawing.layout.annotations}
    assert "a" in labels and "5,1%*" in " ".join(labels) and "4,5%*" in " ".join(labels)
    assert drawing.layout.shapes[0].x0 == 2024
    assert drawing.layout.yaxis.range[0] == 0
    assert drawing.layout.dragmode == "zoom" and not drawing.layout.xaxis.fixedrange


def test_nothing_is_drawn_of_nothing() -> None:
    unknown = quarter(2024, 1, None, Status.UNKNOWN)
    assert series.total([unknown], []) is None
    assert series_scene.total([unknown], [], (), WORDS) is None
    assert series_scene.seasons([unknown], WORDS) is None
    assert dots.html(sectors.ranked([], Compared(LATEST, None))) == ""
    assert dots.html(sectors.intervals([], Compared(LATEST, None))) == ""
    assert years_scene.scene([Series("alle", (unknown,), True)], None, WORDS) is None


def test_the_axis_of_sectors_starts_at_zero_and_the_total_is_named() -> None:
    rows = [Compared(LATEST, quarter(2024, 1, 4.9)), Compared(quarter(2025, 1, 3.0), None)]
    for drawing in map(dots.html, (sectors.ranked(rows, rows[0]), sectors.intervals(rows, rows[0]))):
        assert "<i style=--x:0>0%</i>" in drawing
        assert re.search(r"<b style=--x:[\d.]+>alle sectoren 5,1%\*</b>", drawing)
    assert re.findall(r"<small>(.*?)</small>", dots.html(sectors.ranked(rows, rows[0]))) == ["+0,2", "–"]


def test_a_row_of_sectors_tells_its_figures_when_pointed_at() -> None:
    rows = [Compared(LATEST, quarter(2024, 1, 4.9)), Compared(quarter(2025, 1, 3.0), None)]
    told = re.findall(r'title="(.*?)"', dots.html(sectors.ranked(rows, rows[0])))
    assert [one.split(", ", 1)[1] for one in told] == [
        "1e kwartaal 2025: 5,1%*; 1e kwartaal 2024: 4,9%",
        "1e kwartaal 2025: 3,0%",
    ]
    survey = [Compared(year(2024, 20.0, 19.5, 20.7), year(2023, 19.0, 18.5, 19.7))]
    [told] = re.findall(r'title="(.*?)"', dots.html(sectors.intervals(survey, survey[0])))
    assert told.endswith("2024: 20,0% (19,5 – 20,7)")


@pytest.mark.parametrize(("difference", "shown"), [(0.2, "+0,2"), (-0.3, "−0,3"), (0.0, "0,0"), (None, "–")])
def test_a_difference_has_its_sign(difference: float | None, shown: str) -> None:
    assert sectors.signed(difference) == shown


def test_intervals_are_those_of_the_source_and_the_line_stops_at_the_break() -> None:
    figures = tuple(year(each, 20.0, 19.5, 20.7) for each in (2020, 2021, 2022, 2023))
    drawing = years_scene.scene([Series("alle", figures, True)], 2022, WORDS)
    assert drawing is not None
    runs = [line for line in lines(drawing) if line.width == 3]
    assert [len(run.points) for run in runs] == [2, 2]
    assert runs[0].points[-1][0] < lines(drawing, "accent")[0].points[0][0] < runs[1].points[0][0]
    intervals = [line for line in lines(drawing) if line.width == 1.25]
    points = [mark for mark in walk(drawing.marks) if isinstance(mark, Circle)]
    assert len(intervals) == len(points) == 4
    (_, low), (_, high) = intervals[0].points
    (zero,) = (mark.y for mark in walk(drawing.marks) if isinstance(mark, Text) and mark.words == "0%")
    percent = (zero - SMALL * 0.35 - points[0].y) / 20.0
    assert (points[0].y - high) / percent == pytest.approx(0.7)
    assert (low - points[0].y) / percent == pytest.approx(0.5)
    assert points[0].tip == "alle, 2020: 20,0% (19,5 – 20,7)"


def test_a_missing_year_is_a_gap_in_a_small_drawing() -> None:
    figures = [replace(quarter(each, 1, value), period=str(each)) for each, value in ((2020, 5.0), (2022, 6.0))]
    gap = replace(quarter(2021, 1, None, Status.UNKNOWN), period="2021")
    before = replace(figures[0], period="2019")
    after = replace(figures[1], period="2023")
    shown = [before, figures[0], gap, figures[1], after]
    one = panels.Panel("sector", shown, after, "6,0%", "wat er te zien is")
    drawn = panels.together([one], panels.Scale([], 10, (2019, 2023)), WORDS, 180)
    assert [len(line.points) for line in lines(drawn)] == [2, 2]


def test_small_drawings_stand_four_beside_one_another_and_two_on_a_phone() -> None:
    figures = [replace(quarter(each, 1, 5.0), period=str(each)) for each in (2020, 2021)]
    nineteen = [panels.Panel(f"sector {each}", figures, figures[1], "5,0%", "te zien") for each in range(19)]
    for width, columns in ((792, 4), (registry.NARROW, 2)):
        drawn = panels.together(nineteen, panels.Scale(figures, 10, (2020, 2021)), WORDS, width)
        places = [(mark.x, mark.y) for mark in drawn.marks if isinstance(mark, Group)]
        assert len({x for x, _ in places}) == columns
        assert len(set(places)) == 19 and drawn.width == width
