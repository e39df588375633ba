"""Showing: sentences, tiles, tables, charts and their sources. The pages use these and no Streamlit.

Text goes to the page as escaped HTML, never as Markdown: a value may hold anything. Every element is a
message of its own, which costs the server and the wire: what stands `together` is one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ParamSpec

import streamlit as st
from markupsafe import Markup

from sdw.dissemination.blocks import figures as blocks_of_figures
from sdw.dissemination.blocks.model import Block, Parts
from sdw.dissemination.ui.elements import html, screen
from sdw.dissemination.ui.elements.screen import Made
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.text.dutch import say

if TYPE_CHECKING:
    from plotly.graph_objects import Figure as Drawing

_PLOTLY: dict[str, Any] = {"displayModeBar": False, "displaylogo": False, "locale": "nl", "scrollZoom": False}
#: So many finished parts of pages are kept; the least asked for goes first. At 1 to 3 KB each, a few MB.
KEPT = 1024
P = ParamSpec("P")

_PARTS: ContextVar[list[Markup] | None] = ContextVar("parts", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Everything shown inside, as one element: sentences, lists, tiles and tables, but no chart and no choice."""
    if _PARTS.get() is not None:  # inside another
        yield
        return
    parts: list[Markup] = []
    before = _PARTS.set(parts)
    try:
        yield
    finally:
        _PARTS.reset(before)
        raw(html.stack(parts))


def contents(*names: str) -> None:
    """A list of headings of the page, for one that is long: each leads to its place. Nothing without names."""
    if names:
        raw(html.contents(say("frame.contents.title"), names))


def sentence(text: str) -> None:
    """The one sentence that answers the question of the page; nothing for an empty text."""
    if text:
        raw(html.paragraph(text, "sdw-lead"))


def text(*paragraphs: str) -> None:
    """Plain paragraphs; nothing when there are none."""
    if paragraphs:
        raw(html.each("<p>{}</p>", paragraphs))


def opening(words: str, what: str, level: int = 2) -> None:
    """A heading with under it, quietly, what the picture shows: what, unit, period."""
    raw(html.opening(words, what, level))


def quiet(words: str) -> None:
    """What a picture shows: what, unit, period; nothing for an empty text."""
    if words:
        raw(html.paragraph(words, "sdw-quiet"))


def small(lines: Sequence[str]) -> None:
    """Small print, one line each; nothing when there is none."""
    if lines:
        raw(html.each("<p class=sdw-quiet>{}</p>", lines))


def heading(words: str, level: int = 2, *, linked: bool = False) -> None:
    """A heading inside the page; `linked` when a list of contents leads to it."""
    raw(html.heading(words, level, linked=linked))


def note(words: str) -> None:
    """A remark that stands out; nothing for an empty text."""
    if words:
        raw(html.note(words))


def items(lines: Sequence[str]) -> None:
    """A list of sentences; nothing when there are none."""
    if lines:
        raw(html.items(lines))


def kept(make: Callable[P, Made], *of: P.args, **named: P.kwargs) -> None:
    """What `make` gives, kept as HTML for whoever asks the same: an edition never changes, so neither does it.

    `make` is a function of the module level that looks at nothing but what it is given: a view or an edition,
    and choices. Only published figures come here.
    """
    _refuse_unread((*of, *named.values()))
    raw(_kept(make, of, tuple(named.items())))


def block(content: Block) -> None:
    """One block."""
    raw(screen.element(content))


def blocks(*content: Block) -> None:
    """Blocks after one another, of which nothing is kept."""
    raw(screen.part(content))


def parts(make: Callable[P, Parts], *of: P.args, **named: P.kwargs) -> None:
    """Parts of a page under one another, kept like `kept`."""
    _refuse_unread((*of, *named.values()))
    raw(_kept(make, of, tuple(named.items())))


def _refuse_unread(given: Iterable[Hashable]) -> None:
    """Before what was kept of a concept is shown: may who visits still read it?"""
    for one in given:
        edition = getattr(one, "edition", one)
        if isinstance(edition, Edition):
            editions.refuse_unread(edition)


@lru_cache(maxsize=KEPT)
def _kept(
    make: Callable[..., Made | Parts], of: tuple[Hashable, ...], named: tuple[tuple[str, Hashable], ...]
) -> Markup:
    return screen.of(make(*of, **dict(named)))


def raw(markup: Markup) -> None:
    """What is HTML already; nothing for an empty text."""
    parts = _PARTS.get()
    if not markup:
        return
    if parts is None:
        st.html(markup)
    else:
        parts.append(markup)


def chart(drawing: Drawing | None, *, key: str, description: str = "") -> None:
    """A Plotly drawing; `description` tells the same in words. None: nothing to draw."""
    if drawing is None:
        return
    _by_itself("chart")
    st.plotly_chart(drawing, key=key, config=_PLOTLY, theme=None)
    if description:
        raw(html.paragraph(description, "sdw-quiet"))


def explain(*paragraphs: str, always: Sequence[str] = (), title: str = "") -> None:
    """“Hoe leest u dit?”: closed until a reader asks. `always`: what is the same for every choice travels once."""
    _by_itself("explain")
    with st.expander(title or say("frame.how_to_read")):
        text(*paragraphs)
        text(*always)


def sources(edition: Edition, *shown: Iterable[Figure | None]) -> None:
    """One quiet line: where the figures come from, how complete they are, in which edition."""
    raw(screen.element(sources_of(edition, *shown)))


#: Where the figures come from, how complete they are, in which edition; who says so, each once.
sources_of, source_line = blocks_of_figures.sources_of, blocks_of_figures.source_line
named = blocks_of_figures.named


@contextmanager
def columns(*widths: float) -> Iterator[list[Any]]:
    """Parts of a page side by side; under one another on a phone. Use each with `with`."""
    _by_itself("columns")
    yield st.columns(list(widths), gap="large")


def _by_itself(what: str) -> None:
    if _PARTS.get() is not None:
        raise RuntimeError(f"{what} is an element of its own, and cannot stand together with others")
