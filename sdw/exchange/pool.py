"""The caller's side: at most two readers at once, each with one file, watched until it answers or is stopped."""

from __future__ import annotations

import atexit
import os
import select
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import cast

from sdw.exchange import previous_deliveries, result, wire
from sdw.exchange.limits import COMMAND, Limits
from sdw.exchange.previous_deliveries import PreviousDeliveries
from sdw.exchange.result import FileResult, Found, RefusedTable
from sdw.exchange.table_result import FETCHED, Identity
from sdw.text.errors import UserError

#: Files that are read at the same time, files that may wait for their turn, and how many seconds.
AT_ONCE, WAITING, TURN = 2, 8, 30
#: Memory that a reader can take between two looks at how much it has, in bytes per second.
_GREED = 10 * 1024**3
#: Seconds for a reader to be there: on a busy machine the first one is loaded slowly.
_START = 120
#: Seconds in which the end of a reader is told.
_LAST = 10
#: What the system stopped a reader for. A library that gets no memory gives up by itself.
_SIGNALS: dict[int, str] = {
    **{signal.SIGXCPU: "time", signal.SIGALRM: "time"},
    **{signal.SIGABRT: "memory", signal.SIGKILL: "memory"},
}
#: The module that the process of the readers runs: nothing of it is loaded here.
_WORKER = "sdw.production.importers.reader.worker"
_PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}


class ReaderError(RuntimeError):
    """A bug of ours in the reader: its places in our code, never what it was reading."""


class Pool:
    """Readers for one process. Safe for many threads; a thread waits for its own file."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._turns = threading.Semaphore(AT_ONCE)
        self._waiting = 0
        self._worker: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        #: Called with the seconds and the memory of each reader that ended; for those who measure.
        self.on_end: Callable[[wire.Message], None] | None = None

    def start(self) -> None:
        """Begin to load what readers need, without waiting for it. Nothing happens when that was done."""
        with self._lock:
            if self._worker is None or self._worker.poll() is not None:
                self._start()

    def _start(self) -> None:
        ours, theirs = wire.pair()
        with theirs:
            handle = theirs.fileno()
            self._worker = subprocess.Popen(
                [sys.executable, "-m", _WORKER, str(handle)],
                pass_fds=[handle],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=os.environ | _ENVIRONMENT,
                cwd=Path(__file__).resolve().parents[2],
            )
        if self._control is not None:
            self._control.close()
        self._control = ours

    def close(self) -> None:
        """End the process that readers come from, and its readers."""
        with self._lock:
            if self._control is not None:
                self._control.close()
            if self._worker is not None:
                self._worker.wait()
            self._control = self._worker = None

    def read(
        self,
        source: Path | bytes,
        name: str = "",
        dataset: str | None = None,
        *,
        previous: PreviousDeliveries | None = None,
        override: str = "",
        limits: Limits = COMMAND,
        figures: bool = True,
    ) -> Found:
        """A delivered file or a table of CBS, read and checked in a process apart.

        A file that takes too much is a `FileResult` with one error. Without `figures` only the report comes back.

        Raises:
            UserError: the file cannot be opened, or too many people ask at once.
            ReaderError: our own bug.
        """
        path = "" if isinstance(source, bytes) else str(source.absolute())
        name = name or Path(path).name
        data = source if isinstance(source, bytes) else None
        if isinstance(source, Path):
            _refuse_unusual(source, limits)
        if data is not None and len(data) > limits.bytes:
            return result.refused(name, str(UserError("import.too_large", limit=limits.bytes // 1024**2)))
        asked: wire.Message = {"path": path, "name": name, "dataset": dataset, "override": override}
        asked |= {"limits": asdict(limits), "figures": figures}
        with self._turn(), _Conversation(self, limits) as reader:
            return reader.ask(asked, data, previous, name)

    def identify(self, folder: Path, limits: Limits = COMMAND) -> Identity:
        """Which table of CBS a folder holds, read whole in a process apart.

        Raises:
            UserError: it is not understood, not whole, too large, or took too much.
            ReaderError: our own bug.
        """
        found: object = self.read(folder, dataset=FETCHED, limits=limits)
        if isinstance(found, FileResult):
            raise UserError("cbs.fetch_stopped", why=found.problems[0].text)
        assert isinstance(found, Identity)  # nothing else comes back of that question
        return found

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait for one of the readers; UserError when too many others wait, or it takes too long."""
        with self._lock:
            if self._waiting >= WAITING + AT_ONCE:
                raise UserError("reader.busy")
            self._waiting += 1
        try:
            if not self._turns.acquire(timeout=TURN):
                raise UserError("reader.busy")
            try:
                yield
            finally:
                self._turns.release()
        finally:
            with self._lock:
                self._waiting -= 1

    def connect(self) -> tuple[socket.socket, socket.socket]:
        """A connection with a reader of our own, and one that tells how it ended."""
        caller, theirs = wire.pair()
        ended, teller = wire.pair()
        for _ in range(2):
            self.start()
            with self._lock, suppress(ConnectionError, OSError):
                assert self._control is not None
                wire.send(self._control, {}, [os.dup(theirs.fileno()), os.dup(teller.fileno())])
                break
        theirs.close()
        teller.close()
        return caller, ended


def _refuse_unusual(path: Path, most: Limits) -> None:
    """UserError for what is no plain file (or folder of plain files), and for what is too large to read."""
    try:
        mode = path.stat().st_mode
        parts = [path] if not stat.S_ISDIR(mode) else list(path.iterdir())
        found = [one.stat() for one in parts[: most.entries]]
    except OSError as failed:
        raise UserError("import.cannot_open", name=path.name) from failed
    if not all(stat.S_ISREG(one.st_mode) or (stat.S_ISDIR(mode) and stat.S_ISDIR(one.st_mode)) for one in found):
        raise UserError("reader.no_file", name=path.name)
    if sum(one.st_size for one in found if stat.S_ISREG(one.st_mode)) > most.bytes:
        raise UserError("import.too_large", limit=most.bytes // 1024**2)


class _Conversation:
    """One file with one reader: asked, watched, and stopped when it takes too much."""

    def __init__(self, pool: Pool, limits: Limits) -> None:
        self.pool, self.limits = pool, limits
        self.stopped = ""
        self.end: wire.Message | None = None
        self.reader: int | None = None
        self.memory = Path()

    def __enter__(self) -> _Conversation:
        self.caller, self.ended = self.pool.connect()
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool.on_end is not None and (told := self._told()) is not None:
            self.pool.on_end(told)
        if self.reader is not None:
            os.close(self.reader)
        self.caller.close()
        self.ended.close()

    def _told(self) -> wire.Message | None:
        """How the reader ended; None when nobody is left to tell."""
        if self.end is None and _is_ready(self.ended, _LAST):
            received = wire.receive(self.ended)
            self.end = received and received[0]
        return self.end

    def ask(self, asked: wire.Message, data: bytes | None, previous: PreviousDeliveries | None, name: str) -> Found:
        first = self._next(time.monotonic() + _START)
        if first is None:
            return result.refused(name, self._why())
        pid = first[0]["pid"]
        with suppress(ProcessLookupError):
            self.reader = os.pidfd_open(pid)
        self.memory = Path(f"/proc/{pid}/statm")
        deadline = time.monotonic() + self.limits.patience
        with suppress(ConnectionError):
            wire.send(self.caller, asked, [] if data is None else [wire.in_memory(data)])
        while (answer := self._next(deadline)) is not None:
            message, handles = answer
            if "previous" in message:
                rows = previous_deliveries.table(previous or [], message["previous"], tuple(message["regions"]))
                with suppress(ConnectionError):
                    wire.send(self.caller, {}, [wire.pack({}, {"previous": rows})])
            else:
                return self._outcome(message, handles, name)
        return result.refused(name, self._why())

    def _next(self, deadline: float) -> tuple[wire.Message, list[int]] | None:
        """The next message; None when the reader ended, or was stopped for its memory or at the deadline."""
        look = min(0.1, self.limits.memory / 4 / _GREED)
        while not _is_ready(self.caller, look):
            if self._resident() > self.limits.memory:
                self._stop("memory")
                return None
            if time.monotonic() > deadline:
                self._stop("time")
                return None
        return wire.receive(self.caller)

    def _resident(self) -> int:
        with suppress(OSError, IndexError):
            if self.reader is not None:
                return int(self.memory.read_text(encoding="ascii").split()[1]) * _PAGE_SIZE
        return 0

    def _stop(self, why: str) -> None:
        self.stopped = why
        if self.reader is not None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.reader, signal.SIGKILL)

    def _outcome(self, message: wire.Message, handles: list[int], name: str) -> Found:
        """What the reader said in the end, as a result, a sentence or a bug of ours."""
        if "done" in message:
            return cast(Found, result.of_facts(*wire.unpack(handles[0])))  # an Identity for `identify` only
        if "refused" in message:
            error = UserError(message["refused"], **message["facts"])
            if message["table"]:
                return RefusedTable(str(error))
            raise error
        if "memory" in message:
            self.stopped = "memory"
            return result.refused(name, self._why())
        raise ReaderError(message["bug"])

    def _why(self) -> str:
        """Why there is no answer: stopped here, stopped by the system, or fallen over."""
        told = self._told()
        number = told["signal"] if told else 0
        why = self.stopped or _SIGNALS.get(number, "")
        if why == "memory":
            return str(UserError("reader.memory", limit=self.limits.memory // 1024**2))
        if why == "time":
            return str(UserError("reader.time", limit=self.limits.seconds))
        return str(UserError("reader.died"))


@cache
def readers() -> Pool:
    """The readers of this process."""
    made = Pool()
    atexit.register(made.close)
    return made


def _is_ready(end: socket.socket, seconds: float) -> bool:
    """Is there something to read within so long? Asked by poll: select stops at the 1,024th open file."""
    asked = select.poll()
    asked.register(end, select.POLLIN)
    return bool(asked.poll(1000 * seconds))
