"""What the part about benefits says: how many, that they are no persons, where the series break, and the table."""

from __future__ import annotations

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.model import Block, Heading, Items, Paragraph
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.figures import benefits
from sdw.dissemination.figures.sentences import benefits as sentences
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.edition.editions import Edition
from sdw.text.dutch import say


def opening(edition: Edition) -> tuple[Block, ...]:
    """What stands above the drawing; nothing in an edition without benefits by month."""
    if not benefits.yearly(edition):
        return ()
    return (
        Heading(say("page.verzuim.benefits"), linked=True),
        Paragraph(sentences.lead(edition)),
        Paragraph(say("page.verzuim.benefits_no_persons")),
        Paragraph(say("page.verzuim.benefits_what"), quiet=True),
    )


def told(view: View) -> tuple[Block, ...]:
    """What stands under it: the breaks, and the table with every December and the newest month."""
    if not benefits.yearly(view.edition):
        return ()
    return Items(sentences.breaks()), taking.with_files("uitkeringen-jaren", view, table(view.edition))


def table(edition: Edition) -> Table:
    """Every December and the newest month, newest first."""
    return Table(
        caption=say("page.verzuim.table_benefits"),
        head=[say("page.verzuim.column_month"), *(one.short for one in benefits.SHOWN)],
        rows=[
            [wording.period(code), *(Cell(wording.shown(one) if one else "–") for one in shown)]
            for code, shown in benefits.yearly(edition)
        ],
        numbers=frozenset(range(1, 1 + len(benefits.SHOWN))),
        stack=True,
        closed=True,
    )
