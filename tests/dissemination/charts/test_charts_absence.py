"""The drawings of absence: statuses visible, zero in the axis or said not to be, nothing drawn of nothing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sdw.dissemination.charts.absence import panels, sectors, series, years
from sdw.dissemination.charts.absence.years import Line
from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.scene import Line as SceneLine
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


def test_what_is_provisional_is_dotted_and_has_a_star() -> None:
    drawing = series.total([*QUARTERS, LATEST], MOVING)
    assert [trace.line.dash for trace in drawing.data[1:]] == ["solid", "dot"]
    labels = " ".join(note.text for note in drawing.layout.annotations)
    assert "5,1%*" in labels and "4,5%*" in labels
    assert drawing.layout.yaxis.range[0] == 0


def test_a_break_is_a_line_with_a_letter() -> None:
    drawing = series.total(QUARTERS, MOVING, [("2024", "a")])
    assert drawing.layout.shapes[0].x0 == 2024
    assert "a" in {note.text for note in drawing.layout.annotations}


def test_the_newest_year_is_the_one_that_stands_out() -> None:
    drawing = series.seasons([*QUARTERS, LATEST])
    assert [trace.line.width for trace in drawing.data] == [1.5, 1.5, 3]
    assert {note.text for note in drawing.layout.annotations} == {"2023", "2024", "2025*"}


def test_nothing_is_drawn_of_nothing() -> None:
    unknown = quarter(2024, 1, None, Status.UNKNOWN)
    assert series.total([unknown], []) is None
    assert series.seasons([unknown]) is None
    assert dots.html(sectors.ranked([], Compared(LATEST, None))) == ""
    assert dots.html(sectors.intervals([], Compared(LATEST, None))) == ""
    assert years.with_intervals([Line("alle", (unknown,), True)], None) is None


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
    trace = years.with_intervals([Line("alle", figures, True)], 2022).data[0]
    assert list(trace.y) == [20.0, 20.0, None, 20.0, 20.0]
    assert trace.error_y.array[0] == pytest.approx(0.7)
    assert trace.error_y.arrayminus[0] == pytest.approx(0.5)


def test_a_missing_year_is_a_gap_in_a_small_drawing() -> None:
    figures = [replace(quarter(each, 1, value), period=str(each)) for each, value in ((2020, 5.0), (2022, 6.0))]
    gap = replace(quarter(2021, 1, None, Status.UNKNOWN), period="2021")
    before = replace(figures[0], period="2019")
    after = replace(figures[1], period="2023")
    shown = [before, figures[0], gap, figures[1], after]
    one = panels.Panel("sector", shown, after, "6,0%", "wat er te zien is")
    drawn = panels.panel(one, panels.Scale([], 10, (2019, 2023)))
    thick = [mark for mark in drawn.marks if isinstance(mark, SceneLine) and mark.ink == "primary"]
    assert [len(mark.points) for mark in thick] == [2, 2]
