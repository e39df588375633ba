"""Published editions: versioned, immutable DuckDB files, opened read-only.

One `:memory:` connection per process attaches each edition once; every call takes its own cursor,
because a connection shared between threads mixes up results.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb

from sdw.edition import faults, paths, scanning, seals, sql
from sdw.edition.seals import Seal
from sdw.text.errors import UserError

LABEL = re.compile(r"[0-9]{4}-[a-z0-9]+(?:-[a-z0-9]+)*")
_attach = threading.Lock()
_SCHEMA = Path(__file__).with_name("edition.sql")


@dataclass(frozen=True, slots=True)
class Edition:
    """One published edition. `stamp` changes when another file takes its place."""

    label: str
    path: Path
    published_at: dt.datetime
    stamp: str
    manifest: tuple[tuple[str, str], ...]

    def fact(self, key: str) -> str:
        """A value of the manifest; an unknown key is a bug (KeyError)."""
        return dict(self.manifest)[key]

    @property
    def sequence(self) -> int:
        """Its number in the order of publication, from 1; 0 for an edition of before this number was kept."""
        return int(dict(self.manifest).get("sequence", 0))

    @property
    def order(self) -> tuple[int, dt.datetime, str]:
        """What editions are sorted by: a number that only grows, whatever a clock that was set back says."""
        return (self.sequence, self.published_at, self.label)

    @property
    def has_examples(self) -> bool:
        """True when the edition holds invented example figures."""
        return self.fact("origin") == "voorbeeld"


def is_label(text: str) -> bool:
    """True for a label such as `2026-najaar` or `2026-najaar-2`."""
    return LABEL.fullmatch(text) is not None and len(text) <= 40


def every() -> list[Edition]:
    """All editions that can be read, newest first; `broken` names the others."""
    found = [edition for _, edition in _files() if isinstance(edition, Edition)]
    return sorted(found, key=lambda edition: edition.order, reverse=True)


def next_sequence() -> int:
    """The number of the edition that will be published next."""
    known = every()
    return 1 + max([len(known), *(edition.sequence for edition in known)])


def broken() -> list[str]:
    """Names of files among the editions that cannot be read: one bad file never takes the others away."""
    return [path.name for path, found in _files() if isinstance(found, UserError)]


def refused() -> list[UserError]:
    """Of each file among the editions that cannot be served: why."""
    return [found for _, found in _files() if isinstance(found, UserError)]


def _files() -> Iterator[tuple[Path, Edition | UserError]]:
    for path in sorted(paths.editions_folder().glob("*.duckdb")):
        try:
            yield path, _opened(path, _stamp(path))
        except UserError as error:
            yield path, error


def find(label: str | None = None) -> Edition:
    """The edition with this label; without one, SDW_EDITION or the newest.

    Raises:
        UserError: there is no such edition, or none at all.
    """
    wanted = label or os.environ.get("SDW_EDITION") or None
    if wanted is None:
        editions = every()
        if not editions:
            raise next(iter(refused()), UserError("store.no_edition"))
        return editions[0]
    path = paths.editions_folder() / f"{wanted}.duckdb"
    if not is_label(wanted) or not path.is_file():
        known = ", ".join(edition.label for edition in every()) or "—"
        raise UserError("store.unknown_edition", label=wanted[:40], known=known)
    return _opened(path, _stamp(path))


def in_file(path: Path) -> Edition:
    """The edition in one file of the folder.

    Raises:
        UserError: it is damaged, not what its name says, or may not be read.
    """
    return _opened(path, _stamp(path))


def query(edition: Edition, name: str, **values: Any) -> list[tuple[Any, ...]]:
    """The rows of query `name` on this edition."""
    with _cursor(edition.path, edition.stamp) as cursor:
        return sql.run(cursor, name, **values).fetchall()


def arrow(edition: Edition, name: str, **values: Any) -> Any:
    """As `query`, as a pyarrow table: for exports."""
    with _cursor(edition.path, edition.stamp) as cursor:
        return sql.table(cursor, name, **values)


def _stamp(path: Path) -> str:
    """Changes when the file, its seal or its log does."""
    there = [each for each in (path, seals.path_of(path), seals.log_of(path)) if each.exists()]
    facts = [each.stat() for each in there]
    return "-".join(f"{one.st_mtime_ns:x}{one.st_size:x}{one.st_ino:x}" for one in facts)


@cache
def _root() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config={"threads": "2", "enable_external_access": "true"})


@lru_cache(maxsize=64)
def _attached(path: Path, stamp: str) -> str:
    alias = f"e{abs(hash((path, stamp))):x}"
    with _root().cursor() as cursor:
        quoted = str(path).replace("'", "''")
        cursor.execute(f"ATTACH OR REPLACE '{quoted}' AS {alias} (READ_ONLY)")
    return alias


def _cursor(path: Path, stamp: str) -> duckdb.DuckDBPyConnection:
    with _attach:
        alias = _attached(path, stamp)
    cursor = _root().cursor()
    cursor.execute(f"USE {alias}")
    return cursor


def _opened(path: Path, stamp: str) -> Edition:
    found = _judged(path, stamp)
    if isinstance(found, UserError):
        raise UserError(found.key, **found.facts)
    return found


@lru_cache(maxsize=256)
def _judged(path: Path, stamp: str) -> Edition | UserError:
    """The edition in a file, or why it is never served: damaged anywhere, or not the one that its name says.

    Raises:
        UserError: the machine refuses to read it; that is not remembered, it may be mended.
    """
    damaged = UserError("store.broken_edition", name=path.name)
    try:
        seal = seals.state(path)
        if seal is Seal.BROKEN or seals.log_of(path).exists():
            return damaged
        with _cursor(path, stamp) as cursor:
            facts = dict(sql.run(cursor, "edition_manifest").fetchall())
            if seal is Seal.ABSENT and not _is_whole(cursor, facts.get("digest")):
                return damaged
        published = dt.datetime.fromisoformat(facts["published_at"])
        edition = Edition(facts["label"], path, published, stamp, tuple(sorted(facts.items())))
    except (KeyError, ValueError):
        return damaged
    except (duckdb.Error, sql.QueryFailed, OSError) as error:
        found = faults.of_file(error, "store.broken_edition", path.name)
        if found.key == "store.broken_edition":
            return found
        raise found from error
    if edition.label != path.stem:
        return UserError("store.false_label", name=path.name, label=edition.label)
    return edition


def read_whole(edition: Edition) -> bool:
    """Read every table of an edition: False when a block is damaged, a table is gone or a figure was changed."""
    try:
        with _cursor(edition.path, edition.stamp) as cursor:
            return _is_whole(cursor, dict(edition.manifest).get("digest"))
    except (duckdb.Error, sql.QueryFailed):
        return False


def _is_whole(cursor: duckdb.DuckDBPyConnection, digest: str | None) -> bool:
    if scanning.missing(cursor, _SCHEMA):
        return False
    scanning.read_everything(cursor)
    return digest is None or sql.run(cursor, "figure_digest").fetchall()[0][0] == digest
