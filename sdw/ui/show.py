"""Showing: sentences, tiles, tables, charts and their sources. The pages use these and no Streamlit.

Text goes to the page as escaped HTML, never as Markdown: a value may hold anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import streamlit as st

from sdw.indicators.figures import Figure
from sdw.store.editions import Edition
from sdw.text.dutch import day, listing, say
from sdw.ui import html
from sdw.ui.html import Table, Tile

if TYPE_CHECKING:
    from plotly.graph_objects import Figure as Drawing

_PLOTLY: dict[str, Any] = {"displayModeBar": False, "displaylogo": False, "locale": "nl", "scrollZoom": False}


def sentence(text: str) -> None:
    """The one sentence that answers the question of the page; nothing for an empty text."""
    if text:
        st.html(html.paragraph(text, "sdw-lead"))


def text(*paragraphs: str) -> None:
    """Plain paragraphs; nothing when there are none."""
    if paragraphs:
        st.html("".join(html.paragraph(paragraph) for paragraph in paragraphs))


def opening(words: str, what: str, level: int = 2) -> None:
    """A heading with under it, quietly, what the picture shows: what, unit, period."""
    st.html(html.heading(words, level) + html.paragraph(what, "sdw-quiet"))


def quiet(words: str) -> None:
    """What a picture shows: what, unit, period; nothing for an empty text."""
    if words:
        st.html(html.paragraph(words, "sdw-quiet"))


def small(lines: Sequence[str]) -> None:
    """Small print, one line each; nothing when there is none."""
    if lines:
        st.html("".join(html.paragraph(line, "sdw-quiet") for line in lines))


def heading(words: str, level: int = 2) -> None:
    """A heading inside the page."""
    st.html(html.heading(words, level))


def note(words: str) -> None:
    """A remark that stands out; nothing for an empty text."""
    if words:
        st.html(html.note(words))


def items(lines: Sequence[str]) -> None:
    """A list of sentences; nothing when there are none."""
    if lines:
        st.html(html.items(lines))


def tiles(content: Iterable[Tile]) -> None:
    """Figures set large."""
    st.html(html.tiles(content))


def table(*content: Table | None) -> None:
    """Tables for reading, one under the other; nothing for None or for a table without rows."""
    for one in content:
        if one is not None and one.rows:
            st.html(html.table(one))


def section(title: str, *markup: str) -> None:
    """A heading with HTML under it; nothing at all when there is nothing under it."""
    if any(markup):
        st.html(html.heading(title) + "".join(markup))


def raw(markup: str) -> None:
    """HTML that `sdw.ui.html` or `sdw.charts` made; nothing for an empty text."""
    if markup:
        st.html(markup)


def chart(drawing: Drawing | None, *, key: str, description: str = "") -> None:
    """A Plotly drawing; `description` tells the same in words. None: nothing to draw."""
    if drawing is None:
        return
    st.plotly_chart(drawing, key=key, config=_PLOTLY, theme=None)
    if description:
        st.html(html.paragraph(description, "sdw-quiet"))


def explain(*paragraphs: str, title: str = "") -> None:
    """“Hoe leest u dit?”: closed until a reader asks."""
    with st.expander(title or say("frame.how_to_read")):
        text(*paragraphs)


def sources(edition: Edition, *shown: Iterable[Figure | None]) -> None:
    """One quiet line: where the figures come from, how complete they are, in which edition."""
    found = [figure for group in shown for figure in group if figure is not None]
    st.html(html.paragraph(source_line(edition, found), "sdw-sources"))


def source_line(edition: Edition, shown: Sequence[Figure]) -> str:
    """Sources, the coverage of national figures and the edition, as one line."""
    named = list(dict.fromkeys(one.source for one in shown))
    facts = [say("frame.source.sources", sources=listing(named))]
    covered = sorted({one.delivered for one in shown if one.delivered})
    if covered:
        least, most = covered[0], covered[-1]
        key = "frame.source.coverage" if least == most else "frame.source.coverage_range"
        facts.append(say(key, least=least[0], most=most[0], of=least[1]))
    facts.append(say("frame.footer.edition", label=edition.label, date=day(edition.published_at.date())))
    return ". ".join(facts if shown else facts[-1:]) + "."


@contextmanager
def columns(*widths: float) -> Iterator[list[Any]]:
    """Parts of a page side by side; under one another on a phone. Use each with `with`."""
    yield st.columns(list(widths), gap="large")
