"""The patterns of the statuses without a value: told apart by form, so also on a greyscale printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from sdw.dissemination.charts.core import palette

#: Statuses that are filled with a pattern. `nvt` is blank with a dashed outline.
#: The fine lines over an ink.
GRAIN = "grain"
KINDS = {status: name for status, name in palette.PATTERNS.items() if name != "blank"}


_SIZES = {"hatch": 5, "dots": 7, "lines": 5, GRAIN: 4}


def pattern(id_: str, kind: str, scale: float, ink: Callable[[str], str], element: Callable[..., Markup]) -> Markup:
    """One `<pattern>` as fine in a group that is `scale` times as large as outside it."""
    size = _SIZES[kind]
    moved = f"scale({1 / scale:.4g})" + (" rotate(45)" if kind == "hatch" else "")
    shape: dict[str, Any] = {"width": size, "height": size, "patternUnits": "userSpaceOnUse"}
    return element("pattern", _form(kind, size, ink, element), id=id_, patternTransform=moved, **shape)


def _form(kind: str, size: int, ink: Callable[[str], str], element: Callable[..., Markup]) -> list[Markup]:
    if kind == GRAIN:
        return [element("rect", width=1, height=size, fill=ink("ground"), fill_opacity=0.55)]
    side = element("rect", width=size, height=size, fill=ink("dots_ground" if kind == "dots" else "hatch_ground"))
    if kind == "hatch":
        return [side, element("rect", width=1.4, height=size, fill=ink("hatch"))]
    if kind == "lines":
        return [side, element("rect", y=1, width=size, height=1.2, fill=ink("hatch"))]
    return [side, *(element("circle", cx=at, cy=at, r=1, fill=ink("dots")) for at in (1.5, 5))]
