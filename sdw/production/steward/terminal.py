"""Lists for whoever asks: a readable Dutch table at a terminal, the same CSV as ever everywhere else."""

from __future__ import annotations

import csv
import datetime as dt
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sdw.text.dutch import number, say


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the CSV, and the key of its Dutch head; no key leaves it out at a terminal.

    read: makes of the cell what a table can show better than its text.
    """

    name: str
    head: str = ""
    read: Callable[[Any], object] = lambda cell: cell


def show(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
    """Print the rows: as a table where a person looks, as CSV where a program reads."""
    lines = [list(row) for row in rows]
    if sys.stdout.isatty():
        sys.stdout.write(as_table(columns, lines))
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    writer.writerows(["" if cell is None else cell for cell in row] for row in lines)


def as_table(columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> str:
    """Text in columns with Dutch heads, numbers to the right."""
    places = [place for place, column in enumerate(columns) if column.head]
    heads = [say(f"list.{columns[place].head}") for place in places]
    cells = [[_dutch(columns[place].read(row[place])) for place in places] for row in rows]
    right = [any(isinstance(row[place], int | float) for row in rows) for place in places]
    widths = [max(len(text) for text in texts) for texts in zip(heads, *cells, strict=True)]
    lines = [heads, ["─" * width for width in widths], *cells]
    return "".join(
        "  ".join(
            text.rjust(width) if to_right else text.ljust(width)
            for text, width, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        + "\n"
        for line in lines
    )


def asks() -> bool:
    """Is there a person who can answer a question?"""
    return sys.stdin.isatty() and sys.stderr.isatty()


def agrees(question: str) -> bool:
    """Ask a person; only 'ja' is yes."""
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("ja", "j")


def moment(utc: dt.datetime) -> dt.datetime:
    """A moment in UTC (with or without its zone) in the time of this machine."""
    return (utc if utc.tzinfo else utc.replace(tzinfo=dt.UTC)).astimezone()


def _dutch(cell: object) -> str:
    if cell is None or cell == "":
        return "–"
    if isinstance(cell, dt.datetime):
        return f"{moment(cell):%d-%m-%Y %H:%M}"
    return number(cell) if isinstance(cell, int) else str(cell)
