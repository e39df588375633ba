"""The verdict on a file: good, to look at, or refused; each with a shape, a colour and a word of its own."""

from __future__ import annotations

from typing import Literal

from markupsafe import Markup

from sdw.text.dutch import say

#: A disc with a tick, a triangle with a mark, an octagon with a cross: drawn by `style.css`.
Kind = Literal["good", "warned", "refused"]


def told(kind: Kind, text: str) -> Markup:
    """The verdict in one sentence, under its word and beside its shape."""
    role = "alert" if kind == "refused" else "status"
    form = Markup(
        '<div class="sdw-verdict {}" role="{}"><div><strong>{}</strong><p class="sdw-note">{}</p></div></div>'
    )
    return form.format(kind, role, say(f"page.gegevens.check.word_{kind}"), text)
