"""How the cells of a workbook look, where the look changes what a person reads: `100%` is stored as 1, `48` as
48000, and a small raised 1 behind 48 as the text 481.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sdw.production.importers.files.packed import xml_stream
from sdw.production.importers.files.packed.package import Package

#: Why the value of a cell is not what a person sees in it.
Doubt = Literal["percent", "scaled", "raised", "merged"]

#: Number formats that every xlsx file has without declaring them: 0% and 0.00%.
_PERCENT = frozenset(("9", "10"))
#: What stands in a format as text, not as a sign with a meaning.
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
#: A comma behind the last digit divides by a thousand.
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
#: The texts of an xlsx file stand once, in here.
STRINGS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"


@dataclass(frozen=True, slots=True)
class Looks:
    """`numbers`: number of a cell style → why a number in it misleads. `raised`: the shared texts with raised or
    lowered signs, by their number."""

    numbers: dict[str, Doubt]
    raised: frozenset[str]


NONE = Looks({}, frozenset())


def of(parts: Package) -> Looks:
    """The looks of an xlsx file. Raises one of `xml_stream.BROKEN`."""
    return Looks(_numbers(parts), _raised(parts))


def doubt_of(form: str) -> Doubt | None:
    """Why a number in this format misleads: '0%' → 'percent', '#,##0,' → 'scaled'; None: it does not."""
    plain = _LITERAL.sub("", form.split(";")[0])
    if "%" in plain:
        return "percent"
    return "scaled" if _SCALED.search(plain) else None


def _numbers(parts: Package) -> dict[str, Doubt]:
    forms: dict[str, str] = {}
    used: list[str] = []
    inside = False

    def start(name: str, has: xml_stream.Attributes) -> None:
        nonlocal inside
        kind = xml_stream.local(name)
        if kind == "numFmt":
            forms[has.get("numFmtId", "")] = has.get("formatCode", "")
        elif kind == "cellXfs":
            inside = True
        elif kind == "xf" and inside:
            used.append(has.get("numFmtId", "0"))

    def end(name: str) -> None:
        nonlocal inside
        if xml_stream.local(name) == "cellXfs":
            inside = False

    if _STYLES in parts:
        with parts.open(_STYLES) as stream:
            xml_stream.feed(xml_stream.parser(start, end), stream)
    found: dict[str, Doubt] = {}
    for place, number in enumerate(used):
        doubt = "percent" if number in _PERCENT and number not in forms else doubt_of(forms.get(number, ""))
        if doubt is not None:
            found[str(place)] = doubt
    return found


def _raised(parts: Package) -> frozenset[str]:
    found: set[str] = set()
    place = -1

    def start(name: str, has: xml_stream.Attributes) -> None:
        nonlocal place
        kind = xml_stream.local(name)
        if kind == "si":
            place += 1
        elif kind == "vertAlign" and has.get("val") in ("superscript", "subscript"):
            found.add(str(place))

    if STRINGS in parts:
        with parts.open(STRINGS) as stream:
            xml_stream.feed(xml_stream.parser(start), stream)
    return frozenset(found)
