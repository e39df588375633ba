"""Writing SVG: every attribute and every text is escaped here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

Attribute: TypeAlias = "str | int | float | None"

FONT = "'Source Sans 3','Source Sans Pro','Source Sans','Liberation Sans',Arial,sans-serif"


#: Line height as a share of the size of the text.
LEADING = 1.12


def element(tag: str, children: str | Iterable[str] = (), /, **attributes: Attribute) -> str:
    """`<tag a="1">children</tag>`. `None` leaves an attribute out; `_` in a name becomes `-`.

    Children are SVG already: use `text` for words. `class_` stands for `class`.
    """
    inner = children if isinstance(children, str) else "".join(children)
    pairs = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{pairs}>{inner}</{tag}>" if inner else f"<{tag}{pairs}/>"


def words(content: str) -> str:
    """Text as it may stand between tags."""
    return escape(content, quote=False)


def lines(content: Iterable[str], x: float, y: float, size: float, /, **attributes: Attribute) -> str:
    """A text of one or more lines, centred vertically on `y`."""
    parts = list(content)
    first = y + size * (0.35 - LEADING * (len(parts) - 1) / 2)
    spans = (
        element("tspan", words(part), x=_round(x), y=_round(first + i * size * LEADING))
        for i, part in enumerate(parts)
    )
    return element("text", spans, font_size=_round(size), **attributes)


def view_box(x: float, y: float, width: float, height: float) -> str:
    """The four numbers of a `viewBox`."""
    return " ".join(str(_round(number)) for number in (x, y, width, height))


def _round(number: float) -> int | float:
    rounded = round(number, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def _value(value: str | int | float) -> str:
    return escape(value if isinstance(value, str) else str(_round(value)))
