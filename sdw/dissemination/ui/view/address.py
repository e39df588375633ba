"""The address of a page: what it newly asks, and what it should say.

Streamlit tells every run what the address is, but a run that a choice starts may still hear the one from before
that choice. So an address is listened to where it says something that this visit did not say itself: at its first
run, after Back, on another page, and where it is new.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup
from streamlit.runtime.scriptrunner import get_script_run_ctx

_STATE = "_address"
_LONGEST = 60


@dataclass(slots=True)
class _State:
    """What the address says now, as far as is known, and what it said before this visit last wrote it."""

    page: str = ""
    said: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)


def read(page: str) -> dict[str, str]:
    """What the address newly asks, by name: '' for a name that went. Called once, at the start of a whole run.

    A step to another page drops everything from the address: that asks nothing.
    """
    state = _state()
    is_back = _is_back()
    has_moved, state.page = state.page not in ("", page), page
    now = {name: text[:_LONGEST] for name, text in st.query_params.to_dict().items()}
    asked = {}
    for name in {**state.said, **now}:
        text = now.get(name, "")
        if text == state.said.get(name, "") or (has_moved and not text and not is_back):
            continue
        if is_back or has_moved or text != state.before.get(name, ""):
            asked[name] = text
    state.said = now
    return asked


def write(wanted: Mapping[str, str], steps: Collection[str]) -> None:
    """Make the address say what it should; nothing where it does.

    wanted: names → texts, '' for a name that goes. steps: names of which a change is a step for Back; the script of
    the shell writes the others in place, from an element (`server/shell.js`).
    """
    state = _state()
    whole = {name: text for name, text in (state.said | dict(wanted)).items() if text}
    wrong = {name for name in state.said | whole if state.said.get(name, "") != whole.get(name, "")}
    if wrong & set(steps):
        state.before, state.said = state.said, whole
        st.query_params.from_dict(whole)
    elif wrong:
        told = urlencode({name: whole.get(name, "") for name in sorted(wrong)})
        st.html(Markup('<span data-sdw-link="{}"></span>').format(told))


def strange(known: Collection[str]) -> dict[str, str]:
    """Names in the address that nobody knows, to go from it."""
    return dict.fromkeys((name for name in _state().said if name not in known), "")


def _is_back() -> bool:
    """True in a run that Back or Forward started."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _state() -> _State:
    state: _State = st.session_state.setdefault(_STATE, _State())
    return state
