"""What is handed out at the address of a drawing: the drawing, a page about it, and its figures in a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlencode

from sdw.dissemination.blocks import taking
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.drawings.registry import Choices
from sdw.dissemination.exports import dutch_csv, names, qr, workbook
from sdw.dissemination.exports import edition as exports
from sdw.dissemination.exports.forms import FORMS
from sdw.dissemination.exports.paper import card
from sdw.dissemination.exports.sheets import everything as sheets
from sdw.dissemination.exports.standing import files as state_files
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import picture
from sdw.dissemination.ui.server import shelf
from sdw.dissemination.ui.server.shelf import Kept
from sdw.dissemination.ui.view.light import figure_page, region_page
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.reference.datasets.state_record import State
from sdw.text.dutch import day, say

#: So many answers are kept, as they are and packed: the map takes some 45 KB, the others less than 20.
_KEPT = 1024
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@lru_cache(maxsize=_KEPT)
def drawing(
    name: str, view: View, choices: Choices = (), *, is_narrow: bool, is_inside: bool, mark: str = ""
) -> tuple[Kept, str] | None:
    """The drawing of a view and the digest under which it never changes; None where there is nothing to draw.

    mark: what stands on all that is taken from a concept, for whoever asks.
    """
    one = registry.find(name, choices)
    wide = one.scene(view)
    scene = one.narrow(view) if is_narrow and one.narrow else wide
    if scene is None or wide is None:
        return None
    if is_inside:
        return shelf.packed(picture.file(scene, mark).encode(), "image/svg+xml"), picture.digest(wide)
    edition, when = view.edition, day(view.edition.published_at.date())
    facts = {"product": say("frame.product"), "date": when}
    shown = taking.shown(name, view, choices)
    code = validity.code(edition, shown)
    source = say("concept.alone", **facts) if mark else say("frame.alone", label=edition.label, code=code, **facts)
    scanned = qr.of_figures(edition, shown)
    alone = picture.alone(scene, source, mark, scanned.corner if scanned else None)
    return shelf.packed(alone.encode(), "image/svg+xml"), picture.digest(wide)


@lru_cache(maxsize=_KEPT)
def page(name: str, view: View, choices: Choices = (), mark: str = "", *, is_framed: bool = False) -> Kept | None:
    """The page about the drawing; None where there is nothing to draw. is_framed: its form in a frame elsewhere."""
    made = figure_page.of(name, view, choices, mark, is_framed=is_framed)
    return None if made is None else shelf.packed(made.encode(), "text/html")


@lru_cache(maxsize=_KEPT)
def region(edition: Edition, code: str, mark: str = "") -> Kept:
    """The page about a region."""
    return shelf.packed(region_page.of(edition, code, mark).encode(), "text/html")


@lru_cache(maxsize=_KEPT)
def table(name: str, view: View, form: str, choices: Choices = (), mark: str = "") -> Kept | None:
    """The figures of the drawing as a file ('.csv' or '.xlsx'); None where it shows no published figures."""
    shown = taking.shown(name, view, choices)
    if stated := taking.stated(name, view, choices):
        return _states(name, view, form, choices, stated, mark)
    if not shown:
        return None
    if form == ".csv":
        data, kind = dutch_csv.of(shown, mark, view.edition), "text/csv"
    else:
        data, kind = workbook.of(view.edition, shown, mark, *_titled(name, view, choices)), _XLSX
    said = view.said()
    chosen = (value.replace("_", "-").replace(",", "-") for _, value in choices)
    what = "-".join([name, *(said[one] for one in taking.uses(name) if said[one]), *chosen])
    is_concept = view.edition.is_concept
    return shelf.packed(data, kind, names.file_name(view.edition.label, what, shown, form, is_concept=is_concept))


@lru_cache(maxsize=256)
def shared(name: str, view: View, size: card.Size, choices: Choices = (), mark: str = "") -> Kept | None:
    """The drawing as a picture of a fixed size, to share; None where there is nothing to draw."""
    made = card.of(name, view, size, choices, mark)
    return None if made is None else shelf.packed(made, "image/png", card.file_name(name, view, size, choices))


@lru_cache(maxsize=64)
def whole(edition: Edition, name: str, form: str, mark: str) -> Kept | None:
    """A whole table of an edition, in one of the forms; None where it does not publish that."""
    known = {one.ending: one for one in FORMS}
    if name not in figures.published(edition) or form not in known:
        return None
    found = figures.select(edition, name)
    file_name = names.file_name(edition.label, name, found, form, is_concept=edition.is_concept)
    return shelf.packed(known[form].make(edition, found, mark), known[form].mime, file_name)


@lru_cache(maxsize=2)
def everything(edition: Edition, mark: str) -> Kept:
    """All tables of an edition, in every form, as one zip."""
    return shelf.packed(exports.zipped(edition, mark), "application/zip", exports.zip_name(edition))


@lru_cache(maxsize=2)
def all_sheets(edition: Edition, mark: str) -> Kept:
    """All tables of an edition as one workbook."""
    return shelf.packed(sheets.of(edition, mark), _XLSX, sheets.file_name(edition))


def _states(name: str, view: View, form: str, choices: Choices, stated: Sequence[State], mark: str) -> Kept:
    if form == ".csv":
        data, kind = state_files.csv_of(view.edition, stated, mark), "text/csv"
    else:
        data, kind = state_files.workbook_of(view.edition, stated, mark, *_titled(name, view, choices)), _XLSX
    what = "-".join([name, *(value.replace("_", "-") for _, value in choices)])
    return shelf.packed(data, kind, state_files.file_name(view.edition, what, stated, form))


def _titled(name: str, view: View, choices: Choices) -> tuple[str, str]:
    """What a drawing is called and the address of the page about it; of a table that of its page in the monitor."""
    if name in taking.TABLES:
        said = view.said()
        asked = {one: said[one] for one in taking.uses(name) if said[one]}
        return "", f"{taking.TABLES[name].page}?{urlencode({'uitgave': view.edition.label, **asked})}"
    scene = registry.find(name, choices).scene(view)
    return "" if scene is None else scene.title, registry.address(name, view, "", choices)
