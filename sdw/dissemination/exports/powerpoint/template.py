"""The empty file that every deck starts from: 16:9, in Dutch, with our colours, and nothing of anybody else in it.

What python-pptx starts from holds the name of a person, a printer, a thumbnail and English words. The parts are in
`template/`; their names and colours are filled in here.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

from pptx import Presentation
from pptx.presentation import Presentation as Opened

from sdw.dissemination.charts.core import palette
from sdw.text.dutch import say

_HERE = Path(__file__).parent / "template"
#: The layouts by their place in the master.
TITLE, MESSAGE, TABLE = range(3)
#: Parts of the package, each with its file; the layouts share their relations, the themes all they are.
_PARTS = {
    "[Content_Types].xml": "content_types",
    "_rels/.rels": "package_rels",
    "docProps/core.xml": "core",
    "docProps/app.xml": "app",
    "ppt/presentation.xml": "presentation",
    "ppt/_rels/presentation.xml.rels": "presentation_rels",
    "ppt/theme/theme1.xml": "theme",
    "ppt/theme/theme2.xml": "theme",
    "ppt/slideMasters/slideMaster1.xml": "master",
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": "master_rels",
    "ppt/slideLayouts/slideLayout1.xml": "layout_title",
    "ppt/slideLayouts/slideLayout2.xml": "layout_message",
    "ppt/slideLayouts/slideLayout3.xml": "layout_table",
    **{f"ppt/slideLayouts/_rels/slideLayout{place}.xml.rels": "layout_rels" for place in (1, 2, 3)},
    "ppt/notesMasters/notesMaster1.xml": "notes_master",
    "ppt/notesMasters/_rels/notesMaster1.xml.rels": "notes_rels",
}
_WORDS = ("title", "subtitle", "body", "source", "number", "notes", "notes_picture")
_LAYOUTS = ("layout_title", "layout_message", "layout_table")


def empty() -> Opened:
    """A presentation without slides."""
    return Presentation(io.BytesIO(_package()))


@cache
def _package() -> bytes:
    named = {one: say(f"powerpoint.{one}") for one in (*_WORDS, *_LAYOUTS)} | {"product": say("frame.product")}
    inks = {one: palette.colour(one, "light").lstrip("#") for one in palette.INKS}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for part, file in _PARTS.items():
            text = (_HERE / f"{file}.xml").read_text(encoding="utf-8")
            package.writestr(part, text.format(**named, **inks))
    return target.getvalue()
