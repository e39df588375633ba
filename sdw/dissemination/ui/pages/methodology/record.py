"""Hoe goed werkt deze monitor?: what the editions themselves tell of forecasts, deliveries and corrections.

Made of the editions up to the one on screen, and of nothing else: `python -m sdw record` prints the same.
"""

from __future__ import annotations

from sdw.dissemination.blocks.model import Block, Heading, Page, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.record import changes, deliveries, releases
from sdw.dissemination.figures.record.changes import Changes
from sdw.dissemination.figures.record.releases import Line
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.ui.pages.methodology import backtest, forecasts, staircase
from sdw.edition.editions import Edition
from sdw.text.dutch import day, number, say


def blocks(edition: Edition, known: tuple[Edition, ...]) -> tuple[Block, ...]:
    """The whole part; `known` are all editions, of which only older ones of the same origin count."""
    line = releases.line(edition, known)
    return (
        Heading(say("record.title")),
        Paragraph(say("record.intro", edition=edition.label)),
        *((Paragraph(say("record.example_note")),) if edition.has_examples else ()),
        *forecasts.blocks(line),
        *_deliveries(line),
        *_changes(line),
        *staircase.blocks(line),
        *backtest.blocks(line),
        *backtest.simulation(),
    )


def page(edition: Edition, known: tuple[Edition, ...]) -> Page:
    """The part by itself."""
    return Page(say("record.title"), (blocks(edition, known)[1:],))


def _deliveries(line: Line) -> tuple[Block, ...]:
    found = deliveries.of(line)
    heading = Heading(say("record.deliveries.title"), 3)
    if not found:
        return heading, Paragraph(say("record.deliveries.none"))
    rows = [
        (
            wording.period(one.period),
            say(
                "record.deliveries.labelled",
                label=one.edition.label,
                date=day(one.edition.published_at.date()),
            ),
            _share(one.then, one.of_all),
            _share(one.now, one.of_all),
        )
        for one in found
    ]
    table = Table(
        caption=say("record.deliveries.caption", example=forecasts.example(line)),
        head=[say(f"record.deliveries.{name}") for name in ("half", "edition", "then", "now")],
        rows=rows,
        numbers=frozenset({2, 3}),
        stack=True,
    )
    told = (say("record.deliveries.no_deadline"), say("record.deliveries.first"))
    return heading, Paragraph(say("record.deliveries.intro")), table, Paragraph(" ".join(told), quiet=True)


def _share(count: int, of: int) -> str:
    return say("record.deliveries.share", count=count, of=of, share=number(100 * count / of))


def _changes(line: Line) -> tuple[Block, ...]:
    heading = Heading(say("record.changes.title"), 3)
    found = changes.of(line)
    if not found:
        return heading, Paragraph(say("record.changes.none"))
    table = Table(
        caption=say("record.changes.caption", example=forecasts.example(line)),
        head=[say(f"record.changes.{name}") for name in ("edition", "both", "joined", "revised", "other")],
        rows=list(map(_changed, found)),
        numbers=frozenset({1, 2, 3, 4}),
        stack=True,
    )
    shortened = len(line) - 1 > changes.PAIRS
    told = (Paragraph(say("record.changes.newest", pairs=changes.PAIRS), quiet=True),) if shortened else ()
    return heading, Paragraph(say("record.changes.intro")), table, *told


def _changed(one: Changes) -> tuple[str, ...]:
    pair = say("record.changes.pair", newer=one.newer.label, older=one.older.label)
    counts = (one.joined, one.revised, one.other)
    shares = (100 * count / one.both if one.both else 0.0 for count in counts)
    told = (
        say("record.changes.share", count=number(count), share=number(share, 1))
        for count, share in zip(counts, shares, strict=True)
    )
    return pair, number(one.both), *told
