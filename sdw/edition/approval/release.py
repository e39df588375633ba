"""Making a concept public: its file moves among the editions, and beside it comes a record that lets it be shown.

The manifest of a concept says that it needs agreement. Such a file among the editions is shown only with a record
`<label>.release.json` beside it that names the digest of exactly this file and a moment that has passed. So a
concept that is copied among the editions by mistake shows nothing.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sdw.edition import files, paths, seals
from sdw.text.errors import UserError

#: The key in the manifest of an edition that was made as a concept.
NEEDED = "agreement"


def path_of(edition: Path) -> Path:
    """Where the record of an edition among the editions is."""
    return edition.with_name(f"{edition.stem}.release.json")


def read(edition: Path) -> dict[str, Any] | None:
    """The record of the edition in this file; None where there is none that can be read."""
    try:
        found = json.loads(path_of(edition).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def public_from(edition: Path) -> dt.datetime | None:
    """From when the edition in this file may be shown; None where nothing says so of exactly this file."""
    record = read(edition)
    try:
        if record is None or record["sha256"] != seals.digest(edition):
            return None
        moment = dt.datetime.fromisoformat(record["public_from"])
    except (KeyError, TypeError, ValueError):
        return None
    return moment if moment.tzinfo is not None else None


def publish(label: str, moment: dt.datetime, told: Mapping[str, Any]) -> Path:
    """Move a concept among the editions, with its record; done again after a stop halfway it ends the same.

    moment: from when it may be shown. told: what is public of how it was agreed.

    Raises:
        UserError: there is no such concept, or another edition has its name.
    """
    concept, edition = paths.concepts_folder() / f"{label}.duckdb", paths.editions_folder() / f"{label}.duckdb"
    if not concept.is_file():
        raise UserError("approval.no_concept", label=label)
    digest = seals.digest(concept)
    edition.parent.mkdir(parents=True, exist_ok=True)
    if edition.exists() and seals.digest(edition) != digest:
        raise UserError("store.label_in_use", label=label)
    record = {"edition": label, "sha256": digest, "public_from": moment.isoformat(), **told}
    files.write(path_of(edition), (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())
    if not edition.exists():
        os.link(concept, edition)  # fails where another took the name meanwhile
    concept.unlink()
    seals.put(edition)
    return edition
