"""Verify: is every file whole, to its last byte, and can every edition be made again from its batches?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from sdw import __version__
from sdw.edition import editions, faults, paths, seals
from sdw.edition.approval import log, standing
from sdw.edition.seals import Seal
from sdw.production.publishing import publish
from sdw.production.publishing.trajectories import prior_editions
from sdw.production.store import private, sql
from sdw.text.dutch import listing, say
from sdw.text.errors import UserError

_FOLDERS = (paths.editions_folder, paths.concepts_folder)


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one file: `ok` False means that it needs the steward."""

    name: str
    ok: bool
    text: str


def verify() -> Iterator[Finding]:
    """Check the private store, then every edition: each byte, each table, and that it can be made again."""
    store = _store()
    yield store
    for path in sorted(path for folder in _FOLDERS for path in folder().glob("*.duckdb")):
        try:
            yield _edition(editions.in_file(path), store.ok)
        except (UserError, OSError, duckdb.Error, sql.QueryFailed) as error:
            yield Finding(path.stem, False, str(faults.of_file(error, "store.broken_edition", path.name)))
    yield from _logs()
    yield from _gaps()


def _store() -> Finding:
    path = paths.private_file()
    try:
        with private.reader() as connection:
            private.read_whole(connection, path.name)
        unsealed = path.is_file() and seals.state(path) is Seal.ABSENT
    except (UserError, OSError, duckdb.Error, sql.QueryFailed) as error:
        return Finding(path.name, False, str(faults.of_file(error, "store.damaged", path.name)))
    return Finding(path.name, True, say("steward.store_unsealed" if unsealed else "steward.store_whole"))


def _edition(edition: editions.Edition, store_is_whole: bool) -> Finding:
    if not editions.read_whole(edition):
        return Finding(edition.label, False, say("steward.edition_changed"))
    if not store_is_whole:
        return Finding(edition.label, True, say("steward.not_again"))
    with private.reader() as connection:
        unknown = prior_editions.unknown_batches(connection, edition)
    if unknown:
        return Finding(edition.label, False, str(unknown))
    if gone := _erased(edition):
        return Finding(edition.label, True, gone)
    if publish.is_made_again(edition):
        return Finding(edition.label, True, say("steward.edition_whole"))
    if edition.fact("code_version") != __version__:
        return Finding(edition.label, True, say("steward.edition_older_code", version=edition.fact("code_version")))
    return Finding(edition.label, False, say("steward.edition_not_rebuilt"))


def _logs() -> Iterator[Finding]:
    """Logs of how editions were agreed that were changed afterwards."""
    for label in log.labels():
        try:
            standing.of(label)
        except UserError as error:
            yield Finding(log.path_of(label).name, False, str(error))


def _erased(edition: editions.Edition) -> str:
    """Why an edition cannot be calculated again since deliveries were erased; '' where it can."""
    with private.reader() as connection:
        erased = {row[0] for row in sql.run(connection, "erased").fetchall()}
    origin = edition.fact("origin")
    older = [one for one in editions.ever_made() if one.order < edition.order and one.fact("origin") == origin]
    for key, made_of in (("erased", [edition]), ("beside_erased", older)):
        gone = sorted(erased & {batch for one in made_of for batch in one.batches})
        if gone:
            return say(f"steward.{key}", batches=listing([str(number) for number in gone]))
    return ""


def _gaps() -> Iterator[Finding]:
    """Numbers of editions that are gone, as far as they can be known: an edition is never taken back."""
    if editions.refused():
        return
    known = {edition.sequence for edition in editions.ever_made()} - {0}
    gone = sorted(set(range(min(known), max(known))) - known) if known else []
    if gone:
        numbers = listing([str(number) for number in gone])
        yield Finding(paths.editions_folder().name, False, say("steward.gap", numbers=numbers))
