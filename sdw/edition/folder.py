"""Which files there are among the editions, and whether one changed: asked at every run of a page, so quick.

The folders of editions and of seals are read again only when they changed; a file appears, goes or gets another
seal in no other way. A change within the tick of the clock of the disk cannot be seen at its time, so what was read
shortly after a change is not kept. A file that is changed in its place does not change its folder: each is looked
at anew.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from sdw.edition import paths, seals
from sdw.edition.approval import notes, release

#: Nanoseconds after a change of a folder before what is in it is kept: more than any disk rounds its times to.
SETTLED = 2_500_000_000


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    text: str
    beside: str  # the stamps of its seal, its log, its record and its notes


@dataclass(frozen=True, slots=True)
class _Listing:
    changed: tuple[tuple[int, ...], ...]
    files: dict[str, _File]


_kept: dict[str, _Listing] = {}


def stamps() -> list[tuple[Path, str]]:
    """Each file among the editions, by name, and its stamp: it changes when one of its files does."""
    return [(one.path, _stamp(one)) for one in _files().values()]


def find(label: str) -> tuple[Path, str] | None:
    """The file of one label, and its stamp; None when there is none."""
    one = _files().get(label)
    return None if one is None else (one.path, _stamp(one))


def stamp(path: Path) -> str:
    """The stamp of one file."""
    return _stamp(_file(path))


def _files() -> dict[str, _File]:
    asked = paths.given()
    now = time.time_ns()
    changed = tuple(_changed(f"{asked}/{name}") for name in ("editions", "seals"))
    known = _kept.get(asked)
    if known is not None and known.changed == changed:
        return known.files
    found = {path.stem: _file(path) for path in sorted(paths.editions_folder().glob("*.duckdb"))}
    if all(now - max(times[:2], default=0) > SETTLED for times in changed):
        _kept[asked] = _Listing(changed, found)
    return found


def _changed(folder: str) -> tuple[int, ...]:
    """When a folder changed (the second time cannot be set back), and which folder it is."""
    found = _look(folder)
    return () if found is None else (found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)


def _file(path: Path) -> _File:
    beside = (seals.path_of(path), seals.log_of(path), release.path_of(path), notes.path_of(path.stem))
    return _File(path, str(path), "-".join(_of(str(one)) for one in beside))


def _stamp(one: _File) -> str:
    return f"{_of(one.text)}-{one.beside}"


def _of(file: str) -> str:
    found = _look(file)
    return "" if found is None else f"{found.st_mtime_ns:x}{found.st_size:x}{found.st_ino:x}"


def _look(file: str) -> os.stat_result | None:
    try:
        return os.stat(file)  # noqa: PTH116  (of a text: making a path takes longer than looking)
    except (FileNotFoundError, NotADirectoryError):
        return None
