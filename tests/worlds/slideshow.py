"""A PowerPoint file as a test reads it: by zip and XML alone, without the package that wrote it."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.etree import ElementTree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Shown:
    """One slide: what it is made of, its charts, and what its speaker says."""

    tree: Any
    charts: tuple[Any, ...]
    sheets: tuple[bytes, ...]
    notes: str

    @property
    def title(self) -> list[str]:
        """The paragraphs of its title."""
        kinds = ("title", "ctrTitle")
        found = [
            one for one in self.tree.iter(f"{P}sp") if any(ph.get("type") in kinds for ph in one.iter(f"{P}ph"))
        ]
        return [paragraph(one) for shape in found for one in shape.iter(f"{A}p")]

    @property
    def words(self) -> str:
        """All that stands on it, tables and charts too, apart by a space."""
        trees = (self.tree, *self.charts)
        texts = [paragraph(one) for tree in trees for one in tree.iter(f"{A}p")]
        named = [one.text or "" for tree in self.charts for one in tree.iter(f"{C}v")]
        return " ".join([*texts, *named])

    @property
    def tables(self) -> list[list[list[str]]]:
        """Each table as rows of cells."""
        return [
            [
                [" ".join(map(paragraph, cell.iter(f"{A}p"))) for cell in row.iter(f"{A}tc")]
                for row in one.iter(f"{A}tr")
            ]
            for one in self.tree.iter(f"{A}tbl")
        ]

    @property
    def named(self) -> list[Any]:
        """What says the name and the words of each shape."""
        return list(self.tree.iter(f"{P}cNvPr"))


def paragraph(one: Any) -> str:
    return "".join(text.text or "" for text in one.iter(f"{A}t"))


def rows(chart: Any) -> list[tuple[str, list[str], list[float | None]]]:
    """Each series of a chart: its name, its categories, its values."""
    found = []
    for series in chart.iter(f"{C}ser"):
        name = series.find(f"{C}tx").find(f".//{C}v").text
        found.append((name, _points(series.find(f"{C}cat"), str), _points(series.find(f"{C}val"), float)))
    return found


def _points(cache: Any, kind: Any) -> list[Any]:
    count = int(cache.find(f".//{C}ptCount").get("val"))
    points = {int(one.get("idx")): kind(one.find(f"{C}v").text) for one in cache.iter(f"{C}pt")}
    return [points.get(place) for place in range(count)]


class Slideshow:
    """A whole file."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))

    @cached_property
    def parts(self) -> dict[str, bytes]:
        """Every part by its name."""
        return {one: self.zip.read(one) for one in self.zip.namelist()}

    def xml(self, name: str) -> Any:
        return ElementTree.fromstring(self.parts[name])

    def relations(self, part: str) -> Iterator[tuple[str, str, str, bool]]:
        """What a part ('' for the package) refers to: its number, kind, target, and whether that is outside."""
        folder, name = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{name}.rels")
        if where not in self.parts:
            return
        for one in self.xml(where).iter(_RELATION):
            outside = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            yield one.get("Id", ""), one.get("Type", "").rsplit("/", 1)[1], target, outside

    @cached_property
    def slides(self) -> list[Shown]:
        """In the order of showing."""
        found = {number: target for number, _, target, _ in self.relations("ppt/presentation.xml")}
        order = [one.get(f"{R}id") for one in self.xml("ppt/presentation.xml").iter(f"{P}sldId")]
        return [self._slide(found[one]) for one in order]

    def _slide(self, part: str) -> Shown:
        targets = [(kind, target) for _, kind, target, _ in self.relations(part)]
        charts = [target for kind, target in targets if kind == "chart"]
        sheets = [target for chart in charts for _, kind, target, _ in self.relations(chart) if kind == "package"]
        notes = [self.xml(target) for kind, target in targets if kind == "notesSlide"]
        told = "\n".join(paragraph(one) for tree in notes for one in tree.iter(f"{A}p"))
        return Shown(self.xml(part), tuple(map(self.xml, charts)), tuple(self.parts[one] for one in sheets), told)
