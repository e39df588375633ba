"""What an ink of a scene is: a colour of the palette by name, or a variable of the page."""

from __future__ import annotations

from dataclasses import fields

from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.core.palette import Colours, Theme
from sdw.dissemination.charts.core.scene import Ink

_RAMPS = {"s": palette.SEQUENTIAL, "d": palette.DIVERGING}
_CLASSES = {f"{letter}{step}": colour for letter, ramp in _RAMPS.items() for step, colour in enumerate(ramp)}
_ON = {f"on_{name}": palette.ink_on(colour) for name, colour in _CLASSES.items()}
NAMES = (*(field.name for field in fields(Colours)), *_CLASSES, *_ON, "none")


def colour(ink: Ink, theme: Theme) -> str:
    """The colour of an ink in one theme as `#RRGGBB`, or 'none'. KeyError for a name that is no ink."""
    if ink == "none":
        return ink
    fixed = _CLASSES.get(ink) or _ON.get(ink)
    if fixed:
        return fixed
    if ink not in NAMES:
        raise KeyError(ink)
    found: str = getattr(palette.of(theme), ink)
    return found


def variable(ink: Ink) -> str:
    """The same as a value of CSS that follows the theme of the page."""
    light, dark = colour(ink, "light"), colour(ink, "dark")
    return light if light == dark else f"var(--ink-{ink.replace('_', '-')})"


def stylesheet() -> str:
    """The variables of all inks that differ in light and dark, for a page with drawings that follow its theme."""
    pairs = ((ink, colour(ink, "light"), colour(ink, "dark")) for ink in NAMES)
    rules = (
        f"--ink-{ink.replace('_', '-')}:light-dark({light},{dark})" for ink, light, dark in pairs if light != dark
    )
    return ":root{" + ";".join(rules) + "}"
