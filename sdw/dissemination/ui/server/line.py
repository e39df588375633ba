"""The websocket of a visitor: only messages that our pages send come through, and a wrong one costs one line."""

from __future__ import annotations

import logging
import time

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive
from streamlit.proto.BackMsg_pb2 import BackMsg

from sdw.dissemination.ui.server.answers import Answering
from sdw.text.dutch import say

#: The longest message of a page, in bytes: its choices, and the names of what it has already.
LIMIT = 1_000_000
#: What a page asks. Others would clear what is kept for every visitor, or tell about the machine.
ALLOWED = frozenset(
    {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request", "backend_operation_request"}
)
#: At most so many lines of log in so many seconds; the first one after that says how many were left out.
LINES, PER = 10, 60.0
#: Why a connection is closed (RFC 6455, 7.4.1).
WRONG, NOT_BINARY, TOO_BIG = 1002, 1003, 1009


class Sparing(logging.Filter):
    """Lets through so many lines in so much time, never a traceback: nobody outside can fill a disk."""

    def __init__(self, lines: int = LINES, per: float = PER) -> None:
        super().__init__()
        self._lines, self._per = lines, per
        self._since, self._count = -per, 0

    def filter(self, record: logging.LogRecord) -> bool:
        """True for a record that may be written."""
        now = time.monotonic()
        if now - self._since >= self._per:
            left_out = self._count - self._lines
            self._since, self._count = now, 0
            if left_out > 0:
                record.msg, record.args = f"{record.getMessage()} {say('gate.left_out', count=left_out)}", None
        self._count += 1
        record.exc_info = None
        return self._count <= self._lines


class FromOutside(Sparing):
    """Sparing with what the web server says of a visitor's fault; everything else it says, it says in full."""

    _SAYINGS = (
        "Invalid UTF-8 sequence received from client.",
        "Invalid HTTP request received.",
        "ASGI callable returned without completing handshake.",
    )

    def filter(self, record: logging.LogRecord) -> bool:
        """True for a record that may be written."""
        return record.msg not in self._SAYINGS or super().filter(record)


_LOG = logging.getLogger("sdw.gate")
_LOG.addFilter(Sparing())
logging.getLogger("uvicorn.error").addFilter(FromOutside())


class Line:
    """The two directions of one websocket."""

    def __init__(self, receive: Receive, answering: Answering) -> None:
        self._receive = receive
        self._answering = answering
        self._is_closed = False

    async def receive(self) -> Message:
        """The next message for the application."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            code = fault(message)
            if code:
                return await self._hang_up(code)
            if is_wanted(message["bytes"]):
                return message
            _LOG.warning(say("gate.line_unwanted"))

    async def send(self, message: Message) -> None:
        """A message of the application; nothing any more after we hung up."""
        if not self._is_closed:
            await self._answering(message)

    async def _hang_up(self, code: int) -> Message:
        _LOG.warning(say(f"gate.line_{code}"))
        self._is_closed = True
        await self._answering({"type": "websocket.close", "code": code, "reason": say(f"gate.line_{code}")})
        return {"type": "websocket.disconnect", "code": code}


def fault(message: Message) -> int:
    """The code with which a connection is closed for this message; 0 for one that can be read."""
    data = message.get("bytes")
    if data is None:
        return NOT_BINARY
    if len(data) > LIMIT:
        return TOO_BIG
    try:
        BackMsg.FromString(data)
    except DecodeError:
        return WRONG
    return 0


def is_wanted(data: bytes) -> bool:
    """True for a message that our pages send."""
    return BackMsg.FromString(data).WhichOneof("type") in ALLOWED
