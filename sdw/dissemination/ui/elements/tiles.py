"""Figures set large: what it is, the number, what it is measured against, how complete it is. Pure."""

from __future__ import annotations

from dataclasses import replace

from sdw.dissemination.blocks.drawings import chart
from sdw.dissemination.blocks.figures import Tile
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, Indicator
from sdw.reference import periods
from sdw.reference.documents import targets
from sdw.reference.documents.targets import Target
from sdw.text.dutch import listing, number, say

#: The drawings of the years of the tiles of a region, in their order.
_LINES = ("regio-lijn-gestart", "regio-lijn-duurzaam", "regio-lijn-uitgevoerd", "regio-lijn-eindstand")


def of_nation(view: View) -> list[Tile]:
    """What was carried out in the nation, and what is in hand."""
    return [_carried_out(view), *_in_hand(view)]


def with_coverage(view: View) -> list[Tile]:
    """Both national targets, and how many regions they are about."""
    return [*targets_of(view, NATION), _coverage(view)]


def regional_targets(view: View) -> list[Tile]:
    """Both targets of the chosen region, and what runs there, each with its years."""
    running = (_plain(view, indicator) for indicator in (catalogue.CARRIED_OUT, catalogue.CLOSING))
    shown = zip((*targets_of(view, view.region), *running), _LINES, strict=True)
    return [replace(tile, years=next(iter(chart(name, view, level=0, takes=False)), None)) for tile, name in shown]


def targets_of(view: View, place: str) -> list[Tile]:
    """Both targets of a region or the nation, side by side, with coverage and bounds."""
    return [_target(view, indicator, place) for indicator in (catalogue.STARTED, catalogue.DURABLE)]


def _carried_out(view: View) -> Tile:
    """The trajectories carried out in the nation: not the same as started."""
    figure = selections.figure(view, catalogue.CARRIED_OUT)
    return _tile(
        catalogue.CARRIED_OUT,
        figure,
        against=say("page.overzicht.carried_out"),
        detail=_bounds(view, figure),
    )


def _in_hand(view: View) -> list[Tile]:
    """The newest half-year or quarter that is not part of a full year yet: shown as in hand, not as a year."""
    code = selections.in_hand(view.edition, catalogue.STARTED)
    if code is None or code == view.period:
        return []
    figure = selections.figure(View(view.edition, view.indicator, code), catalogue.STARTED)
    tile = _tile(catalogue.STARTED, figure, against=say("page.overzicht.in_hand"), detail=_bounds(view, figure))
    label = say("page.overzicht.in_hand_label", period=wording.period(code)) + wording.example([figure])
    return [replace(tile, label=label)]


def _coverage(view: View) -> Tile:
    """How many regions are in the national figure of started trajectories, and which are not."""
    figure = selections.figure(view, catalogue.STARTED)
    rows = selections.of_regions(view, catalogue.STARTED)
    missing = [row.place for row in rows if row.value is None]
    known = [row.place for row in rows if row.value is not None]
    have, of = (figure.delivered if figure else None) or (0, 35)
    return Tile(
        label=say("page.doelen.coverage") + wording.example(rows),
        figure=say("page.doelen.coverage_of", have=have, of=of),
        unit=say("page.doelen.regions"),
        detail=_named(known, missing) if missing and known else "",
    )


def _named(known: list[str], missing: list[str]) -> str:
    """The shorter of the two lists: which regions are missing, or which are there."""
    if len(missing) <= len(known):
        return say("page.doelen.coverage_missing", regions=listing(missing))
    return say("page.doelen.coverage_known", regions=listing(known))


def _target(view: View, indicator: Indicator, region: str) -> Tile:
    figure = selections.figure(view, indicator, region)
    target = targets.of_indicator(indicator.id)
    if target is None:
        raise ValueError(f"{indicator.id} has no target")
    year = not view.period or periods.parse(view.period).kind == "year"
    return _tile(
        indicator,
        figure,
        against=_held_against(target, region, year),
        detail=_bounds(view, figure),
    )


def _held_against(target: Target, region: str, year: bool) -> str:
    """'Doel convenant 2021-2024: ten minste 100 per jaar'; a number that is our own says so."""
    national = region == NATION
    wanted = number(target.national if national else target.per_region)
    if target.at_least and not national:
        wanted = say("page.target_at_least", target=wanted)
    told = say("page.target" if year else "page.target_year", target=wanted, name=progress.capital(target.name))
    return told + (say("page.target_derived") if target.derived_by_us and national else "")


def _plain(view: View, indicator: Indicator) -> Tile:
    figure = selections.figure(view, indicator, view.region)
    return _tile(indicator, figure, detail=_bounds(view, figure))


def _bounds(view: View, figure: Figure | None) -> str:
    """What missing regions could make of it; an edition with bounds of an older kind says that there are none."""
    return "" if figure is None else wording.bounds(selections.bounded(figure, view.edition))


def _tile(indicator: Indicator, figure: Figure | None, against: str = "", detail: str = "") -> Tile:
    if figure is None:
        return Tile(indicator.label, say("page.no_figure"), against=against, status=None)
    return Tile(
        label=say("page.tile_label", indicator=indicator.label, period=wording.period(figure.period))
        + wording.example([figure]),
        figure=wording.shown(figure),
        unit=wording.unit(figure.value, indicator) if figure.value is not None else "",
        against=against,
        coverage=wording.coverage(figure),
        detail=" ".join(part for part in (detail, *_marked(figure)) if part),
        status=figure.status,
    )


def _marked(figure: Figure) -> list[str]:
    """What the marks behind the number mean."""
    marked = [say("page.carried_over_tile")] if figure.is_carried_over else []
    if figure.real is None:
        return marked
    return [*marked, say("page.real", numbers=f"{number(figure.real.value)} {figure.real.means}").strip()]
