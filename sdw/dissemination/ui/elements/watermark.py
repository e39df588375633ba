"""The mark on every screen of a concept: over the whole page, on paper too, and a strip that says what it is."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote

from markupsafe import Markup, escape

from sdw.dissemination.ui.server.addresses import STOP
from sdw.text.dutch import moment, say

_TILE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="260"><text x="0" y="200" font-size="17" '
    'font-family="sans-serif" fill="#A4510F" fill-opacity=".3" transform="rotate(-14 0 200)">{words}</text></svg>'
)
_WIDTH = 9.2  # of a letter, on the average and rather too much
_OVER = Markup(
    '<div class=sdw-concept aria-hidden=true style="background-image:url(&quot;data:image/svg+xml,{}&quot;)"></div>'
)
_STRIP = Markup('<p class="sdw-banner sdw-concept-strip" role="note"><strong>{}.</strong>{}</p>')


def over(mark: str, until: str = "") -> Markup:
    """The words all over the page, where nobody can press them, and once above it; nothing without words.

    until: until when the link of who looks works, where there is a link.
    """
    if not mark:
        return Markup()
    wide = round(len(mark) * _WIDTH) + 60
    tile = quote(_TILE.format(wide=wide, words=escape(mark)), safe="")
    link = Markup(' <a href="./{}">{}</a>').format(STOP, say("concept.stop"))
    more = Markup(" {}").format(say("concept.until", until=until)) + link if until else ""
    return _OVER.format(Markup(tile)) + _STRIP.format(mark, more)


def as_on(when: dt.datetime | None) -> Markup:
    """As on which moment a holder of a link looks; nothing for who looks now."""
    return Markup() if when is None else _STRIP.format(say("concept.shown_as_on", moment=moment(when)), "")
