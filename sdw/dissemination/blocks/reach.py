"""Who could be meant beside what started: two maps side by side, a point per region, and the table of both."""

from __future__ import annotations

from dataclasses import replace

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import Chart, chart
from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Beside, Block, Columns, Heading, Note, Paragraph
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core import palette
from sdw.dissemination.figures.need import reach
from sdw.dissemination.figures.need.reach import Place
from sdw.dissemination.figures.sentences import reach as sentences
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.indicators.need_catalogue import ASSISTANCE_BENEFIT, DISABILITY_BENEFIT
from sdw.text.dutch import number, say

#: The kinds of need, never added up to one; the first is shown until a reader chooses.
NEEDS = {"ao": DISABILITY_BENEFIT, "bijstand": ASSISTANCE_BENEFIT}


def opening(edition: Edition) -> tuple[Block, ...]:
    """The heading, and who is and who is not counted; nothing in an edition without any rate."""
    if not _has_rates(edition):
        return ()
    return (Heading(say("reach.heading")), Paragraph(say("reach.denominator")))


def _has_rates(edition: Edition) -> bool:
    return bool(figures.period_codes(edition, catalogue.PER_1000_BENEFITS.id))


def dated(view: View) -> tuple[Block, ...]:
    """Of which years both counts are, or why there is no reach yet: the same whichever region is chosen."""
    here = reach.of_year(view)
    found = reach.of(here)
    if found is None or not found.known:
        heading = () if _has_rates(view.edition) else (Heading(say("reach.heading")),)
        return (*heading, Note(sentences.nothing(found, here)))
    told = [sentences.years(found, here)]
    if here.period != view.period:
        told.append(say("reach.whole_year", year=here.period))
    return (Paragraph(" ".join(told)),)


def has_maps(view: View) -> bool:
    """True in an edition with the kinds of need, but where one of them alone is what the page shows already."""
    has_need = all(one.id in figures.published(view.edition) for one in NEEDS.values())
    return has_need and (_is_known(reach.of_year(view)) or view.indicator not in {one.id for one in NEEDS.values()})


def _is_known(view: View) -> bool:
    """True where some region has a figure in this year."""
    found = reach.of(view)
    return found is not None and bool(found.known)


def maps(view: View, need: str) -> tuple[Block, ...]:
    """This kind of need beside the reach, each on a map; the need alone where nothing started."""
    if not has_maps(view):
        return ()
    here = reach.of_year(view)
    newest = figures.period_codes(view.edition, NEEDS[need].id)[0]
    left = chart("kaart-klein", _on(here, NEEDS[need].id, newest), level=3, chooses="regio")
    rate = _on(here, catalogue.PER_1000_BENEFITS.id, here.period)
    right = chart("kaart-klein", rate, level=3, chooses="regio") if _is_known(here) else ()
    return (Beside((left, right) if right else (left,)),)


def maps_read(view: View) -> tuple[Block, ...]:
    """How to read the maps, and to choose on them."""
    if not has_maps(view):
        return ()
    both = say("reach.maps_read") if _has_rates(view.edition) else ""
    return (Paragraph(f"{both} {say('reach.colours')}".strip(), quiet=True),)


def _on(view: View, indicator: str, period: str) -> View:
    return replace(view, indicator=indicator, period=period)


def points(view: View, chooses: str = "") -> tuple[Block, ...]:
    """A point per region, with what stands out of it in words; nothing where no region has a figure."""
    here = reach.of_year(view)
    drawn: tuple[Chart, ...] = chart("bereik", here, level=3, chooses=chooses)
    found = reach.of(here)
    if not drawn or found is None:
        return ()
    lacking = sentences.missing(found)
    told: tuple[Block, ...] = (
        Sentence(sentences.finding(found, here), figures=tuple(found.used), claims=sentences.stated(found, here)),
        *([Paragraph(lacking)] if lacking else []),
    )
    return (Columns(drawn, told, (8, 5)),)


def of_region(view: View) -> tuple[Block, ...]:
    """The part on a page of one region; nothing where no region has a figure: the page says so already."""
    drawn = points(view)
    return (*dated(view), *drawn) if drawn else ()


def explained() -> list[str]:
    """How to read the points."""
    return [say("reach.read")]


def table(view: View) -> tuple[Block, ...]:
    """The twin of the points: every region by name, also without a figure; the same whichever region is chosen."""
    here = reach.of_year(view)
    found = reach.of(here)
    if found is None or not found.known:
        return ()
    year = f", {found.people_in}" if found.people_in else ""
    head = ("started", "people", "rate", "status")
    content = Table(
        caption=say("reach.table", period=here.period, note=wording.notes(found.used)),
        head=[say("page.region"), *(say(f"reach.column_{name}", year=year) for name in head)],
        rows=[_row(one) for one in found.places],
        numbers=frozenset({1, 2, 3}),
        stack=True,
        closed=True,
    )
    return (taking.as_drawn("bereik", here, content),)


def _row(place: Place) -> list[Cell | str]:
    rate = place.rate
    if rate.value is None:
        kind = palette.STATUS_CLASS[rate.status]
        return [rate.place, *("–",) * 3, Cell(wording.status(rate), kind)]
    people = number(rate.denominator or 0)
    return [rate.place, wording.shown(place.started), people, wording.shown(rate), wording.status(rate)]
