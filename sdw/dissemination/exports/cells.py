"""One cell of a file, in a form that a spreadsheet cannot mistake for a formula."""

from __future__ import annotations

import re

#: A text that starts with one of these is run as a formula by spreadsheets (OWASP, "CSV Injection").
_STARTS_A_FORMULA = ("=", "+", "-", "@")
#: Control characters have no place in a cell: some spreadsheets skip them and run what follows.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def text(value: str) -> str:
    """The text on one line; one that a spreadsheet would run as a formula gets an apostrophe in front."""
    line = _CONTROL.sub(" ", value).strip()
    return f"'{line}" if line.startswith(_STARTS_A_FORMULA) else line


def number(value: float) -> int | float:
    """97.0 → 97, 12.5 → 12.5: whole numbers are written without a decimal point, nothing is rounded."""
    return int(value) if float(value).is_integer() else float(value)
