"""One file read, in a process that does nothing else and ends after it."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import socket
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa

from sdw.exchange import wire
from sdw.exchange.limits import Limits
from sdw.exchange.table_result import DATASETS, FETCHED
from sdw.production.importers.cbs import absence
from sdw.production.importers.engine import engine, facts
from sdw.production.importers.reader import packing
from sdw.reference.documents import regional_facts
from sdw.text.errors import UserError

#: Seconds after its patience at which a reader ends by itself, should nobody be left to stop it.
_ALONE = 5
#: Memory that threads and libraries reserve but do not use.
_RESERVED = 192 * 1024**2


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be read: a path, or the bytes that come with the message."""

    path: str
    name: str
    dataset: str | None
    override: str
    limits: Limits
    figures: bool


class _Told:
    """Whatever ends the job is told to the caller: a sentence for a person, memory that ran out, or a bug.

    Of a bug only the places in our code travel: what an exception says may repeat a cell.
    """

    def __init__(self, caller: socket.socket, *, table: bool = False) -> None:
        self.caller = caller
        self.table = table

    def __enter__(self) -> _Told:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if kind is None:
            return True
        if isinstance(error, UserError):
            said = {name: fact if isinstance(fact, int | str) else str(fact) for name, fact in error.facts.items()}
            message: wire.Message = {"refused": error.key, "facts": said, "table": self.table}
        elif issubclass(kind, MemoryError) or kind.__name__ in ("OutOfMemoryException", "ArrowMemoryError"):
            message = {"memory": True}
        elif kind.__name__ == "PanicException":  # the workbook library gave up on this file
            message = {"refused": "import.workbook_broken", "facts": {}, "table": False}
        else:
            places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
            message = {"bug": f"{kind.__name__} in " + " < ".join(reversed(places))[:8000]}
        wire.send(self.caller, message)
        return True


def run(caller: socket.socket) -> None:
    """Do the one job that `caller` sends, within its limits."""
    wire.send(caller, {"pid": os.getpid()})
    with contextlib.closing(caller), _Told(caller) as told:
        received = wire.receive(caller)
        if received is None:
            return
        message, handles = received
        asked = Asked(**message | {"limits": Limits(**message["limits"])})
        _limit(asked.limits)
        data = wire.contents(handles[0]) if handles else None
        wire.send(caller, {"done": True}, [wire.pack(*_read(asked, data, caller, told))])


def _limit(limits: Limits) -> None:
    """What the system itself keeps: no more memory or seconds, no core, and the first to go when memory lacks."""
    held = {name: int(size) * 1024 for name, size in _status() if name in ("VmData", "VmRSS")}
    most = held["VmData"] + limits.memory - held["VmRSS"] + _RESERVED
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(limits.patience + _ALONE)
    Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    # A library that gives up may print what it was reading.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _status() -> list[tuple[str, str]]:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    pairs = [line.split()[:2] for line in lines]
    return [(name.rstrip(":"), size) for name, size in (pair for pair in pairs if len(pair) == 2)]


def _read(
    asked: Asked, data: bytes | None, caller: socket.socket, told: _Told
) -> tuple[dict[str, Any], dict[str, pa.Table]]:
    path = Path(asked.path)
    if data is None and asked.dataset == FETCHED:
        return packing.facts_of_identity(absence.identify(path)), {}
    wanted = asked.dataset == regional_facts.DATASET or asked.dataset is None
    if data is None and wanted and facts.is_list(path):
        told.table = True
        return packing.facts_of_list(facts.read(path, asked.name)), {}
    if data is None and (asked.dataset in DATASETS or (asked.dataset is None and absence.is_table(path))):
        told.table = True
        return packing.facts_of_table(absence.read(path))

    def previous(dataset: str, regions: tuple[str, ...]) -> pa.Table:
        wire.send(caller, {"previous": dataset, "regions": list(regions)})
        answer = wire.receive(caller)
        if answer is None:
            raise EOFError
        return wire.unpack(answer[1][0])[1]["previous"]

    checked = engine.read(
        path if data is None else data,
        asked.name,
        asked.dataset,
        previous=previous,
        override=asked.override,
        limits=asked.limits,
    )
    return packing.facts_of(checked, asked.limits.problems, figures=asked.figures)
