"""First against final figures of each half-year, in one table: the revision staircase."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.model import Block, Heading, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.record import staircase as record
from sdw.dissemination.figures.record.releases import Line
from sdw.dissemination.figures.record.staircase import Stair, Step
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.ui.pages.methodology import forecasts
from sdw.indicators import catalogue
from sdw.reference.comparisons import LEAST_REGIONS
from sdw.reference.measures import TARGETS
from sdw.text.dutch import number, say

#: So many editions have a column of their own: the newest.
COLUMNS = 4
#: A change (in %) that one decimal does not show.
_NONE = 0.05


def blocks(line: Line) -> tuple[Block, ...]:
    """A row for each half-year and count, a column for each edition; a sentence where there is but one edition."""
    heading = Heading(say("record.staircase.title"), 3)
    stairs = [stair for measure in TARGETS for stair in record.of(line, measure)]
    stairs.sort(key=lambda one: one.period, reverse=True)
    if not stairs:
        return heading, Paragraph(say("record.staircase.none_empty"))
    later = [one.label for one in line[1:] if any(one in _editions(stair) for stair in stairs)][-COLUMNS:]
    if not later:
        return heading, Paragraph(say("record.staircase.none", edition=line[-1].label))
    is_provisional = any(step.is_provisional for one in stairs for step in (one.first, *one.later))
    caption = say(
        "record.staircase.caption",
        provisional=say("page.provisional") if is_provisional else "",
        example=forecasts.example(line),
    )
    table = Table(
        caption=caption,
        head=[say("record.staircase.half"), say("record.staircase.first"), *later],
        rows=[_row(stair, later) for stair in stairs],
        stack=True,
    )
    shortened = len(line) - 1 > COLUMNS
    told = (Paragraph(say("record.staircase.newest", count=COLUMNS), quiet=True),) if shortened else ()
    return heading, Paragraph(say("record.staircase.intro")), table, *told


def _editions(stair: Stair) -> list[object]:
    return [step.edition for step in stair.later]


def _row(stair: Stair, later: Sequence[str]) -> tuple[str, ...]:
    steps = {step.edition.label: step for step in stair.later}
    what = say(
        "record.staircase.what",
        half=wording.period(stair.period),
        label=catalogue.by_id(stair.measure).label.lower(),
    )
    cells = (_step(steps[label]) if label in steps else _without(label, stair) for label in later)
    return what, _first(stair.first), *cells


def _without(label: str, stair: Stair) -> str:
    """In the column of an edition that is not after the first one."""
    is_first = stair.first.edition.label == label
    return say("record.staircase.first" if is_first else "record.staircase.none_yet")


def _first(step: Step) -> str:
    """'1.740 (2025-najaar; 34 regio's; 1 niet aangeleverd)'."""
    facts = {"edition": step.edition.label, "regions": _regions(step)}
    now = step.now
    return _regions(step) if now is None else say("record.staircase.shown", now=_number(now, step), **facts)


def _step(step: Step) -> str:
    """'1.740 → 1.762* (+1,3%; 34 regio's; 1 afgeschermd)'."""
    if step.first is None or step.now is None:
        return _regions(step)
    facts = {"first": number(step.first), "now": _number(step.now, step), "regions": _regions(step)}
    return say("record.staircase.step", change=_change(step.change), **facts)


def _change(change: float | None) -> str:
    if change is None:
        return say("record.staircase.no_percent")
    if abs(change) < _NONE:
        return say("record.staircase.same")
    return say("record.staircase.more" if change > 0 else "record.staircase.fewer", change=number(abs(change), 1))


def _number(value: float, step: Step) -> str:
    return number(value) + "*" * step.is_provisional


def _regions(step: Step) -> str:
    """How many regions are in the sums, and why how many are not."""
    left = "".join(say(f"record.staircase.left_{why}", count=count) for why, count in step.left)
    if step.regions < LEAST_REGIONS:
        return say("record.staircase.too_few", least=LEAST_REGIONS, left=left)
    return say("record.staircase.regions", count=step.regions, left=left)
