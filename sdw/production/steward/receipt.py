"""What the steward hears of one file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sdw.production.store.private import Accepted


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one file: `ok` False means refused; `lines` are for the person at the keyboard.

    `report_csv` makes the file with everything that was remarked; '' where there is none. Few ask for it.
    `name` is that of the file; `errors` and `warnings` count what was found in it; `read` names the regions that
    were read; `pending`: a person must accept warnings before it can be imported.
    """

    ok: bool
    lines: tuple[str, ...]
    report_csv: Callable[[], str]
    accepted: Accepted | None = None
    name: str = ""
    errors: int = 0
    warnings: int = 0
    read: str = ""
    pending: bool = False
