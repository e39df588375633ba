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

from sdw.store import place, sql
from sdw.text.errors import UserError

LABEL = re.compile(r"[0-9]{4}-[a-z0-9]+(?:-[a-z0-9]+)*")
_attach = threading.Lock()


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
        """What editions are sorted by: a number that only grows, so that a clock that was set back changes nothing."""
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
    found = [edition for _, edition in _files() if edition is not None]
    return sorted(found, key=lambda edition: edition.order, reverse=True)


def next_sequence() -> int:
    """The number of the edition that will be published next."""
    known = every()
    return 1 + max([len(known), *(edition.sequence for edition in known)])


def broken() -> list[str]:
    """Names of files among the editions that cannot be read: one bad file never takes the others away."""
    return [path.name for path, edition in _files() if edition is None]


def _files() -> Iterator[tuple[Path, Edition | None]]:
    for path in sorted(place.editions_folder().glob("*.duckdb")):
        try:
            yield path, _opened(path, _stamp(path))
        except UserError:
            yield path, None


def find(label: str | None = None) -> Edition:
    """The edition with this label; without one, SDW_EDITION or the newest.

    Raises:
        UserError: there is no such edition, or none at all.
    """
    wanted = label or os.environ.get("SDW_EDITION") or None
    if wanted is None:
        editions = every()
        if not editions:
            unreadable = broken()
            raise UserError("store.broken_edition", name=unreadable[0]) if unreadable else UserError("store.no_edition")
        return editions[0]
    path = place.editions_folder() / f"{wanted}.duckdb"
    if not is_label(wanted) or not path.is_file():
        known = ", ".join(edition.label for edition in every()) or "—"
        raise UserError("store.unknown_edition", label=wanted[:40], known=known)
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
    facts = path.stat()
    return f"{facts.st_mtime_ns:x}{facts.st_size:x}{facts.st_ino:x}"


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


@lru_cache(maxsize=64)
def _opened(path: Path, stamp: str) -> Edition:
    try:
        with _cursor(path, stamp) as cursor:
            facts = dict(sql.run(cursor, "edition_manifest").fetchall())
        published = dt.datetime.fromisoformat(facts["published_at"])
    except (duckdb.Error, sql.QueryFailed, KeyError) as error:
        raise UserError("store.broken_edition", name=path.name) from error
    return Edition(facts["label"], path, published, stamp, tuple(sorted(facts.items())))
