"""The story of absence: where it stands, how it was since 1996, and how sectors differ."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from sdw.dissemination.charts.absence import panels, series
from sdw.dissemination.charts.absence import sectors as absence_sectors
from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.charts.core.svg_writer import svg
from sdw.dissemination.charts.drawings import absence as drawings
from sdw.dissemination.figures import absence
from sdw.dissemination.figures.absence import Compared
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import html, show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.pages.absence import tables
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.reference import periods
from sdw.reference.series import declared, sector_names
from sdw.reference.series.sectors import TOTAL, by_code
from sdw.text.dutch import say

if TYPE_CHECKING:
    from plotly.graph_objects import Figure as Drawing

_LETTERS = "abcdefgh"


def sector_of(view: View) -> str:
    """The sector that the reader chose; all sectors together without a choice."""
    return view.sector or sector_names.TOTAL


def headline(view: View) -> None:
    """One sentence, and the four figures that carry the page."""
    show.kept(_headline, view.edition, sector_of(view))


def _headline(edition: Edition, sector: str) -> str:
    newest = absence.newest(edition, catalogue.ABSENCE, sector, "quarter")
    lead = html.paragraph(sentences.lead(newest), "sdw-lead")
    if newest is None:
        return lead
    notes = {
        "page.verzuim.provisional": sentences.is_provisional(newest),
        "page.verzuim.same_quarter": True,
        "page.verzuim.real": edition.has_examples,
    }
    quiet = html.paragraph(" ".join(say(key) for key, holds in notes.items() if holds), "sdw-quiet")
    return html.stack([lead, quiet, html.tiles(tables.tiles(edition, sector, newest))])


def over_time(view: View) -> None:
    """All quarters with the moving year, the same quarters of a few years, and the breaks in the series."""
    sector = sector_of(view)
    quarters = absence.series(view.edition, catalogue.ABSENCE, sector, "quarter")
    if not quarters:
        return
    theme = controls.theme()
    name = by_code(sector).label
    with show.columns(3, 2) as (left, right):
        with left:
            show.opening(
                say("page.verzuim.series", sector=name, year=periods.parse(quarters[0].period).year),
                say("page.verzuim.series_what"),
            )
            show.chart(_total(view.edition, sector, theme), key="verzuim-reeks")
            show.small(_breaks())
        with right:
            show.opening(say("page.verzuim.seasons"), say("page.verzuim.seasons_what", sector=name))
            show.chart(_seasons(view.edition, sector, theme), key="verzuim-kwartalen")


def over_time_told(view: View) -> None:
    """The twin of the series, and its source."""
    sector = sector_of(view)
    quarters = absence.series(view.edition, catalogue.ABSENCE, sector, "quarter")
    if quarters:
        show.kept(_quarters, view.edition, sector)
        show.sources(view.edition, quarters[-1:])


def _quarters(edition: Edition, sector: str) -> str:
    return html.folded(tables.quarters(edition, sector))


def side_by_side(view: View) -> None:
    """Sectors with the difference to a year earlier, and company sizes."""
    if _sections(view.edition):
        show.kept(_sectors, view.edition, sector_of(view))


def since_1996(view: View) -> None:
    """Each sector since 1996: the same whichever sector is chosen, so that it travels once."""
    if _sections(view.edition):
        with show.together():
            show.heading(say("page.verzuim.panels"), linked=True)
            show.kept(_panels, view.edition, controls.theme())
            show.sources(view.edition, [_total_now(view.edition).now])


def _sections(edition: Edition) -> Sequence[Compared]:
    """The sectors in the newest quarter; none without the total that they stand beside."""
    if absence.newest(edition, catalogue.ABSENCE, TOTAL, "quarter") is None:
        return ()
    return absence.side_by_side(edition, catalogue.ABSENCE, absence.SECTION, "quarter")


def _total_now(edition: Edition) -> Compared:
    """All employees in the newest quarter, which these parts stand beside: they are not drawn without it."""
    total = absence.newest(edition, catalogue.ABSENCE, TOTAL, "quarter")
    if total is None:
        raise ValueError(f"{edition.label} has no absence")
    return total


def _sectors(edition: Edition, sector: str) -> str:
    """Sectors with their twin, beside company sizes."""
    rows, total = _sections(edition), _total_now(edition)
    period = periods.parse(total.now.period).label
    left = html.stack(
        [
            html.opening(say("page.verzuim.sectors"), say("page.verzuim.sectors_what", period=period), linked=True),
            dots.html(absence_sectors.ranked(rows, total, selected=sector)),
            html.folded(tables.side_by_side(rows, total)),
        ]
    )
    return html.sides(left, _sizes(edition), (3, 2))


def _sizes(edition: Edition) -> str:
    small = html.paragraph(say("page.verzuim.small_sectors"), "sdw-quiet")
    table = html.table(tables.sizes(edition, _total_now(edition)))
    return html.stack([html.heading(say("page.verzuim.sizes"), linked=True), table, small])


def revisions(edition: Edition) -> None:
    """What CBS changed in figures that were published before; nothing where nothing changed."""
    show.kept(_revisions, edition)


def _revisions(edition: Edition) -> str:
    table = tables.revisions(absence.revisions(edition))
    return "" if table is None else html.folded(table)


def explained() -> None:
    """How to read this page."""
    show.explain(*(say(f"page.verzuim.read_{part}") for part in ("quarter", "mean", "provisional", "interval")))


def _breaks() -> list[str]:
    return [
        say("page.verzuim.break", letter=letter, year=each.period, text=each.text)
        for letter, each in zip(_LETTERS, _broken(), strict=False)
    ]


def _broken() -> tuple[declared.Break, ...]:
    return declared.by_id(catalogue.ABSENCE.id).breaks


@lru_cache(maxsize=128)
def _total(edition: Edition, sector: str, theme: Theme) -> Drawing | None:
    quarters = absence.series(edition, catalogue.ABSENCE, sector, "quarter")
    return series.total(quarters, absence.moving_year(edition, sector), drawings.letters(), theme=theme)


@lru_cache(maxsize=128)
def _seasons(edition: Edition, sector: str, theme: Theme) -> Drawing | None:
    return series.seasons(absence.series(edition, catalogue.ABSENCE, sector, "quarter"), theme=theme)


def _panels(edition: Edition, theme: Theme) -> str:
    """One small drawing per section, by year, on one scale."""
    found = drawings.drawn_panels(edition)
    if found is None:
        return ""
    drawn, scale = found
    what = html.paragraph(say("page.verzuim.panels_what", first=scale.years[0], last=scale.years[1]), "sdw-quiet")
    return what + html.panels(
        (one.name, one.shown, one.finding, _picture(svg(panels.panel(one, scale), theme=theme, spoken=False)))
        for one in drawn
    )


def _picture(drawing: str) -> str:
    return "data:image/svg+xml;base64," + b64encode(drawing.encode()).decode()
