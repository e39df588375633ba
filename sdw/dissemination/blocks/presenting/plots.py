"""The plot of each drawing that is no map, by the name of the drawing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sdw.dissemination.blocks.presenting import absence_plots, target_plots
from sdw.dissemination.blocks.presenting.plot import Plot
from sdw.dissemination.figures.view import View
from sdw.indicators import catalogue

Make = Callable[[View], Plot | None]


def of(drawing: str, view: View) -> Plot | None:
    """The drawing of this name as a plot; None for a map, and where there is nothing to draw."""
    make = ALL.get(drawing)
    return None if make is None else make(view)


def _months(view: View) -> Plot | None:
    from sdw.dissemination.blocks.presenting import ips_plots  # it takes scipy with it

    return ips_plots.months(view)


def _band(view: View) -> Plot | None:
    from sdw.dissemination.blocks.presenting import ips_plots  # it takes scipy with it

    return ips_plots.band(view)


#: By the name of the drawing; a map has none.
ALL: dict[str, Make] = {
    "overzicht-doelen": target_plots.targets,
    "verwacht-gestart": partial(target_plots.fan, counted=catalogue.STARTED, of_nation=True),
    "verwacht-duurzaam": partial(target_plots.fan, counted=catalogue.DURABLE, of_nation=True),
    "regio-verwacht-gestart": partial(target_plots.fan, counted=catalogue.STARTED, of_nation=False),
    "regio-verwacht-duurzaam": partial(target_plots.fan, counted=catalogue.DURABLE, of_nation=False),
    "ips-band": _band,
    "ips-maanden": _months,
    "verzuim-kwartalen": absence_plots.seasons,
    "burnout-jaren": absence_plots.complaints,
    "met-en-zonder": absence_plots.with_and_without,
}
