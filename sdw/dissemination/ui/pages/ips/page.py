"""IPS as blocks: what research found, what regions deliver, what is left at equal groups; never mixed."""

from __future__ import annotations

from dataclasses import replace

from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Page, Paragraph, Parts
from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.sentences import ips as sentences
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.pages.ips import evidence, layers, scenario
from sdw.dissemination.ui.pages.ips import outcomes as of_regions
from sdw.text.dutch import say


def page(view: View) -> Page:
    """The whole page without its inputs; the calculator answers to the numbers that it starts with."""
    everywhere = replace(view, region="")
    parts: Parts = (
        *opening(everywhere),
        *evidence.study(everywhere),
        *evidence.others(everywhere),
        *of_regions.delivered(view),
        *of_regions.equal(everywhere),
        *scenario.opened(view),
    )
    return Page(menu.by_name("ips").title, tuple(filter(None, parts)))


def opening(view: View) -> Parts:
    """The sentence that answers the question of the page, what IPS is, and the three layers in short."""
    message = Sentence(sentences.message(outcomes.lens_of(view)), "lead")
    return ((message,), (Paragraph(say("page.ips.what"), quiet=True),), (layers.cards(view),))
