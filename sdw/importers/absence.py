"""The dataset `verzuim`: CBS tables, in whatever form a person has them, as observations of the declared series."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from sdw.importers import cbs
from sdw.importers.cbs import declarations, odata, recognised
from sdw.importers.cbs.table import CbsTable, Identity

ID = "verzuim"
#: Asks a reader which table a folder holds, and whether it is whole: what is fetched may be any table of CBS.
FETCHED = "verzuim-opgehaald"

#: The files of an OData dump that hold its figures: naming one of them names the folder.
_FIGURES = {f"{name}.{ending}" for name in ("TypedDataSet", "UntypedDataSet") for ending in ("csv", "json")}


@dataclass(frozen=True, slots=True)
class Absence:
    """One edition of one CBS table: where it came from, and its declared series as observations.

    `observations` has the columns of `declarations.OBSERVATION`. `modified` is the day CBS last changed
    the table (ISO), '' where the file does not tell. `listed`: the sectors and periods (`sector`, `period`) that
    the table says it has; empty for a selection that a person made on StatLine, so what it leaves out is not gone.
    """

    name: str
    sha256: str
    table: str
    title: str
    modified: str
    listed: Mapping[str, frozenset[str]]
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
        listed=_listed(table),
        observations=declarations.observations(table),
    )


def identify(folder: Path) -> Identity:
    """Which table a dump holds, read whole. UserError when it is not understood, or a part of one of ours."""
    found = odata.read(folder)
    declarations.check_whole(found)
    return Identity(found.table, found.modified)


def _listed(table: CbsTable) -> dict[str, frozenset[str]]:
    """The members of the table's axes under our own names for them."""
    names = {series.sector_dimension: "sector" for series in declarations.of_table(table.table)}
    names |= {"period": "period"}
    return {names[axis]: frozenset(codes) for axis, codes in table.members.items() if axis in names}


def _digest(path: Path) -> str:
    """One digest of a file, or of every file of a folder with its name."""
    digest = hashlib.sha256()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if file.is_file():
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
