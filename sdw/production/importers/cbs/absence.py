"""The datasets `verzuim` and `uitkeringen`: CBS tables in any form, as observations of our series."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sdw.exchange.table_result import Absence, Identity
from sdw.production.importers.cbs import declarations, forms, recognised
from sdw.production.importers.cbs.areas import yearly
from sdw.production.importers.cbs.odata import tidy
from sdw.production.importers.cbs.table import CbsTable
from sdw.reference.datasets.statistics import CONTEXT

#: The files of an OData dump that hold its figures: naming one of them names the folder.
_FIGURES = {f"{name}.{ending}" for name in ("TypedDataSet", "UntypedDataSet") for ending in ("csv", "json")}


def is_table(path: Path) -> bool:
    """True for what can only be a CBS table: a folder, or a file that its readers recognise."""
    return path.is_dir() or forms.recognises(path)


def read(path: Path) -> Absence:
    """The declared series in a folder or file, read whole.

    Raises:
        UserError: it is no CBS table, not one of ours, or not understood in every cell.
    """
    folder = path.parent if path.name in _FIGURES else path
    if (year := yearly.year_of(folder)) is not None:
        return _read_yearly(folder, year)
    found = forms.read(path)
    table = recognised.identified(found)
    return Absence(
        name=folder.name,
        sha256=_digest(folder),
        table=table.table,
        title=table.title,
        modified=table.modified[:10],
        listed=_listed(table),
        observations=declarations.observations(table),
        dataset=declarations.of_table(table.table)[0].dataset,
        notes=declarations.notes(table),
    )


def identify(folder: Path) -> Identity:
    """Which table a dump holds, read whole. UserError when it is not understood, or a part of one of ours."""
    if (year := yearly.year_of(folder)) is not None:
        info, _ = yearly.read(folder, year)
        return Identity(info["Identifier"], info["Modified"])
    found = tidy.read(folder)
    declarations.check_whole(found)
    return Identity(found.table, found.modified)


def _read_yearly(folder: Path, year: str) -> Absence:
    """The yearly key figures of gemeenten, as context of the regions."""
    info, figures = yearly.read(folder, year)
    return Absence(
        name=folder.name,
        sha256=_digest(folder),
        table=info["Identifier"],
        title=" ".join(info["Title"].split()),
        modified=info["Modified"][:10],
        listed={"period": frozenset((year,))},
        observations=declarations.of_context(figures, year),
        dataset=CONTEXT.id,
    )


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
