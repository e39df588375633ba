"""The frame of the IPS page: its layers, each with a look of its own, so that none is taken for another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, get_args

import streamlit as st

from sdw.dissemination.figures.outcomes import Lens
from sdw.dissemination.figures.sentences import ips
from sdw.dissemination.figures.sentences.ips import Card
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import html, prose
from sdw.text.dutch import say

Layer = Literal["research", "regions", "equal", "scenario"]


def lens(view: View) -> Lens:
    """What the page looks at."""
    return Lens(view.edition, view.indicator, view.months, view.client_group, view.region)


@contextmanager
def layer(name: Layer) -> Iterator[None]:
    """A part of the page with its own edge; it begins with its `head`."""
    with st.container(key=f"laag-{name}"):
        yield


def head(name: Layer) -> str:
    """The label of a layer, its title, and one line on what it is worth."""
    return (
        f'<p class="sdw-layer">{html.escape(say(f"page.ips.layer_{name}"))}</p>'
        + html.heading(say(f"page.ips.title_{name}"), linked=True)
        + html.paragraph(ips.about(name), "sdw-about")
    )


def titles() -> list[str]:
    """The titles of the layers, in their order on the page."""
    return [say(f"page.ips.title_{name}") for name in get_args(Layer)]


def overview(cards: Sequence[Card], is_example: bool) -> str:
    """The three layers in short, each in its own look; invented figures are marked."""
    mark = html.escape(say("page.ips.example").strip()) if is_example else ""
    parts = (
        f'<section class="sdw-short {card.layer}"><p class="sdw-layer">'
        f"{html.escape(say(f'page.ips.layer_{card.layer}'))}</p>"
        f"<p><strong>{html.escape(card.figure)}</strong></p>"
        f"<p>{html.escape(card.about)} {mark if card.layer != 'research' else ''}</p></section>"
        for card in cards
    )
    return f'<div class="sdw-three">{"".join(parts)}</div>'


def titled(title: str, subtitle: str, *rest: str) -> str:
    """A heading that is the message, what is shown in the chart below it, and more sentences."""
    head = html.heading(title, 3) + html.paragraph(subtitle, "sdw-quiet")
    return head + "".join(html.paragraph(text) for text in rest if text)


def read(*paragraphs: str, is_open: bool = False) -> str:
    """“Hoe lees je dit?”: closed until a reader asks, unless there is room for it beside its chart."""
    body = "".join(html.paragraph(text) for text in paragraphs if text)
    folded = prose.folded(say("frame.how_to_read"), body)
    return folded.replace("<details", "<details open", 1) if is_open else folded


def listed(title: str, lines: Sequence[str]) -> str:
    """A folded list; each line is HTML."""
    return prose.folded(title, prose.entries(lines))
