"""The views in which every drawing is tried: as its page opens, with a region, and with other figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue

_REGION = "AM05"


def views(edition: Edition, page: str) -> Iterator[View]:
    """Every view of a page that is tried."""
    if page == "ips":
        for measure in ("werk_12u", "werk_1u"):
            months = outcomes.months(edition, measure)
            for region in ("", _REGION):
                yield View(edition, measure, "", region=region, months=months[-1] if months else 0)
    elif page == "verzuim":
        plain = View(edition, catalogue.ABSENCE.id, "")
        yield from (plain, replace(plain, sector="422400"))
    else:
        for indicator in ("gestart", "aandeel_ips", "per_1000_uitkeringen", "bijstand_per_1000"):
            period = figures.default_period(edition, indicator) or "2025"
            for region in ("", _REGION):
                yield View(edition, indicator, period, region=region)
        yield View(edition, "gestart", "2025-H1", region=_REGION)


def scenes(edition: Edition) -> Iterator[tuple[str, View, Scene]]:
    """(name, view, scene) of everything that this edition lets be drawn, on paper and on a phone."""
    for name, drawing in registry.ALL.items():
        for view in views(edition, drawing.page):
            for make in (drawing.scene, drawing.narrow):
                scene = None if make is None else make(view)
                if scene is not None:
                    yield name, view, scene
