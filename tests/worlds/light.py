"""Pages without a script as somebody reads them: their parts, what they fetch, and the QR codes in them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import segno
import zxingcpp
from PIL import Image

from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.view.choices import choose
from sdw.edition.editions import Edition

#: All that a page may weigh on the wire, with the headers of its answer, in bytes; and what those take at most.
BUDGET, HEADERS = 60_000, 2_000
Modules = tuple[tuple[bool, ...], ...]
#: What makes a browser ask for something, by element and attribute.
_FETCHES = {("img", "src"), ("script", "src"), ("source", "srcset"), ("iframe", "src"), ("use", "href")}
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\d+z")


@dataclass
class Read(HTMLParser):
    """A page in its parts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.words: dict[str, str] = {}
        self.text = ""
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._open.append(tag)
        if tag == "meta":
            self.meta[found.get("property") or found.get("name", "")] = found.get("content", "")
        if tag == "link" and found["rel"] in ("stylesheet", "modulepreload", "icon"):
            self.fetched += [found["href"]] if not found["href"].startswith("data:") else []
        self.fetched += [value for name, value in found.items() if (tag, name) in _FETCHES]
        if tag == "a":
            self.links.append(found["href"])

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self._open):
            self.text += data
            for tag in ("h1", "title", "textarea", "table", "dl"):
                if tag in self._open and "svg" not in self._open:
                    self.words[tag] = self.words.get(tag, "") + data


def opened(edition: Edition, name: str, region: str = "AM05") -> View:
    """The view on which a drawing is shown here."""
    one = registry.ALL[name]
    return choose(edition, menu.by_name(one.page), {"regio": region} if "regio" in one.uses else {}).view


def expected(address: str) -> Modules:
    """The modules of the code of an address, as the library makes them."""
    made = segno.make(address, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(one) for one in row) for row in made.matrix)


def drawn(data: str, side: int) -> Modules:
    """The modules of a code out of the data of its path, with its quiet zone."""
    dark = {(int(x) + more, int(y)) for x, y, run in _RUN.findall(data) for more in range(int(run))}
    return tuple(tuple((x, y) in dark for x in range(side)) for y in range(side))


def pictured(png: bytes, side: int) -> Modules:
    """The modules of a code out of a picture of it, with its quiet zone: the middle of each."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    step = picture.width / side
    return tuple(
        tuple(picture.getpixel((int((x + 0.5) * step), int((y + 0.5) * step))) < 128 for x in range(side))
        for y in range(side)
    )


def scanned(picture: bytes) -> list[str]:
    """The addresses of all QR codes in a picture, as a phone reads them."""
    return [one.text for one in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("RGB"))]


def quiet(modules: Modules, zone: int) -> Modules:
    """The modules within their quiet zone; ValueError where that is not light all around."""
    inner = tuple(row[zone:-zone] for row in modules[zone:-zone])
    if sum(map(sum, modules)) != sum(map(sum, inner)):
        raise ValueError("dark modules in the quiet zone")
    return inner


def codes(markup: str) -> Iterator[tuple[str, Modules]]:
    """(words, modules with the quiet zone) of every code in a page or a picture."""
    for side, words, data in re.findall(
        r'<svg viewBox="0 0 (\d+) \d+" role="img" aria-label="([^"]+)"><path[^>]*/><path[^>]* d="([^"]+)"/>', markup
    ):
        yield words, drawn(data, int(side))
    for side, words, data in re.findall(
        r'<rect x="0" y="0" width="(\d+)" height="\d+"[^>]*><title>(QR-code[^<]+)</title></rect><path d="([^"]+)"',
        markup,
    ):
        yield words, drawn(data, int(side))
