"""Pages as blocks: each page that is a function to blocks, and every text in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

from sdw.dissemination.blocks.model import Page, Part
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.pages.methodology import page
from sdw.edition import editions
from sdw.edition.figures import Figure
from sdw.reference.status import Status

#: Name in the menu → the page of the edition on screen.
PAGES: dict[str, Callable[[], Page]] = {
    "verantwoording": lambda: page.of(editions.find(), tuple(editions.every())),
}


def texts(content: object) -> Iterator[str]:
    """Every text in a page, a block, or anything in one."""
    if isinstance(content, Status | Figure | View):
        return  # what the words are of, not words
    if isinstance(content, str):
        yield content
    elif isinstance(content, Part):
        yield from texts(content.blocks)
    elif isinstance(content, tuple | list):
        for one in content:
            yield from texts(one)
    elif is_dataclass(content):
        for field in fields(content):
            yield from texts(getattr(content, field.name))
