"""What is at an address of our own, asked of the room that answers it: without a server, and past the gate."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from starlette.types import Message, Scope

from sdw.dissemination.ui.paper import served
from sdw.dissemination.ui.server import addresses
from sdw.dissemination.ui.server.answers import Answering
from sdw.dissemination.ui.view import drawn, open_data, slides, still_valid
from sdw.dissemination.ui.view.light import regional

#: By what its addresses begin with.
ROOMS = {
    addresses.DRAWINGS: drawn.answers,
    addresses.REGIONS: regional.answers,
    addresses.PAPERS: served.answers,
    addresses.DECKS: slides.answers,
    addresses.OPEN_DATA: open_data.answers,
    addresses.CODES: still_valid.answers,
}
#: Status, headers by their name in lower case, body.
Got = tuple[int, dict[str, str], bytes]


def got(address: str, method: str = "GET", **headers: str) -> Got:
    """The answer to a request that the gate let in; `_` in the name of a header stands for `-`."""
    parts, said = urlsplit(address), []
    scope: Scope = {
        **{"type": "http", "method": method, "path": f"/{parts.path}", "query_string": parts.query.encode()},
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }

    async def send(message: Message) -> None:
        said.append(message)

    room = next(answers for start, answers in ROOMS.items() if parts.path.startswith(start))
    assert asyncio.run(room(scope, parts.path, Answering(scope, send, {})))
    told = {name.decode().lower(): value.decode() for name, value in said[0]["headers"]}
    return said[0]["status"], told, b"".join(one.get("body", b"") for one in said[1:])
