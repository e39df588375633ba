"""The script and the style of every deck, the same whatever is shown; and the letters, which travel along."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from pathlib import Path

from sdw.dissemination.charts.core import palette
from sdw.edition import paths

_HERE = Path(__file__).parent
_LETTERS = paths.ROOT / "data" / "presenting" / "SourceSans3VF-Upright.woff2"


@cache
def script() -> str:
    """The script of every deck: the same whatever is shown, so that a server can allow exactly this one."""
    return (_HERE / "hall.js").read_text(encoding="utf-8")


@cache
def style() -> str:
    """The style, with the letters in it."""
    letters = b64encode(_LETTERS.read_bytes()).decode()
    face = (
        f"@font-face{{font-family:'Source Sans 3';font-weight:200 900;src:url(data:font/woff2;base64,{letters})}}"
    )
    inks = ";".join(f"--{one}:{palette.colour(one, 'light')}" for one in ("text", "quiet", "primary", "accent"))
    return f"{face}:root{{{inks}}}" + (_HERE / "hall.css").read_text(encoding="utf-8")
