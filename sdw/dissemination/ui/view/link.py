"""The rest of the link: how a page shows its figures, and what a reader filled in.

Each change of the view is a step for Back; a change of what stands here is written into the address in place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from sdw.dissemination.ui.view import address
from sdw.dissemination.ui.view.choices import NAMES as VIEW

#: Names in the URL: form of the map, its classes, whose need stands beside the reach, order of rows, which rows and
#: against what, support of the nation; regions to set beside one; the table to download and the period of the
#: sheet; the set of slides and which of them in which order; employees and cost of a day; trajectories, baseline
#: and cost of the scenario; the form of a claim, and its measure, region, other region, year and sector.
NAMES = (
    *(
        "vorm",
        "klassen",
        "behoefte",
        "volgorde",
        "toon",
        "maatlat",
        "steun",
        "naast",
        "tabel",
        "invulblad",
        "standenblad",
        "onderdeel",
        "set",
        "dias",
    ),
    *("mensen", "dagkosten", "trajecten", "basis", "kosten"),
    *("bewering", "maat", "plek", "ander", "jaar", "branche"),
)
_STATE = "_link"


@dataclass(slots=True)
class _State:
    """What is chosen, and what of that the page uses."""

    chosen: dict[str, str] = field(default_factory=dict)
    used: dict[str, str] = field(default_factory=dict)
    is_whole: bool = False


def follow(asked: Mapping[str, str]) -> None:
    """Take over what the address newly asks, at the start of a run."""
    state = _state()
    state.chosen |= {name: asked[name] for name in NAMES if name in asked}
    state.used = {}
    state.is_whole = True


def one_of(name: str, offered: Sequence[str]) -> str:
    """What is chosen under this name; empty where nothing is, or something that is not offered."""
    state = _state()
    if name not in NAMES:
        raise KeyError(name)
    asked = state.chosen.get(name, "")
    state.used[name] = state.chosen[name] = asked if asked in offered else ""
    return state.used[name]


def several(name: str, offered: Sequence[str], most: int) -> tuple[str, ...]:
    """What is chosen under this name, parted by commas: each once, at most so many, nothing that is not offered."""
    asked = dict.fromkeys(_state().chosen.get(name, "").split(","))
    found = tuple(one for one in asked if one in offered)[:most]
    choose(name, ",".join(found))
    return found


def choose(name: str, value: str) -> None:
    """Choose this, also from a callback."""
    if name not in NAMES:
        raise KeyError(name)
    _state().used[name] = _state().chosen[name] = value


def number(name: str, low: int, high: int | None = None) -> int | None:
    """The whole number that is filled in under this name; None where nothing is, or something out of bounds."""
    asked = _state().chosen.get(name, "")
    is_fit = asked.isascii() and asked.isdigit() and low <= int(asked) and (high is None or int(asked) <= high)
    found = one_of(name, [asked] if is_fit else [])
    return int(found) if found else None


def keep(name: str, key: str) -> None:
    """The callback of an input: what it holds now is chosen."""
    value = st.session_state[key]
    _state().chosen[name] = "" if value is None else str(value)


def tell(view: Mapping[str, str]) -> None:
    """Make the address say the view (names with their texts) and what else the page uses."""
    state = _state()
    state.is_whole = False
    used = {name: state.used.get(name, "") for name in NAMES}
    address.write(address.strange((*VIEW, *NAMES)) | used | dict(view), steps=VIEW)


def is_part() -> bool:
    """True when only a part of the page runs."""
    return not _state().is_whole


def _state() -> _State:
    state: _State = st.session_state.setdefault(_STATE, _State())
    return state
