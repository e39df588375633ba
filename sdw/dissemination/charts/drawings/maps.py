"""The map and the tiles of Regiokaart and Overzicht."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from sdw.dissemination.charts.core.geometry import View as Form
from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.map import classes, locator_scene, map_scene, told
from sdw.dissemination.charts.map import small_scene as small
from sdw.dissemination.charts.map.classes import Classes
from sdw.dissemination.charts.map.drawing import Options, Row
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.claims import beside
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import TOTAL, Indicator
from sdw.indicators.need_catalogue import DISABILITY_BENEFIT
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.documents import targets
from sdw.reference.status import Status
from sdw.text.dutch import number, say

#: The rows of a map, their classes, and how it is drawn.
Pointed: TypeAlias = tuple[list[Row], Classes, Options]


def rows(shown: Sequence[Figure], earlier: Sequence[Figure] = ()) -> list[Row]:
    """A row for each of the 35 regions; one without a figure has nothing delivered.

    earlier: the same figures of a period before, for who points at a region.
    """
    known = {figure.region: figure for figure in shown}
    before = {figure.region: wording.shown(figure) for figure in earlier}
    return [
        replace(
            row_of(code, known[code].place if code in known else name, known.get(code)),
            earlier=before.get(code, ""),
        )
        for code, name in ((region.code, region.name) for region in regions.ALL)
    ]


def row_of(code: str, name: str, figure: Figure | None) -> Row:
    """An area on a map with its figure; without one nothing is delivered."""
    if figure is None:
        return Row(code, name, "", None, Status.NOT_DELIVERED)
    if figure.value is None:
        word = wording.status(figure)
        return Row(code, name, "", None, figure.status, note=word if figure.is_example else "")
    return Row(code, name, wording.spoken(figure), figure.value, figure.status, brief=wording.shown(figure))


def made(shown: Sequence[Figure], indicator: Indicator, method: classes.Method) -> Classes:
    """The classes of these figures."""
    values = [figure.value for figure in shown if figure.value is not None]
    target = targets.of_indicator(indicator.id)
    if method == "rond_doel" and target is not None:
        return classes.around(values, target.per_region, indicator.decimals)
    make = classes.equal if method == "gelijk" else classes.quantile
    return make(values, decimals=indicator.decimals)


def figures_of(view: View) -> list[Figure]:
    """The 35 regions in the indicator, period and cut of the view."""
    indicator = catalogue.by_id(view.indicator)
    return selections.of_regions(view, indicator, method=view.method, client_group=view.client_group)


def options_of(view: View, shown: Sequence[Figure], form: Form) -> Options:
    """How the map of a view is drawn, with what its legend says."""
    indicator = catalogue.by_id(view.indicator)
    return Options(
        view=form,
        selected=view.region or None,
        highest=told.highest(rows(shown)),
        legend=say(
            "page.map_legend",
            indicator=indicator.label + progress.cut(view.method, view.client_group),
            period=wording.period(view.period),
        ),
        example=any(figure.is_invented for figure in shown),
    )


def pointed_at(view: View, shown: Sequence[Figure], method: classes.Method, form: Form) -> Pointed:
    """What the map on the screen adds for who points at a region, or does not see it."""
    indicator = catalogue.by_id(view.indicator)
    before = _year_earlier(view)
    filled, sorted_in = rows(shown, before), made(shown, indicator, method)
    options = replace(
        options_of(view, shown, form),
        told=told.described(filled, sorted_in),
        beside=tuple(_beside(view, indicator)),
        earlier=wording.period(before[0].period) if before else "",
    )
    return filled, sorted_in, options


def _year_earlier(view: View) -> list[Figure]:
    """The same figures a year before; none where they are not published, or are of no period."""
    return figures_of(replace(view, period=periods.parse(view.period).year_earlier().code)) if view.period else []


def _beside(view: View, indicator: Indicator) -> Iterator[str]:
    """The target of a region, where there is one, and the nation with the regions that it is of."""
    target = targets.of_indicator(indicator.id)
    is_total = view.method == view.client_group == TOTAL
    if target is not None and is_total and periods.parse(view.period).kind == "year":
        yield say("map.target", name=progress.capital(target.name), target=number(target.per_region))
    nation = selections.figure(view, indicator, method=view.method, client_group=view.client_group)
    if nation is not None:
        aside = wording.aside(nation)
        yield say("map.nation", value=wording.valued(nation)) + (f" ({aside})" if aside else "")


def scene(view: View, form: Form = "kaart", method: classes.Method = "kwantielen") -> Scene | None:
    """The map or the tiles of a view; None where the indicator is not published for regions."""
    shown = figures_of(view)
    if not shown:
        return None
    filled, sorted_in = rows(shown), made(shown, catalogue.by_id(view.indicator), method)
    words = _words(view, shown)
    words = replace(words, finding=f"{words.finding} {told.described(filled, sorted_in)}")
    return map_scene.scene(filled, sorted_in, options_of(view, shown, form), words)


def small_scene(
    view: View, width: float = 560, height: float = 0.0, method: classes.Method = "kwantielen"
) -> Scene | None:
    """The map of a view to stand beside another one; None where the indicator is not published for regions."""
    shown = figures_of(view)
    if not shown:
        return None
    indicator, options = _small(view, shown, "kaart")
    sorted_in = made(shown, indicator, method)
    return small.scene(rows(shown), sorted_in, options, _words(view, shown), width, height)


def small_tiles(view: View, width: float, method: classes.Method = "kwantielen") -> Scene | None:
    """The tiles of a view for a phone; None where the indicator is not published for regions."""
    shown = figures_of(view)
    if not shown:
        return None
    indicator, options = _small(view, shown, "tegels")
    sorted_in = made(shown, indicator, method)
    return small.tiles(rows(shown), sorted_in, options, _words(view, shown), width)


def _small(view: View, shown: Sequence[Figure], form: Form) -> tuple[Indicator, Options]:
    indicator = catalogue.by_id(view.indicator)
    return indicator, replace(options_of(view, shown, form), legend=indicator.short)


def _words(view: View, shown: Sequence[Figure]) -> Words:
    """What a map shows, in which period, how the nation and the chosen region stand, and how real it is."""
    indicator, cut = catalogue.by_id(view.indicator), {"method": view.method, "client_group": view.client_group}
    nation = selections.figure(view, indicator, **cut)
    here = selections.figure(view, indicator, view.region, **cut) if view.region else None
    cut_words = progress.cut(view.method, view.client_group)
    verdict = beside.verdict(view.edition, here, nation) if here is not None else ""
    finding = progress.map_of(nation, selections.spread(shown), here, view.period, cut_words, verdict)
    title = options_of(view, shown, "kaart").legend + wording.kind(shown, view.edition)
    notes = (wording.notes(shown) + wording.public(shown)).strip()
    return Words(title, say("scene.map", finding=finding), notes, finding)


def first(view: View) -> View:
    """What the map of Overzicht shows: started trajectories, or a published need where nobody delivered any."""
    if view.period:
        return replace(view, indicator=catalogue.STARTED.id)
    codes = figures.period_codes(view.edition, DISABILITY_BENEFIT.id)
    return replace(view, indicator=DISABILITY_BENEFIT.id, period=codes[0]) if codes else view


def first_scene(view: View) -> Scene | None:
    """The map of Overzicht."""
    return scene(first(view))


def first_small_scene(view: View, width: float = 560) -> Scene | None:
    """The same for a phone."""
    return small_scene(first(view), width)


def locator(view: View) -> Scene | None:
    """Where the region of the view lies; None where it has none."""
    if not view.region:
        return None
    names = {region.code: figures.place_of(view.edition, region.code) for region in regions.ALL}
    name = names[view.region]
    words = Words(say("scene.locator_title", region=name), say("scene.locator", region=name, others=len(names) - 1))
    return locator_scene.scene(names, view.region, words)
