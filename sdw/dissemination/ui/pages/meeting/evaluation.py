"""Evaluatie: every goal of the covenant in its own words, with what is measured, since when, and what is not."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from sdw.dissemination.blocks.model import Block, Heading, Paragraph, Quote
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.figures.standing import published
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.indicators.model import DELIVERED
from sdw.reference import periods
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State
from sdw.reference.documents import covenant, evaluation, sources
from sdw.reference.documents.evaluation import Goal
from sdw.text.dutch import day, say

_KINDS = ("goal", "target", "priority")


def blocks(edition: Edition, today: dt.date) -> tuple[Block, ...]:
    """What article 7 asks, then a table for each kind of goal."""
    source = say("evaluation.article", source=sources.by_id("convenant-2024").title)
    return (
        Heading(say("evaluation.title")),
        Paragraph(say("evaluation.intro")),
        Quote(evaluation.ARTICLE_7, source),
        Paragraph(progress.days_left(today)),
        *(_table(edition, kind) for kind in _KINDS),
    )


def _table(edition: Edition, kind: str) -> Table:
    return Table(
        caption=say(f"evaluation.caption_{kind}", version=covenant.CURRENT.version),
        head=[
            say(f"evaluation.{name}")
            for name in ("goal", "measured", "counted" if kind == "target" else "not_measured")
        ],
        rows=[_row(edition, one) for one in evaluation.ALL if one.kind == kind],
        words=True,
        stack=True,
    )


def _row(edition: Edition, goal: Goal) -> tuple[str, str, str]:
    quote = say("evaluation.priority", number=goal.number, title=goal.quote) if goal.number else goal.quote
    told = [*(_since(edition, one) for one in goal.measured), *_followed(edition, goal)]
    measured = "; ".join(told) or say("evaluation.nothing")
    return quote, measured, goal.not_measured or say("evaluation.not_written")


def _since(edition: Edition, indicator: str) -> str:
    first = first_period(edition, indicator)
    label = catalogue.by_id(indicator).label
    if not first:
        return say("evaluation.since_none", label=label)
    is_example = edition.has_examples and set(catalogue.by_id(indicator).sources) & set(DELIVERED)
    example = say("comparison.example") if is_example else ""
    return say("evaluation.since_each", label=label, period=progress.running(first), example=example)


def _followed(edition: Edition, goal: Goal) -> list[str]:
    """Since when regions tell how far they are with borging, and a party how far a priority is."""
    told = [_told_since(edition, element) for element in goal.followed]
    if goal.number:
        found = [
            one
            for one in published.of(edition, states.SPEERPUNTEN.id)
            if (one.covenant, one.priority) == (covenant.CURRENT.version, goal.number)
        ]
        told.append(_stated(say("evaluation.priority_state"), found))
    return [one for one in told if one]


def _told_since(edition: Edition, element: str) -> str:
    found = [one for one in published.of(edition, states.BORGING.id) if one.element == element]
    label = next(choice.label for choice in states.ELEMENTS if choice.code == element)
    return _stated(say("evaluation.borging", element=label), found)


def _stated(label: str, found: list[State]) -> str:
    """Since the first day of which there is a state, the real ones first; '' without any."""
    real = [one for one in found if not one.is_example] or found
    if not real:
        return ""
    example = say("comparison.example") if real[0].is_example else ""
    return say("evaluation.since_each", label=label, period=day(min(one.day for one in real)), example=example)


@lru_cache(maxsize=256)
def first_period(edition: Edition, indicator: str) -> str:
    """The oldest period of which the edition shows a number; '' for none."""
    shown = {one.period for one in figures.cuts(edition, indicator) if one.has_value and one.period}
    return min(shown, key=periods.parse, default="")
