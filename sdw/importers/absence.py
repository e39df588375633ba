"""The dataset `verzuim`: CBS tables, in whatever form a person has them, as observations of the declared series."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from sdw.importers import cbs
from sdw.importers.cbs import declarations, recognised

ID = "verzuim"

#: The files of an OData dump that hold its figures: naming one of them names the folder.
_FIGURES = {f"{name}.{ending}" for name in ("TypedDataSet", "UntypedDataSet") for ending in ("csv", "json")}


@dataclass(frozen=True, slots=True)
class Absence:
    """One edition of one CBS table: where it came from, and its declared series as observations.

    `observations` has the columns of `declarations.OBSERVATION`. `modified` is the day CBS last changed
    the table (ISO), '' where the file does not tell. `whole` False: a selection that a person made on
    StatLine, so what it leaves out is not gone.
    """

    name: str
    sha256: str
    table: str
    title: str
    modified: str
    whole: bool
    observations: pa.Table


def is_table(path: Path) -> bool:
    """True for what can only be a CBS table: a folder, or a file that its readers recognise."""
    return path.is_dir() or cbs.recognises(path)


def read(path: Path) -> Absence:
    """The declared series in a folder or file, read whole.

    Raises:
        UserError: it is no CBS table, not one of ours, or not understood in every cell.
    """
    found = cbs.read(path)
    table = recognised.identified(found)
    folder = path.parent if path.name in _FIGURES else path
    return Absence(
        name=folder.name,
        sha256=_digest(folder),
        table=table.table,
        title=table.title,
        modified=table.modified[:10],
        whole=bool(found.table),
        observations=declarations.observations(table),
    )


def _digest(path: Path) -> str:
    """One digest of a file, or of every file of a folder with its name."""
    digest = hashlib.sha256()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if file.is_file():
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
