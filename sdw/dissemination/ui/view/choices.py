"""From what a link asks to a view that exists: what may be chosen, and the nearest where it does not.

Pure: texts in, a view out. A value that cannot be honoured never stops a page; it gives one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sdw.dissemination.figures import absence, outcomes
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.menu import Page
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue, need_catalogue
from sdw.indicators.model import TOTAL
from sdw.reference import dimensions, periods
from sdw.reference.areas import places, regions
from sdw.reference.periods import Period
from sdw.reference.series import sector_names
from sdw.text.dutch import say
from sdw.text.errors import UserError

#: The names of the view in the URL.
NAMES = ("uitgave", "indicator", "periode", "methode", "doelgroep", "regio", "sector", "maanden")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A view, what may be chosen instead (per name in the URL), and sentences on what could not be honoured."""

    view: View
    options: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...]

    def in_url(self) -> dict[str, str]:
        """The view as texts for the URL; a total and an absence are left out."""
        texts = self.view.said()
        return {name: texts[name] for name in self.options} | {"uitgave": self.view.edition.label}


def is_readable(name: str, text: str) -> bool:
    """True for a text that could be this name's in some edition. Pages that use it say more of it."""
    readers: Mapping[str, Callable[[str], object]] = {
        "periode": periods.parse,
        "methode": lambda several: [dimensions.resolve_method(one.strip()) for one in several.split(",")],
        "doelgroep": lambda several: [dimensions.resolve_client_group(one.strip()) for one in several.split(",")],
        "regio": lambda name: places.region_of(name) or regions.resolve(name),
        "sector": sector_names.resolve,
        "maanden": int,
        "indicator": catalogue.by_id,
    }
    if not text:
        return True
    try:
        readers.get(name, str)(text)
    except (UserError, ValueError, KeyError):
        return False
    return True


def choose(edition: Edition, page: Page, wanted: Mapping[str, str]) -> Chosen:
    """The view that `wanted` (names in the URL → texts) asks for on `page`, or the nearest that exists."""
    notes: list[str] = []
    options: dict[str, tuple[str, ...]] = {}

    def asked(name: str) -> str:
        return wanted.get(name, "").strip() if name in page.uses else ""

    indicator = page.indicator
    if "indicator" in page.uses:
        options["indicator"] = page.offers or indicators(edition)
        indicator = _indicator(asked("indicator"), options["indicator"], page, notes)
    if page.offers:
        return _of_outcomes(edition, page, wanted, indicator, options, notes)
    regional = "indicator" in page.uses
    codes = tuple(figures.period_codes(edition, indicator, regional=regional))
    period = _period(asked("periode"), codes, indicator, notes)
    if "periode" in page.uses:
        options["periode"] = codes
    method = client_group = TOTAL
    if "methode" in page.uses:
        options["methode"] = methods(edition, indicator, period)
        method = _category(asked("methode"), options["methode"], "methode", notes)
    if "doelgroep" in page.uses:
        options["doelgroep"] = client_groups(edition, indicator, period, method)
        client_group = _category(asked("doelgroep"), options["doelgroep"], "doelgroep", notes)
    several = {}
    for name in page.adds:
        options[name] = (methods if name == "methode" else client_groups)(edition, indicator, period)
        several[name] = _several(wanted.get(name, ""), options[name], name, notes)
    region = _chosen_region(page, wanted, options, notes)
    sector = ""
    if "sector" in page.uses:
        options["sector"] = absence.sectors(edition, catalogue.by_id(indicator)) or ("",)
        sector = _sector(asked("sector"), options["sector"], notes)
    view = View(
        *(edition, indicator, period, method, client_group, region, sector),
        methods=several.get("methode", ()),
        client_groups=several.get("doelgroep", ()),
    )
    return Chosen(view, options, tuple(notes))


def _of_outcomes(
    edition: Edition,
    page: Page,
    wanted: Mapping[str, str],
    indicator: str,
    options: dict[str, tuple[str, ...]],
    notes: list[str],
) -> Chosen:
    """A view on outcomes: by months since the start, over all start half-years."""
    months = outcomes.months(edition, indicator)
    options["maanden"] = tuple(map(str, months)) or ("",)
    text = wanted.get("maanden", "").strip()
    known = options["maanden"]
    default = str(outcomes.DEFAULT_MONTHS)
    chosen = text if text in known else default if default in known else known[0]
    if text and text != chosen:
        notes.append(say("frame.no_maanden", shown=chosen or "—"))
    options["doelgroep"] = outcomes.client_groups(edition, indicator)
    group = _category(wanted.get("doelgroep", "").strip(), options["doelgroep"], "doelgroep", notes)
    region = _chosen_region(page, wanted, options, notes)
    view = View(edition, indicator, "", TOTAL, group, region, months=int(chosen or 0))
    return Chosen(view, options, tuple(notes))


def _chosen_region(
    page: Page, wanted: Mapping[str, str], options: dict[str, tuple[str, ...]], notes: list[str]
) -> str:
    if "regio" not in page.uses:
        return ""
    by_name = tuple(region.code for region in sorted(regions.ALL, key=lambda region: region.name))
    options["regio"] = by_name if page.needs_region else ("", *by_name)
    return _region(wanted.get("regio", "").strip(), notes) or options["regio"][0]


def indicators(edition: Edition) -> tuple[str, ...]:
    """Ids that can be drawn for regions in this edition, in the order of the catalogue."""
    return tuple(
        indicator.id
        for indicator in catalogue.ALL
        if indicator.on_map and any(cut.has_regions for cut in figures.cuts(edition, indicator.id))
    )


def methods(edition: Edition, indicator: str, period: str) -> tuple[str, ...]:
    """Methods published for regions in this period, the total first."""
    found = {
        cut.method
        for cut in figures.cuts(edition, indicator)
        if cut.has_regions and cut.period == period and cut.client_group in (TOTAL, "")
    }
    return (TOTAL, *(code for code in dimensions.METHOD_PARTS if code in found))


def client_groups(edition: Edition, indicator: str, period: str, method: str = TOTAL) -> tuple[str, ...]:
    """Client groups published for regions in this period beside this method, the total first."""
    found = {
        cut.client_group
        for cut in figures.cuts(edition, indicator)
        if cut.has_regions and cut.period == period and cut.method == method
    }
    return (TOTAL, *(code for code in dimensions.CLIENT_GROUP_PARTS if code in found))


def _indicator(text: str, known: tuple[str, ...], page: Page, notes: list[str]) -> str:
    first = (page.indicator, need_catalogue.DISABILITY_BENEFIT.id)  # where nobody delivered: what is real
    fallback = next((one for one in first if one in known), known[0] if known else page.indicator)
    if text and text not in known:
        notes.append(say("frame.no_indicator", shown=catalogue.by_id(fallback).label))
    return text if text in known else fallback


def _period(text: str, known: tuple[str, ...], indicator: str, notes: list[str]) -> str:
    if not text:
        return known[0] if known else ""
    try:
        wanted = periods.parse(text)
    except UserError:
        notes.append(say("frame.no_period_like_that", shown=_label(known[0] if known else "")))
        return known[0] if known else ""
    if wanted.code in known or not known:
        return wanted.code if wanted.code in known else ""
    nearest = min((periods.parse(code) for code in known), key=lambda period: _distance(wanted, period))
    notes.append(
        say(
            "frame.no_period",
            asked=progress.running(wanted.code),
            indicator=catalogue.by_id(indicator).label,
            shown=nearest.label,
        )
    )
    return nearest.code


def _distance(wanted: Period, known: Period) -> tuple[bool, int, int]:
    """Overlapping periods first, then the nearest in time, then the most alike in length."""
    days = abs((known.start - wanted.start).days)
    return not known.overlaps(wanted), days, abs(known.months - wanted.months)


def _label(period: str) -> str:
    return periods.parse(period).label if period else "—"


def _category(text: str, known: tuple[str, ...], name: str, notes: list[str]) -> str:
    if not text:
        return TOTAL
    if "," in text:
        notes.append(say("frame.one_at_a_time"))
        return TOTAL
    resolve = dimensions.resolve_method if name == "methode" else dimensions.resolve_client_group
    try:
        code = resolve(text).code
    except UserError as error:
        notes.append(str(error))
        return TOTAL
    if code not in known:
        notes.append(say(f"frame.no_{name}", asked=resolve(text).category.label))
        return TOTAL
    return code


def _several(text: str, known: tuple[str, ...], name: str, notes: list[str]) -> tuple[str, ...]:
    """The published ones of a choice of several (`ips,jobcoaching`), in their own order."""
    found = {_category(part.strip(), known, name, notes) for part in text.split(",")} - {TOTAL}
    return tuple(code for code in known if code in found)


def _region(text: str, notes: list[str]) -> str:
    if not text:
        return ""
    try:
        return regions.resolve(text).code
    except UserError as error:
        if inside := places.region_of(text):
            return inside
        notes.append(str(error))
        return ""


def _sector(text: str, known: tuple[str, ...], notes: list[str]) -> str:
    """The code of a sector that the edition has figures of; all sectors together where it has not."""
    every = sector_names.TOTAL if sector_names.TOTAL in known else ""
    if not text:
        return every
    try:
        sector = sector_names.resolve(text)
    except UserError as error:
        notes.append(str(error))
        return every
    if sector.code not in known:
        notes.append(say("verzuim.sector_without", sector=sector.label))
        return every
    return sector.code
