"""Decks by address: `d/<edition>/<set>?dias=…&regio=AM05`; with '.html' a file for a hall, '.pptx' for PowerPoint.

No script of a page stands behind it: whichever process answers gives the same. What is not exactly there is not
found. Of a concept it is for who holds its link, and kept nowhere on the way.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import Scope

from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.exports.hall import files
from sdw.dissemination.ui.server import shelf, visitor
from sdw.dissemination.ui.server.addresses import DECKS
from sdw.dissemination.ui.server.answers import Answering
from sdw.dissemination.ui.server.shelf import Kept
from sdw.dissemination.ui.view.drawn import LATEST
from sdw.edition import editions
from sdw.edition.approval import access, concept
from sdw.edition.editions import Edition
from sdw.text.errors import UserError

_ADDRESS = re.compile(rf"{DECKS}([^/]{{1,60}})/([a-z-]{{1,40}})(\.html|\.pptx|)")
_ASKED = frozenset({"dias", "regio"})
_LONGEST = 600
#: So many decks are kept, each some 600 KB as it is and packed.
_KEPT = 24


async def answers(scope: Scope, address: str, answering: Answering) -> bool:
    """True when the request was for a deck: it is sent, or there is none."""
    if not address.startswith(DECKS):
        return False
    query = scope.get("query_string", b"").decode("latin-1")
    place = place_of(address)
    if place is None or scope["method"] not in ("GET", "HEAD") or len(query) > _LONGEST:
        await answering.refuse(404)
        return True
    headers = Headers(scope=scope)
    shown = visitor.shown_in(headers), visitor.moment_in(headers)
    found = await run_in_threadpool(_found, shown, place, dict(parse_qsl(query)))
    if found is None:
        await answering.refuse(404)
    else:
        file, is_secret = found
        await shelf.hand_out(file, scope, answering, is_fixed=False, is_secret=is_secret)
    return True


def place_of(address: str) -> tuple[str, str, str] | None:
    """The edition, the set and the ending in an address; None where it is of no deck."""
    found = _ADDRESS.fullmatch(address)
    return None if found is None else (found[1], found[2], found[3])


def _found(
    shown: tuple[str, dt.datetime | None], place: tuple[str, str, str], asked: dict[str, str]
) -> tuple[Kept, bool] | None:
    """The deck, and whether it is of a concept; None where there is none of exactly this, or not for who asks."""
    if asked.keys() - _ASKED:
        return None
    label, name, form = place
    picked = tuple(filter(None, asked.get("dias", "").split(",")))
    with access.shown(*shown):
        try:
            edition = editions.find(None if label == LATEST else label)
            kept = _kept(edition, name, picked, asked.get("regio", ""), form, concept.mark(edition))
        except UserError:
            return None
        return kept, edition.is_concept


@lru_cache(maxsize=_KEPT)
def _kept(edition: Edition, name: str, picked: tuple[str, ...], region: str, form: str, mark: str) -> Kept:
    made = deck.of(edition, name, picked, region)
    if form == ".pptx":
        from sdw.dissemination.exports.powerpoint import files as powerpoint  # only who asks waits for its package

        return shelf.packed(powerpoint.written(made, mark), powerpoint.MIME, powerpoint.name(made))
    file_name = files.name(made) if form else ""
    return shelf.packed(files.written(made, mark).encode(), "text/html", file_name)
