"""Absence and complaints over time, as rows of figures."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from sdw.dissemination.blocks.presenting.plot import PERCENT, WHOLE, Dot, Plot, Series, valued
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.charts.absence.series_scene import YEARS_BESIDE
from sdw.dissemination.charts.absence.years_scene import Series as Years
from sdw.dissemination.charts.core.scene import Ink, Stroke
from sdw.dissemination.charts.drawings import absence, shown
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference import periods
from sdw.reference.status import Status
from sdw.text.dutch import say


def seasons(view: View) -> Plot | None:
    """The four quarters of the newest years, a line a year; the axis does not start at zero."""
    by_year: dict[int, list[Figure]] = {}
    for figure in shown.absence_newest_years(view):
        by_year.setdefault(periods.parse(figure.period).year, []).append(figure)
    years = sorted(by_year)[-YEARS_BESIDE:]
    if not years:
        return None
    names = tuple(say("verzuim.chart.quarter_number", number=each) for each in (1, 2, 3, 4))
    rows = {year: {periods.parse(one.period).number: one for one in by_year[year]} for year in years}
    lines = tuple(_season(year, rows[year], age) for age, year in enumerate(reversed(years)))
    values = [value for line in lines for value in line.values if value is not None]
    table = Table(
        say("page.verzuim.seasons"),
        (say("powerpoint.year"), *names),
        [(str(year), *(valued(rows[year].get(each)) for each in (1, 2, 3, 4))) for year in years],
        frozenset({1, 2, 3, 4}),
    )
    low, high = ceil(min(values)) - 1, floor(max(values)) + 1
    return Plot("lines", names, lines, table, low=low, high=high, form=PERCENT, ticks=WHOLE, step=1)


def _season(year: int, known: dict[int, Figure], age: int) -> Series:
    """One year, the newest emphasised: dotted while a quarter of it may still change."""
    ink: Ink = ("primary", "text")[age] if age < len(("primary", "text")) else "others"
    is_open = any(one.status is Status.PROVISIONAL for one in known.values())
    values = tuple(known[each].value if each in known else None for each in (1, 2, 3, 4))
    stroke: Stroke = "dotted" if is_open else "dashed" if age == YEARS_BESIDE - 1 else "solid"
    return Series(f"{year}{'*' * is_open}", values, "value", ink, 3 if age == 0 else 1.5, stroke, "full")


def complaints(view: View) -> Plot | None:
    """Burn-out complaints by year."""
    lines = absence.complaint_lines(view.edition, absence.sector_of(view))
    return _years(lines, absence.broken_from(catalogue.EXHAUSTION), say("page.verzuim.complaints_years"))


def with_and_without(view: View) -> Plot | None:
    """Absence with and without these complaints, by year."""
    lines = absence.both_lines(view.edition)
    return _years(lines, absence.broken_from(catalogue.ABSENCE_WITH), say("page.verzuim.with_without"))


def _years(lines: Sequence[Years], broken_from: int | None, title: str) -> Plot | None:
    """Lines by year with their limits; a series that breaks is two, so that no line crosses the break."""
    drawn = [line for line in lines if any(one.value is not None for one in line.figures)]
    if not drawn:
        return None
    years = sorted({int(one.period) for line in drawn for one in line.figures})
    made = [one for line in drawn for part in _parts(line, broken_from) for one in _run(*part, line, years)]
    by_year = [{int(one.period): one for one in line.figures} for line in drawn]
    table = Table(
        title,
        (say("powerpoint.year"), *(line.label for line in drawn)),
        [(str(year), *(valued(found.get(year)) for found in by_year)) for year in years],
        frozenset(range(1, len(drawn) + 1)),
    )
    gaps = tuple(
        say("powerpoint.gap", what=f"{line.label}, {one.period}", status=wording.shown(one))
        for line in drawn
        for one in line.figures
        if one.value is None
    )
    return Plot("lines", tuple(map(str, years)), tuple(made), table, form=PERCENT, ticks=WHOLE, gaps=gaps)


def _parts(line: Years, broken_from: int | None) -> list[tuple[str, list[Figure]]]:
    """The series before and from its break, each with its name; one where nothing breaks."""
    if broken_from is None:
        return [(line.label, list(line.figures))]
    before = [one for one in line.figures if int(one.period) < broken_from]
    after = [one for one in line.figures if int(one.period) >= broken_from]
    if not before or not after:
        return [(line.label, before or after)]
    until = say("powerpoint.until", name=line.label, year=broken_from - 1)
    since = say("powerpoint.since", name=line.label, year=broken_from)
    return [(until, before), (since, after)]


def _run(name: str, figures: Sequence[Figure], line: Years, years: Sequence[int]) -> list[Series]:
    ink: Ink = "primary" if line.emphasised else "quiet"
    found = {int(one.period): one for one in figures}
    values, lows, highs = (
        tuple(getattr(found[year], end) if year in found else None for year in years)
        for end in ("value", "low", "high")
    )
    dot: Dot = "full" if line.emphasised else "square"
    limits = [(say("powerpoint.low_of", name=name), lows), (say("powerpoint.high_of", name=name), highs)]
    return [
        Series(name, values, "value", ink, 3 if line.emphasised else 1.5, "solid", dot),
        *(Series(told, ends, "limit", ink, 1, "dotted") for told, ends in limits if any(one for one in ends)),
    ]
