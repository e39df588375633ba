"""The verdict on a file: good, to look at, or refused; each with a shape, a colour and a word of its own."""

from __future__ import annotations

from typing import Literal

from sdw.text.dutch import say
from sdw.ui import html

Kind = Literal["good", "warned", "refused"]

#: A disc with a tick, a triangle with a bar and a point, an octagon with a cross; drawn in 20 by 20.
_SHAPES: dict[Kind, str] = {
    "good": "M10 0a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM4.6 10.4l1.7-1.7 2.6 2.6 5-5.2 1.7 1.7-6.7 6.9z",
    "warned": "M10 1L20 19H0zM9 7v6h2V7zM9 14.5v2h2v-2z",
    "refused": "M6 0h8l6 6v8l-6 6H6l-6-6V6zM5.2 6.8L8.4 10l-3.2 3.2 1.6 1.6L10 11.6l3.2 3.2 1.6-1.6L11.6 10l3.2-3.2"
    "-1.6-1.6L10 8.4 6.8 5.2z",
}


def told(kind: Kind, text: str) -> str:
    """The verdict in one sentence, under its word and beside its shape."""
    role = "alert" if kind == "refused" else "status"
    return (
        f'<div class="sdw-verdict {kind}" role="{role}"><svg viewBox="0 0 20 20" aria-hidden="true">'
        f'<path fill="currentColor" fill-rule="evenodd" d="{_SHAPES[kind]}"/></svg>'
        f"<div><strong>{html.escape(say(f'page.gegevens.check.word_{kind}'))}</strong>"
        f'<p class="sdw-note">{html.escape(text)}</p></div></div>'
    )
