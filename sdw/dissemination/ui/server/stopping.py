"""Stopping in time: a visitor who is still busy, or a script that still runs, does not keep the port occupied."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import FrameType
from typing import Any

from starlette.types import ASGIApp

from sdw.dissemination.ui.server import warm

#: What is not done in so many seconds after the signal is broken off.
GRACE = 3.5
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@asynccontextmanager
async def in_time(app: ASGIApp) -> AsyncIterator[dict[str, Any]]:
    """The life of the server: from its start on, a signal to stop also starts a clock; warm before it answers."""
    if threading.current_thread() is threading.main_thread():
        for number in _SIGNALS:
            _add_clock(number)
    await warm.up(app)
    yield {}


def _add_clock(number: signal.Signals) -> None:
    before = signal.getsignal(number)

    def stop(received: int, frame: FrameType | None) -> None:
        clock = threading.Timer(GRACE, os._exit, [0])
        clock.daemon = True
        clock.start()
        if callable(before):
            before(received, frame)

    signal.signal(number, stop)
