"""Dutch interface texts (`nl/`, a file per page or part) and Dutch numbers and dates.

Number formats follow the reader's language, not the machine's: everything is formatted here.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

_FOLDER = Path(__file__).with_name("nl")

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)

ZONE = ZoneInfo("Europe/Amsterdam")

#: A narrow no-break space keeps a number and its unit on one line.
NARROW = "\u202f"
MINUS = "\u2212"


@cache
def _texts() -> dict[str, str]:
    flat: dict[str, str] = {}

    def walk(prefix: str, node: dict[str, Any]) -> None:
        for name, value in node.items():
            key = f"{prefix}.{name}" if prefix else name
            if isinstance(value, dict):
                walk(key, value)
            elif key in flat:
                raise ValueError(f"text {key} stands twice, the second time in {path.name}")
            else:
                flat[key] = str(value)

    for path in sorted(_FOLDER.glob("*.toml")):
        walk("", tomllib.loads(path.read_text(encoding="utf-8")))
    return flat


def keys() -> frozenset[str]:
    """Every text key, dotted: `section.name`."""
    return frozenset(_texts())


def every() -> list[str]:
    """Every text, with its `{facts}` as they stand."""
    return list(_texts().values())


def say(key: str, /, **facts: object) -> str:
    """The Dutch text of `key` with its `{facts}` filled in. An unknown key is a bug: KeyError."""
    return _texts()[key].format(**facts)


def number(value: float, decimals: int = 0) -> str:
    """1234.5 → '1.235' or, with one decimal, '1.234,5'. Half away from zero, as people round."""
    scale = 10**decimals
    scaled = abs(value) * scale
    rounded = int(scaled + 0.5 + 1e-9) / scale
    text = f"{rounded:,.{decimals}f}".replace(",", "\0").replace(".", ",").replace("\0", ".")
    return MINUS + text if value < 0 and rounded else text


def plain_number(value: float, decimals: int = 0) -> str:
    """As `number`, without thousands separator: for files that another program reads."""
    return number(value, decimals).replace(".", "").replace(MINUS, "-")


def day(date: dt.date) -> str:
    """2026-11-22 → '22 november 2026'."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def moment(when: dt.datetime) -> str:
    """A moment, in the time of the Netherlands wherever this runs: '3 december 2026, 9.30 uur'."""
    here = when.astimezone(ZONE)
    return f"{day(here.date())}, {here.hour}.{here.minute:02} uur"


def listing(items: list[str]) -> str:
    """['a', 'b', 'c'] → 'a, b en c'."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} en {items[-1]}" if items else ""
