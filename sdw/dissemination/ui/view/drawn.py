"""Drawings by address: `f/<edition>/<name>.svg?regio=AM05`, without a script of a page behind it.

An address names an edition (or the newest one, `laatste`), a drawing and what of the view it depends on
(`registry.address`). It holds what the edition shows and nothing else, so whoever asks, and whichever process
answers, gets the same. What is not exactly there is not found: an address says what it shows, and never shows
something near it. Without an ending it is a page about the drawing (`light/`), which of a named public edition is
kept for ever, and of the newest one leads to that; '.csv' and '.xlsx' are its figures.

Alone it comes with its title, what it shows (and that figures are invented, where they are) and the edition. A
page, which says all that around it, asks for it without (`picture.INSIDE`).
"""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import parse_qsl, quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import Scope

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.taking import Tabled
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.drawings.registry import Choices, Drawing
from sdw.dissemination.exports.forms import FORMS
from sdw.dissemination.exports.paper import card
from sdw.dissemination.figures import tabled
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import picture
from sdw.dissemination.ui.server import shelf, visitor
from sdw.dissemination.ui.server.addresses import DRAWINGS
from sdw.dissemination.ui.server.answers import Answering
from sdw.dissemination.ui.server.shelf import Kept
from sdw.dissemination.ui.view import taken
from sdw.dissemination.ui.view.choices import choose
from sdw.dissemination.ui.view.light import share
from sdw.edition import editions
from sdw.edition.approval import access, concept
from sdw.edition.editions import Edition
from sdw.text.errors import UserError

_ADDRESS = re.compile(rf"{DRAWINGS}([^/]{{1,60}})/([a-z-]{{1,40}})(\.svg|\.png|\.csv|\.xlsx|)")
#: Whole tables, and all of them: `f/<edition>/alles/gestart.xlsx`, `f/<edition>/alles.zip` and `….xlsx`.
WHOLE = "alles"
_ENDINGS = "|".join(re.escape(form.ending) for form in FORMS)
_TABLE = re.compile(rf"{DRAWINGS}([^/]{{1,60}})/({WHOLE}/[a-z0-9_]{{1,60}})({_ENDINGS})")
_ALL = re.compile(rf"{DRAWINGS}([^/]{{1,60}})/({WHOLE})(\.zip|\.xlsx)")
_LONGEST = 400
#: The newest edition, under the name that is in an address.
LATEST = "laatste"
#: How a drawing is asked for, beside what it is of.
_HOW = frozenset({picture.SMALL, picture.INSIDE, picture.DIGEST})
#: The size of a picture to share, as '1080x1080'.
SIZE = "maat"
_SIZES = {f"{width}x{height}": (width, height) for width, height in card.SIZES}


async def answers(scope: Scope, address: str, answering: Answering) -> bool:
    """True when the request was for a drawing or what belongs to it: it is sent, or there is none."""
    if not address.startswith(DRAWINGS):
        return False
    query = scope.get("query_string", b"").decode("latin-1")
    place = place_of(address)
    if place is None or scope["method"] not in ("GET", "HEAD") or len(query) > _LONGEST:
        await answering.refuse(404)
        return True
    asked = dict(parse_qsl(query))
    headers = Headers(scope=scope)
    shown = visitor.shown_in(headers), visitor.moment_in(headers)
    drawn = await run_in_threadpool(_found, shown, place, asked)
    if drawn is None:
        await answering.refuse(404)
        return True
    file, digest, edition = drawn
    label, name, form = place
    if label == LATEST and not form:
        query = f"?{urlencode(asked)}" if asked else ""
        await answering.lead(f"../{quote(edition.label, safe='')}/{name}{query}")
        return True
    is_fixed = asked.get(picture.DIGEST) == digest if form else True
    await shelf.hand_out(file, scope, answering, is_fixed=is_fixed, is_secret=edition.is_concept)
    return True


def place_of(address: str) -> tuple[str, str, str] | None:
    """The edition, the name and the ending in an address; None where it is of no drawing or table."""
    found = next(filter(None, (one.fullmatch(address) for one in (_ADDRESS, _TABLE, _ALL))), None)
    return None if found is None else (found[1], found[2], found[3])


def _found(
    shown: tuple[str, dt.datetime | None], place: tuple[str, str, str], asked: dict[str, str]
) -> tuple[Kept, str, Edition] | None:
    """What is at an address, the digest under which it never changes ('' for none) and the edition it is of; None
    where that has no such drawing or table of exactly this view, or is not for who asks.

    shown: the token that who asks shows, and the moment as on which they look.
    """
    label, name, form = place
    with access.shown(*shown):
        try:
            edition = editions.find(None if label == LATEST else label)
            found = _in(edition, name, form, asked)
        except UserError:
            return None
        return None if found is None else (*found, edition)


def _in(edition: Edition, name: str, form: str, asked: dict[str, str]) -> tuple[Kept, str] | None:
    if name == WHOLE or name.startswith(f"{WHOLE}/"):
        return _whole(edition, name, form) if not asked else None
    asked_of = registry.ALL.get(name) or taking.TABLES.get(name)
    if asked_of is None:
        return None
    if isinstance(asked_of, Tabled):
        return _table(name, asked_of, edition, form, asked)
    return _drawing(name, asked_of, edition, form, asked)


def _whole(edition: Edition, name: str, form: str) -> tuple[Kept, str] | None:
    """A whole table of the edition, or all of them as one zip or one workbook."""
    mark = concept.mark(edition)
    if name == WHOLE:
        all_of = {".zip": taken.everything, ".xlsx": taken.all_sheets}.get(form)
        return None if all_of is None else (all_of(edition, mark), "")
    kept = taken.whole(edition, name.removeprefix(f"{WHOLE}/"), form, mark)
    return None if kept is None else (kept, "")


def _drawing(
    name: str, drawing: Drawing, edition: Edition, form: str, asked: dict[str, str]
) -> tuple[Kept, str] | None:
    """A drawing of exactly this view, as the reader chose it."""
    wanted = {one: text for one, text in asked.items() if one in drawing.uses}
    chosen = choose(edition, menu.by_name(drawing.page), wanted)
    how = {".svg": _HOW, ".png": {SIZE}, "": {share.FRAMED}}.get(form, set())
    if chosen.notes or asked.keys() - {*drawing.uses, *drawing.choices, *how}:
        return None
    if asked.get(share.FRAMED, "1") != "1":
        return None
    if any(asked.get(one, values[0]) not in values for one, values in drawing.choices.items()):
        return None
    picked = tuple((one, asked[one]) for one, values in drawing.choices.items() if asked.get(one) in values[1:])
    mark = concept.mark(edition)
    if form == ".svg":
        is_narrow, is_inside = picture.SMALL in asked, picture.INSIDE in asked
        return taken.drawing(name, chosen.view, picked, is_narrow=is_narrow, is_inside=is_inside, mark=mark)
    kept = _made(name, chosen.view, form, picked, mark, asked)
    return None if kept is None else (kept, "")


def _made(name: str, view: View, form: str, picked: Choices, mark: str, asked: dict[str, str]) -> Kept | None:
    """The picture of a size, the page, or the figures of a drawing."""
    if form == ".png":
        size = _SIZES.get(asked.get(SIZE, next(iter(_SIZES))))
        return None if size is None else taken.shared(name, view, size, picked, mark)
    if form:
        return taken.table(name, view, form, picked, mark)
    return taken.page(name, view, picked, mark, is_framed=share.FRAMED in asked)


def _table(name: str, table: Tabled, edition: Edition, form: str, asked: dict[str, str]) -> tuple[Kept, str] | None:
    """The figures of a table of exactly this view; a table is no picture and has no page of its own."""
    wanted = {one: text for one, text in asked.items() if one in table.uses}
    chosen = choose(edition, menu.by_name(table.page), wanted)
    if form not in (".csv", ".xlsx") or chosen.notes or asked.keys() - {*table.uses, *table.several}:
        return None
    picked = tuple((one, asked[one]) for one in table.several if one in asked)
    if any(not _is_choice(text.split(","), table.several[one], chosen.view.region) for one, text in picked):
        return None
    kept = taken.table(name, chosen.view, form, picked, concept.mark(edition))
    return None if kept is None else (kept, "")


def _is_choice(codes: list[str], allowed: tuple[str, ...], own: str) -> bool:
    """Whether a page lets a reader choose these: each exists, once, not too many, and none is `own`."""
    return len(codes) == len(set(codes)) <= tabled.MOST and set(codes) <= set(allowed) - {own}
