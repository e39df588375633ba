"""What the operating system refuses, as sentences: one table for every command.

Python and DuckDB report the same faults in two ways: a number, and the system's English words for it.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator

import duckdb

from sdw.text.errors import UserError

#: Number of the fault → key of its sentence.
SENTENCES: dict[int, str] = {
    errno.EACCES: "fault.no_access",
    errno.EPERM: "fault.not_owner",
    errno.EROFS: "fault.read_only",
    errno.ENOSPC: "fault.full",
    errno.EDQUOT: "fault.full",
    errno.EFBIG: "fault.too_large",
    errno.EMFILE: "fault.too_many_files",
    errno.ENFILE: "fault.too_many_files",
    errno.ENAMETOOLONG: "fault.long_name",
    errno.EISDIR: "fault.is_folder",
    errno.ENOTDIR: "fault.no_folder",
    errno.EEXIST: "fault.no_folder",
    errno.ENOENT: "fault.missing",
    errno.EIO: "fault.disk",
    errno.ENOMEM: "fault.memory",
}

_DAMAGE = ("checksum", "Corrupt", "corrupt", "not a valid DuckDB", "Serialization Error", "deserializ")
_QUOTED = re.compile(r'"([^"]+)"')


def explained(error: BaseException) -> UserError | None:
    """The sentence for a fault of the machine; None for anything else, which is our bug.

    Looks at the error and at what caused it.
    """
    for one in _causes(error):
        if isinstance(one, UserError):
            return one
        if isinstance(one, OSError) and one.errno in SENTENCES:
            return UserError(SENTENCES[one.errno], name=_name(one))
        if isinstance(one, MemoryError):
            return UserError("fault.memory", name="—")
        if isinstance(one, duckdb.Error) and (found := _of_database(one)):
            return found
    return None


def of_file(error: Exception, key: str, name: str) -> UserError:
    """The sentence when a file of the store cannot be read: what the machine refused, else sentence `key`."""
    found = explained(error)
    return UserError(key, name=name) if found is None or found.key == "fault.damaged" else found


def _causes(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__


def _name(error: OSError) -> str:
    named = error.filename2 or error.filename
    return os.fsdecode(named) if isinstance(named, str | bytes) else "—"


def _of_database(error: duckdb.Error) -> UserError | None:
    text = str(error)
    quoted = _QUOTED.search(text)
    name = quoted.group(1) if quoted else "—"
    if isinstance(error, duckdb.OutOfMemoryException):
        return UserError("fault.memory", name=name)
    for number, key in SENTENCES.items():
        if os.strerror(number) in text:
            return UserError(key, name=name)
    if any(word in text for word in _DAMAGE):
        return UserError("fault.damaged")
    return None
