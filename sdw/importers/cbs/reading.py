"""One door for every form in which a CBS table arrives."""

from __future__ import annotations

from pathlib import Path

from sdw.importers.cbs import compact, odata, statline
from sdw.importers.cbs.table import CbsTable
from sdw.text.errors import UserError


def read(source: Path | str | bytes, name: str = "") -> CbsTable:
    """The tidy table in `source`: a folder with an OData dump (JSON or CSV), or one CSV file.

    A CSV file (a path, or its bytes with a `name` for messages) is our compact form or a StatLine
    download. What is not understood is refused with a UserError, never read by halves.
    """
    if isinstance(source, bytes):
        return _read_file(source, name)
    path = Path(source)
    if path.is_dir():
        return odata.read(path)
    if not path.is_file():
        raise UserError("cbs.not_found", name=path.name)
    if path.name in ("TypedDataSet.csv", "TypedDataSet.json", "UntypedDataSet.csv", "UntypedDataSet.json"):
        return odata.read(path.parent)
    return _read_file(path.read_bytes(), path.name)


def _read_file(data: bytes, name: str) -> CbsTable:
    return compact.read(data, name) if compact.is_compact(data) else statline.read(data, name)
