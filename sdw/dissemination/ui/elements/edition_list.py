"""All editions, as blocks: the one on screen is marked, and the others open the same page."""

from __future__ import annotations

from sdw.dissemination.blocks.model import Block, Heading, OtherEditions, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.exports.table import origin_text
from sdw.edition.editions import Edition
from sdw.text.dutch import day, say


def listed(known: tuple[Edition, ...], current: Edition) -> tuple[Block, ...]:
    """Every edition in a table, and how to open another."""
    return (
        Heading(say("page.gegevens.editions.title")),
        Paragraph(say("page.gegevens.editions.intro")),
        Table(
            caption=say("page.gegevens.editions.caption", label=current.label),
            head=(
                say("page.gegevens.column.edition"),
                say("page.gegevens.column.published"),
                say("page.gegevens.column.origin"),
                say("page.gegevens.column.threshold"),
            ),
            rows=[
                (
                    _name(edition),
                    day(edition.published_at.date()),
                    origin_text(edition.fact("origin")),
                    edition.fact("threshold"),
                )
                for edition in known
            ],
            numbers=frozenset({3}),
            marked=known.index(current) if current in known else None,
        ),
        *_links(known, current),
    )


def _name(edition: Edition) -> str:
    """Its label; of the final edition of a covenant that too."""
    version = dict(edition.manifest).get("final_of", "")
    return say("page.gegevens.editions.final", label=edition.label, version=version) if version else edition.label


def _links(known: tuple[Edition, ...], current: Edition) -> tuple[OtherEditions, ...]:
    """A link to every other edition, which opens the same page on it."""
    others = [edition.label for edition in known if edition.label != current.label]
    return (OtherEditions(say("page.gegevens.editions.open"), tuple(others)),) if others else ()
