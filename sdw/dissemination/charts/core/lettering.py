"""How wide words are: an estimate from the advance widths of Source Sans, for drawings made without a browser."""

from __future__ import annotations

from collections.abc import Sequence

#: Advance widths in thousandths of the size (Source Sans, regular), as groups of letters that are equally wide.
_WIDTHS = {
    200: " \u00a0\u202f",
    250: "ijl.,:;'|I·!",
    300: "()-f[]/",
    345: "rt*",
    425: "csxz?–",
    470: "vyL",
    500: "aegk0123456789+−=FJYTVX$",
    550: "bdhnopquAEPSZR",
    590: "BCK&ë",
    660: "DGHNOQU",
    750: "wM",
    830: "m%W—@",
}
_WIDTH = {letter: width / 1000 for width, letters in _WIDTHS.items() for letter in letters}
_OTHER, _BOLD = 0.56, 1.06
#: Where Source Sans is not there, another font is: so much wider are the widest (DejaVu, Verdana).
_SAFE = 1.27


def width(words: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of words in the units of `size`; rather too wide than too narrow."""
    return sum(_WIDTH.get(letter, _OTHER) for letter in words) * size * _SAFE * (_BOLD if bold else 1)


def wrapped(words: str, size: float, room: float) -> list[str]:
    """The words on as few lines as fit in `room`; a word that is wider than that gets a line of its own."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def widest(names: Sequence[str], size: float) -> float:
    """The width of the widest of these lines; 0 for none."""
    return max((width(name, size) for name in names), default=0.0)
