"""The rest of the link: how a page shows its figures, what a reader filled in, and what a link asked in vain.

The names of the view are held by hidden inputs, so that each change of the view is a step for Back. What stands
here is written into the address by the script of the shell, which reads it from an element: no step of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

import streamlit as st

from sdw.dissemination.ui.elements import html
from sdw.dissemination.ui.view.choices import NAMES as VIEW

#: Names in the URL: form of the map, its classes, order of rows, support of the nation; the table to download and
#: the period of the sheet; employees and cost of a day; trajectories, baseline and cost of the scenario.
NAMES = (
    *("vorm", "klassen", "volgorde", "steun", "tabel", "invulblad"),
    *("mensen", "dagkosten", "trajecten", "basis", "kosten"),
)
_STATE = "_link"
_LONGEST = 60


@dataclass(slots=True)
class _State:
    """What the address said in the last run, what is chosen, and what of that the page uses."""

    page: str = ""
    said: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    used: dict[str, str] = field(default_factory=dict)
    is_whole: bool = False


def follow(page: str) -> None:
    """Read the address at the start of a run. A name that is missing after a step to another page says nothing."""
    state = _state()
    has_moved, state.page = state.page not in ("", page), page
    for name in NAMES:
        said = st.query_params.get(name, "")[:_LONGEST]
        if said not in (state.said.get(name, ""), state.chosen.get(name, "")) and (said or not has_moved):
            state.chosen[name] = said
        state.said[name] = said
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


def mend(view: Mapping[str, str]) -> None:
    """Tell the shell what the address should say otherwise; nothing where it is right.

    view: names of the view with what they should be.
    """
    state = _state()
    state.is_whole = False
    said = st.query_params.to_dict()
    strange = [name for name in said if name not in (*VIEW, *NAMES) and not name.startswith("embed")]
    wanted = dict.fromkeys(strange, "") | {name: state.used.get(name, "") for name in NAMES} | dict(view)
    wrong = {name: value for name, value in wanted.items() if said.get(name, "") != value}
    if wrong:
        st.html(f'<span data-sdw-link="{html.escape(urlencode(wrong))}"></span>')


def is_part() -> bool:
    """True when only a part of the page runs."""
    return not _state().is_whole


def _state() -> _State:
    state: _State = st.session_state.setdefault(_STATE, _State())
    return state
