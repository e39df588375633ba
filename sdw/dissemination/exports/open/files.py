"""The files of open data of a public edition: which there are, and each one's bytes. Never of a concept."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sdw.dissemination.exports import names
from sdw.dissemination.exports.open import (
    boundaries,
    csvw,
    figure_tables,
    licences,
    lists,
    other_tables,
    readme,
)
from sdw.dissemination.exports.open.table import Row, Table
from sdw.edition.editions import Edition
from sdw.text.dutch import say
from sdw.text.errors import UserError

#: Every table that an edition can have, tables before code lists.
TABLES: tuple[Table, ...] = (*figure_tables.ALL, *other_tables.ALL, *lists.ALL)
#: All of it in one file.
ALL = readme.ALL
CSV, PARQUET = ".csv", ".parquet"
#: Zip files keep no time before 1980; a fixed one keeps the bytes the same.
_EPOCH = (1980, 1, 1, 0, 0, 0)
#: An ending and its media type.
MEDIA = {
    CSV: "text/csv",
    PARQUET: "application/vnd.apache.parquet",
    ".geojson": "application/geo+json",
    ".json": "application/csvm+json",
    ".txt": "text/plain",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file of an edition: its name, what it is in Dutch, and the table that it is a form of, if any."""

    name: str
    title: str
    table: Table | None = None

    @property
    def ending(self) -> str:
        """'.csv'."""
        return self.name[self.name.rindex(".") :]


@lru_cache(maxsize=64)
def tables(edition: Edition) -> tuple[Table, ...]:
    """The tables that this edition has, by what it says it publishes: no table is made for it.

    Raises:
        UserError: it is a concept, which is no open data.
    """
    if edition.is_concept:
        raise UserError("open_data.concept", label=edition.label)
    return tuple(one for one in TABLES if one.is_in(edition))


def listed(edition: Edition) -> tuple[File, ...]:
    """Every file of an edition; nothing is made for it."""
    forms_of = [File(f"{one.name}{ending}", one.title, one) for one in tables(edition) for ending in (CSV, PARQUET)]
    return (
        *forms_of,
        File(boundaries.NAME, say("open_data.boundaries.title")),
        File(csvw.NAME, say("open_data.file.description")),
        File(readme.NAME, say("open_data.file.readme")),
        File(ALL, say("open_data.file.all")),
    )


def content(edition: Edition, name: str) -> bytes:
    """The bytes of one file.

    Raises:
        KeyError: the edition has no such file.
    """
    file = {one.name: one for one in listed(edition)}[name]
    if file.table is not None:
        rows = file.table.rows(edition)
        return _form(edition, file.table, rows, file.ending)
    if name == ALL:
        return zipped(edition)
    return _MADE[name](edition)


def _form(edition: Edition, table: Table, rows: Sequence[Row], ending: str) -> bytes:
    from sdw.dissemination.exports.open import forms  # with it comes pyarrow

    if ending == CSV:
        return forms.csv_of(table, rows)
    licence = licences.of(edition, table)
    about = {"title": table.title, "edition": edition.label, "licence": licence.value, "rights": licence.words}
    return forms.parquet_of(table, rows, about | {"about": csvw.told_of(edition)})


def whole(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every file but the zip; the lines of a table are made once for its forms."""
    for table in tables(edition):
        rows = table.rows(edition)
        for ending in (CSV, PARQUET):
            yield f"{table.name}{ending}", _form(edition, table, rows, ending)
    for name, make in _MADE.items():
        yield name, make(edition)


#: The files that are no form of a table.
_MADE: dict[str, Callable[[Edition], bytes]] = {
    boundaries.NAME: boundaries.geojson,
    csvw.NAME: lambda edition: csvw.of(edition, tables(edition)),
    readme.NAME: lambda edition: readme.of(edition, tables(edition)),
}


def zipped(edition: Edition) -> bytes:
    """All of it in one zip; the same edition gives the same bytes."""
    return zip_of(whole(edition))


def zip_of(made: Iterable[tuple[str, bytes]]) -> bytes:
    """The zip of (name, bytes) of all files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in made:
            packing = zipfile.ZIP_STORED if name.endswith(PARQUET) else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, packing)
    return target.getvalue()


def saved_as(edition: Edition, file: File) -> str:
    """'sdw-2026-najaar-open-data-trajecten-voorbeeld.csv': marked as the edition itself is."""
    what = f"open-data-{file.name.removesuffix(file.ending)}"
    marked = [names.EXAMPLE] if edition.has_examples else []
    return "-".join(map(names.plain, ["sdw", edition.label, what, *marked])) + file.ending
