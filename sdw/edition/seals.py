"""Seals: the SHA-256 of every file of the store, kept beside it, so that damage anywhere in a file is found.

`seals/<name>.sha256` has the form of `sha256sum`, one line a file: the database, and its log (`.wal`) where one is
left. A file without a seal is of before seals were kept, or its last writer was killed: whoever opens it reads all
of it instead (`scanning`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import IO

from sdw.edition import paths
from sdw.text.errors import UserError

_BLOCK = 1 << 20


class Seal(Enum):
    """What the seal says of a file."""

    WHOLE = "whole"  # exactly as it was written
    ABSENT = "absent"  # there is no seal
    BROKEN = "broken"  # not a byte may differ, and one does


def path_of(file: Path) -> Path:
    """Where the seal of a file of the store is."""
    return paths.seals_folder() / f"{file.stem}.sha256"


def log_of(file: Path) -> Path:
    """The log that DuckDB keeps beside a database until its content is in it."""
    return file.with_name(f"{file.name}.wal")


def state(file: Path) -> Seal:
    """Compare a file with its seal; reads all of it."""
    try:
        kept = path_of(file).read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return Seal.ABSENT
    return Seal.WHOLE if file.is_file() and kept == text(file) else Seal.BROKEN


def text(file: Path) -> str:
    """What the seal of this file is now."""
    there = [each for each in (file, log_of(file)) if each.is_file()]
    return "".join(line(each) for each in there)


def line(path: Path) -> str:
    """The line of one file in its seal."""
    return f"{digest(path)}  {path.name}\n"


def digest(path: Path) -> str:
    """SHA-256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return digest_of(file)


def digest_of(file: IO[bytes]) -> str:
    """SHA-256 of what is still to be read of an open file."""
    found = hashlib.sha256()
    while block := file.read(_BLOCK):
        found.update(block)
    return found.hexdigest()


def put(file: Path) -> None:
    """Seal a file as it is now."""
    keep(file, text(file))


def keep(file: Path, content: str) -> None:
    """Write the seal of a file, in one step."""
    seal = path_of(file)
    seal.parent.mkdir(parents=True, exist_ok=True)
    beside = seal.with_name(f".{seal.name}.{os.getpid()}.tmp")
    try:
        beside.write_text(content, encoding="utf-8")
        beside.replace(seal)
    finally:
        beside.unlink(missing_ok=True)


def lift(file: Path) -> None:
    """Take the seal away: the file is about to change."""
    path_of(file).unlink(missing_ok=True)


@contextmanager
def lifted(file: Path) -> Iterator[None]:
    """Without its seal as long as the block writes; sealed anew when it is done, or refused what was asked.

    Whatever else goes wrong leaves no seal, and so does a disk without room for it: the file is then read whole
    when it is opened.
    """
    lift(file)
    try:
        yield
    except UserError:
        _put_if_there(file)
        raise
    _put_if_there(file)


def _put_if_there(file: Path) -> None:
    with suppress(OSError):
        put(file)
