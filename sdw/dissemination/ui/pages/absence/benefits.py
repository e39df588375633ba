"""Benefits by month as blocks, for the page Verzuim."""

from __future__ import annotations

from sdw.dissemination.blocks import benefits as blocks
from sdw.dissemination.blocks.drawings import chart
from sdw.dissemination.blocks.model import Columns, Parts
from sdw.dissemination.figures import benefits
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.pages.absence import story
from sdw.edition.editions import Edition


def by_month(edition: Edition) -> Parts:
    """The whole part, the same whichever sector is chosen; nothing in an edition without these months."""
    drawn = chart("uitkeringen-maanden", story.of_all(edition), level=0)
    if not drawn:
        return ()
    newest = [months[-1] for one in benefits.SHOWN if (months := benefits.months(edition, one))]
    return (
        *((block,) for block in blocks.opening(edition)),
        (Columns(drawn, blocks.told(story.of_all(edition)), (8, 3)),),
        (show.sources_of(edition, newest),),
    )
