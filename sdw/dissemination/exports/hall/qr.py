"""A code that a telephone reads: the address of a page, drawn with its quiet zone. Made here, asked of nobody."""

from __future__ import annotations

import segno
from markupsafe import Markup

#: White around it, in modules: what readers need (ISO/IEC 18004).
_QUIET = 4


def drawn(address: str, told: str) -> Markup:
    """The code as `<svg>`; `told` says what it leads to, for who cannot see it."""
    code = segno.make(address, error="m", micro=False)
    written = code.svg_inline(border=_QUIET, dark="#000000", light="#FFFFFF", omitsize=True, title=None)
    form = Markup('<span class="code" role="img" aria-label="{}" data-address="{}">{}</span>')
    return form.format(told, address, Markup(written))
