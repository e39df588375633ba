"""What changed per region since the edition before: in short over all of them, and region by region in a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.model import Block, Heading, Items
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.meeting import changes
from sdw.dissemination.figures.meeting.changes import Change, Kind, Region
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.indicators.model import Count, OutcomeRate
from sdw.text.dutch import listing, say

#: So many regions are named; more are counted.
_NAMED = 6
_OTHER = (Kind.GONE, Kind.DEFINED, Kind.FINAL)


def blocks(older: Edition, newer: Edition) -> tuple[Block, ...]:
    """New, revised, definitive, gone and otherwise defined: each with where; then every region that has any."""
    every = changes.of_regions(older, newer)
    plan = _plan(older, newer)
    found = [one for one in every if one.changes or one.was_called]
    shown = [change.figure for one in found for change in one.changes]
    table = Table(
        caption=say("since.regions.caption", label=older.label, note=wording.notes(shown)),
        head=[say(f"since.regions.{name}") for name in ("region", "column_new", "column_revised", "column_other")],
        rows=[_row(older, newer, one) for one in found],
        stack=True,
        words=True,
        closed=True,
    )
    return (
        Heading(say("since.regions.title"), 3),
        Items((*_new(every), *(_of(every, kind) for kind in (Kind.REVISED, Kind.FINAL, Kind.GONE, Kind.DEFINED)))),
        *((Heading(say("since.plan.title"), 3), Items(tuple(plan))) if plan else ()),
        *((taking.with_files("veranderd-per-regio", View(newer, "", ""), table),) if found else ()),
    )


def _new(every: Sequence[Region]) -> list[str]:
    """A line for each kind of delivery and period that is new, with the regions of it."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in every:
        for kind in dict.fromkeys((change.figure.period, _what(change)) for change in one.of(Kind.NEW)):
            places.setdefault(kind, []).append(one.name)
    if not places:
        return [say("since.regions.none_new")]
    newest_first = sorted(places.items(), key=lambda one: one[0], reverse=True)
    return [say("since.regions.new", what=what, where=_where(names)) for (_, what), names in newest_first]


def _of(every: Sequence[Region], kind: Kind) -> str:
    names = [one.name for one in every if one.of(kind) or (kind is Kind.DEFINED and one.was_called)]
    if not names:
        return say(f"since.regions.none_{kind}")
    return say(f"since.regions.{kind}", where=_where(names))


def _where(names: Sequence[str]) -> str:
    if len(names) > _NAMED:
        return say("since.regions.where_more", count=len(names))
    key = "since.regions.where_one" if len(names) == 1 else "since.regions.where_few"
    return say(key, count=wording.count(len(names)), regions=listing(list(names)))


def _what(change: Change) -> str:
    """'trajecten over het 1e halfjaar van 2026', or 'uitkomsten' for what is over all periods."""
    figure = change.figure
    dataset = say(f"since.regions.dataset_{_dataset(figure.indicator)}")
    if not figure.period:
        return say("since.regions.of_all", dataset=dataset)
    return say("since.regions.of_period", dataset=dataset, period=progress.running(figure.period))


def _dataset(indicator: str) -> str:
    formula = catalogue.by_id(indicator).formula
    if isinstance(formula, Count):
        return formula.dataset
    return "uitkomsten" if isinstance(formula, OutcomeRate) else "toezeggingen"


def _row(older: Edition, newer: Edition, one: Region) -> tuple[str, ...]:
    new = dict.fromkeys(_what(change) for change in one.of(Kind.NEW))
    revised = [_revised(change) for change in one.of(Kind.REVISED)]
    other = [*([say("since.regions.called", name=one.was_called)] if one.was_called else [])]
    other += dict.fromkeys(_other(older, newer, change) for kind in _OTHER for change in one.of(kind))
    return one.name, _cell(new), _cell(revised), _cell(other)


def _cell(told: Iterable[str]) -> str:
    return "; ".join(told) or say("since.regions.nothing")


def _label(change: Change) -> str:
    return catalogue.by_id(change.figure.indicator).label


def _revised(change: Change) -> str:
    before, now = change.before, change.now
    if before is None or now is None:
        raise AssertionError("a revision has two figures")
    facts = {"label": _label(change), "period": wording.period(now.period)}
    return say("since.regions.change", before=wording.shown(before), now=wording.shown(now), **facts)


def _other(older: Edition, newer: Edition, change: Change) -> str:
    figure = change.figure
    if change.kind is Kind.FINAL:
        dataset = say(f"since.regions.dataset_{_dataset(figure.indicator)}")
        return say("since.regions.was_final", dataset=dataset, period=progress.running(figure.period))
    if change.kind is Kind.GONE:
        return say(
            "since.regions.went",
            label=_label(change),
            period=wording.period(figure.period),
            before=wording.shown(change.before or figure),
        )
    told = changes.defined(older, newer, figure.indicator)
    if told is None:
        return say("since.regions.defined_source", label=_label(change))
    return say("since.regions.defined_each", label=_label(change), before=_named(told[0]), now=_named(told[1]))


def _named(told: changes.Told) -> str:
    return say("since.regions.named", label=told[0], unit=told[1])


def _plan(older: Edition, newer: Edition) -> list[str]:
    """What holds for every figure and is otherwise now: thresholds and rounding."""
    facts = [dict(edition.manifest) for edition in (older, newer)]
    told = []
    for name in ("threshold", "rate_minimum", "rounding"):
        was, now = (one.get(name, "") for one in facts)
        if was != now and was and now:
            told.append(say(f"since.plan.{name}", before=was, now=now))
    return told
