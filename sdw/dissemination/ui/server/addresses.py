"""Which addresses exist: the pages, and of Streamlit's own only those that a page of ours asks for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit
from starlette.types import Scope

from sdw.dissemination.ui import menu
from sdw.edition import paths

_STREAMLIT = Path(streamlit.__file__).parent / "static"
#: Streamlit's own that a page needs; the first is the websocket.
STREAM = "_stcore/stream"
_EXACT = frozenset({"_stcore/health", "_stcore/host-config", "favicon.png"})
#: Where the drawings are: `f/<edition>/<name>.svg` (`ui/view/drawn.py`).
DRAWINGS = "f/"
#: Where a deck of slides is: `d/<edition>/<set>` (`ui/view/slides.py`).
DECKS = "d/"
#: Where a secret link leads (`visitor.py`); only where concepts are shown.
SECRET = "inzage/"
#: How a reader ends it.
STOP = f"{SECRET}uit"
#: Where a short code leads to, and the feed: `c/<code>` (`ui/view/still_valid.py`).
CODES = "c/"
#: A page without a script about one region: `r/AM05` (`ui/view/light/regional.py`).
REGIONS = "r/"
#: Where documents are: `p/<edition>/<name>.pdf` (`ui/paper/served.py`).
PAPERS = "p/"
#: Where open data are: `o/<edition>/<file>`, and their catalogue (`ui/view/open_data.py`).
OPEN_DATA = "o/"
_BELOW = (
    *(DRAWINGS, DECKS, PAPERS, CODES, REGIONS, OPEN_DATA),
    *("_stcore/upload_file/", "_stcore/bidi-components/", "media/", "app/static/"),
)
#: What only the steward's own machine shows.
_OWN_MACHINE = frozenset({"_stcore/metrics"})


def exists(scope: Scope, base: str, *, is_public: bool) -> bool:
    """True for an address that this monitor has. base: the path under which it lives, without slashes around."""
    path = below(scope, base)
    if base and scope["path"].removeprefix("/") != base and not scope["path"].startswith(f"/{base}/"):
        return False
    if scope["type"] == "websocket":
        return path == STREAM
    if path in _EXACT or (path in _OWN_MACHINE and not is_public) or path in _shipped():
        return True
    if path.startswith(_BELOW) or (path.startswith(SECRET) and paths.shows_concepts()):
        return True
    return path == "" or path.rstrip("/").lower() in {page.name for page in menu.ALL}


def below(scope: Scope, base: str) -> str:
    """What is asked for, without the path under which the monitor lives and without a slash in front."""
    path: str = scope["path"].removeprefix("/")
    return path[len(base) + 1 :] if base else path


@cache
def _shipped() -> frozenset[str]:
    """The files that Streamlit's pages are made of: everything else below `static/` is not there."""
    return frozenset(
        file.relative_to(_STREAMLIT).as_posix() for file in (_STREAMLIT / "static").rglob("*") if file.is_file()
    )
