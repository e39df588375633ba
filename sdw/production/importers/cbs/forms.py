"""One door for every form in which a CBS table arrives."""

from __future__ import annotations

from pathlib import Path

from sdw.production.importers.cbs import compact, pieces
from sdw.production.importers.cbs.odata import tidy
from sdw.production.importers.cbs.statline import tidy as statline
from sdw.production.importers.cbs.table import CbsTable
from sdw.reference.series.refusal import refusal

_FIGURES = ("TypedDataSet.csv", "TypedDataSet.json", "UntypedDataSet.csv", "UntypedDataSet.json")


def read(source: Path | str | bytes, name: str = "") -> CbsTable:
    """The tidy table in `source`: a folder with an OData dump (JSON or CSV), or one CSV file.

    A CSV file (a path, or its bytes with a `name` for messages) is our compact form or a StatLine
    download. What is not understood is refused with a UserError, never read by halves.
    """
    if isinstance(source, bytes):
        return _read_file(source, name)
    path = Path(source)
    if path.is_dir():
        return tidy.read(path)
    if not path.is_file():
        raise refusal("cbs.not_found", name=path.name)
    if path.name in _FIGURES:
        return tidy.read(path.parent)
    return _read_file(path.read_bytes(), path.name)


def recognises(source: Path | str | bytes) -> bool:
    """True when `source` looks like a CBS table: a dump's folder, our compact form or a StatLine download.

    It says which reader must have its say, not that the table can be read.
    """
    if isinstance(source, bytes):
        return compact.is_compact(source) or statline.recognises(source)
    path = Path(source)
    if path.is_dir():
        return any((path / name).is_file() for name in _FIGURES)
    return path.is_file() and (path.name in _FIGURES or recognises(statline.edges(path)))


def _read_file(data: bytes, name: str) -> CbsTable:
    if (piece := pieces.refusal(data)) is not None:
        raise piece
    return compact.read(data, name) if compact.is_compact(data) else statline.read(data, name)
