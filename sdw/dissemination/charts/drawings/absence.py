"""The drawings of Verzuim."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.charts.absence import panels, sectors, series_scene, years_scene
from sdw.dissemination.charts.absence.panels import Panel, Scale
from sdw.dissemination.charts.absence.years_scene import Series
from sdw.dissemination.charts.core import dots_scene
from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.figures import absence
from sdw.dissemination.figures.absence import Compared
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import Indicator
from sdw.reference import periods
from sdw.reference.series import declared
from sdw.reference.series.sectors import TOTAL, by_code
from sdw.text.dutch import say

_LETTERS = "abcdefgh"


def sector_of(view: View) -> str:
    """The sector that the reader chose; all sectors together without a choice."""
    return view.sector or TOTAL


def letters() -> list[tuple[str, str]]:
    """(period, letter) of each break in the series of absence."""
    broken = declared.by_id(catalogue.ABSENCE.id).breaks
    return [(each.period, letter) for each, letter in zip(broken, _LETTERS, strict=False)]


def broken_from(indicator: Indicator) -> int | None:
    """The first year after the break in a series by year; None without one."""
    breaks = declared.by_id(indicator.id).breaks
    return int(breaks[0].period) if breaks else None


def total(view: View, width: float = 720, height: float = series_scene.HEIGHT) -> Scene | None:
    """All quarters with the moving year."""
    sector = sector_of(view)
    quarters = absence.series(view.edition, catalogue.ABSENCE, sector, "quarter")
    if not quarters:
        return None
    title = say("page.verzuim.series", sector=by_code(sector).label, year=periods.parse(quarters[0].period).year)
    lead = _lead(view.edition, sector)
    words = Words(title, _lines(lead), say("page.verzuim.series_what"), lead)
    return series_scene.total(quarters, absence.moving_year(view.edition, sector), letters(), words, width, height)


def seasons(view: View, width: float = 480, height: float = series_scene.SEASONS_HEIGHT) -> Scene | None:
    """The same quarters of a few years."""
    sector = sector_of(view)
    quarters = absence.series(view.edition, catalogue.ABSENCE, sector, "quarter")
    what = say("page.verzuim.seasons_what", sector=by_code(sector).label)
    lead = _lead(view.edition, sector)
    words = Words(say("page.verzuim.seasons"), _lines(lead), what, lead)
    return series_scene.seasons(quarters, words, width, height)


def ranked(view: View) -> Scene | None:
    """Sectors beside a year earlier."""
    newest = absence.newest(view.edition, catalogue.ABSENCE, TOTAL, "quarter")
    rows = absence.side_by_side(view.edition, catalogue.ABSENCE, absence.SECTION, "quarter")
    if newest is None or not rows:
        return None
    period = periods.parse(newest.now.period).label
    told = _extremes(rows, newest)
    words = Words(say("page.verzuim.sectors"), told, say("page.verzuim.sectors_what", period=period), told)
    return dots_scene.scene(sectors.ranked(rows, newest, selected=sector_of(view)), words)


def complaints(view: View) -> Scene | None:
    """Burn-out complaints per sector, with intervals."""
    newest = absence.newest(view.edition, catalogue.EXHAUSTION, TOTAL, "year")
    rows = absence.side_by_side(view.edition, catalogue.EXHAUSTION, absence.SECTION, "year")
    if newest is None or not rows:
        return None
    title = say("page.verzuim.complaints_sectors", year=newest.now.period)
    told = _extremes(rows, newest)
    words = Words(title, told, say("page.verzuim.complaints_sectors_what"), told)
    return dots_scene.scene(sectors.intervals(rows, newest, selected=sector_of(view)), words)


def drawn_panels(edition: Edition) -> tuple[list[Panel], Scale] | None:
    """One small drawing per section, by year, and the scale of all; None without a value."""
    rows = absence.side_by_side(edition, catalogue.ABSENCE, absence.SECTION, "year")
    total_ = absence.series(edition, catalogue.ABSENCE, TOTAL, "year")
    drawn = [(row.now, absence.series(edition, catalogue.ABSENCE, row.now.sector, "year")) for row in rows]
    known = [figure.value for _, figures in drawn for figure in figures if figure.value is not None]
    if not known or not total_:
        return None
    years = (periods.parse(total_[0].period).year, periods.parse(total_[-1].period).year)
    made = [_panel(now, figures, years[0]) for now, figures in drawn]
    return made, Scale(total_, max(known), years)


def _panel(now: Figure, figures: Sequence[Figure], first: int) -> Panel:
    name = by_code(now.sector).label
    told = say("verzuim.panel", sector=name, first=first, last=now.period)
    return Panel(name, figures, now, sentences.plain(now), told)


def small_multiples(view: View, width: float = 1040) -> Scene | None:
    """All panels together, as many beside one another as there is room for."""
    found = drawn_panels(view.edition)
    newest = absence.newest(view.edition, catalogue.ABSENCE, TOTAL, "year")
    if found is None or newest is None:
        return None
    made, scale = found
    rows = absence.side_by_side(view.edition, catalogue.ABSENCE, absence.SECTION, "year")
    what = say("page.verzuim.panels_what", first=scale.years[0], last=scale.years[1])
    told = _extremes(rows, newest)
    words = Words(say("page.verzuim.panels"), told, what, told)
    return panels.together(made, scale, words, width)


def complaint_lines(edition: Edition, sector: str) -> list[Series]:
    """All employees and the chosen sector; the emphasised one is what was chosen."""
    lines = []
    for code in dict.fromkeys((TOTAL, sector)):
        figures = absence.series(edition, catalogue.EXHAUSTION, code, "year")
        if any(figure.value is not None for figure in figures):
            label = say("verzuim.chart.employees") if code == TOTAL else by_code(code).label
            lines.append(Series(label, figures, emphasised=code == sector))
    if lines and not any(line.emphasised for line in lines):
        lines = [Series(line.label, line.figures, emphasised=True) for line in lines]
    return lines


def complaint_years(view: View, width: float = 560, height: float = years_scene.HEIGHT) -> Scene | None:
    """Burn-out complaints by year."""
    newest = absence.newest(view.edition, catalogue.EXHAUSTION, TOTAL, "year")
    if newest is None:
        return None
    chosen = absence.newest(view.edition, catalogue.EXHAUSTION, sector_of(view), "year")
    told = sentences.complaints(newest.now, chosen.now if chosen else None)
    what = say("page.verzuim.complaints_years_what")
    words = Words(say("page.verzuim.complaints_years"), _lines(told), what, told)
    lines = complaint_lines(view.edition, sector_of(view))
    return years_scene.scene(lines, broken_from(catalogue.EXHAUSTION), words, width, height)


def both_lines(edition: Edition) -> list[Series]:
    """Absence with and without burn-out complaints."""
    pairs = ((catalogue.ABSENCE_WITH, "verzuim.chart.having"), (catalogue.ABSENCE_WITHOUT, "verzuim.chart.lacking"))
    return [
        Series(say(key), absence.series(edition, indicator, "", "year"), indicator is catalogue.ABSENCE_WITH)
        for indicator, key in pairs
    ]


def with_without(view: View, width: float = 560, height: float = years_scene.HEIGHT) -> Scene | None:
    """The same by year as a scene; None where either has no value."""
    newest = [
        absence.newest(view.edition, indicator, "", "year")
        for indicator in (catalogue.ABSENCE_WITH, catalogue.ABSENCE_WITHOUT)
    ]
    having, lacking = (one.now if one else None for one in newest)
    if having is None or lacking is None:
        return None
    told = sentences.with_and_without(having, lacking)
    words = Words(say("page.verzuim.with_without"), _lines(told), say("page.verzuim.with_without_what"))
    return years_scene.scene(both_lines(view.edition), broken_from(catalogue.ABSENCE_WITH), words, width, height)


def _lead(edition: Edition, sector: str) -> str:
    return sentences.lead(absence.newest(edition, catalogue.ABSENCE, sector, "quarter"))


def _lines(finding: str) -> str:
    return say("scene.lines", finding=finding)


def _extremes(rows: Sequence[Compared], total_: Compared) -> str:
    """Which sector is highest and which lowest, beside all together; rows are highest first."""
    high, low = rows[0].now, rows[-1].now
    return say(
        "scene.extremes",
        period=wording.period(total_.now.period),
        high=by_code(high.sector).label,
        most=wording.shown(high),
        low=by_code(low.sector).label,
        least=wording.shown(low),
        total=wording.shown(total_.now),
    )
