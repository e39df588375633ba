"""What comes back of a table of CBS that was read in a process apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

#: The datasets of these tables, and what asks a reader which table a folder holds, and whether it is whole: what is
#: fetched may be any table of CBS.
ID = "verzuim"
BENEFITS = "uitkeringen"
DATASETS = (ID, BENEFITS)
FETCHED = "verzuim-opgehaald"


@dataclass(frozen=True, slots=True)
class Absence:
    """One edition of one CBS table: where it came from, and its declared series as observations.

    `observations` has the columns of `declarations.OBSERVATION`. `modified` is the day CBS last changed
    the table (ISO), '' where the file does not tell. `listed`: the sectors and periods (`sector`, `period`) that
    the table says it has; empty for a selection that a person made on StatLine, so what it leaves out is not gone.
    `dataset`: one of `DATASETS`. `notes`: what was left
    out of the table, and why, in Dutch sentences.
    """

    name: str
    sha256: str
    table: str
    title: str
    modified: str
    listed: Mapping[str, frozenset[str]]
    observations: pa.Table
    dataset: str = ID
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """Which table a folder holds, and the day on which CBS last changed it (ISO)."""

    table: str
    modified: str
