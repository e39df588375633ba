"""The process that the readers come from: it has loaded everything, has one thread, and copies itself per file.

`python -m sdw.production.importers.reader.worker HANDLE`: the caller's end of a connection. For each message on it
(with a connection for the job and one to tell how the job ended) a copy is made that does the job and ends.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import sys
from contextlib import suppress

import duckdb  # noqa: F401  (loaded once, before any copy is made)
import fastexcel  # noqa: F401
import pandas  # noqa: F401  (pyarrow asks for it at its first numbers)
import pyarrow.csv  # noqa: F401

from sdw.exchange import wire
from sdw.production.importers.cbs import forms  # noqa: F401
from sdw.production.importers.persons import patterns
from sdw.production.importers.reader import job


def serve(control: socket.socket) -> None:
    """Make a reader for each message, and tell how each ended, until the caller is gone."""
    patterns.is_place("")  # its lists are loaded at the first question
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller decides when to stop
    woken, waker = socket.socketpair()
    for end in (woken, waker):
        end.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker.fileno())
    running: dict[int, socket.socket] = {}
    while True:
        ready = select.select([control, woken], [], [])[0]
        if woken in ready:
            woken.recv(4096)
            _told(running)
        if control in ready:
            received = wire.receive(control)
            if received is None:
                break
            caller, ended = (socket.socket(fileno=handle) for handle in received[1])
            reader = os.fork()
            if not reader:
                _in_copy(caller, [control, woken, waker, ended, *running.values()])
            running[reader] = ended
            caller.close()
    for reader in running:
        os.kill(reader, signal.SIGKILL)


def _in_copy(caller: socket.socket, others: list[socket.socket]) -> None:
    """The job, and nothing of the process that it came from."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for one in others:
        one.close()
    try:
        job.run(caller)
    finally:
        os._exit(0)


def _told(running: dict[int, socket.socket]) -> None:
    """How each reader ended that is no more: the signal (0: none), its seconds and the most memory it had."""
    for reader in list(running):
        found, status, used = os.wait4(reader, os.WNOHANG)
        if found:
            end = running.pop(reader)
            ended: wire.Message = {"signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}
            ended |= {"seconds": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * 1024}
            with suppress(OSError):  # nobody asks any more
                wire.send(end, ended)
            end.close()


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
    os._exit(0)  # libraries that were loaded and never used complain when they are put away
