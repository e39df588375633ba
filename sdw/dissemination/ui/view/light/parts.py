"""What these pages have in common: the strip over examples, the line above the title, the list of regions."""

from __future__ import annotations

from markupsafe import Markup

from sdw.dissemination.ui.elements import html
from sdw.dissemination.ui.server.addresses import REGIONS
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.text.dutch import say

_BANNER = Markup('<p class="sdw-banner" data-testid="voorbeeld-banner" role="note"><strong>{}</strong> {}</p>')
_LIST = Markup('<details class="sdw-regions"><summary>{}</summary><ul>{}</ul></details>')
_ITEM = Markup('<li><a href="{}{}{}?uitgave={}">{}</a></li>')


def banner(*, invented: bool, of_states: bool = False) -> Markup:
    """What stands above invented figures or states; nothing where none is."""
    if not invented:
        return Markup()
    told = say("frame.example.text_states" if of_states else "frame.example.text_drawing")
    return _BANNER.format(say("frame.example.word"), told)


def top(edition: Edition) -> Markup:
    """The product and the edition, quietly above the title."""
    return html.paragraph(say("frame.top", product=say("frame.product"), label=edition.label), "sdw-product")


def heading(title: str, words: str) -> tuple[Markup, ...]:
    """The title, and under it in words what there is to see, where the title does not say that."""
    return Markup("<h1>{}</h1>").format(title), html.paragraph(words, "sdw-lead") if words else Markup()


def in_words(description: str) -> Markup:
    """What there is to see in a drawing, for who cannot see it or wants to read it."""
    form = Markup('<details class="sdw-short"><summary>{}</summary><p>{}</p></details>')
    return form.format(say("light.in_words"), description)


def every_region(edition: Edition, up: str, title: str) -> Markup:
    """A list of the 35 regions, each to its own page. up: from this page to the root of the addresses."""
    names = sorted((figures.place_of(edition, code), code) for code in regions.CODES)
    items = (_ITEM.format(up, REGIONS, code, edition.label, name) for name, code in names)
    return _LIST.format(title, Markup().join(items))
