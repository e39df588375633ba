"""IPS in gemeenten: 'n van 342', the condition in the words of the covenant, a map, and the regions in a table."""

from __future__ import annotations

from sdw.dissemination.blocks import drawings
from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block, Heading, Note, Quote
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core.palette import STATUS_CLASS
from sdw.dissemination.charts.standing.gemeenten import lead
from sdw.dissemination.figures.standing import current, gemeenten
from sdw.dissemination.figures.standing.gemeenten import Tally
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.reference.documents import covenant
from sdw.reference.status import Status
from sdw.text.dutch import number, say

#: The sentence of the covenant on it, by what it speaks of.
_CONDITION = "in iedere gemeente in aanmerking komen voor IPS"


def blocks(view: View) -> tuple[Block, ...]:
    """The condition, the nation in a sentence, the map and the table."""
    heading = Heading(say("ips_gemeente.heading"))
    condition = next(one for one in covenant.TIMELINE if _CONDITION in one.quote)
    quote = Quote(condition.quote, covenant.CURRENT.source.title)
    nation, *of_regions = gemeenten.tallies(view.edition)
    if not nation.is_told:
        return heading, quote, Note(say("ips_gemeente.none", all=number(nation.of)))
    example = say("borging.lead_example") if current.has_examples(gemeenten.shown(view.edition)) else ""
    table = Table(
        caption=say("ips_gemeente.caption") + example,
        head=[
            say("page.region"),
            *(say(f"ips_gemeente.{name}") for name in ("structural", "project", "no", "unknown", "all")),
        ],
        rows=[
            _row(view, one)
            for one in sorted(of_regions, key=lambda one: figures.place_of(view.edition, one.region))
        ],
        numbers=frozenset(range(1, 6)),
        stack=True,
        closed=True,
    )
    return (
        heading,
        Sentence(lead(nation, example), "plain"),
        quote,
        *drawings.chart("ips-gemeenten", view, twin=table, level=3),
    )


def _row(view: View, one: Tally) -> tuple[Cell | str, ...]:
    unknown = (
        Cell(number(one.unknown), "") if one.is_told else Cell(say("status.onbekend"), STATUS_CLASS[Status.UNKNOWN])
    )
    counts = (one.structural, one.project, one.no)
    told = [number(count) if one.is_told else "–" for count in counts]
    return figures.place_of(view.edition, one.region), *told, unknown, number(one.of)
