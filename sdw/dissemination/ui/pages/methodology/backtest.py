"""The back-test of pace on the editions, and beside it, clearly apart, the simulation."""

from __future__ import annotations

from sdw.dissemination.blocks.model import Block, Heading, Note, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.record import backtest as record
from sdw.dissemination.figures.record.backtest import BackTest
from sdw.dissemination.figures.record.releases import Line
from sdw.dissemination.ui.pages.methodology import forecasts
from sdw.indicators import catalogue
from sdw.reference.documents import simulated
from sdw.reference.documents.simulated import Simulated
from sdw.reference.measures import TARGETS
from sdw.text.dutch import listing, number, say


def blocks(line: Line) -> tuple[Block, ...]:
    """What the back-test found, per count and part of a year: with too few predictions only how many there are."""
    heading = Heading(say("record.backtest.title"), 3)
    found = [one for measure in TARGETS for one in record.of(line, measure)]
    if not found:
        return heading, Paragraph(say("record.backtest.none"))
    enough = [one for one in found if one.is_enough]
    return (
        heading,
        Paragraph(" ".join((say("record.backtest.intro"), say("record.backtest.dependent")))),
        *(block for one in found for block in _told(one, line)),
        *(_table(enough, line) if enough else ()),
    )


def _told(one: BackTest, line: Line) -> tuple[Block, ...]:
    facts = {
        "what": _what(one),
        "number": number(one.number),
        "years": listing([str(year) for year in one.years]),
        "share": _percent(one.coverage[-1]),
        "example": forecasts.example(line),
    }
    if not one.is_enough:
        return (Paragraph(say("record.backtest.few", least=record.LEAST, **facts)),)
    told = Paragraph(say("record.backtest.enough", **facts))
    if not one.alarms:
        return (told,)
    return told, Note(say("record.backtest.alarm", alarm=_percent(record.ALARM), **facts))


def _what(one: BackTest) -> str:
    return say("record.backtest.first_months", label=catalogue.by_id(one.measure).label, months=one.months)


def _table(found: list[BackTest], line: Line) -> tuple[Block, ...]:
    rows = [
        (
            _what(one),
            number(one.number),
            *(f"{_percent(share)}%" for share in one.coverage),
            f"{_percent(one.below)}% / {_percent(one.above)}%",
            number(one.score),
        )
        for one in found
    ]
    names = ("what", "number", "within_50", "within_80", "within_95", "outside", "score")
    table = Table(
        caption=say("record.backtest.caption", example=forecasts.example(line)),
        head=[say(f"record.backtest.{name}") for name in names],
        rows=rows,
        numbers=frozenset(range(1, len(names))),
        stack=True,
    )
    return table, Paragraph(f"{say('record.backtest.read')} {say('record.backtest.score_note')}", quiet=True)


def simulation() -> tuple[Block, ...]:
    """The coverage in simulated worlds, from the file that a script writes."""
    whose = ("regions_80", "regions_95", "nation_80", "nation_95")
    drawn = max(one.drawn for one in simulated.ALL)
    return (
        Heading(say("record.simulated.title"), 3),
        Paragraph(" ".join((say("record.simulated.intro", drawn=drawn), say("record.simulated.read")))),
        Table(
            caption=say("record.simulated.caption"),
            head=[say(f"record.simulated.{name}") for name in ("world", *whose)],
            rows=list(map(_simulated, simulated.ALL)),
            numbers=frozenset({1, 2, 3, 4}),
            stack=True,
        ),
        *((Paragraph(say("record.simulated.break"), quiet=True),) if simulated.ALL[-1].is_break else ()),
    )


def _simulated(one: Simulated) -> tuple[str, ...]:
    return say(f"record.simulated.world_{one.world}"), *(number(share) for share in (*one.regions, *one.nation))


def _percent(share: float) -> str:
    return number(100 * share)
