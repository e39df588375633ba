"""What a file may cost before it is refused: the page is for anybody, the command line for the steward."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may be or take.

    bytes:     of the file as it is; unpacked: of everything in it, in bytes.
    entries:   parts of a packed file; sheets: of a workbook.
    rows, columns: the furthest cell of a sheet with anything in it; cells: of the rectangles up to those cells,
    over all sheets.
    lines:     of a file of text; text: signs in one cell.
    problems:  that are told; more are counted.
    memory:    bytes resident; seconds of the processor (all threads); patience: seconds of the clock, far more, for
    a file that waits on a busy machine does no harm.
    """

    bytes: int
    unpacked: int
    entries: int
    sheets: int
    rows: int
    columns: int
    cells: int
    lines: int
    text: int
    problems: int
    memory: int
    seconds: int
    patience: int


_MB = 1024**2

#: For a file that anybody hands in on the page: the largest honest delivery (35 regions, ten years of quarters,
#: every method and client group) has 16,800 rows and takes 2 MB.
PAGE = Limits(
    bytes=20 * _MB,
    unpacked=120 * _MB,
    entries=1_000,
    sheets=50,
    rows=100_000,
    columns=200,
    cells=500_000,
    lines=500_000,
    text=32_767,
    problems=5_000,
    memory=420 * _MB,
    seconds=7,
    patience=60,
)

#: For the steward's own command: a million rows of the long layout take about 50 MB.
COMMAND = Limits(
    bytes=200 * _MB,
    unpacked=400 * _MB,
    entries=5_000,
    sheets=250,
    rows=1_048_576,
    columns=200,
    cells=20_000_000,
    lines=6_000_000,
    text=32_767,
    problems=1_000_000,
    memory=4_096 * _MB,
    seconds=300,
    patience=600,
)
