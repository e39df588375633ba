"""Burn-out complaints, and absence with and without them: figures of a survey, so always with intervals."""

from __future__ import annotations

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import chart, dot_chart
from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block, Columns, Heading, Paragraph, Parts
from sdw.dissemination.charts.absence import sectors
from sdw.dissemination.charts.drawings.absence import sector_of
from sdw.dissemination.figures import absence
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.absence import story
from sdw.dissemination.ui.pages.absence import survey_tables as tables
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.indicators.model import Indicator
from sdw.reference.series import declared
from sdw.reference.series.sectors import TOTAL
from sdw.text.dutch import say


def complaints(view: View) -> Parts:
    """How many employees have burn-out complaints: in words, by year, and by sector."""
    total = absence.newest(view.edition, catalogue.EXHAUSTION, TOTAL, "year")
    if total is None:
        return ()
    chosen = absence.newest(view.edition, catalogue.EXHAUSTION, sector_of(view), "year")
    shown = tuple(dict.fromkeys(one.now for one in (total, chosen) if one))
    told = Sentence(sentences.complaints(total.now, chosen.now if chosen else None), figures=shown)
    return (
        (Heading(say("page.verzuim.complaints"), linked=True), told),
        (Columns(_by_year(view), _by_sector(view), (1, 1)),),
        (show.sources_of(view.edition, [total.now]),),
    )


def _by_year(view: View) -> tuple[Block, ...]:
    """All employees and the chosen sector by year, and the breaks in the series."""
    years = [absence.series(view.edition, catalogue.EXHAUSTION, code, "year") for code in (TOTAL, sector_of(view))]
    twin = tables.complaint_years(*years)
    return (*chart("burnout-jaren", view, twin=twin, level=3), *_breaks(catalogue.EXHAUSTION))


def _by_sector(view: View) -> tuple[Block, ...]:
    """Sectors in the newest year with their intervals."""
    total = absence.newest(view.edition, catalogue.EXHAUSTION, TOTAL, "year")
    if total is None:
        return ()
    rows = absence.side_by_side(view.edition, catalogue.EXHAUSTION, absence.SECTION, "year")
    table = tables.complaints(rows, total)
    dots = sectors.intervals(rows, total, selected=sector_of(view))
    return (*dot_chart("burnout-sectoren", view, dots, level=3), taking.as_drawn("burnout-sectoren", view, table))


def with_and_without(edition: Edition) -> Parts:
    """Absence of employees with and of those without burn-out complaints: in words, by year, and in a table."""
    both = [absence.series(edition, one, "", "year") for one in (catalogue.ABSENCE_WITH, catalogue.ABSENCE_WITHOUT)]
    newest = [
        absence.newest(edition, one, "", "year") for one in (catalogue.ABSENCE_WITH, catalogue.ABSENCE_WITHOUT)
    ]
    having, lacking = (one.now if one else None for one in newest)
    drawn = chart("met-en-zonder", story.of_all(edition), level=0)
    if having is None or lacking is None or not drawn:
        return ()
    scene = drawn[0].scene
    told = Sentence(sentences.with_and_without(having, lacking), figures=(having, lacking))
    table = taking.as_drawn("met-en-zonder", story.of_all(edition), tables.with_and_without(*both))
    return (
        (Heading(scene.title, linked=True), told),
        (Paragraph(scene.subtitle, quiet=True),),
        (Columns((*drawn, *_breaks(catalogue.ABSENCE_WITH)), (table,), (1, 1)),),
        (show.sources_of(edition, [having]),),
    )


def _breaks(indicator: Indicator) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(say("page.verzuim.break_year", year=each.period, text=each.text), quiet=True)
        for each in declared.by_id(indicator.id).breaks
    )
