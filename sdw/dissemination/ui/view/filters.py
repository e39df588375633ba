"""The filters of a page: one component that shows what may be chosen, and finds it while a reader types.

What may be chosen travels once: afterwards its digest says which list holds. Script and style are static files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any, TypeAlias

import streamlit as st

from sdw.dissemination.ui.menu import Page
from sdw.dissemination.ui.view import link_view
from sdw.dissemination.ui.view.choices import Chosen
from sdw.indicators import catalogue
from sdw.reference import dimensions, periods
from sdw.reference.areas import places, regions
from sdw.reference.series.sectors import by_code
from sdw.text.dutch import say

_SENT = "_filters_sent"
_SCRIPT = Path(__file__).resolve().parents[4] / "static" / "filters" / "filters.js"

#: Code, its words, and other words by which it is found.
Answer: TypeAlias = tuple[str, str, tuple[str, ...]]
#: Name in the link, its words, and what may be chosen.
Filter: TypeAlias = tuple[str, str, tuple[Answer, ...]]

# The place is kept before the script arrives: nothing below moves. Lines of their own: see `map_component`.
_HTML = "<div class=sdw-filters></div>"
_JS = """
export default p=>import(document.querySelector('[src*="static/js/"]').src.split("static/js/")[0]\
+"app/static/filters/filters.js?v=VERSION").then(filters=>filters.mount(p),e=>{
p.parentElement.querySelector(".sdw-filters").textContent=p.data.failed;console.error(e)})
"""


def draw(page: Page, chosen: Chosen) -> None:
    """The filters of the page in one row; nothing where there is nothing to choose."""
    names = tuple(name for name in page.uses if len(chosen.options[name]) > 1)
    if not names:
        return
    settled = chosen.in_url()
    offered, digest = _offered(tuple((name, tuple(chosen.options[name])) for name in names))
    data: dict[str, Any] = {
        "known": digest,
        "now": {name: settled[name] or chosen.options[name][0] for name in names},
        **{word: say(f"frame.filter.{word}") for word in ("none", "choices", "failed")},
    }
    sent: set[str] = st.session_state.setdefault(_SENT, set())
    if digest not in sent:
        sent.add(digest)
        data["offered"] = offered
    key = f"filters-{len(names)}"  # the style keeps as many rows free as a phone needs
    _component()(key=key, data=data, on_choice_change=partial(_picked, key), on_missing_change=_missed)


def words(name: str, value: str) -> str:
    """A code of the view in words: ('regio', 'AM05') → 'Twente'."""
    if name == "regio":
        return regions.name_of(value) if value else say("frame.filter.all_regions")
    if name == "indicator":
        return catalogue.by_id(value).label
    if name == "periode":
        return periods.parse(value).label
    if name == "maanden":
        return say("frame.filter.months_after", months=value) if value else "—"
    if name == "sector":
        return by_code(value).label
    categories: Mapping[str, dimensions.Category] = {
        "methode": dimensions.METHODS,
        "doelgroep": dimensions.CLIENT_GROUPS,
    }[name]
    return categories[value].label


@lru_cache(maxsize=256)
def _offered(options: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[Filter, ...], str]:
    """What may be chosen, in words, and the digest of that. options: names in the link with their codes."""
    found = tuple(
        (name, say(f"frame.filter.{name}"), tuple(_answer(name, code) for code in codes)) for name, codes in options
    )
    return found, hashlib.sha256(json.dumps(found).encode()).hexdigest()[:8]


def _answer(name: str, code: str) -> Answer:
    return code, words(name, code), places.names_in(code) if name == "regio" and code else ()


def _picked(key: str) -> None:
    """A choice: taken over where the page offers it, whoever sends it."""
    held = st.session_state.get(key)
    choice = held.get("choice") if isinstance(held, Mapping) else None
    if not isinstance(choice, Mapping):
        return
    name, code = str(choice.get("name")), str(choice.get("code"))
    if code in link_view.options(name):
        link_view.change(name, code)


def _missed() -> None:
    """The browser does not hold the list any more: it is sent again."""
    st.session_state[_SENT] = set()


@cache
def _component() -> Callable[..., Any]:
    version = hashlib.sha256(_SCRIPT.read_bytes()).hexdigest()[:8]
    return st.components.v2.component(
        "sdw_filters", html=_HTML, js=_JS.replace("VERSION", version), isolate_styles=False
    )
