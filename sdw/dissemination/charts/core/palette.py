"""Every colour of the product, light and dark, in one place.

The two ramps are at least ΔE 10 apart for the three kinds of colour-blindness; the sequential one falls
in lightness (94, 83, 69, 50, 32), so that it survives a greyscale printer. In the dark it runs the other way:
the highest class stands out most from the ground in both themes. The one around a target is the same in both.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Literal, TypeAlias

from sdw.reference.status import Status

Theme: TypeAlias = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, as `#RRGGBB`."""

    ground: str
    card: str
    text: str
    quiet: str  #: secondary text, axis labels, source lines
    primary: str  #: links, selection, the one emphasised series
    accent: str  #: the target line, "let op"
    line: str  #: thin rules and the outline of classes on a dark ground
    gap: str  #: between regions of the map
    coast: str  #: around the land as a whole
    hatch: str  #: ink of afgeschermd
    hatch_ground: str
    dots: str  #: ink of niet_aangeleverd
    dots_ground: str
    others: str  #: the series that are not emphasised
    second: str  #: a second series of equal weight


LIGHT = Colours(
    ground="#FFFFFF",
    card="#F6F9F9",
    text="#1F2A30",
    quiet="#5B6770",
    primary="#0D5163",
    accent="#A4510F",
    line="#D5DDE0",
    gap="#FFFFFF",
    coast="#7C8990",
    hatch="#5B6770",
    hatch_ground="#FFFFFF",
    dots="#7C8990",
    dots_ground="#F1F3F4",
    others="#7C8990",
    second="#6A5FB3",
)

DARK = Colours(
    ground="#12202A",
    card="#1A2C38",
    text="#E8EEF0",
    quiet="#A9B8BF",
    primary="#7CC4CF",
    accent="#E5A25D",
    line="#33474F",
    gap="#7F9099",  # the lowest class is nearly as dark as the ground: its outline shows it
    coast="#7F9099",
    hatch="#A9B8BF",
    hatch_ground="#12202A",
    dots="#7F9099",
    dots_ground="#1E313C",
    others="#7F9099",
    second="#B3A9EE",
)

#: Low to high, on a light ground. Never used for good or bad.
SEQUENTIAL = ("#E4F0F0", "#B3D5D6", "#78B2B8", "#37808D", "#0D5163")

#: Far under … around … far above a target.
DIVERGING = ("#8C4A0F", "#D08C3F", "#F1DDBE", "#EFEFEF", "#CFD4E8", "#8790C4", "#43418F")

#: Text on a filled shape.
INK_DARK, INK_LIGHT = "#1F2A30", "#FFFFFF"

#: The statuses without a colour of their class, and the pattern that stands for each.
PATTERNS: dict[Status, str] = {
    Status.SUPPRESSED: "hatch",
    Status.NOT_DELIVERED: "dots",
    Status.UNKNOWN: "lines",
    Status.NOT_APPLICABLE: "blank",
}

#: The class in `style.css` that draws the pattern of a status in a table.
STATUS_CLASS: dict[Status, str] = {
    Status.PROVISIONAL: "v",
    Status.SUPPRESSED: "s",
    Status.NOT_DELIVERED: "d",
    Status.UNKNOWN: "o",
    Status.NOT_APPLICABLE: "x",
}


def of(theme: Theme) -> Colours:
    """The colours of a theme."""
    return {"light": LIGHT, "dark": DARK}[theme]


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 (black) to 1 (white). Source: WCAG 2.2, "relative luminance"."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(fill: str) -> str:
    """The text colour that reads best on `fill`."""
    return max((INK_DARK, INK_LIGHT), key=lambda ink: contrast(ink, fill))


def falls_in_lightness(ramp: tuple[str, ...]) -> bool:
    """True when each colour is darker than the one before it, as greyscale print needs."""
    return all(luminance(left) > luminance(right) for left, right in pairwise(ramp))


def classes(theme: Theme) -> dict[str, str]:
    """The colours of the classes of a map by their names: `s` or `d` (around a target) and the step, 0 lowest."""
    ramps = {"s": SEQUENTIAL if theme == "light" else SEQUENTIAL[::-1], "d": DIVERGING}
    return {f"{kind}{step}": ink for kind, ramp in ramps.items() for step, ink in enumerate(ramp)}


def _fixed(theme: Theme) -> dict[str, str]:
    fills = classes(theme)
    return fills | {f"on_{name}": ink_on(fill) for name, fill in fills.items()} | {"none": "none"}


_FIXED: dict[Theme, dict[str, str]] = {"light": _fixed("light"), "dark": _fixed("dark")}
#: Every ink that a mark of a scene may name: a colour of a theme, a class, `on_` a class, or nothing.
INKS = (*(field.name for field in fields(Colours)), *_FIXED["light"])


def colour(ink: str, theme: Theme) -> str:
    """An ink in one theme as `#RRGGBB`, or 'none'. KeyError for a name that is no ink."""
    if ink not in INKS:
        raise KeyError(ink)
    found: str = _FIXED[theme].get(ink) or getattr(of(theme), ink)
    return found


def variable(ink: str) -> str:
    """The same as a value of CSS that follows the theme of the page (`stylesheet`)."""
    light, dark = colour(ink, "light"), colour(ink, "dark")
    return light if light == dark else f"var(--ink-{ink.replace('_', '-')})"


def stylesheet() -> str:
    """Inks that differ in light and dark as variables of CSS, for a page with drawings that follow its theme."""
    pairs = ((ink, colour(ink, "light"), colour(ink, "dark")) for ink in INKS)
    rules = (f"--ink-{ink.replace('_', '-')}:light-dark({one},{two})" for ink, one, two in pairs if one != two)
    return ":root{" + ";".join(rules) + "}"
