"""Where need lies within a region: its gemeenten on small maps and in a table. Real figures of the newest year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import chart
from sdw.dissemination.blocks.model import Beside, Block, Heading, Items, Paragraph
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.figures.need import municipalities
from sdw.dissemination.figures.need.municipalities import Municipality
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import show, tables
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import need_catalogue
from sdw.indicators.model import NATION, ContextPerThousand, Indicator
from sdw.reference.areas import regions
from sdw.text.dutch import listing, number, say

_DRAWN = ("regio-gemeenten-ao", "regio-gemeenten-bijstand")


def within(edition: Edition, region: str) -> tuple[Block, ...]:
    """The part about the gemeenten of a region; a sentence where the edition has no figures of them."""
    if not region:
        return ()
    place = figures.place_of(edition, region)
    head = Heading(say("gemeenten.title", region=place))
    found = municipalities.of_region(edition, region)
    if not found:
        return head, Paragraph(say("gemeenten.none"))
    view = View(edition, indicator="", period="", region=region)
    maps = tuple(one for name in _DRAWN for one in chart(name, view, level=3))
    shown = [one for each in found for one in each.values()]
    return (
        head,
        Paragraph(_opening(place, found)),
        Beside(tuple((one,) for one in maps)),
        taking.with_files("regio-gemeenten", view, table(edition, region, found)),
        show.sources_of(edition, shown),
    )


def notes(edition: Edition) -> tuple[Block, ...]:
    """How to read that part: the same for every region, so it travels once."""
    if not edition.holds("municipality_figure"):
        return ()
    return (Items(tuple(say(f"gemeenten.note_{name}") for name in ("columns", "ao", "twice", "rounded", "young"))),)


def _opening(place: str, found: Sequence[Municipality]) -> str:
    """How many gemeenten there are, and which have no figure of young adults."""
    year = max(one.period for each in found for one in each.values())
    told = (
        say("gemeenten.opening", region=place, count=number(len(found)), year=year)
        if len(found) > 1
        else say("gemeenten.opening_one", region=place, year=year)
    )
    young = municipalities.of(found, need_catalogue.YOUNG_LIMITED.id)
    missing = [one.called for one in young if one.value is None]
    return f"{told} {say('gemeenten.opening_young', names=listing(missing))}" if missing else told


def table(edition: Edition, region: str, found: Sequence[Municipality]) -> Table:
    """Each gemeente by name, then the region and the nation: people, per 1,000 inhabitants, whole percents."""
    indicators = [one for one in need_catalogue.OF_MUNICIPALITIES if any(one.id in each for each in found)]
    rows: list[Sequence[Cell | str]] = []
    for each in found:
        name = next(iter(each.values())).called
        rows.append([name, *chain.from_iterable(_cells(one, each.get(one.id)) for one in indicators)])
    place = figures.place_of(edition, region)
    for area, name in ((region, say("gemeenten.row_region", region=place)), (NATION, regions.NATION_NAME)):
        of_area = (_cells(one, _of_area(edition, one, area, found)) for one in indicators)
        rows.append([name, *chain.from_iterable(of_area)])
    head = [say("gemeenten.column_name")]
    for one in indicators:
        if isinstance(one.formula, ContextPerThousand):
            head.append(say(f"gemeenten.column_people_{one.id}"))
        head.append(say(f"gemeenten.column_{one.id}"))
    return Table(
        caption=say("gemeenten.caption", region=place),
        head=head,
        rows=rows,
        numbers=frozenset(range(1, len(head))),
        marked=len(found),
        fold=True,
        stack=True,
    )


def _of_area(edition: Edition, indicator: Indicator, area: str, found: Sequence[Municipality]) -> Figure | None:
    """The figure of the region or the nation in the year of its gemeenten."""
    year = next(one[indicator.id].period for one in found if indicator.id in one)
    shown = figures.select(edition, indicator.id, region=area, period=year)
    return shown[0] if shown else None


def _cells(indicator: Indicator, figure: Figure | None) -> list[Cell]:
    """The number of people, where the indicator is a rate of it, and the figure."""
    if not isinstance(indicator.formula, ContextPerThousand):
        return [tables.cell(figure)]
    if figure is None or figure.numerator is None:
        return [tables.cell(figure), tables.cell(figure)]
    return [Cell(number(figure.numerator) + wording.marks(figure)), tables.cell(figure)]
