"""What happened to an edition on its way to agreement: lines that are only ever added, beside the edition.

`agreement/<label>.jsonl` in the store: one line an event. Each line holds the SHA-256 of all that stands before it,
so a line that is changed, left out or put between is found, and the log is refused.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from sdw.edition import paths
from sdw.text.errors import UserError

_ENDING = ".jsonl"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. party: id of the party that it is for, '' for none. facts: what goes with it."""

    at: dt.datetime
    what: str
    by: str
    party: str = ""
    text: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)


def path_of(label: str) -> Path:
    """Where the log of this edition is."""
    return paths.agreement_folder() / f"{label}{_ENDING}"


def labels() -> list[str]:
    """The editions with a log, by name."""
    return sorted(path.name.removesuffix(_ENDING) for path in paths.agreement_folder().glob(f"*{_ENDING}"))


def read(label: str) -> tuple[Event, ...]:
    """Everything that happened to this edition, oldest first; nothing for one that was public at once.

    Raises:
        UserError: the log was changed after it was written.
    """
    path = path_of(label)
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return _read(path, (found.st_mtime_ns, found.st_size, found.st_ino))


@lru_cache(maxsize=256)
def _read(path: Path, stamp: tuple[int, ...]) -> tuple[Event, ...]:
    return _parsed(path.read_bytes(), path)


def append(label: str, event: Event) -> None:
    """Add one event; what stands there is read, and refused when it is not as it was written."""
    path = path_of(label)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        before = file.read()
        _parsed(before, path)
        file.write(_line(event, before))
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Inside, no other command looks at where an edition stands and adds to it."""
    folder = paths.agreement_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _line(event: Event, before: bytes) -> bytes:
    told = {
        "at": event.at.isoformat(),
        "what": event.what,
        "by": event.by,
        "party": event.party,
        "text": event.text,
        "facts": dict(event.facts),
        "before": hashlib.sha256(before).hexdigest(),
    }
    return (json.dumps(told, ensure_ascii=False) + "\n").encode()


def _parsed(content: bytes, path: Path) -> tuple[Event, ...]:
    so_far = hashlib.sha256()
    events = []
    try:
        for line in content.splitlines(keepends=True):
            told = json.loads(line)
            if told.pop("before") != so_far.hexdigest():
                raise UserError("approval.changed_log", name=path.name)
            events.append(Event(**{**told, "at": dt.datetime.fromisoformat(told["at"])}))
            so_far.update(line)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("approval.changed_log", name=path.name) from error
    return tuple(events)
