"""How large the drawing of each slide is made: a hall reads it from the back row, so it has few units to fill.

A scene has letters of 13 units and more; made so many units wide and high as fit at `SCALE`, they are large enough.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TypeAlias

from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.drawings import absence, maps, nation, progress
from sdw.dissemination.charts.standing import borging, gemeenten
from sdw.dissemination.figures.outcomes import lens_of
from sdw.dissemination.figures.view import View
from sdw.indicators import catalogue
from sdw.indicators.model import Indicator

_DRAWINGS = "sdw.dissemination.charts.drawings"
#: The part of a slide that a map takes with its legend of numbers, or of words.
_MAP, _WORDED = 0.65, 0.68
#: Width and height in units: a drawing of a view in them.
Sized: TypeAlias = Callable[[View, float, float], Scene | None]


@dataclass(frozen=True, slots=True)
class Fit:
    """`make` draws a view in a width and a height. `beside`: the part of the slide's width that it takes beside the
    message; 0 where it stands under it, as wide as the slide.
    """

    make: Sized
    beside: float = 0.6


def _bars(view: View, width: float, height: float) -> Scene | None:
    return nation.scene(view, width)


def _lies(view: View, width: float, height: float) -> Scene | None:
    return maps.locator(view)


def _of_nation(view: View, width: float, height: float, counted: Indicator) -> Scene | None:
    return progress.fan_of_nation(view, counted, width, height)


def _of_region(view: View, width: float, height: float, counted: Indicator) -> Scene | None:
    return progress.fan_of_region(view, counted, width, height)


def _band(view: View, width: float, height: float) -> Scene | None:
    return _of_ips("ips_research", "band_of", view, width, height)


def _months(view: View, width: float, height: float) -> Scene | None:
    return _of_ips("ips_regions", "over_months_of", view, width, height)


def _of_ips(module: str, name: str, view: View, width: float, height: float) -> Scene | None:
    """A drawing that takes scipy with it: only who shows it waits for that."""
    draw = getattr(import_module(f"{_DRAWINGS}.{module}"), name)
    drawn: Scene | None = draw(lens_of(view), width, height)
    return drawn


def _element(view: View, width: float, height: float, element: str) -> Scene | None:
    return borging.of_element(view, element, width, height)


def fits(drawing: str) -> Fit | None:
    """The same for a picture to share; None for a drawing that has one form only."""
    return _ALL.get({"kaart": "kaart-klein", "overzicht-kaart": "kaart-klein"}.get(drawing, drawing))


def of(drawing: str, element: str = "") -> Fit:
    """How this drawing fits a slide; KeyError for one that has no such form. element: that of a map of borging."""
    if drawing == "borging-kaart":
        return Fit(partial(_element, element=element or borging.ELEMENTS[0]), _WORDED)
    return _ALL[drawing]


_ALL: dict[str, Fit] = {
    "overzicht-doelen": Fit(_bars),
    "verwacht-gestart": Fit(partial(_of_nation, counted=catalogue.STARTED)),
    "verwacht-duurzaam": Fit(partial(_of_nation, counted=catalogue.DURABLE)),
    "regio-verwacht-gestart": Fit(partial(_of_region, counted=catalogue.STARTED)),
    "regio-verwacht-duurzaam": Fit(partial(_of_region, counted=catalogue.DURABLE)),
    "regio-ligging": Fit(_lies, 0.42),
    "kaart-klein": Fit(maps.small_scene, _MAP),
    "ips-gemeenten": Fit(gemeenten.scene, _WORDED),
    "ips-band": Fit(_band, 0.64),
    "ips-maanden": Fit(_months),
    "verzuim-kwartalen": Fit(absence.seasons),
    "burnout-jaren": Fit(absence.complaint_years),
    "met-en-zonder": Fit(absence.with_without),
}
