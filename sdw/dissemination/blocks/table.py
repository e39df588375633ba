"""A table for reading, as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, its kind (a status without a number: `s`, `d`, `o`, `x`), and a bar from 0 to 100."""

    text: str
    kind: str = ""
    bar: float | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """How to take a drawing or table along: of what, and per form its name and its address, relative to a page."""

    title: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table for reading: a caption that says what it holds, headings, rows whose first cell names the row.

    `numbers` are the positions (1 to 6) of columns that are set to the right in tabular figures. `marked` is
    the row that a reader chose. `fold` gives a phone a closed table with the caption as its handle. `stack`
    gives a phone the name of each row on a line of its own, with its cells below: for more than four columns.
    `words` sets all cells under one another there, for a table of words; with `stack` each after the name of its
    column. `closed`: behind its caption on
    any screen, until a reader asks. `take`: a line under it to take its figures along.
    """

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell | str]]
    numbers: frozenset[int] = frozenset()
    marked: int | None = None
    fold: bool = False
    stack: bool = False
    words: bool = False
    closed: bool = False
    take: Take | None = None
