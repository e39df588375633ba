"""A CBS table on disk, as `cbsodata` writes it: a folder with one JSON or CSV file per part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from sdw.production.importers.cbs.odata import figures, raw
from sdw.reference.series.refusal import refusal

Record = dict[str, str]


@dataclass(frozen=True, slots=True)
class Dump:
    """The parts of a dump by name (`Perioden` → its file)."""

    folder: Path
    files: dict[str, Path]

    @classmethod
    def open(cls, folder: Path) -> Dump:
        """Finds the parts of a dump. A folder without properties or figures: UserError."""
        found = {path.stem: path for path in sorted(folder.iterdir()) if path.suffix.lower() in (".csv", ".json")}
        dump = cls(folder, found)
        dump.path("DataProperties")
        if not any(name in found for name in figures.PARTS):
            raise refusal("cbs.part_missing", folder=folder.name, part=figures.TYPED)
        return dump

    def path(self, part: str) -> Path:
        """The file of a part; UserError when the dump lacks it."""
        if part not in self.files:
            raise refusal("cbs.part_missing", folder=self.folder.name, part=part)
        return self.files[part]

    def records(self, part: str) -> list[Record]:
        """A small part (properties, periods, a dimension), all values as trimmed text; null is ''."""
        path = self.path(part)
        rows = raw.json_rows(path) if raw.is_json(path) else raw.csv_rows(path)
        return [{str(name): raw.as_text(value) for name, value in row.items()} for row in rows]

    def figures(self, texts: Sequence[str], numbers: Sequence[str]) -> pa.Table:
        """The figures of the dump (`figures.read`)."""
        path = next(self.files[name] for name in figures.PARTS if name in self.files)
        return figures.read(path, texts, numbers)
