"""Open data on the page: all of it, each file by itself, and the catalogue. Files are made when somebody asks."""

from __future__ import annotations

from urllib.parse import quote

from sdw.dissemination.blocks.model import Block, Folded, Heading, Paragraph
from sdw.dissemination.blocks.table import Take
from sdw.dissemination.exports.open import boundaries, csvw, files, readme
from sdw.dissemination.ui.server.addresses import OPEN_DATA
from sdw.edition.editions import Edition
from sdw.text.dutch import say


def offered(edition: Edition) -> tuple[Block, ...]:
    """What there is of a public edition; of a concept that there is nothing."""
    heading = Heading(say("open_data.page.title"))
    if edition.is_concept:
        return heading, Paragraph(say("open_data.page.concept"))
    return (
        heading,
        Paragraph(say("open_data.page.intro", label=edition.label)),
        _whole(edition),
        Paragraph(say("open_data.page.licence"), quiet=True),
        _catalogue(),
        Folded(say("open_data.page.files"), tuple(_tables(edition))),
    )


def _whole(edition: Edition) -> Take:
    named = (
        (say("open_data.page.all"), files.ALL),
        (say("open_data.page.readme"), readme.NAME),
        (say("open_data.page.boundaries"), boundaries.NAME),
        (say("open_data.page.description"), csvw.NAME),
    )
    return Take(say("open_data.page.title"), tuple((words, _at(edition, name)) for words, name in named))


def _catalogue() -> Take:
    return Take(
        say("open_data.page.catalogue"),
        (
            (say("open_data.page.turtle"), f"{OPEN_DATA}catalogus.ttl"),
            (say("open_data.page.json_ld"), f"{OPEN_DATA}catalogus.jsonld"),
        ),
    )


def _tables(edition: Edition) -> list[Block]:
    return [
        Take(
            one.title,
            tuple(
                (say("open_data.page.form", title=one.title, form=form), _at(edition, f"{one.name}{ending}"))
                for form, ending in (("CSV", files.CSV), ("Parquet", files.PARQUET))
            ),
        )
        for one in files.tables(edition)
    ]


def _at(edition: Edition, name: str) -> str:
    """The address of a file, relative to a page."""
    return f"{OPEN_DATA}{quote(edition.label, safe='')}/{name}"
