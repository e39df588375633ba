"""The dataset `verzuim`: CBS tables, in whatever form a person has them, as observations of the declared series."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from sdw.importers import cbs
from sdw.importers.cbs import compact, declarations, sectors
from sdw.importers.cbs.table import CbsTable, texts
from sdw.reference import tables
from sdw.text.errors import UserError

ID = "verzuim"

#: The files of an OData dump that hold its figures: naming one of them names the folder.
_FIGURES = {f"{name}.{ending}" for name in ("TypedDataSet", "UntypedDataSet") for ending in ("csv", "json")}
_FOOTER = re.compile(
    r"\W*(?:copyright|bron|source|c)?\W*(?:cbs\b|centraal bureau voor de statistiek|statistics netherlands)",
    re.IGNORECASE,
)
_NOT_ASCII = re.compile(r"[^\x20-\x7e\n]+")


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
    """True for what can only be a CBS table: a folder, a file of figures of a dump, our compact form, or a
    CSV that ends as StatLine ends it."""
    if path.is_dir() or path.name in _FIGURES:
        return True
    if not path.is_file() or path.suffix.casefold() not in (".csv", ".txt"):
        return False
    data = path.read_bytes()
    return compact.is_compact(data) or _ends_as_statline(data)


def read(path: Path) -> Absence:
    """The declared series in a folder or file, read whole.

    Raises:
        UserError: it is no CBS table, not one of ours, or not understood in every cell.
    """
    table = cbs.read(path)
    whole = bool(table.table)
    if not whole:
        table = _named(table, path.name)
    folder = path.parent if path.name in _FIGURES else path
    return Absence(
        name=folder.name,
        sha256=_digest(folder),
        table=table.table,
        title=table.title,
        modified=table.modified[:10],
        whole=whole,
        observations=declarations.observations(table),
    )


def _ends_as_statline(data: bytes) -> bool:
    """Whether the last line names CBS, in any encoding that keeps ASCII readable."""
    tail = _NOT_ASCII.sub("", data[-600:].replace(b"\0", b"").decode("latin-1")).strip()
    return bool(tail) and _FOOTER.match(tail.splitlines()[-1]) is not None


def _named(table: CbsTable, name: str) -> CbsTable:
    """A StatLine download with the codes that it lacks: its table by title, sectors and topics by theirs."""
    wanted = _plain(table.title)
    found = [row["tabel"] for row in tables.rows(compact.TABLES) if _plain(row["titel"]) == wanted]
    if not found:
        raise UserError("verzuim.statline_other", name=name)
    series = declarations.of_table(found[0])
    if len(series) != 1 or series[0].margins or len(table.dimensions) != 1:
        raise UserError("verzuim.statline_form", name=name, table=found[0])
    [one], [dimension] = series, table.dimensions
    cells = table.cells
    if set(cells["unit"].to_pylist()) != {one.unit} or {_plain(t) for t in cells["topic_title"].to_pylist()} != {
        _plain(one.topic)
    }:
        raise UserError("verzuim.statline_form", name=name, table=found[0])
    codes = {_plain(sector.title): sector.code for sector in sectors.ALL}
    titles = cells[dimension].cast(pa.string()).to_pylist()
    for title in titles:
        if _plain(title) not in codes:
            raise UserError("verzuim.statline_sector", name=name, sector=title[:60])
    columns = {column: cells[column] for column in cells.column_names if not column.startswith(dimension)}
    columns["topic"] = texts([one.topic] * cells.num_rows)
    columns[one.sector_dimension] = texts([codes[_plain(title)] for title in titles])
    return replace(table, table=found[0], dimensions=(one.sector_dimension,), cells=pa.table(columns))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _digest(path: Path) -> str:
    """One digest of a file, or of every file of a folder with its name."""
    digest = hashlib.sha256()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if file.is_file():
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
