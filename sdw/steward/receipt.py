"""What the steward hears of one file."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.store.private import Accepted


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one file: `ok` False means refused; `lines` are for the person at the keyboard."""

    ok: bool
    lines: tuple[str, ...]
    report_csv: str
    accepted: Accepted | None = None
