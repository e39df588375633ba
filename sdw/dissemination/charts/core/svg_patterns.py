"""The patterns of the statuses without a value: told apart by form, so also on a greyscale printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from sdw.dissemination.charts.core import palette

#: Statuses that are filled with a pattern. `nvt` is blank with a dashed outline.
KINDS = {status: name for status, name in palette.PATTERNS.items() if name != "blank"}


def pattern(id_: str, kind: str, scale: float, ink: Callable[[str], str], element: Callable[..., Markup]) -> Markup:
    """One `<pattern>` as fine in a group that is `scale` times as large as outside it."""
    size, ground, turned = {
        "hatch": (5, "hatch_ground", 45),
        "dots": (7, "dots_ground", 0),
        "lines": (5, "hatch_ground", 0),
    }[kind]
    moved = f"scale({1 / scale:.4g})" + (f" rotate({turned})" if turned else "")
    side = element("rect", width=size, height=size, fill=ink(ground))
    shape: dict[str, Any] = {"width": size, "height": size, "patternUnits": "userSpaceOnUse"}
    return element("pattern", (side, *_form(kind, ink, element)), id=id_, patternTransform=moved, **shape)


def _form(kind: str, ink: Callable[[str], str], element: Callable[..., Markup]) -> list[Markup]:
    if kind == "hatch":
        return [element("rect", width=1.4, height=5, fill=ink("hatch"))]
    if kind == "lines":
        return [element("rect", y=1, width=5, height=1.2, fill=ink("hatch"))]
    return [element("circle", cx=at, cy=at, r=1, fill=ink("dots")) for at in (1.5, 5)]
