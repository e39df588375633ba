"""The priorities as cards, each in the words of the covenant, and the plan of activities under them."""

from __future__ import annotations

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.model import Beside, Block, Facts, Folded, Heading, Paragraph, Quote
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.standing import current
from sdw.dissemination.figures.view import View
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State
from sdw.reference.documents import covenant
from sdw.reference.documents.covenant import Priority
from sdw.text.dutch import day, number, say

_STATES = {one.code: one.label for one in states.PROGRESS_STATES}
_CERTAINTIES = {one.code: one.label for one in states.CERTAINTIES}


def cards(view: View) -> tuple[Block, ...]:
    """Every priority of the covenant that runs, with how it stands; what nobody said is unknown."""
    now = covenant.CURRENT
    known = {
        one.priority: one for one in current.of(view.edition, states.SPEERPUNTEN.id) if one.covenant == now.version
    }
    made = tuple(_card(one, known.get(one.number)) for one in now.priorities)
    heading = Heading(say("priorities.title", count=number(len(made)), version=now.version))
    intro = Paragraph(say("priorities.intro", source=now.source.title, older=covenant.PREVIOUS.version), quiet=True)
    return heading, intro, Beside(made, cards=True), *taking.files_of("speerpunten", view, heading.words)


def _card(one: Priority, state: State | None) -> tuple[Block, ...]:
    quote = Quote(one.text, say("priorities.quote", number=one.number, version=covenant.CURRENT.version))
    rest = (Folded(say("priorities.more"), (Paragraph(one.more),)),) if one.more else ()
    return (
        Heading(say("priorities.name", number=one.number, title=one.title), 3),
        quote,
        *rest,
        Facts(_facts(one, state)),
    )


def _facts(one: Priority, state: State | None) -> tuple[tuple[str, str], ...]:
    """The same lines on every card, so that one without a number is as whole as one with it."""
    return (
        (say("priorities.state"), _standing(state)),
        (say("priorities.evidence"), (state.evidence if state else "") or say("priorities.no_evidence")),
        (say("priorities.number"), _amount(state)),
        (say("priorities.owner"), (state.owner if state else "") or say("priorities.no_owner")),
        (say("priorities.earlier"), _earlier(one)),
    )


def _standing(state: State | None) -> str:
    if state is None:
        return say("priorities.not_told")
    key = "priorities.standing_example" if state.is_example else "priorities.standing"
    label, certainty = _STATES[state.state], _CERTAINTIES[state.certainty]
    return say(key, state=label, date=day(state.day), certainty=certainty)


def _amount(state: State | None) -> str:
    if state is None or state.amount is None:
        return say("priorities.no_number")
    decimals = 0 if state.amount == int(state.amount) else 1
    key = "priorities.amount_example" if state.is_example else "priorities.amount"
    return say(key, amount=number(state.amount, decimals), unit=state.unit)


def _earlier(one: Priority) -> str:
    if not one.earlier:
        return say("priorities.new")
    before = next(each for each in covenant.PREVIOUS.priorities if each.number == one.earlier)
    if before.title == one.title:
        return say("priorities.same", number=before.number)
    return say("priorities.went_on", number=before.number, title=before.title)


def plan(view: View) -> tuple[Block, ...]:
    """The plan of activities: what is meant to be reached, for whom, by whom and by when, and how it stands."""
    found = current.of(view.edition, states.ACTIVITEITEN.id)
    heading = Heading(say("priorities.plan"), 3)
    if not found:
        return heading, Paragraph(say("priorities.no_plan"))
    example = say("priorities.plan_example") if current.has_examples(found) else ""
    table = Table(
        caption=say("priorities.plan_caption") + example,
        head=[say(f"priorities.plan_{name}") for name in ("what", "group", "owner", "due", "state")],
        rows=[_activity(one) for one in found],
        words=True,
    )
    return heading, taking.with_files("activiteiten", view, table)


def _activity(one: State) -> tuple[str, ...]:
    what = say("priorities.activity", priority=one.priority, number=one.number, statement=one.statement)
    unknown = say("priorities.unknown")
    return (
        what,
        one.target_group or unknown,
        one.owner or unknown,
        day(one.due) if one.due else unknown,
        say("priorities.since", state=_STATES[one.state], date=day(one.day)),
    )
