"""Every drawing by name: a view of its page in, its scene out, or None where there is nothing to draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from importlib import import_module
from typing import TypeAlias, get_args
from urllib.parse import quote, urlencode

from sdw.dissemination.charts.core.geometry import View as Form
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.drawings import (
    absence,
    benefits,
    maps,
    municipalities,
    nation,
    progress,
    reach,
    shown,
)
from sdw.dissemination.charts.drawings.shown import Shown
from sdw.dissemination.charts.map.classes import Method
from sdw.dissemination.charts.standing import borging, gemeenten
from sdw.dissemination.charts.targets import look
from sdw.dissemination.figures.outcomes import lens_of
from sdw.dissemination.figures.view import View
from sdw.indicators import catalogue
from sdw.indicators.model import Indicator
from sdw.reference.datasets.state_record import State
from sdw.reference.documents.studies import Study

#: As wide as a phone lets a drawing be.
NARROW = 300.0
Make = Callable[[View], Scene | None]
#: The same for rows with a name, a bar and numbers beside one another: letters become somewhat smaller.
_NARROW_ROWS = 520.0
#: What a reader chose about a drawing beside the view: (name in the link, value), without what holds unsaid.
Choices: TypeAlias = tuple[tuple[str, str], ...]
#: Makes a drawing as wide as it is told; as wide as it is on paper where it is not told.
Narrowed = Callable[..., Scene | None]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing of a page of the menu.

    `uses` are the names in the link on which it depends, besides the edition: one address for all views that show
    the same. `narrow` draws it for a phone; the same drawing where None. `shown` are the published figures in it;
    None for a drawing of research that others published. `choices` are what a reader may choose about it besides
    (name in the link → values, the first where nothing is said), and `chosen` is the drawing made so. `states` are
    the states in a drawing of what is not counted; `studies` the research of others that is drawn.
    """

    page: str
    scene: Make
    uses: tuple[str, ...] = ()
    narrow: Make | None = None
    shown: Shown | None = None
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chosen: Callable[[Choices], Drawing] | None = None
    states: Callable[[View], Sequence[State]] | None = None
    studies: Callable[[View], Sequence[Study]] | None = None


@lru_cache(maxsize=256)
def find(name: str, choices: Choices = ()) -> Drawing:
    """The drawing of this name, made as a reader chose."""
    drawing = ALL[name]
    return drawing.chosen(choices) if choices and drawing.chosen else drawing


def address(name: str, view: View, form: str = ".svg", choices: Choices = ()) -> str:
    """Where the drawing of a view is asked for, relative to a page: 'f/2026-najaar/verzuim-reeks.svg?sector=Q'.

    form: what is asked of it: '.svg', its figures as '.csv' or '.xlsx', or '' for a page about it.
    """
    said = view.said()
    asked = urlencode([*((one, said[one]) for one in ALL[name].uses if said[one]), *choices])
    return f"f/{quote(view.edition.label, safe='')}/{name}{form}" + (f"?{asked}" if asked else "")


def studies(name: str, view: View) -> Sequence[Study]:
    """The published research in the drawing of this name; none in one of the edition's own figures."""
    studies_of = ALL[name].studies
    return () if studies_of is None else studies_of(view)


def map_name(form: Form, method: Method) -> str:
    """The name of the map or the tiles with classes of this kind."""
    return form if method == "kwantielen" else f"{form}-{method.replace('_', '-')}"


def _ips(
    module: str,
    function: str,
    *uses: str,
    shown: Shown | None = None,
    narrow: bool = True,
    studies: str = "",
    **fixed: bool,
) -> Drawing:
    """A drawing of IPS by its module and function. They take numpy and scipy with them, half a second on a first
    visit: only who asks for one of these drawings waits for that.
    """

    def make(view: View, **width: float) -> Scene | None:
        draw = getattr(import_module(f"{__package__}.{module}"), function)
        drawn: Scene | None = draw(*[lens_of(view)] if uses else [], **fixed, **width)
        return drawn

    def studied(view: View) -> Sequence[Study]:
        found: Sequence[Study] = getattr(import_module(f"{__package__}.ips_research"), studies)(lens_of(view))
        return found

    form = partial(make, width=NARROW) if narrow else None
    return Drawing("ips", make, uses, form, shown, studies=studied if studies else None)


def _targets(choices: Choices = ()) -> Drawing:
    """The rows of Doelen, as a reader looks at them."""
    chosen = look.of(dict(choices))
    return Drawing(
        "doelen",
        partial(progress.regions_scene, look=chosen),
        ("periode", "regio"),
        partial(progress.regions_scene, look=chosen, width=_NARROW_ROWS),
        shown=partial(shown.targets, look=chosen),
        choices=look.CHOICES,
        chosen=_targets,
    )


def _fan(counted: Indicator, *, of_nation: bool) -> Drawing:
    make = partial(progress.fan_of_nation if of_nation else progress.fan_of_region, counted=counted)
    return Drawing(
        "doelen" if of_nation else "regio",
        make,
        () if of_nation else ("regio",),
        partial(make, width=NARROW),
        partial(progress.fan_shown, counted=counted, of_nation=of_nation),
    )


def _line(counted: Indicator) -> Drawing:
    figures = partial(progress.line_shown, counted=counted)
    return Drawing("regio", partial(progress.line, counted=counted), ("regio",), shown=figures)


def _absence(make: Narrowed, figures: Shown, *uses: str) -> Drawing:
    return Drawing("verzuim", make, uses, partial(make, width=NARROW), figures)


def _municipal(make: Narrowed, figures: Shown) -> Drawing:
    return Drawing("regio", make, ("regio",), partial(make, width=NARROW), figures)


def _element(choices: Choices = ()) -> Drawing:
    """The map of one element of borging, as a reader chose it."""
    element = dict(choices).get("onderdeel", borging.ELEMENTS[0])
    make = partial(borging.of_element, element=element)
    return Drawing(
        "borging",
        make,
        narrow=partial(make, width=NARROW),
        choices={"onderdeel": borging.ELEMENTS},
        chosen=_element,
        states=partial(borging.of_element_shown, element=element),
    )


_MAP = ("indicator", "periode", "methode", "doelgroep", "regio")
_OUTCOMES = ("indicator", "maanden", "doelgroep")
_FUNNEL = ("indicator", "maanden", "regio")

#: All of them, in the order of the pages and of each page.
ALL: dict[str, Drawing] = {
    "overzicht-doelen": Drawing(
        "overzicht", nation.scene, ("periode",), partial(nation.scene, width=NARROW), nation.shown
    ),
    "overzicht-kaart": Drawing(
        "overzicht",
        maps.first_scene,
        ("periode",),
        partial(maps.first_small_scene, width=NARROW),
        shown.first_map,
    ),
    **{
        map_name(form, method): Drawing(
            "regiokaart",
            partial(maps.scene, form=form, method=method),
            _MAP,
            partial(maps.small_scene if form == "kaart" else maps.small_tiles, width=NARROW, method=method),
            maps.figures_of,
        )
        for form in get_args(Form)
        for method in get_args(Method)
    },
    "kaart-klein": Drawing(
        "regiokaart", maps.small_scene, _MAP, partial(maps.small_scene, width=NARROW), maps.figures_of
    ),
    "bereik": Drawing(
        "regiokaart", reach.scene, ("periode", "regio"), partial(reach.scene, width=NARROW), reach.shown
    ),
    "doelen": _targets(),
    "doelen-jaren": Drawing(
        "doelen", progress.since, narrow=partial(progress.since, width=NARROW), shown=progress.since_shown
    ),
    "verwacht-gestart": _fan(catalogue.STARTED, of_nation=True),
    "verwacht-duurzaam": _fan(catalogue.DURABLE, of_nation=True),
    "regio-ligging": Drawing("regio", maps.locator, ("regio",)),
    "regio-lijn-gestart": _line(catalogue.STARTED),
    "regio-lijn-duurzaam": _line(catalogue.DURABLE),
    "regio-lijn-uitgevoerd": _line(catalogue.CARRIED_OUT),
    "regio-lijn-eindstand": _line(catalogue.CLOSING),
    "regio-jaren": Drawing("regio", progress.years_scene, ("regio",), shown=shown.years),
    "regio-verwacht-gestart": _fan(catalogue.STARTED, of_nation=False),
    "regio-verwacht-duurzaam": _fan(catalogue.DURABLE, of_nation=False),
    "regio-gemeenten-ao": _municipal(municipalities.disability, municipalities.shown_disability),
    "regio-gemeenten-bijstand": _municipal(municipalities.assistance, municipalities.shown_assistance),
    "ips-band": _ips("ips_research", "band_of", "indicator", "doelgroep", studies="band_studies"),
    "ips-verschillen": _ips(
        "ips_research", "differences_of", "indicator", narrow=False, studies="difference_studies"
    ),
    "ips-verhoudingen": _ips("ips_research", "ratios_of", narrow=False, studies="ratio_studies"),
    "ips-percentages": _ips("ips_research", "rates_of", narrow=False, studies="rate_studies"),
    "ips-maanden": _ips("ips_regions", "over_months_of", *_OUTCOMES, shown=shown.over_months),
    "ips-trechter": _ips("ips_regions", "funnel_of", *_FUNNEL, shown=shown.around_nation),
    "ips-trechter-gekrompen": _ips("ips_regions", "funnel_of", *_FUNNEL, shown=shown.around_nation, pooled=True),
    "ips-gelijk": _ips("ips_regions", "equal_of", *_OUTCOMES, shown=shown.differences, narrow=False),
    "ips-scenario": _ips("ips_scenario", "default", "indicator", "regio", studies="band_studies"),
    "verzuim-reeks": _absence(absence.total, shown.absence_quarters, "sector"),
    "verzuim-kwartalen": _absence(absence.seasons, shown.absence_newest_years, "sector"),
    "verzuim-sectoren": Drawing("verzuim", absence.ranked, ("sector",), shown=shown.absence_sectors),
    "verzuim-klein": _absence(absence.small_multiples, shown.absence_years),
    "burnout-jaren": _absence(absence.complaint_years, shown.complaints_years, "sector"),
    "burnout-sectoren": Drawing("verzuim", absence.complaints, ("sector",), shown=shown.complaints_sectors),
    "met-en-zonder": _absence(absence.with_without, shown.with_without),
    "uitkeringen-maanden": _absence(benefits.scene, shown.benefit_months),
    "borging-matrix": Drawing(
        "borging", borging.matrix, narrow=partial(borging.matrix, width=NARROW), states=borging.shown
    ),
    "borging-kaart": _element(),
    "ips-gemeenten": Drawing(
        "borging", gemeenten.scene, narrow=partial(gemeenten.scene, width=NARROW), states=gemeenten.shown
    ),
}
