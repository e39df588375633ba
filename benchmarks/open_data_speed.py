"""What open data cost: all of an edition and its catalogue, beside what the libraries need for the same cells."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator

import pyarrow.parquet as pq

from benchmarks.measuring import best, shipped, spent
from sdw.dissemination.exports.open import catalogue, files
from sdw.edition import editions


def measure() -> Iterator[tuple[str, float, str]]:
    """(what, figure, unit): the catalogue makes no file, so it takes a fraction of a second."""
    with shipped():
        known = editions.every()
        yield "catalogue, the first of a process", spent(lambda: catalogue.turtle(known)), "ms CPU"
        yield f"catalogue of {len(known)} editions, Turtle", best(lambda: catalogue.turtle(known)), "ms CPU"
        yield f"catalogue of {len(known)} editions, JSON-LD", best(lambda: catalogue.json_ld(known)), "ms CPU"
        yield "zip of an edition, the first of a process", spent(lambda: files.zipped(known[0])), "ms CPU"
        data = files.zipped(known[0])
        yield "zip of an edition", best(lambda: files.zipped(known[0])), "ms CPU"
        yield "zip of an edition", len(data) / 1000, "kB"
        yield from _floor(data)


def _floor(data: bytes) -> Iterator[tuple[str, float, str]]:
    """The same cells through the libraries alone, from what is in the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    texts = [list(csv.reader(io.StringIO(one.decode()))) for name, one in found.items() if name.endswith(".csv")]
    tables = [pq.read_table(io.BytesIO(one)) for name, one in found.items() if name.endswith(".parquet")]
    others = [one for name, one in found.items() if not name.endswith(".parquet")]
    for what, make in (
        ("csv alone, the same cells", lambda: [csv.writer(io.StringIO()).writerows(one) for one in texts]),
        ("pyarrow alone, the same tables", lambda: [pq.write_table(one, io.BytesIO()) for one in tables]),
        ("zlib alone, the same files", lambda: [_packed(one) for one in others]),
    ):
        yield what, best(make), "ms CPU"


def _packed(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one", data)
    return target.getvalue()
