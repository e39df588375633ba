"""The verdict on a file: good, to look at, or refused; each with a shape, a colour and a word of its own."""

from __future__ import annotations

from typing import Literal

from sdw.dissemination.ui.elements import html
from sdw.text.dutch import say

#: A disc with a tick, a triangle with a mark, an octagon with a cross: drawn by `style.css`.
Kind = Literal["good", "warned", "refused"]


def told(kind: Kind, text: str) -> str:
    """The verdict in one sentence, under its word and beside its shape."""
    role = "alert" if kind == "refused" else "status"
    word = html.escape(say(f"page.gegevens.check.word_{kind}"))
    return (
        f'<div class="sdw-verdict {kind}" role="{role}"><div><strong>{word}</strong>'
        f'<p class="sdw-note">{html.escape(text)}</p></div></div>'
    )
