"""Every drawing by name: a view of its page in, its scene out, or None where there is nothing to draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.drawings import absence, benefits, ips_regions, ips_research, maps, progress
from sdw.dissemination.figures.outcomes import Lens
from sdw.dissemination.figures.view import View


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing of a page of the menu."""

    page: str
    scene: Callable[[View], Scene | None]


def _lens(view: View) -> Lens:
    return Lens(view.edition, view.indicator, view.months, view.client_group, view.region)


def _ips(make: Callable[[Lens], Scene | None]) -> Drawing:
    return Drawing("ips", lambda view: make(_lens(view)))


#: All of them, in the order of the pages and of each page.
ALL: dict[str, Drawing] = {
    "overzicht-kaart": Drawing("overzicht", maps.started_scene),
    "kaart": Drawing("regiokaart", maps.scene),
    "kaart-rond-doel": Drawing("regiokaart", partial(maps.scene, method="rond_doel")),
    "tegels": Drawing("regiokaart", partial(maps.scene, form="tegels")),
    "doelen": Drawing("doelen", progress.regions_scene),
    "doelen-noord-zuid": Drawing("doelen", partial(progress.regions_scene, order="noord_zuid")),
    "regio-jaren": Drawing("regio", progress.years_scene),
    "ips-band": _ips(ips_research.band_of),
    "ips-verschillen": _ips(ips_research.differences_of),
    "ips-verhoudingen": Drawing("ips", lambda _: ips_research.ratios_of()),
    "ips-percentages": Drawing("ips", lambda _: ips_research.rates_of()),
    "ips-maanden": _ips(ips_regions.over_months_of),
    "ips-trechter": _ips(ips_regions.funnel_of),
    "ips-trechter-gekrompen": _ips(partial(ips_regions.funnel_of, pooled=True)),
    "ips-gelijk": _ips(ips_regions.equal_of),
    "ips-scenario": _ips(ips_regions.scenario_of),
    "verzuim-reeks": Drawing("verzuim", absence.total),
    "verzuim-kwartalen": Drawing("verzuim", absence.seasons),
    "verzuim-sectoren": Drawing("verzuim", absence.ranked),
    "verzuim-klein": Drawing("verzuim", absence.small_multiples),
    "burnout-jaren": Drawing("verzuim", absence.complaint_years),
    "burnout-sectoren": Drawing("verzuim", absence.complaints),
    "met-en-zonder": Drawing("verzuim", absence.with_without),
    "uitkeringen-maanden": Drawing("verzuim", benefits.scene),
}
