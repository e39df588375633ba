"""Drawings by address: `f/<edition>/<name>.svg?regio=AM05`, without a script of a page behind it.

An address names an edition (or the newest one, `laatste`), a drawing and what of the view it depends on
(`registry.address`). It holds what the edition shows and nothing else, so whoever asks, and whichever process
answers, gets the same. What is not exactly there is not found: an address says what it shows, and never shows
something near it. Without an ending it is a page about the drawing; '.csv' and '.xlsx' are its figures.

Alone it comes with its title, what it shows (and that figures are invented, where they are) and the edition. A
page, which says all that around it, asks for it without (`picture.INSIDE`).
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.types import Scope

from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import picture
from sdw.dissemination.ui.server import shelf
from sdw.dissemination.ui.server.addresses import DRAWINGS
from sdw.dissemination.ui.server.answers import Answering
from sdw.dissemination.ui.server.shelf import Kept
from sdw.dissemination.ui.view import taken
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import editions
from sdw.text.errors import UserError

_ADDRESS = re.compile(rf"{DRAWINGS}([^/]{{1,60}})/([a-z-]{{1,40}})(\.svg|\.csv|\.xlsx|)")
_LONGEST = 400
#: The newest edition, under the name that is in an address.
LATEST = "laatste"
#: How a drawing is asked for, beside what it is of.
_HOW = frozenset({picture.SMALL, picture.INSIDE, picture.DIGEST})


async def answers(scope: Scope, address: str, answering: Answering) -> bool:
    """True when the request was for a drawing or what belongs to it: it is sent, or there is none."""
    if not address.startswith(DRAWINGS):
        return False
    query = scope.get("query_string", b"").decode("latin-1")
    found = _ADDRESS.fullmatch(address)
    if found is None or scope["method"] not in ("GET", "HEAD") or len(query) > _LONGEST:
        await answering.refuse(404)
        return True
    asked = dict(parse_qsl(query))
    drawn = await run_in_threadpool(_found, found[1], found[2], found[3], asked)
    if drawn is None:
        await answering.refuse(404)
    else:
        file, digest = drawn
        await shelf.hand_out(file, scope, answering, is_fixed=asked.get(picture.DIGEST) == digest)
    return True


def _found(label: str, name: str, form: str, asked: dict[str, str]) -> tuple[Kept, str] | None:
    """What is at an address and the digest under which it never changes ('' for none); None where the edition has
    no such drawing of exactly this view.
    """
    drawing = registry.ALL.get(name)
    if drawing is None:
        return None
    try:
        edition = editions.find(None if label == LATEST else label)
    except UserError:
        return None
    wanted = {one: text for one, text in asked.items() if one in drawing.uses}
    chosen = choose(edition, menu.by_name(drawing.page), wanted)
    if chosen.notes or asked.keys() - (_HOW if form == ".svg" else set()) - set(drawing.uses):
        return None
    if form == ".svg":
        return taken.drawing(name, chosen.view, is_narrow=picture.SMALL in asked, is_inside=picture.INSIDE in asked)
    kept = taken.table(name, chosen.view, form) if form else taken.page(name, chosen.view)
    return None if kept is None else (kept, "")
