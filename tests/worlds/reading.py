"""Reading back what a page shows: its tables as texts, its map as rows, without the code that drew them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from typing import Any

from streamlit.testing.v1 import AppTest

from sdw.reference.areas import regions
from sdw.reference.status import Status


@dataclass(slots=True)
class Read:
    """A table as a reader sees it: its caption, and per row the texts of its cells."""

    caption: str = ""
    rows: list[list[str]] = field(default_factory=list)

    def by_name(self) -> dict[str, list[str]]:
        """The cells of each row by the name that the row starts with."""
        return {name: cells for name, *cells in self.rows[1:]}


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Read] = []
        self.spans: list[tuple[list[str], int, int]] = []  # row, position of the cell, how many columns it covers
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.found.append(Read())
        elif tag == "tr":
            self.found[-1].rows.append([])
        elif tag in ("td", "th"):
            row = self.found[-1].rows[-1]
            self.spans.append((row, len(row), int(dict(attrs).get("colspan") or 1)))
            row.append("")
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "caption":
            self.found[-1].caption += data
        elif self._inside in ("td", "th"):
            self.found[-1].rows[-1][-1] += data.replace("\u00ad", "")  # a soft hyphen is not read


def tables(markup: str) -> list[Read]:
    """Every table in the HTML, in order; a cell over more columns is read in each of them."""
    reader = _Tables()
    reader.feed(markup)
    reader.close()
    for row, position, columns in reversed(reader.spans):
        row[position:position] = [row[position]] * (columns - 1)
    return reader.found


def map_rows(visit: AppTest) -> dict[str, tuple[str, str, str]]:
    """Region → (status, number, words read aloud) of the map, filled in as the browser does."""
    [element] = [one for one in visit.get("bidi_component") if one.proto.component_name != "sdw_filters"]
    data: dict[str, Any] = json.loads(element.proto.json)
    found = {}
    for code, (status, *rest) in zip(sorted(regions.CODES), data["rows"], strict=True):
        _, brief, said, *_ = [*rest, "", "", ""]
        found[code] = (list(Status)[status].value, brief, said or (brief and f"{brief} {data['unit']}".strip()))
    return found


def dutch(value: str, decimals: int) -> str:
    """A number of an analysis file as a Dutch reader writes it: '1234.5' → '1.234,5'. Half away from zero."""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,}".translate(str.maketrans(",.", ".,"))
