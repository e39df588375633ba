"""Reading a document back: its text per page, its tags, and which page each of them is on."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
import pypdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from sdw.dissemination.blocks import drawings, figures, model, plain
from sdw.dissemination.blocks.model import Block, Parts
from sdw.dissemination.charts.core.scene import Scene, Text, walk
from sdw.dissemination.exports.paper import tags
from tests.worlds.told import NUMBER

#: The lines of a `Take`, as plain text has them.
_TAKEN = re.compile(r": (?:[fp]/2026-|r/AM)")
_SPACES, _YEARS = re.compile(r"\s+"), re.compile(r"(20\d\d)(?=20\d\d)")


@dataclass(frozen=True)
class Tag:
    """A structure element: its kind, the pages of its own content, its alternative text, what it is in."""

    kind: str
    pages: frozenset[int]
    alt: str
    is_empty: bool


class Document:
    """A PDF as a reader and as a screen reader find it."""

    def __init__(self, data: bytes) -> None:
        self.pages = [flat(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]
        self.text = " ".join(self.pages)
        self.pdf = Pdf.open(io.BytesIO(data))
        self._number = {page.objgen: place for place, page in enumerate(self.pdf.pages)}
        self.tags = [self._tag(one) for one in tags.walk(self.pdf)]

    @property
    def alternatives(self) -> str:
        """What is said of the drawings to who cannot see them."""
        return flat(" ".join(tag.alt for tag in self.tags))

    def rows(self) -> Iterator[list[Object]]:
        """The cells of every row of every table."""
        return (list(tags.children(row)) for row in tags.elements(self.pdf, "/TR"))

    def tables(self) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
        """Of every table with a caption: the pages of the caption, and those of the first row."""
        for table in tags.elements(self.pdf, "/Table"):
            parts = {str(one.S): one for one in reversed(list(self._below(table)))}
            if "/Caption" in parts:
                yield self._on(parts["/Caption"]), self._on(parts["/TR"])

    def _tag(self, one: Object) -> Tag:
        content = [kid for kid in self._kids(one) if not isinstance(kid, Dictionary) or "/S" not in kid]
        own = {self._number[self._page(one, kid)] for kid in content}
        alt = str(one.get("/Alt", ""))
        return Tag(str(one.S), frozenset(own), alt, not self._kids(one))

    def _below(self, one: Object) -> Iterator[Object]:
        for kid in tags.children(one):
            yield kid
            yield from self._below(kid)

    def _on(self, one: Object) -> frozenset[int]:
        """The pages of everything in an element."""
        found = set(self._tag(one).pages)
        for kid in self._below(one):
            found |= self._tag(kid).pages
        return frozenset(found)

    def _kids(self, one: Object) -> list[Object]:
        held = one.get("/K")
        if held is None:
            return []
        return list(held) if isinstance(held, Array) else [held]

    def _page(self, one: Object, kid: Object) -> tuple[int, int]:
        page = kid.get("/Pg") if isinstance(kid, Dictionary) else None
        while page is None:
            page, one = one.get("/Pg"), one.get("/P")
        return page.objgen


def flat(text: str) -> str:
    """With one space where there is any, and the hyphen that paper has for one at which no line breaks.

    Two years beside one another under an axis are two words, however near they stand.
    """
    return _SPACES.sub(" ", _YEARS.sub(r"\1 ", text.replace("\u2011", "-"))).strip()


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def told(parts: Parts) -> str:
    """Everything that blocks say, without how to take them along."""
    lines = (line for part in parts for block in part for line in plain.lines(block))
    return flat(" ".join(line for line in lines if not _TAKEN.search(line)))


def scenes(parts: Parts) -> Iterator[Scene]:
    """Every drawing in the blocks."""
    for block in blocks(parts):
        if isinstance(block, drawings.Chart):
            yield block.scene
        elif isinstance(block, drawings.BulletChart | drawings.DotChart | drawings.Map):
            made = block.make()
            if made is not None:
                yield made
        elif isinstance(block, figures.Tiles):
            yield from (tile.years.scene for tile in block.tiles if tile.years)


def blocks(parts: Parts) -> Iterator[Block]:
    return (block for part in parts for block in model.walk(part))


def titles(parts: Parts) -> Iterator[tuple[str, Scene]]:
    """Every drawing with the title that belongs to it: its own, or the heading a few lines above it."""
    for part in parts:
        yield from _titled(part)


def _titled(part: Sequence[Block]) -> Iterator[tuple[str, Scene]]:
    for place, block in enumerate(part):
        yield from _titled(tuple(model.within(block)))
        if isinstance(block, drawings.Chart) and block.level:
            yield block.scene.title, block.scene
        elif isinstance(block, drawings.Chart | drawings.Map):
            scene = block.scene if isinstance(block, drawings.Chart) else block.make()
            near = [one.words for one in part[max(0, place - 2) : place] if isinstance(one, model.Heading)]
            if near and scene is not None and scene.width > 200:
                yield near[-1], scene


def drawn(parts: Parts) -> str:
    """The words in the drawings."""
    return flat(
        " ".join(mark.words for scene in scenes(parts) for mark in walk(scene.marks) if isinstance(mark, Text))
    )


def faults(document: Document) -> list[str]:
    """What a screen reader would stumble over."""
    found = [f"empty {tag.kind}" for tag in document.tags if tag.is_empty]
    found += [f"{tag.kind} without a text" for tag in document.tags if tag.kind == "/Figure" and not tag.alt]
    for cells in document.rows():
        head = cells[0]
        if head.S != Name.TH or not any(str(one.get("/Scope")) in ("/Row", "/Column") for one in _said(head)):
            found.append("a row without a head")
    levels = [int(tag.kind[2:]) for tag in document.tags if re.fullmatch(r"/H[1-6]", tag.kind)]
    found += [f"from H{a} to H{b}" for a, b in zip([0, *levels], levels, strict=False) if b > a + 1]
    root = document.pdf.Root
    if str(root.get("/Lang", "")) not in ("nl", "nl-NL") or not root.MarkInfo.Marked:
        found.append("no language, or not marked")
    with document.pdf.open_metadata() as about:
        if about.get("pdfuaid:part") != "1" or not about.get("dc:title"):
            found.append("not PDF/UA-1, or without a title")
    return found


def _said(cell: Object) -> list[Object]:
    held = cell.get("/A")
    return [] if held is None else list(held) if isinstance(held, pikepdf.Array) else [held]
