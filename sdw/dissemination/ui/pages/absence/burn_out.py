"""Burn-out complaints, and absence with and without them: figures of a survey, so always with intervals."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sdw.dissemination.charts.absence import sectors
from sdw.dissemination.charts.absence import years as absence_years
from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.charts.drawings import absence as drawings
from sdw.dissemination.figures import absence, benefits
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import html, show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.pages.absence import tables as absence_tables
from sdw.dissemination.ui.pages.absence.story import sector_of
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import Indicator
from sdw.reference.series import declared
from sdw.reference.series.sectors import TOTAL
from sdw.text.dutch import say

if TYPE_CHECKING:
    from plotly.graph_objects import Figure as Drawing


def contents(view: View) -> None:
    """A list of the parts of the page; none where the edition does not have them all."""
    carried = (
        absence.newest(view.edition, catalogue.ABSENCE, sector_of(view), "quarter"),
        absence.newest(view.edition, catalogue.EXHAUSTION, TOTAL, "year"),
        _newest_of_both(view.edition),
    )
    if None not in carried:
        lacking = () if benefits.yearly(view.edition) else ("benefits",)
        show.contents(*(say(f"page.verzuim.{name}") for name in _PARTS if name not in lacking))


_PARTS = (
    *("sectors", "sizes", "panels", "complaints", "with_without", "covenant", "benefits"),
    *("cost", "disability", "no_map"),
)


def complaints(view: View) -> None:
    """How many employees have burn-out complaints, in words."""
    total = absence.newest(view.edition, catalogue.EXHAUSTION, TOTAL, "year")
    if total is None:
        return
    chosen = absence.newest(view.edition, catalogue.EXHAUSTION, sector_of(view), "year")
    show.heading(say("page.verzuim.complaints"), linked=True)
    show.text(sentences.complaints(total.now, chosen.now if chosen else None))


def complaints_drawn(view: View) -> None:
    """The same by year and by sector."""
    if absence.newest(view.edition, catalogue.EXHAUSTION, TOTAL, "year") is None:
        return
    with show.columns(1, 1) as (left, right):
        with left:
            show.opening(say("page.verzuim.complaints_years"), say("page.verzuim.complaints_years_what"), 3)
            show.chart(_years(view.edition, sector_of(view), controls.theme()), key="burnout-jaren")
            show.small(_breaks(catalogue.EXHAUSTION))
        with right:
            show.kept(_sectors, view.edition, sector_of(view))


def complaints_told(view: View) -> None:
    """The twins of both drawings, and their source."""
    total = absence.newest(view.edition, catalogue.EXHAUSTION, TOTAL, "year")
    if total is not None:
        show.kept(_complaint_tables, view.edition, sector_of(view))
        show.sources(view.edition, [total.now])


def _complaint_tables(edition: Edition, sector: str) -> str:
    total = absence.newest(edition, catalogue.EXHAUSTION, TOTAL, "year")
    if total is None:
        return ""
    rows = absence.side_by_side(edition, catalogue.EXHAUSTION, absence.SECTION, "year")
    years = [absence.series(edition, catalogue.EXHAUSTION, code, "year") for code in (TOTAL, sector)]
    tables = (absence_tables.complaints(rows, total), absence_tables.complaint_years(*years))
    return "".join(html.folded(table) for table in tables)


def with_and_without(view: View) -> None:
    """Absence of employees with and of those without burn-out complaints, in words."""
    both = _newest_of_both(view.edition)
    if both is not None:
        show.heading(say("page.verzuim.with_without"), linked=True)
        show.text(sentences.with_and_without(*both))
        show.quiet(say("page.verzuim.with_without_what"))


def with_and_without_drawn(view: View) -> None:
    """The same by year."""
    if _newest_of_both(view.edition) is not None:
        show.chart(_with_without(view.edition, controls.theme()), key="met-en-zonder")


def with_and_without_told(view: View) -> None:
    """What to know of the drawing, its twin, and its source."""
    both = _newest_of_both(view.edition)
    if both is not None:
        show.small(_breaks(catalogue.ABSENCE_WITH))
        show.kept(_both_through_the_years, view.edition)
        show.sources(view.edition, both[:1])


def _newest_of_both(edition: Edition) -> tuple[Figure, Figure] | None:
    """Absence with and without burn-out complaints in the newest year; None where one is missing."""
    having, lacking = (
        absence.newest(edition, indicator, "", "year")
        for indicator in (catalogue.ABSENCE_WITH, catalogue.ABSENCE_WITHOUT)
    )
    return None if having is None or lacking is None else (having.now, lacking.now)


def _both_through_the_years(edition: Edition) -> str:
    having, lacking = (
        absence.series(edition, indicator, "", "year")
        for indicator in (catalogue.ABSENCE_WITH, catalogue.ABSENCE_WITHOUT)
    )
    return html.folded(absence_tables.with_and_without(having, lacking))


@lru_cache(maxsize=128)
def _years(edition: Edition, sector: str, theme: Theme) -> Drawing | None:
    lines = drawings.complaint_lines(edition, sector)
    return absence_years.with_intervals(lines, drawings.broken_from(catalogue.EXHAUSTION), theme=theme)


def _sectors(edition: Edition, sector: str) -> str:
    """Sectors with their intervals."""
    total = absence.newest(edition, catalogue.EXHAUSTION, TOTAL, "year")
    if total is None:
        return ""
    rows = absence.side_by_side(edition, catalogue.EXHAUSTION, absence.SECTION, "year")
    title = say("page.verzuim.complaints_sectors", year=total.now.period)
    opening = html.opening(title, say("page.verzuim.complaints_sectors_what"), 3)
    return html.stack([opening, dots.html(sectors.intervals(rows, total, selected=sector))])


@lru_cache(maxsize=16)
def _with_without(edition: Edition, theme: Theme) -> Drawing | None:
    broken_from = drawings.broken_from(catalogue.ABSENCE_WITH)
    return absence_years.with_intervals(drawings.both_lines(edition), broken_from, theme=theme)


def _breaks(indicator: Indicator) -> list[str]:
    return [
        say("page.verzuim.break_year", year=each.period, text=each.text)
        for each in declared.by_id(indicator.id).breaks
    ]
