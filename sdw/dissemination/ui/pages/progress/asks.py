"""What Overzicht says beside the targets: how many regions reach them, what is new, and what asks for attention."""

from __future__ import annotations

from sdw.dissemination.blocks.figures import Sentence, Tile, Tiles
from sdw.dissemination.blocks.model import Block, Heading, Items, Paragraph
from sdw.dissemination.figures import corrections, selections
from sdw.dissemination.figures.meeting import attention as rules
from sdw.dissemination.figures.sentences import pace, progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import tables
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, Indicator
from sdw.text.dutch import number, say

_TARGETS = (catalogue.STARTED, catalogue.DURABLE)
#: Of fewer regions it is not said how many reach a target.
_COUNTED = 2


def reached(view: View) -> tuple[Block, ...]:
    """How many regions are at 100 in both definitions, of those with a figure; over a whole year only."""
    if not tables.is_year(view):
        return ()
    tiles = tuple(tile for one in _TARGETS if (tile := _reached(view, one)) is not None)
    return (Tiles(tiles, 2),) if tiles else ()


def _reached(view: View, indicator: Indicator) -> Tile | None:
    """None where fewer than two regions have a figure: there is nothing to count."""
    rows = selections.of_regions(view, indicator)
    found = selections.reach(rows)
    if found.known < _COUNTED:
        return None
    return Tile(
        label=say(f"page.overzicht.reach_{indicator.id}", period=wording.period(view.period))
        + wording.example(rows),
        figure=say("page.doelen.coverage_of", have=number(found.reached), of=number(found.known)),
        unit=say("page.overzicht.reach_unit"),
        coverage=say("words.coverage", have=found.known, of=found.of),
    )


def news(edition: Edition) -> tuple[Block, ...]:
    """One sentence on what is new since the edition before this one, under its heading."""
    return Heading(say("page.overzicht.news")), Paragraph(_news(edition))


def _news(edition: Edition) -> str:
    older = corrections.previous(edition)
    if older is None:
        return say("sentence.first_edition")
    changed = sum(len(corrections.of_indicator(older, edition, one.id)) for one in _TARGETS)
    came = {place for one in _TARGETS for place, _ in _known(edition, one) - _known(older, one)} - {NATION}
    if not changed and not came:
        return say("sentence.news_none", label=older.label)
    return say(
        "sentence.news",
        example=say("sentence.example_of") if edition.has_examples else "",
        label=older.label,
        regions=_counted("regions", len(came)),
        changed=_counted("changed", changed),
    )


def _counted(what: str, count: int) -> str:
    kind = {0: "none", 1: "one"}.get(count, "more")
    return say(f"sentence.news_{what}_{kind}", count=wording.count(count))


def _known(edition: Edition, indicator: Indicator) -> set[tuple[str, str]]:
    """(region, period) of every count that the edition shows."""
    return {(one.region, one.period) for one in figures.select(edition, indicator.id) if one.value is not None}


def attention(view: View) -> tuple[Block, ...]:
    """What asks for attention by stated rules, under its heading."""
    stated = Paragraph(say("sentence.attention_rules"), quiet=True)
    return Heading(say("page.overzicht.attention")), Items(tuple(_attention(view))), stated


def _attention(view: View) -> list[str | Sentence]:
    absent, there = rules.late(view)
    if not absent and not there:
        return [say("sentence.nobody_yet")]
    out = [chance for _, chance in rules.out_of_reach(view.edition)]
    told = progress.attention(
        [row.place for row in absent],
        [row.place for row in there],
        [book.started.place for book in rules.open_ledgers(view)],
        " ".join(map(pace.against, out)),
        is_example=view.edition.has_examples,
    )
    # What is out of reach stands last, in one sentence.
    return [*told[:-1], Sentence(told[-1], claims=pace.stated(*out))] if out else list(told)
