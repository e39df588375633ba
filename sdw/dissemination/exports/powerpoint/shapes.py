"""Shapes of a slide as DrawingML: fills, outlines, words; each with its own number and name, and words for who
cannot see it. Lengths are in pixels of a slide of 1280 × 720 unless told otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml

from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.core.scene import Ink, Stroke
from sdw.dissemination.exports.powerpoint.freeform import Freeform
from sdw.reference.status import Status

#: EMU in a pixel, and points.
EMU, POINT = 9525, 0.75
WIDTH, HEIGHT = 1280, 720
Box: TypeAlias = tuple[float, float, float, float]
Align: TypeAlias = Literal["l", "ctr", "r"]
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
#: That a shape says nothing by itself: a screen reader passes it by.
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_DASHES = {"solid": "", "dashed": '<a:prstDash val="sysDash"/>', "dotted": '<a:prstDash val="sysDot"/>'}
#: The patterns of the statuses without a value: what PowerPoint calls them, and their inks before and behind.
_PATTERNS: dict[Status, tuple[str, Ink, Ink]] = {
    Status.SUPPRESSED: ("wdUpDiag", "hatch", "hatch_ground"),
    Status.NOT_DELIVERED: ("dotGrid", "dots", "dots_ground"),
    Status.UNKNOWN: ("horz", "hatch", "hatch_ground"),
}
_GRAIN = "ltVert"
#: What XML cannot hold, also not escaped (XML 1.0, production 2).
_NO_LETTERS = re.compile("[^\\t\\n\\r\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


@dataclass(slots=True)
class Numbers:
    """Hands out the numbers of the shapes of one slide; 1 is the slide's own tree."""

    last: int = 1

    def next(self) -> int:
        """The number of one more shape."""
        self.last += 1
        return self.last


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph: its words, their size in pixels, ink and look, and the room after it in pixels."""

    text: str
    size: float
    ink: Ink = "text"
    bold: bool = False
    align: Align = "l"
    after: float = 0.0
    strength: float = 1.0


def clean(words: str) -> str:
    """Words without the letters that no XML can hold, such as control characters in a name that was delivered."""
    return _NO_LETTERS.sub("", words)


def element(xml: str) -> Any:
    """One shape as an element; its outermost tag says nothing of namespaces yet."""
    xml = clean(xml)
    head, space, rest = xml.partition(" ") if " " in xml.split(">", 1)[0] else xml.partition(">")
    return parse_xml(f"{head} {_NAMESPACES}{space if space == '>' else ' '}{rest}")


def colour(ink: Ink, strength: float = 1.0) -> str:
    """An ink as `a:srgbClr`: never one of the theme, which another file would change."""
    value = palette.colour(ink, "light").lstrip("#")
    alpha = f'<a:alpha val="{round(strength * 100_000)}"/>' if strength < 1 else ""
    return f'<a:srgbClr val="{value}">{alpha}</a:srgbClr>'


def fill(ink: Ink, strength: float = 1.0) -> str:
    """A solid fill, or none."""
    return "<a:noFill/>" if ink == "none" else f"<a:solidFill>{colour(ink, strength)}</a:solidFill>"


def patterned(status: Status, ink: Ink, strength: float, *, grain: bool) -> str:
    """The fill of a status: its pattern, or its ink, with fine lines over it where it has a grain."""
    if status in _PATTERNS:
        kind, before, behind = _PATTERNS[status]
        return _pattern(kind, before, behind)
    if status is Status.NOT_APPLICABLE:
        return fill("ground")
    return _pattern(_GRAIN, "ground", ink) if grain else fill(ink, strength)


def _pattern(kind: str, before: Ink, behind: Ink) -> str:
    inks = f"<a:fgClr>{colour(before)}</a:fgClr><a:bgClr>{colour(behind)}</a:bgClr>"
    return f'<a:pattFill prst="{kind}">{inks}</a:pattFill>'


def line(ink: Ink, width: float, stroke: Stroke = "solid") -> str:
    """An outline, or a line; the width in pixels."""
    if ink == "none":
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{round(width * EMU)}">{fill(ink)}{_DASHES[stroke]}<a:round/></a:ln>'


def named(number: int, name: str, told: str = "", link: str = "", *, has_words: bool = False) -> str:
    """`p:cNvPr`: told '' is for what says nothing by itself, or `has_words` of its own. link: the relation of
    where it leads.
    """
    inner = f'<a:hlinkClick r:id="{link}"/>' if link else ""
    inner += "" if told or has_words else _DECORATIVE
    descr = f" descr={quoteattr(told)}" if told else ""
    return f'<p:cNvPr id="{number}" name={quoteattr(name)}{descr}>{inner}</p:cNvPr>'


def freeform(head: str, form: Freeform, look: str) -> str:
    """A shape of any outline. head: of `named`; look: fill and line."""
    custom = "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l='0' t='0' r='r' b='b'/>"
    custom += f"<a:pathLst>{form.path}</a:pathLst></a:custGeom>"
    place = (form.x, form.y, form.width, form.height)
    return _shape(head, placed(place) + custom + look)


def preset(head: str, kind: str, box: Box, look: str, adjusted: str = "") -> str:
    """A rectangle, an ellipse. box: in EMU."""
    return _shape(head, f'{placed(box)}<a:prstGeom prst="{kind}"><a:avLst>{adjusted}</a:avLst></a:prstGeom>{look}')


def placed(box: Box, turned: int = 0) -> str:
    """`a:xfrm` of a box in EMU; turned: in sixty thousandths of a degree."""
    x, y, width, height = map(round, box)
    rotated = f' rot="{turned}"' if turned else ""
    return f'<a:xfrm{rotated}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def emu(box: Box) -> Box:
    """A box in pixels as one in EMU."""
    x, y, width, height = (one * EMU for one in box)
    return x, y, width, height


def _shape(head: str, look: str) -> str:
    body = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="nl-NL"/></a:p></p:txBody>'
    return f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{look}</p:spPr>{body}</p:sp>"


def text_box(head: str, box: Box, said: Sequence[Words], *, wraps: bool = True, turned: int = 0) -> str:
    """Words without a fill. box: in EMU."""
    form = f'{placed(box, turned)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    return (
        f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{form}</p:spPr>'
        f"{body(said, wraps=wraps)}</p:sp>"
    )


def placeholder(
    number: int, name: str, kind: str, index: int | None, box: Box | None, said: Iterable[Words]
) -> str:
    """Words in a place of the layout; box (in pixels) where they stand elsewhere than there."""
    where = f' idx="{index}"' if index is not None else ""
    place = placed(emu(box)) if box else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="{kind}"{where}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>'
        f"{body(said, tag='<a:bodyPr/>')}</p:sp>"
    )


def slide_number(number: int, name: str, place: int) -> str:
    """The number of the slide, which follows when slides are moved."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldNum" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
        '<a:lstStyle/><a:p><a:fld id="{5C6E8A52-0D2B-4F7A-9C1E-3B7D1F0A6E21}" type="slidenum">'
        f'<a:rPr lang="nl-NL"/><a:t>{place}</a:t></a:fld></a:p></p:txBody></p:sp>'
    )


def body(said: Iterable[Words], *, wraps: bool = True, tag: str = "") -> str:
    """`p:txBody` with a paragraph for each."""
    wrap = "square" if wraps else "none"
    inner = tag or f'<a:bodyPr wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr>'
    return f"<p:txBody>{inner}<a:lstStyle/>{''.join(map(paragraph, said))}</p:txBody>"


def paragraph(one: Words) -> str:
    """`a:p`, in Dutch."""
    after = f'<a:spcAft><a:spcPts val="{points(one.after)}"/></a:spcAft>' if one.after else ""
    run = (
        f'<a:rPr lang="nl-NL" sz="{points(one.size)}" b="{int(one.bold)}">{fill(one.ink, one.strength)}</a:rPr>'
        f"<a:t>{escape(one.text)}</a:t>"
    )
    return f'<a:p><a:pPr algn="{one.align}">{after}</a:pPr><a:r>{run}</a:r></a:p>'


def plain(words: str) -> str:
    """`a:p` that looks as its place says."""
    return f'<a:p><a:r><a:rPr lang="nl-NL"/><a:t>{escape(words)}</a:t></a:r></a:p>'


def points(pixels: float) -> int:
    """Pixels as hundredths of a point."""
    return round(pixels * POINT * 100)
