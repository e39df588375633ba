"""The page of a region by its address: `r/AM05`, of the newest edition; with `?uitgave=…` of that one, for ever.

A region is found by its code or its name, whatever the case: an address is typed from paper.
"""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import Scope

from sdw.dissemination.ui.server import shelf, visitor
from sdw.dissemination.ui.server.addresses import REGIONS
from sdw.dissemination.ui.server.answers import Answering
from sdw.dissemination.ui.server.shelf import Kept
from sdw.dissemination.ui.view import taken
from sdw.edition import editions
from sdw.edition.approval import access, concept
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.text.errors import UserError

_ADDRESS = re.compile(rf"{REGIONS}([\w' .-]{{1,60}})")
_LONGEST = 100
_EDITION = "uitgave"


async def answers(scope: Scope, address: str, answering: Answering) -> bool:
    """True when the request was for a region: its page is sent, or there is none."""
    if not address.startswith(REGIONS):
        return False
    asked = _asked(scope.get("query_string", b"").decode("latin-1"))
    found = _ADDRESS.fullmatch(address)
    if found is None or asked is None or scope["method"] not in ("GET", "HEAD"):
        await answering.refuse(404)
        return True
    headers = Headers(scope=scope)
    shown = visitor.shown_in(headers), visitor.moment_in(headers)
    made = await run_in_threadpool(_found, shown, found[1], asked.get(_EDITION))
    if made is None:
        await answering.refuse(404)
        return True
    file, edition = made
    await shelf.hand_out(file, scope, answering, is_fixed=_EDITION in asked, is_secret=edition.is_concept)
    return True


def _asked(query: str) -> dict[str, str] | None:
    """What is asked beside the region: the label of an edition, or nothing; None for anything else."""
    asked = dict(parse_qsl(query, keep_blank_values=True))
    return asked if len(query) <= _LONGEST and not asked.keys() - {_EDITION} and all(asked.values()) else None


def _found(shown: tuple[str, dt.datetime | None], text: str, label: str | None) -> tuple[Kept, Edition] | None:
    """The page of a region in an edition; None where one of the two is not there, or not for who asks."""
    with access.shown(*shown):
        try:
            code = regions.resolve(text).code
            edition = editions.find(label)
            return taken.region(edition, code, concept.mark(edition)), edition
        except UserError:
            return None
