"""Figures as text → numbers, with the one way of writing that a whole file must keep to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sdw.reference.series.refusal import refusal

_NUMBER = re.compile(r"(-?)(0|[1-9]\d*)(?:([.,])(\d+))?")

#: CBS's sign for a figure that is unknown, too uncertain or secret.
UNKNOWN = "."


def is_figure(text: str) -> bool:
    """True for a number, a `.` and a blank: what may stand in the body of a table."""
    stripped = text.strip()
    return stripped in ("", UNKNOWN) or _NUMBER.fullmatch(stripped) is not None


def to_number(text: str) -> float | None:
    """`'  5768,6'` → 5768.6; None for a `.` and a blank."""
    stripped = text.strip()
    return None if stripped in ("", UNKNOWN) else float(stripped.replace(",", "."))


def check_signs(figures: Iterable[str], name: str) -> None:
    """A file uses a comma or a point for its decimals, never both. UserError otherwise.

    `1.234` can be 1234 or 1 and a bit. It is only read when another figure with three decimals
    shows which (`0.512`, `12345.678`).
    """
    found = [
        match for match in map(_NUMBER.fullmatch, (figure.strip() for figure in figures)) if match and match[3]
    ]
    if len({match[3] for match in found}) > 1:
        raise refusal("cbs.decimal_sign", name=name)
    like_thousands = [match for match in found if len(match[4]) == 3]
    if like_thousands and not any(match[2] == "0" or len(match[2]) > 3 for match in like_thousands):
        raise refusal("cbs.thousands", name=name, figure=like_thousands[0].group())


def check_topic(figures: Iterable[str], topic: str, name: str) -> None:
    """Within one topic CBS writes every figure with the same number of decimals and the same width.

    A figure that differs has lost or gained something: UserError.
    """
    filled = [figure for figure in figures if figure.strip()]
    numbers = [match for match in (_NUMBER.fullmatch(figure.strip()) for figure in filled) if match]
    if len({len(match[4] or "") for match in numbers}) > 1:
        raise refusal("cbs.decimals", name=name, topic=topic)
    if any(figure[:1].isspace() for figure in filled) and len({len(figure) for figure in filled}) > 1:
        raise refusal("cbs.width", name=name, topic=topic)
