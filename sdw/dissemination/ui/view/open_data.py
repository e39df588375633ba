"""Open data by address: `o/<edition>/<file>`, the catalogue `o/catalogus.ttl` and `.jsonld`, without a script.

Of public editions alone, for whoever asks: a concept has no open data, also not for who holds its link. A file of a
named edition never changes; `o/laatste/…` leads to that of the newest one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.types import Scope

from sdw.dissemination.exports.open import files
from sdw.dissemination.ui.server import shelf
from sdw.dissemination.ui.server.addresses import OPEN_DATA
from sdw.dissemination.ui.server.answers import Answering
from sdw.dissemination.ui.server.shelf import Kept
from sdw.dissemination.ui.view.drawn import LATEST
from sdw.edition import editions, paths
from sdw.edition.editions import Edition
from sdw.text.errors import UserError

_FILE = re.compile(rf"{OPEN_DATA}([^/]{{1,60}})/([a-z-]{{1,40}}\.[a-z]{{2,10}})")
#: The catalogue, by its name in an address, with its media type; without an ending it leads to the first.
CATALOGUES = {"catalogus.ttl": "text/turtle", "catalogus.jsonld": "application/ld+json"}
_CATALOGUE = "catalogus"
#: So many files are kept: the largest takes some 700 KB, and a packed copy beside it.
_KEPT = 128


async def answers(scope: Scope, address: str, answering: Answering) -> bool:
    """True when the request was for open data: it is sent, or there is none."""
    if not address.startswith(OPEN_DATA):
        return False
    if scope["method"] not in ("GET", "HEAD") or scope.get("query_string", b""):
        await answering.refuse(404)
        return True
    name = address.removeprefix(OPEN_DATA)
    if name == _CATALOGUE:
        await answering.lead(next(iter(CATALOGUES)))
    elif name in CATALOGUES:
        made = await run_in_threadpool(catalogue, name)
        await shelf.hand_out(made, scope, answering, is_fixed=False)
    else:
        await _file(scope, address, answering)
    return True


async def _file(scope: Scope, address: str, answering: Answering) -> None:
    place = _FILE.fullmatch(address)
    edition = await run_in_threadpool(_public, place[1], place[2]) if place else None
    if place is None or edition is None:
        await answering.refuse(404)
    elif place[1] == LATEST:
        await answering.lead(f"../{edition.label}/{place[2]}")
    else:
        kept = await run_in_threadpool(_kept, edition, place[2], paths.url())
        await shelf.hand_out(kept, scope, answering, is_fixed=True)


def _public(label: str, name: str) -> Edition | None:
    """The public edition of this label that has this file; None where there is none."""
    try:
        edition = editions.find(None if label == LATEST else label)
    except UserError:
        return None
    is_there = not edition.is_concept and name in {file.name for file in files.listed(edition)}
    return edition if is_there else None


@lru_cache(maxsize=_KEPT)
def _kept(edition: Edition, name: str, _: str) -> Kept:
    """One file, made once in a process. The last: where the monitor is, which stands in what to read first."""
    file = next(one for one in files.listed(edition) if one.name == name)
    return shelf.packed(files.content(edition, name), files.MEDIA[file.ending], files.saved_as(edition, file))


def catalogue(name: str) -> Kept:
    """The catalogue of all public editions, newest first, in one of its forms."""
    return _catalogue(name, tuple(one for one in editions.every() if not one.is_concept), paths.url())


@lru_cache(maxsize=8)
def _catalogue(name: str, known: tuple[Edition, ...], _: str) -> Kept:
    from sdw.dissemination.exports.open import (
        catalogue as made,
    )  # with it comes rdflib: only who asks waits for that

    written = made.turtle(known) if name == made.TURTLE else made.json_ld(known)
    return shelf.packed(written, CATALOGUES[name])
