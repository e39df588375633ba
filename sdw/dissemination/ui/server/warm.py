"""A first visit before the server answers: what is read and made once is there when the first reader comes."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress
from pathlib import Path

from starlette.types import ASGIApp, Message, Scope
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from sdw.dissemination.ui import menu
from sdw.dissemination.ui.server.addresses import STREAM
from sdw.edition import editions

#: So many seconds the server waits for it, no longer: a reader can do without.
PATIENCE = 30.0


def answer_at_once() -> None:
    """Have every part of an answer sent as it is made.

    The port is opened in a way that makes the system hold back the second part of an answer until the first one is
    acknowledged, up to 40 ms for each file. What is set on the port holds for every connection to it.
    """
    for handle in Path("/dev/fd").iterdir():
        with suppress(OSError), socket.socket(fileno=os.dup(int(handle.name))) as held:
            if held.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                held.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


async def up(app: ASGIApp) -> None:
    """Visit the first page, as a browser does but without a connection; nothing where there is no edition yet."""
    answer_at_once()
    if not editions.every():
        return
    with suppress(TimeoutError):
        await asyncio.wait_for(_visit(app, menu.ALL[0].name), PATIENCE)


async def _visit(app: ASGIApp, page: str) -> None:
    finished = asyncio.Event()
    wish = BackMsg()
    wish.rerun_script.page_name = page
    said = iter(({"type": "websocket.connect"}, {"type": "websocket.receive", "bytes": wish.SerializeToString()}))

    async def receive() -> Message:
        message = next(said, None)
        if message is None:
            await finished.wait()
            return {"type": "websocket.disconnect", "code": 1000}
        return message

    async def send(message: Message) -> None:
        data = message.get("bytes")
        if message["type"] == "websocket.close" or (
            data and ForwardMsg.FromString(data).WhichOneof("type") == "script_finished"
        ):
            finished.set()

    scope: Scope = {
        **{"type": "websocket", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "ws"},
        **{"path": f"/{STREAM}", "raw_path": f"/{STREAM}".encode(), "query_string": b"", "root_path": ""},
        **{"headers": [(b"host", b"127.0.0.1")], "subprotocols": ["streamlit"], "client": None, "server": None},
    }
    await app(scope, receive, send)
