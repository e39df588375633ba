"""The bullet rows of Doelen and Regio."""

from __future__ import annotations

from sdw.dissemination.charts.core.ordering import Order
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.targets import bullet, bullet_scene
from sdw.dissemination.charts.targets.bullet import Bullets
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.indicators import catalogue
from sdw.text.dutch import say

#: The counts of a year of one region: two bars, and two more numbers.
_YEARLY = (catalogue.STARTED, catalogue.DURABLE, catalogue.CARRIED_OUT, catalogue.CLOSING)


def regions(view: View, order: Order = "alfabet") -> Bullets | None:
    """Every region against both targets; None where no region has a value."""
    started = selections.of_regions(view, catalogue.STARTED)
    durable = selections.of_regions(view, catalogue.DURABLE)
    return bullet.targets_of_regions(started, durable, order=order, selected=view.region)


def regions_scene(view: View, order: Order = "alfabet") -> Scene | None:
    """The same as a scene."""
    rows = regions(view, order)
    if rows is None:
        return None
    started = selections.of_regions(view, catalogue.STARTED)
    durable = selections.of_regions(view, catalogue.DURABLE)
    reached = (selections.reach(started), selections.reach(durable))
    finding = progress.regions_on_target(*reached, view.period, selections.missing_by_reason(started, durable))
    return bullet_scene.scene(rows, say("scene.bullets", finding=finding))


def years(view: View) -> Bullets | None:
    """The region of the view through the full years; None where it has no value."""
    return bullet.targets_of_years(*selections.years(view, _YEARLY, view.region))


def years_scene(view: View) -> Scene | None:
    """The same as a scene; None without a region too."""
    rows = years(view) if view.region else None
    if rows is None:
        return None
    started, durable = rows.rows[-1].started, rows.rows[-1].durable
    finding = progress.region(figures.place_of(view.edition, view.region), started, durable)
    return bullet_scene.scene(rows, say("scene.bullets", finding=finding))
