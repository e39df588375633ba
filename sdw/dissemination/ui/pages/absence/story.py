"""The story of absence as blocks: where it stands, how it was since 1996, and how sectors differ."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import chart, dot_chart
from sdw.dissemination.blocks.figures import Sentence, Tiles
from sdw.dissemination.blocks.model import Block, Columns, Explained, Folded, Heading, Items, Paragraph, Parts
from sdw.dissemination.charts.absence import sectors as absence_sectors
from sdw.dissemination.charts.drawings import absence as drawings
from sdw.dissemination.charts.drawings.absence import sector_of
from sdw.dissemination.figures import absence
from sdw.dissemination.figures.absence import Compared
from sdw.dissemination.figures.sentences import absence as sentences
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.absence import tables, tiles
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.reference import periods
from sdw.reference.series import declared
from sdw.reference.series.sectors import TOTAL
from sdw.text.dutch import say


def of_all(edition: Edition) -> View:
    """The page on all sectors together: for what is the same whichever sector is chosen."""
    return View(edition, catalogue.ABSENCE.id, "")


def answer(view: View) -> Parts:
    """One sentence, and what to know of its figures."""
    newest = _newest(view)
    told = sentences.lead(newest)
    if newest is None:
        return ((Sentence(told, "lead"),),)
    notes = {
        "page.verzuim.provisional": sentences.is_provisional(newest),
        "page.verzuim.same_quarter": True,
        "page.verzuim.real": view.edition.has_examples,
    }
    shown = tuple(one for one in (newest.now, newest.earlier) if one)
    return (
        (Sentence(told, "lead", shown, sentences.stated(newest)),),
        (Paragraph(" ".join(say(key) for key, holds in notes.items() if holds), quiet=True),),
    )


def over_time(view: View) -> Parts:
    """All quarters with the moving year, beside them the same quarters of a few years; the breaks in the series."""
    series, seasons = chart("verzuim-reeks", view), chart("verzuim-kwartalen", view)
    broken = declared.by_id(catalogue.ABSENCE.id).breaks
    breaks = (
        say("page.verzuim.break", letter=letter, year=each.period, text=each.text)
        for each, (_, letter) in zip(broken, drawings.letters(), strict=True)
    )
    if not (series or seasons):
        return ()
    return ((Columns((*series, Items(tuple(breaks))), seasons, (3, 2)),),)


def newest(view: View) -> Parts:
    """The four figures that carry the page, and their source."""
    newest = _newest(view)
    if newest is None:
        return ()
    return (
        (Tiles(tuple(tiles.of(view.edition, sector_of(view), newest))),),
        (show.sources_of(view.edition, [newest.now]),),
    )


def _newest(view: View) -> Compared | None:
    return absence.newest(view.edition, catalogue.ABSENCE, sector_of(view), "quarter")


def sectors(view: View) -> Parts:
    """Sectors beside a year earlier; company sizes, and the last quarters of the chosen sector."""
    rows, total = _sections(view.edition)
    if total is None:
        return ()
    dots = absence_sectors.ranked(rows, total, selected=sector_of(view))
    what = say("page.verzuim.sectors_what", period=periods.parse(total.now.period).label)
    left: tuple[Block, ...] = (
        Heading(say("page.verzuim.sectors"), linked=True),
        Paragraph(what, quiet=True),
        *dot_chart("verzuim-sectoren", view, dots),
        taking.as_drawn("verzuim-sectoren", view, tables.side_by_side(rows, total)),
    )
    right: tuple[Block, ...] = (
        Heading(say("page.verzuim.sizes"), linked=True),
        taking.with_files("verzuim-grootte", view, tables.sizes(view.edition, total)),
        Paragraph(say("page.verzuim.small_sectors"), quiet=True),
        taking.with_files("verzuim-drie-jaar", view, tables.quarters(view.edition, sector_of(view))),
    )
    return ((Columns(left, right, (3, 2)),),)


def since_1996(edition: Edition) -> Parts:
    """Each sector since 1996, with the same figures of some years in a table."""
    rows, total = _sections(edition)
    drawn = chart("verzuim-klein", of_all(edition), twin=tables.some_years(edition, rows), level=0)
    if total is None or not drawn:
        return ()
    scene = drawn[0].scene
    return (
        (Heading(scene.title, linked=True), Paragraph(scene.subtitle, quiet=True)),
        drawn,
        (show.sources_of(edition, [total.now]),),
    )


def _sections(edition: Edition) -> tuple[Sequence[Compared], Compared | None]:
    """The sectors in the newest quarter, and the total that they stand beside."""
    total = absence.newest(edition, catalogue.ABSENCE, TOTAL, "quarter")
    return absence.side_by_side(edition, catalogue.ABSENCE, absence.SECTION, "quarter"), total


def closing(edition: Edition) -> Parts:
    """Why there is no map, what CBS changed in figures that were published before, and how to read the page."""
    revised = tables.revisions(absence.revisions(edition))
    lines = (say(f"page.verzuim.read_{part}") for part in ("quarter", "mean", "provisional", "interval"))
    return (
        (Folded(say("page.verzuim.no_map"), (Paragraph(say("page.verzuim.no_map_text")),)),),
        () if revised is None else (revised,),
        (Explained(tuple(lines)),),
    )
