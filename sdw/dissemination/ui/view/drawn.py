"""Drawings by address: `f/<edition>/<name>.svg?regio=AM05`, without a script of a page behind it.

An address names an edition, a drawing and what of the view it depends on (`registry.address`). It holds what the
edition shows and nothing else, so whoever asks, and whichever process answers, gets the same. What is not exactly
there is not found: an address says what it shows, and never shows something near it.

Alone it comes with its title, what it shows (and that figures are invented, where they are) and the edition. A
page, which says all that around it, asks for it without (`picture.INSIDE`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.types import Scope

from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import picture
from sdw.dissemination.ui.server import shelf
from sdw.dissemination.ui.server.addresses import DRAWINGS
from sdw.dissemination.ui.server.answers import Answering
from sdw.dissemination.ui.server.shelf import Kept
from sdw.dissemination.ui.view.choices import choose
from sdw.edition import editions
from sdw.text.dutch import say
from sdw.text.errors import UserError

_ADDRESS = re.compile(rf"{DRAWINGS}([^/]{{1,60}})/([a-z-]{{1,40}})\.svg")
_LONGEST = 400
#: So many drawings are kept, as they are and packed: the map takes some 45 KB, the others less than 20.
_KEPT = 1024


async def answers(scope: Scope, address: str, answering: Answering) -> bool:
    """True when the request was for a drawing: it is sent, or there is none."""
    if not address.startswith(DRAWINGS):
        return False
    query = scope.get("query_string", b"").decode("latin-1")
    found = _ADDRESS.fullmatch(address)
    if found is None or scope["method"] not in ("GET", "HEAD") or len(query) > _LONGEST:
        await answering.refuse(404)
        return True
    asked = dict(parse_qsl(query))
    drawn = await run_in_threadpool(_found, found[1], found[2], asked)
    if drawn is None:
        await answering.refuse(404)
    else:
        file, digest = drawn
        await shelf.hand_out(file, scope, answering, is_fixed=asked.get(picture.DIGEST) == digest)
    return True


def _found(label: str, name: str, asked: dict[str, str]) -> tuple[Kept, str] | None:
    """The drawing at an address and the digest under which it never changes; None where the edition has no such
    drawing of exactly this view.
    """
    drawing = registry.ALL.get(name)
    if drawing is None:
        return None
    try:
        edition = editions.find(label)
    except UserError:
        return None
    wanted = {one: text for one, text in asked.items() if one in drawing.uses}
    chosen = choose(edition, menu.by_name(drawing.page), wanted)
    if chosen.notes or asked.keys() - {*drawing.uses, picture.SMALL, picture.INSIDE, picture.DIGEST}:
        return None
    return _kept(name, chosen.view, is_narrow=picture.SMALL in asked, is_inside=picture.INSIDE in asked)


@lru_cache(maxsize=_KEPT)
def _kept(name: str, view: View, *, is_narrow: bool, is_inside: bool) -> tuple[Kept, str] | None:
    drawing = registry.ALL[name]
    wide = drawing.scene(view)
    scene = drawing.narrow(view) if is_narrow and drawing.narrow else wide
    if scene is None or wide is None:
        return None
    if is_inside:
        return shelf.packed(picture.file(scene).encode(), "image/svg+xml"), picture.digest(wide)
    edition = say("frame.top", product=say("frame.product"), label=view.edition.label)
    return shelf.packed(picture.alone(scene, edition).encode(), "image/svg+xml"), picture.digest(wide)
