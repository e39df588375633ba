"""Documents by name: the factsheet of a region or of all, the packs, and every page of the menu.

An edition does not change, so a document is made once in a process and kept; who asks another process gets the same
bytes. What says how many days are left is of the day on which it is made.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from sdw.dissemination.exports import names
from sdw.dissemination.exports.paper import sheet
from sdw.dissemination.exports.paper.sheet import Chapter
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.agreeing import whole
from sdw.dissemination.ui.paper import colophon, factsheet, packs
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import editions, figures
from sdw.edition.approval import access, concept
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.text.dutch import listing, say
from sdw.text.errors import UserError

#: The factsheet of one region, and those of all.
ONE, ALL_REGIONS = "regio", "regios"
#: Every document that can be asked for; a pack goes before the page of the same name.
NAMES = tuple(dict.fromkeys((ONE, ALL_REGIONS, *packs.ALL, *whole.PAGES)))
#: Those that depend on the filters of a page of the menu.
FILTERED = tuple(name for name in NAMES if name in whole.PAGES and name not in packs.ALL)
_EPOCH = (1980, 1, 1, 0, 0, 0)
#: So many are kept: 35 factsheets, the packs, and pages as readers chose them; at 40 to 400 KB each.
_KEPT = 128


@dataclass(frozen=True, slots=True)
class File:
    """A document ready to be handed out."""

    name: str
    data: bytes
    mime: str = "application/pdf"


def of(view: View, name: str) -> File:
    """The document of this name (`NAMES`), of a view on an edition that who asks may read."""
    editions.refuse_unread(view.edition)
    mark = concept.mark(view.edition)
    if name == ALL_REGIONS:
        return _zipped(view.edition, mark)
    if name == ONE:
        return _factsheet(view, mark)
    known = tuple(editions.every())
    if name in packs.ALL:
        return _pack(name, view.edition, known, access.today(), mark)
    return _page(name, view, known, access.today(), mark)


def named(edition: Edition, name: str, region: str) -> tuple[int, Iterator[tuple[str, bytes]]]:
    """A document as a command asks for it: how many files are made, and each; the one that is asked for comes last.

    Raises:
        UserError: no document has this name, or the name or the region is left out.
    """
    if name not in NAMES:
        raise UserError("paper.no_document", name=name, known=listing(list(NAMES)))
    if name == ONE and not region:
        raise UserError("paper.no_region")
    wanted = {"regio": region} if region else {}
    view = choose(edition, menu.by_name(name) if name in FILTERED else menu.ALL[0], wanted).view
    before = factsheets(edition) if name == ALL_REGIONS else iter(())
    files = chain(before, (of(view, name) for _ in (name,)))
    count = len(regions.CODES) + 1 if name == ALL_REGIONS else 1
    return count, ((one.name, one.data) for one in files)


def exactly(edition: Edition, name: str, asked: Mapping[str, str]) -> File | None:
    """A document of exactly this view, as an address asks for it; None where the edition has none.

    A page has the filters of that page; a pack and the zip have none.
    """
    page = menu.by_name(name) if name in FILTERED else None
    if asked.keys() - set(page.uses if page else ()) or (name == ONE and "regio" not in asked):
        return None
    chosen = choose(edition, page or menu.ALL[0], asked)
    return None if chosen.notes else of(chosen.view, name)


def factsheets(edition: Edition) -> Iterator[File]:
    """The factsheet of every region, in the order of their codes."""
    for code in regions.CODES:
        yield of(choose(edition, menu.by_name("regio"), {"regio": code}).view, ONE)


@lru_cache(maxsize=_KEPT)
def _factsheet(view: View, mark: str) -> File:
    about, chapters = factsheet.of(view)
    period = [] if view == choose(view.edition, menu.by_name(ONE), {"regio": view.region}).view else [view.period]
    what = "-".join([say("paper.file.regio"), view.region, figures.place_of(view.edition, view.region), *period])
    return File(_named(view.edition, what), sheet.pdf(about, chapters))


@lru_cache(maxsize=4)
def _zipped(edition: Edition, mark: str) -> File:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in factsheets(edition):
            archive.writestr(zipfile.ZipInfo(one.name, _EPOCH), one.data, zipfile.ZIP_DEFLATED)
    name = _named(edition, say("paper.file.regios")).removesuffix(".pdf") + ".zip"
    return File(name, target.getvalue(), "application/zip")


@lru_cache(maxsize=8)
def _pack(name: str, edition: Edition, known: packs.Known, today: dt.date, mark: str) -> File:
    about, chapters = packs.ALL[name](edition, known, today)
    return File(_named(edition, say(f"paper.file.{name}")), sheet.pdf(about, chapters))


@lru_cache(maxsize=_KEPT)
def _page(name: str, view: View, known: packs.Known, today: dt.date, mark: str) -> File:
    said = view.said()
    what = "-".join([name, *(said[one] for one in menu.by_name(name).uses if said.get(one))])
    return File(_named(view.edition, what), sheet.pdf(*of_page(name, view, known, today)))


def of_page(name: str, view: View, known: packs.Known, today: dt.date) -> packs.Made:
    """A page of the menu as a document."""
    made = whole.PAGES[name](view, known, today)
    about = colophon.sheet(view.edition, made.title, menu.by_name(name).entry, colophon.of_page(name, view))
    return about, (Chapter("", made.parts),)


def _named(edition: Edition, what: str) -> str:
    return names.of_document(edition.label, what, is_concept=edition.is_concept, has_examples=edition.has_examples)
