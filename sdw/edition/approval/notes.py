"""Notes with figures that an edition shows differently from the one before it: public, beside the edition.

`editions/<label>.corrections.jsonl`: one line a note, only ever added. A revision says that regions or sources came
with new data; an error is ours. Both have a severity. A concept has no such file: it is written when the edition is
made public, so that a visitor never reads of what is not public yet.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

from sdw.edition import files, paths

_ENDING = ".corrections.jsonl"
#: In place of the id of an indicator: all of them.
EVERY = "alle"


class Kind(Enum):
    """Why a published figure is another one now."""

    REVISION = "herziening"  # new data
    ERROR = "fout"  # ours


class Severity(Enum):
    """What it does to what was said before."""

    SMALL = "klein"  # no sentence or conclusion is another one
    LARGE = "groot"


@dataclass(frozen=True, slots=True)
class Note:
    """edition: the one with the new figures. indicator: its id, or `EVERY`."""

    edition: str
    at: dt.datetime
    indicator: str
    kind: Kind
    severity: Severity
    text: str

    def is_about(self, indicator: str) -> bool:
        """Is a figure of this indicator among those that it explains?"""
        return self.indicator in (EVERY, indicator)


def path_of(label: str) -> Path:
    """Where the notes with an edition are."""
    return paths.editions_folder() / f"{label}{_ENDING}"


def of(label: str) -> tuple[Note, ...]:
    """The notes with an edition, oldest first; none for one without. A line that is no note is left out."""
    try:
        lines = path_of(label).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return ()
    return tuple(note for line in lines if (note := _read(line)) is not None)


def add(label: str, notes: Sequence[Note]) -> None:
    """Add notes to a public edition; those that are there stay, and none comes twice."""
    there = of(label)
    new = [note for note in notes if note not in there]
    if new:
        text = "".join(_line(note) for note in (*there, *new))
        files.write(path_of(label), text.encode())


def _line(note: Note) -> str:
    facts = asdict(note) | {"at": note.at.isoformat(), "kind": note.kind.value, "severity": note.severity.value}
    return json.dumps(facts, ensure_ascii=False) + "\n"


def _read(line: str) -> Note | None:
    try:
        found = json.loads(line)
        return Note(
            str(found["edition"]),
            dt.datetime.fromisoformat(found["at"]),
            str(found["indicator"]),
            Kind(found["kind"]),
            Severity(found["severity"]),
            str(found["text"]),
        )
    except (ValueError, KeyError, TypeError):
        return None
