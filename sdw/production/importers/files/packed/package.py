"""A packed file (xlsx, ods): how many parts, how large, and which part is which, before any is read."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from sdw.exchange.limits import Limits
from sdw.production.importers.files.packed import xml_stream
from sdw.text.errors import UserError

#: The record at the end of a zip: total parts and the size of their list stand at a fixed place in it.
_END, _END_LENGTH, _LONGEST_REMARK = b"PK\x05\x06", 22, 65_535
#: Bytes in that list for one part: 46, its name and what programs add to it.
_MOST_PER_PART = 400


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a packed file; `names` holds the name of each as it stands, by its plain form."""

    archive: zipfile.ZipFile
    names: dict[str, str]

    def __contains__(self, name: str) -> bool:
        return plain(name) in self.names

    def open(self, name: str) -> IO[bytes]:
        """One part as a stream; KeyError when it is not there."""
        return self.archive.open(self.names[plain(name)])

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part points at: id → (last word of the kind, plain name of the part)."""
        folder, _, name = part.rpartition("/")
        links = f"{folder}/_rels/{name}.rels"
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, has: xml_stream.Attributes) -> None:
            if xml_stream.local(tag) == "Relationship" and has.get("TargetMode") != "External":
                kind = has.get("Type", "").rpartition("/")[2]
                found[has.get("Id", "")] = (kind, _beside(folder, has.get("Target", "")))

        if links in self:
            with self.open(links) as stream:
                xml_stream.feed(xml_stream.parser(start), stream)
        return found


def plain(name: str) -> str:
    """How a part is looked up: some programs write `xl\\Workbook.xml`, and readers take it."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _beside(folder: str, target: str) -> str:
    """A target as the plain name of a part: from the root, or from the folder of the part that points."""
    steps = [] if target.startswith("/") else folder.split("/")
    for step in target.replace("\\", "/").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return plain("/".join(steps))


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[Package]:
    """The package in `data`. UserError for too many or too large parts; BadZipFile for two parts of one name."""
    _refuse_many(data, limits)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > limits.entries:
            raise UserError("import.too_many_parts", limit=limits.entries)
        if sum(entry.file_size for entry in entries) > limits.unpacked:
            raise UserError("import.too_large_unpacked", limit=limits.unpacked // 1024**2)
        names = {plain(entry.filename): entry.filename for entry in entries}
        if len(names) < len(entries):  # two readers might each take another one
            raise zipfile.BadZipFile
        yield Package(archive, names)


def _refuse_many(data: bytes, limits: Limits) -> None:
    """What the end of a zip says of its list of parts, before the list is read."""
    place = data.rfind(_END, max(0, len(data) - _END_LENGTH - _LONGEST_REMARK))
    record = data[place : place + _END_LENGTH]
    if place < 0 or len(record) < _END_LENGTH:
        return
    parts, size = struct.unpack("<HL", record[10:16])
    if parts > limits.entries or size > limits.entries * _MOST_PER_PART:
        raise UserError("import.too_many_parts", limit=limits.entries)
