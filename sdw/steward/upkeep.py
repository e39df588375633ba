"""Verify: is every file whole, and can every edition be made again from its batches?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from sdw import __version__
from sdw.steward import publish
from sdw.store import editions, place, private, sql
from sdw.text.dutch import say
from sdw.text.errors import UserError


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one file: `ok` False means that it needs the steward."""

    name: str
    ok: bool
    text: str


def verify() -> Iterator[Finding]:
    """Check the private store, then every edition: its digest, and that it can be rebuilt."""
    yield _private()
    for path in sorted(place.editions_folder().glob("*.duckdb")):
        try:
            edition = editions.find(path.stem)
            yield _edition(edition)
        except UserError as error:
            yield Finding(path.stem, False, str(error))


def _private() -> Finding:
    name = place.private_file().name
    try:
        with private.reader() as connection:
            orphans = sql.run(connection, "verify_private").fetchall()[0][0]
    except (UserError, duckdb.Error, sql.QueryFailed):
        return Finding(name, False, say("store.unreadable", name=name))
    if orphans:
        return Finding(name, False, say("steward.orphans", count=orphans))
    return Finding(name, True, say("steward.store_whole"))


def _edition(edition: editions.Edition) -> Finding:
    if editions.query(edition, "figure_digest")[0][0] != edition.fact("digest"):
        return Finding(edition.label, False, say("steward.edition_changed"))
    with tempfile.TemporaryDirectory() as scratch:
        again = publish.rebuilt_digest(edition, Path(scratch) / "again.duckdb")
    if again == edition.fact("digest"):
        return Finding(edition.label, True, say("steward.edition_whole"))
    if edition.fact("code_version") != __version__:
        return Finding(edition.label, True, say("steward.edition_older_code", version=edition.fact("code_version")))
    return Finding(edition.label, False, say("steward.edition_not_rebuilt"))
