"""The frame of the IPS page: its layers, each with a look of its own, so that none is taken for another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import get_args

import streamlit as st

from sdw.dissemination.blocks.layers import Layer, LayerCard, LayerCards, LayerHead
from sdw.dissemination.blocks.model import Block, Folded, Heading, Paragraph
from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.sentences import ips as sentences
from sdw.dissemination.figures.view import View
from sdw.text.dutch import say


@contextmanager
def layer(name: Layer) -> Iterator[None]:
    """A part of the page with its own edge; it begins with its `head`."""
    with st.container(key=f"laag-{name}"):
        yield


def head(name: Layer) -> LayerHead:
    """The label of a layer, its title, and one line on what it is worth."""
    return LayerHead(name, _label(name), _title(name), sentences.about(name))


def titles() -> list[str]:
    """The titles of the layers, in their order on the page."""
    return [_title(name) for name in get_args(Layer)]


def _label(name: Layer) -> str:
    return say(f"page.ips.layer_{name}")


def _title(name: Layer) -> str:
    return say(f"page.ips.title_{name}")


def cards(view: View) -> LayerCards:
    """The three layers in short; what is told of invented figures says so."""
    lens = outcomes.lens_of(view)
    example = sentences.example(view.edition.has_examples)
    made = sentences.cards(lens, outcomes.pair(lens), outcomes.comparison(lens))
    return LayerCards(
        tuple(
            LayerCard(
                card.layer, _label(card.layer), card.figure, card.about + example * (card.layer != "research")
            )
            for card in made
        )
    )


def titled(title: str, subtitle: str) -> tuple[Block, ...]:
    """A heading that is the message, and what is shown in the drawing below it."""
    return Heading(title, 3), Paragraph(subtitle, quiet=True)


def read(*paragraphs: str, is_open: bool = False) -> Folded:
    """“Hoe lees je dit?”: closed until a reader asks, unless there is room for it beside its chart."""
    return Folded(say("frame.how_to_read"), tuple(map(Paragraph, paragraphs)), is_open)
