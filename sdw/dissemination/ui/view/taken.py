"""What is handed out at the address of a drawing: the drawing, a page about it, and its figures in a file."""

from __future__ import annotations

from functools import lru_cache

from sdw.dissemination.blocks import taking
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.drawings.registry import Choices
from sdw.dissemination.exports import dutch_csv, names, workbook
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import picture
from sdw.dissemination.ui.server import shelf
from sdw.dissemination.ui.server.shelf import Kept
from sdw.dissemination.ui.view import light_page
from sdw.text.dutch import day, say

#: So many answers are kept, as they are and packed: the map takes some 45 KB, the others less than 20.
_KEPT = 1024
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@lru_cache(maxsize=_KEPT)
def drawing(
    name: str, view: View, choices: Choices = (), *, is_narrow: bool, is_inside: bool
) -> tuple[Kept, str] | None:
    """The drawing of a view and the digest under which it never changes; None where there is nothing to draw."""
    one = registry.find(name, choices)
    wide = one.scene(view)
    scene = one.narrow(view) if is_narrow and one.narrow else wide
    if scene is None or wide is None:
        return None
    if is_inside:
        return shelf.packed(picture.file(scene).encode(), "image/svg+xml"), picture.digest(wide)
    edition, when = view.edition, day(view.edition.published_at.date())
    source = say("frame.alone", product=say("frame.product"), label=edition.label, date=when)
    return shelf.packed(picture.alone(scene, source).encode(), "image/svg+xml"), picture.digest(wide)


@lru_cache(maxsize=_KEPT)
def page(name: str, view: View, choices: Choices = ()) -> Kept | None:
    """The page about the drawing; None where there is nothing to draw."""
    scene = registry.find(name, choices).scene(view)
    return None if scene is None else shelf.packed(light_page.of(name, view, scene, choices).encode(), "text/html")


@lru_cache(maxsize=_KEPT)
def table(name: str, view: View, form: str, choices: Choices = ()) -> Kept | None:
    """The figures of the drawing as a file ('.csv' or '.xlsx'); None where it shows no published figures."""
    shown = taking.shown(name, view, choices)
    if not shown:
        return None
    data, kind = (dutch_csv.of(shown), "text/csv") if form == ".csv" else (workbook.of(view.edition, shown), _XLSX)
    said = view.said()
    chosen = (value.replace("_", "-").replace(",", "-") for _, value in choices)
    what = "-".join([name, *(said[one] for one in taking.uses(name) if said[one]), *chosen])
    return shelf.packed(data, kind, names.file_name(view.edition.label, what, shown, form))
