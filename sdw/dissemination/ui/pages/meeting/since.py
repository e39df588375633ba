"""Sinds de vorige keer: what moved, as it was published and over the same regions, and what no longer holds."""

from __future__ import annotations

from collections import Counter

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block, Heading, Items, Paragraph
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.meeting import agenda, moves, statements
from sdw.dissemination.figures.meeting.moves import Move, Twice
from sdw.dissemination.figures.meeting.statements import Held, Verdict
from sdw.dissemination.figures.record.releases import Line
from sdw.dissemination.figures.record.staircase import Step
from sdw.dissemination.figures.sentences import comparing, progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import tables
from sdw.dissemination.ui.pages.meeting import regions
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.comparisons import LEAST_REGIONS
from sdw.reference.status import Status
from sdw.text.dutch import day, listing, number, say

#: A difference (in %) that one decimal does not show.
_NONE = 0.05


def blocks(line: Line) -> tuple[Block, ...]:
    """All of it, between the newest edition of the line and the one before; a sentence for the first edition."""
    heading = Heading(say("since.title"))
    if len(line) == 1:
        return heading, Paragraph(say("sentence.first_edition"))
    older, newer = line[-2:]
    intro = say(
        "since.intro",
        example=say("sentence.example_of") if newer.has_examples else "",
        older=older.label,
        older_day=day(older.published_at.date()),
        newer=newer.label,
        newer_day=day(newer.published_at.date()),
    )
    return (
        heading,
        Paragraph(intro),
        *_nation(line, older, newer),
        *regions.blocks(older, newer),
        *_sentences(older, newer),
    )


def _nation(line: Line, older: Edition, newer: Edition) -> tuple[Block, ...]:
    twice = moves.twice(older, newer)
    heading = Heading(say("since.nation"), 3)
    if not twice:
        told: tuple[Block, ...] = (Paragraph(say("since.nothing")),)
    else:
        told = Paragraph(say("since.ways")), _twice(older, newer, twice)
    return heading, *told, *_year_later(newer), *_every(line)


def _twice(older: Edition, newer: Edition, found: tuple[Twice, ...]) -> Table:
    shown = [figure for one in found for figure in (one.before, one.now)]
    table = Table(
        caption=say("since.caption", note=wording.notes(shown)),
        head=[
            say("since.what"),
            say("since.published_then", label=older.label),
            say("since.published_now", label=newer.label),
            say("since.same_regions"),
            say("since.why"),
        ],
        rows=[
            (
                say(
                    "since.row",
                    label=catalogue.by_id(one.now.indicator).label,
                    period=wording.period(one.now.period),
                ),
                _whole(one.before),
                _whole(one.now),
                _step(one.step),
                listing(_why(one)),
            )
            for one in found
        ],
        words=True,
        stack=True,
    )
    return taking.with_files("veranderd", View(newer, "", ""), table)


def _whole(figure: Figure) -> str:
    covered = wording.coverage(figure)
    return say("since.whole", value=wording.shown(figure), coverage=covered) if covered else wording.shown(figure)


def _step(step: Step) -> str:
    if step.first is None or step.now is None:
        return say("since.step_few", least=LEAST_REGIONS)
    change = step.change
    is_same = step.first == step.now or (change is not None and abs(change) < _NONE)
    told = "" if change is None else say("since.step_percent", percent=agenda.signed(change))
    return say(
        "since.step",
        first=number(step.first),
        now=number(step.now),
        change=say("since.step_same") if is_same else told,
        regions=step.regions,
    )


def _why(one: Twice) -> list[str]:
    """What the difference comes from, as far as what is published tells."""
    told = []
    if one.joined:
        many = "one" if abs(one.joined) == 1 else "more"
        told.append(say(f"since.{'joined' if one.joined > 0 else 'left'}_{many}", count=abs(one.joined)))
    moved = 0 if one.step.first is None or one.step.now is None else one.step.now - one.step.first
    if moved:
        told.append(say(f"since.revised_{'more' if moved > 0 else 'fewer'}", difference=number(abs(moved))))
    if one.before.status is Status.PROVISIONAL and one.now.status is Status.VALUE:
        told.append(say("since.final"))
    return told


def _year_later(newer: Edition) -> tuple[Block, ...]:
    """The newest period beside a year earlier, over the same regions: the one fair way to compare over time."""
    newest = selections.newest(newer, catalogue.STARTED)
    told = comparing.told(newer, newest[-1]) if newest else []
    lines = tuple(Sentence(words, claims=said) for words, said in told)
    return (Paragraph(say("since.year_later")), Items(lines)) if lines else ()


def _every(line: Line) -> tuple[Block, ...]:
    """How each national figure moved per edition."""
    every = moves.of(line)
    moved = [one for one in every if one.has_moved]
    still = len(every) - len(moved)
    unchanged = Paragraph(
        say("since.unchanged_one" if still == 1 else "since.unchanged", count=number(still)), quiet=True
    )
    if not moved:
        return (unchanged,) if still else ()
    table = Table(
        caption=say("since.every", note=wording.notes([one for move in moved for one in move.figures])),
        head=[say("since.what"), *(one.label for one in line[-moves.COLUMNS :])],
        rows=[_moved(one) for one in moved],
        stack=True,
        closed=True,
    )
    table = taking.with_files("veranderd-per-uitgave", View(line[-1], "", ""), table)
    return (table, unchanged) if still else (table,)


def _moved(one: Move) -> tuple[str | Cell, ...]:
    label = say("since.row", label=catalogue.by_id(one.indicator).label, period=wording.period(one.period))
    cells = (tables.cell(None) if figure is None else Cell(_whole(figure)) for figure in one.shown)
    return label, *cells


def _sentences(older: Edition, newer: Edition) -> tuple[Block, ...]:
    """Of every generated sentence of the older edition whether it still holds."""
    heading = Heading(say("since.sentences.title"), 3)
    found = statements.between(older, newer)
    if not found:
        return heading, Paragraph(say("since.sentences.none"))
    counted = Counter(one.verdict for one in found)
    over = listing(list(dict.fromkeys(progress.running(one.period) for one in found)))
    facts = {verdict.value: number(counted[verdict]) for verdict in Verdict}
    intro = Paragraph(say("since.sentences.intro", period=over, count=number(len(found)), **facts))
    gone = [one for one in found if one.verdict in (Verdict.CHANGED, Verdict.UNSAID)]
    if not gone:
        return heading, intro, Paragraph(say("since.sentences.all_hold"))
    nation = [one for one in gone if one.region == NATION]
    others = [one for one in gone if one.region != NATION]
    told = (_held(older, newer, nation, closed=False),) if nation else ()
    return heading, intro, *told, *((_held(older, newer, others, closed=True),) if others else ())


def _held(older: Edition, newer: Edition, found: list[Held], *, closed: bool) -> Table:
    return Table(
        caption=say("since.sentences.regions" if closed else "since.sentences.nation"),
        head=[
            say("since.sentences.region"),
            say("since.sentences.was", label=older.label),
            say("since.sentences.now", label=newer.label),
        ],
        rows=[
            (
                figures.place_of(newer, one.region),
                one.was.words,
                say("since.sentences.unsaid") if one.now is None else one.now.words,
            )
            for one in found
        ],
        words=True,
        stack=True,
        closed=closed,
    )
