"""Published editions: versioned, immutable DuckDB files, opened read-only.

A concept, which is not public yet, lies in a folder of its own. It is listed, found and read for nobody but who may
(`approval/access.py`): to everybody else it does not exist, whatever calls this.

One `:memory:` connection per process attaches each edition once; every call takes its own cursor,
because a connection shared between threads mixes up results.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any

import duckdb

from sdw.edition import faults, folder, paths, scanning, seals, sql
from sdw.edition.approval import access, release, standing
from sdw.edition.approval.standing import State
from sdw.edition.formats import known
from sdw.edition.formats.format import digest_key
from sdw.edition.seals import Seal
from sdw.text.errors import UserError

LABEL = re.compile(r"[0-9]{4}-[a-z0-9]+(?:-[a-z0-9]+)*")
#: The fault of a file among the editions that must be agreed and is not, or not yet.
_NOT_PUBLIC = "store.not_public"
_attach = threading.Lock()


@dataclass(frozen=True, slots=True)
class Edition:
    """One published edition, of any format. `stamp` changes when another file takes its place.

    `sequence`: its number in the order of publication, from 1; 0 for an edition of before this number was kept.
    `batches`: numbers of the batches that it is made of, rising. `protected_beside`: labels of the older editions
    that it was protected together with, newest first.
    """

    label: str
    path: Path
    published_at: dt.datetime
    stamp: str
    manifest: tuple[tuple[str, str], ...] = field(hash=False)  # what differs here differs in the stamp
    format: int = field(default=known.CURRENT, hash=False)
    sequence: int = field(default=0, hash=False)
    batches: tuple[int, ...] = field(default=(), hash=False)
    protected_beside: tuple[str, ...] = field(default=(), hash=False)
    #: It lies among the concepts: not public, and only for who may read it.
    is_concept: bool = field(default=False, hash=False)
    #: From when it is shown; None for an edition that was public at once, and for a concept.
    public_from: dt.datetime | None = field(default=None, hash=False)

    def fact(self, key: str) -> str:
        """A value of the manifest; an unknown key is a bug (KeyError)."""
        return dict(self.manifest)[key]

    @property
    def order(self) -> tuple[int, dt.datetime, str]:
        """What editions are sorted by: a number that only grows, whatever a clock that was set back says."""
        return (self.sequence, self.published_at, self.label)

    def holds(self, addition: str) -> bool:
        """True when the file has this table, of those that a file of its format may lack."""
        return digest_key(addition) in dict(self.manifest)

    @property
    def has_examples(self) -> bool:
        """True when the edition holds invented example figures."""
        return self.fact("origin") == "voorbeeld"


def is_label(text: str) -> bool:
    """True for a label such as `2026-najaar` or `2026-najaar-2`."""
    return LABEL.fullmatch(text) is not None and len(text) <= 40


def every() -> list[Edition]:
    """All editions that who asks may read, newest first; `broken` names the others. Withdrawn ones are left out."""
    return [edition for edition in ever_made() if not edition.is_concept or not _is_withdrawn(edition)]


def ever_made() -> list[Edition]:
    """The same with those that were withdrawn: somebody saw them, so new editions are protected beside them too."""
    found = [edition for _, edition in _files() if isinstance(edition, Edition)]
    return sorted(found, key=attrgetter("order"), reverse=True)


def next_sequence() -> int:
    """The number of the edition that will be published next."""
    known = ever_made()
    return 1 + max([len(known), *(edition.sequence for edition in known)])


def broken() -> list[str]:
    """Names of files among the editions that cannot be read: one bad file never takes the others away."""
    return [path.name for path, found in _files() if isinstance(found, UserError)]


def refused() -> list[UserError]:
    """Of each file among the editions that cannot be served: why."""
    return [found for _, found in _files() if isinstance(found, UserError)]


def _files() -> Iterator[tuple[Path, Edition | UserError]]:
    for path, stamp in (*folder.stamps(), *map(_concept, access.labels())):
        try:
            yield path, _opened(path, stamp)
        except UserError as error:
            if error.key != _NOT_PUBLIC or access.is_steward():
                yield path, error


def _concept(label: str) -> tuple[Path, str]:
    path = paths.concepts_folder() / f"{label}.duckdb"
    return path, folder.stamp(path)


def _is_withdrawn(edition: Edition) -> bool:
    return standing.of(edition.label).state is State.WITHDRAWN


def find(label: str | None = None) -> Edition:
    """The edition with this label; without one, SDW_EDITION or the newest that is public. To a command of the
    steward it is the newest in any state; to who holds a link and looks as on a moment, the newest of then.

    Raises:
        UserError: there is no such edition, or none at all. A concept that who asks may not read is told of in the
            same words as an edition that never was.
    """
    wanted = label or os.environ.get("SDW_EDITION") or None
    if wanted is None:
        editions = [one for one in every() if not one.is_concept or access.is_steward() or access.is_out(one.label)]
        if not editions:
            raise next(iter(refused()), UserError("store.no_edition"))
        return editions[0]
    found = folder.find(wanted) if is_label(wanted) else None
    if found is None and is_label(wanted) and access.may_read(wanted):
        found = _concept(wanted) if _concept(wanted)[0].is_file() else None
    if found is None:
        raise _unknown(wanted)
    try:
        return _opened(*found)
    except UserError as error:
        raise (_unknown(wanted) if error.key == _NOT_PUBLIC and not access.is_steward() else error) from None


def _unknown(label: str) -> UserError:
    known = ", ".join(edition.label for edition in every()) or "—"
    return UserError("store.unknown_edition", label=label[:40], known=known)


def in_file(path: Path) -> Edition:
    """The edition in one file of the folder.

    Raises:
        UserError: it is damaged, not what its name says, or may not be read.
    """
    return _opened(path, folder.stamp(path))


def refuse_unread(edition: Edition) -> None:
    """Refuse a concept to whom may not read it now, however they came to hold it: a link can be revoked meanwhile.

    Raises:
        UserError: in the same words as for an edition that never was.
    """
    if edition.is_concept and not access.may_read(edition.label):
        raise _unknown(edition.label)


def query(edition: Edition, name: str, **values: Any) -> list[tuple[Any, ...]]:
    """The rows of query `name` on this edition.

    Raises:
        UserError: it is a concept, and who asks may not read it.
    """
    refuse_unread(edition)
    with _cursor(edition.path, edition.stamp) as cursor:
        return known.ALL[edition.format].queries.run(cursor, name, **values).fetchall()


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
    refuse_unread(found)
    if found.public_from is not None and found.public_from > dt.datetime.now(dt.UTC):
        raise UserError(_NOT_PUBLIC, name=path.name)
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
            number = known.number_in(facts)
            if number not in known.ALL:
                return UserError("store.newer_edition", name=path.name, found=number, known=known.CURRENT)
            if seal is Seal.ABSENT and not _is_whole(cursor, number, facts):
                return damaged
            ask = known.ALL[number].queries.run
            is_concept = path.parent == paths.concepts_folder()
            public_from = release.public_from(path) if release.NEEDED in facts and not is_concept else None
            if release.NEEDED in facts and not is_concept and public_from is None:
                return UserError(_NOT_PUBLIC, name=path.name)
            batches = sorted(row[0] for row in ask(cursor, "edition_batches").fetchall())
            beside = [row[0] for row in ask(cursor, "edition_protected_beside").fetchall()]
        published = dt.datetime.fromisoformat(facts["published_at"])
        told = tuple(sorted(facts.items()))
        edition = Edition(
            facts["label"],
            path,
            published,
            stamp,
            told,
            number,
            int(facts.get("sequence", 0)),
            tuple(batches),
            tuple(beside),
            is_concept,
            public_from,
        )
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
    refuse_unread(edition)
    try:
        with _cursor(edition.path, edition.stamp) as cursor:
            return _is_whole(cursor, edition.format, dict(edition.manifest))
    except (duckdb.Error, sql.QueryFailed):
        return False


def _is_whole(cursor: duckdb.DuckDBPyConnection, number: int, facts: Mapping[str, str]) -> bool:
    one = known.ALL[number]
    added = {name: facts[digest_key(name)] for name in one.additions if digest_key(name) in facts}
    if scanning.missing(cursor, one.schema) or not added.keys() <= set(scanning.tables(cursor)):
        return False
    scanning.read_everything(cursor)
    if any(one.digest_of(cursor, name) != digest for name, digest in added.items()):
        return False
    digest = facts.get("digest")
    return digest is None or one.queries.run(cursor, "figure_digest").fetchall()[0][0] == digest
