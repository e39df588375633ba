"""Our own forecasts beside what the years became, in words and tables."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from sdw.dissemination.blocks.model import Block, Heading, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.record import backtest
from sdw.dissemination.figures.record import forecasts as record
from sdw.dissemination.figures.record.forecasts import Forecasts, Outcome
from sdw.dissemination.figures.record.releases import Line
from sdw.indicators import catalogue
from sdw.reference.documents import targets
from sdw.reference.measures import TARGETS
from sdw.text.dutch import listing, number, say

#: From how many percent on a chance was said in these words, as in the sentences; the strongest first.
_WORDS = ((100, "reached"), (90, "on_course"), (10, "open"), (0, "off_course"))


def example(line: Line) -> str:
    """' Voorbeeld.' behind what is told of invented figures; '' for others."""
    return say("record.example") if line[-1].has_examples else ""


def blocks(line: Line) -> tuple[Block, ...]:
    """Where the years ended that were forecast; a sentence where no year is over yet."""
    heading = Heading(say("record.forecasts.title"), 3)
    every = [record.of(line, measure) for measure in TARGETS]
    years = sorted({year for one in every for year in one.years})
    if not years:
        return heading, Paragraph(say("record.forecasts.none"))
    if not any(one.of_regions or one.of_nation or one.unknown for one in every):
        return heading, Paragraph(say("record.forecasts.waiting", years=listing(years)))
    national = [(one.measure, outcome) for one in every for outcome in one.of_nation]
    return (
        heading,
        Paragraph(say("record.forecasts.intro")),
        *(block for one in every if one.years for block in _of_measure(one, line)),
        *(_nation(national, line) if national else ()),
    )


def _of_measure(one: Forecasts, line: Line) -> tuple[Block, ...]:
    label = catalogue.by_id(one.measure).label
    told = [_held(one.of_regions, label, line)]
    if 0 < len(one.of_regions) < backtest.LEAST:
        told.append(say("record.forecasts.few", least=backtest.LEAST))
    if one.waiting or one.unknown:
        told.append(say("record.forecasts.left", label=label, waiting=one.waiting, unknown=one.unknown))
    return Paragraph(" ".join(told)), *(_chances(one, label, line) if one.of_regions else ())


def _held(found: Sequence[Outcome], label: str, line: Line) -> str:
    facts = {"label": label, "provisional": _provisional(found), "example": example(line)}
    if not found:
        return say("record.forecasts.nothing_yet", label=label)
    if len(found) == 1:
        return say("record.forecasts.held_one", verdict=say(f"record.forecasts.fell_{_verdict(found[0])}"), **facts)
    verdicts = [_verdict(one) for one in found]
    below, above = (verdicts.count(name) for name in ("no_below", "no_above"))
    held = len(found) - below - above
    return say("record.forecasts.held", held=held, number=number(len(found)), below=below, above=above, **facts)


def _provisional(found: Sequence[Outcome]) -> str:
    count = sum(one.is_provisional for one in found)
    return say("record.forecasts.provisional", count=count) if count else ""


def _verdict(one: Outcome) -> str:
    return "yes" if one.held else "no_below" if one.is_below else "no_above"


def _chances(one: Forecasts, label: str, line: Line) -> tuple[Table, ...]:
    """The chance as it was said, beside how often the target was reached; in the words that it was said in."""
    aim = targets.of_indicator(one.measure)
    if aim is None:
        raise AssertionError(f"{one.measure} has no target")
    rows = []
    for word, some in _by_word(one.of_regions).items():
        mean = fmean(chance for chance, _ in some)
        reached = sum(became >= aim.per_region for _, became in some)
        cells = (number(len(some)), f"{number(mean)}%", f"{number(100 * reached / len(some))}% ({reached})")
        rows.append((say(f"record.forecasts.word_{word}"), *cells))
    if not rows:
        return ()
    head = [say(f"record.forecasts.{name}") for name in ("said", "number", "mean", "reached")]
    caption = say("record.forecasts.chance_caption", label=label, example=example(line))
    return (Table(caption=caption, head=head, rows=rows, numbers=frozenset({1, 2, 3})),)


def _by_word(found: Sequence[Outcome]) -> dict[str, list[tuple[float, float]]]:
    """Word → chance said (%) and what the year became."""
    said: dict[str, list[tuple[float, float]]] = {word: [] for _, word in _WORDS}
    for one in found:
        chance = one.chance.value
        if chance is not None:
            said[next(word for least, word in _WORDS if chance >= least)].append((chance, one.became))
    return {word: some for word, some in said.items() if some}


def _nation(found: Sequence[tuple[str, Outcome]], line: Line) -> tuple[Table, ...]:
    """Every forecast of the nation, each beside its own outcome: there are too few to count."""
    rows = [_row(*one) for one in reversed(found)]
    caption = say(
        "record.forecasts.nation_caption",
        provisional=_provisional([one for _, one in found]),
        example=example(line),
    )
    head = [
        say(f"record.forecasts.{name}") for name in ("what", "edition", "regions", "expected", "became", "verdict")
    ]
    return (Table(caption=caption, head=head, rows=rows, numbers=frozenset({2, 4}), stack=True),)


def _row(measure: str, one: Outcome) -> tuple[str, ...]:
    expected = one.expected
    ends = {name: number(getattr(expected, name) or 0) for name in ("value", "low", "high")}
    return (
        say("record.forecasts.what_in_year", label=catalogue.by_id(measure).label, year=expected.period),
        expected.edition,
        number(expected.delivered[0]) if expected.delivered else "",
        say("record.forecasts.interval", **ends),
        number(one.became) + "*" * one.is_provisional,
        say(f"record.forecasts.{_verdict(one)}"),
    )
