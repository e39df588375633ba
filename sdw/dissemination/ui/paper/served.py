"""Documents by address, without a script of a page behind them: `p/<edition>/<name>.pdf?regio=AM05`.

As drawings (`ui/view/drawn.py`): who asks gets what the edition shows and nothing else, from whichever process, and
what is not exactly there is not found.
"""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import Scope

from sdw.dissemination.ui.server import shelf, visitor
from sdw.dissemination.ui.server.addresses import PAPERS
from sdw.dissemination.ui.server.answers import Answering
from sdw.dissemination.ui.server.shelf import Kept
from sdw.dissemination.ui.view.drawn import LATEST
from sdw.edition import editions
from sdw.edition.approval import access
from sdw.text.errors import UserError

_ADDRESS = re.compile(rf"{PAPERS}([^/]{{1,60}})/([a-z]{{1,40}})\.(pdf|zip)")
_LONGEST = 400


async def answers(scope: Scope, address: str, answering: Answering) -> bool:
    """True when the request was for a document: it is sent, or there is none."""
    if not address.startswith(PAPERS):
        return False
    place, query = _ADDRESS.fullmatch(address), scope.get("query_string", b"").decode("latin-1")
    if place is None or scope["method"] not in ("GET", "HEAD") or len(query) > _LONGEST:
        await answering.refuse(404)
        return True
    headers = Headers(scope=scope)
    shown = visitor.shown_in(headers), visitor.moment_in(headers)
    found = await run_in_threadpool(_found, shown, (place[1], place[2], place[3]), dict(parse_qsl(query)))
    if found is None:
        await answering.refuse(404)
        return True
    file, is_secret = found
    await shelf.hand_out(file, scope, answering, is_fixed=False, is_secret=is_secret)
    return True


def _found(
    shown: tuple[str, dt.datetime | None], place: tuple[str, str, str], asked: dict[str, str]
) -> tuple[Kept, bool] | None:
    """The document at an address, and whether it is of a concept; None where who asks has none there."""
    from sdw.dissemination.ui.paper import documents  # with it come numpy and scipy: only who asks waits for them

    label, name, form = place
    if name not in documents.NAMES or (form == "zip") != (name == documents.ALL_REGIONS):
        return None
    with access.shown(*shown):
        try:
            edition = editions.find(None if label == LATEST else label)
            file = documents.exactly(edition, name, asked)
        except UserError:
            return None
        if file is None:
            return None
        return shelf.packed(file.data, file.mime, file.name), edition.is_concept
