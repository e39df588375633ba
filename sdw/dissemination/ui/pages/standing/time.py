"""How long the covenant has, where its evaluation stands, and how it came to be."""

from __future__ import annotations

import datetime as dt

from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block, Heading, Items, Paragraph, Parts, Quote
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.figures.standing import current
from sdw.dissemination.figures.view import View
from sdw.reference import names
from sdw.reference.datasets import states
from sdw.reference.documents import covenant, sources
from sdw.text.dutch import day, listing, number, say


def countdown(view: View, today: dt.date) -> tuple[Block, ...]:
    """How many days are left, and how many of all places are not fixed yet; both in the sentence that answers."""
    told = [progress.days_left(today)]
    counted = current.counted(view.edition)
    if current.borging(view.edition):
        example = say("borging.lead_example") if _invented(view) else ""
        told.append(
            say(
                "borging.lead",
                fixed=number(counted["geborgd"]),
                all=number(sum(counted.values())),
                running=number(counted["loopt"]),
                unknown=number(counted["onbekend"] + counted[""]),
                example=example,
            )
        )
    else:
        told.append(say("borging.lead_none"))
    return (Sentence(" ".join(told), "lead"),)


def _invented(view: View) -> bool:
    return current.has_examples(current.of(view.edition, states.BORGING.id))


def closing(view: View, today: dt.date) -> Parts:
    """Article 7, and the covenant from its beginning to its end."""
    return evaluation(today), timeline()


def evaluation(today: dt.date) -> tuple[Block, ...]:
    """Article 7 in its own words, and where it stands: what no edition says is not known."""
    now = covenant.CURRENT
    group = now.steering_group
    assert group is not None  # the covenant that runs has one
    lines = [say("covenant_time.halfway")]
    if now.ends is not None:
        key = "end_past" if today > now.ends else "end_to_come"
        lines.append(say(f"covenant_time.{key}", date=day(now.ends)))
    return (
        Heading(say("covenant_time.evaluation")),
        Quote(group.evaluation_quote, say("covenant_time.article", source=now.source.title)),
        Items(tuple(lines)),
    )


def timeline() -> tuple[Block, ...]:
    """Every moment with the sentence that it rests on; and which parties came and went."""
    rows = [
        (
            one.when,
            say(f"covenant_time.kind_{one.kind}"),
            one.what,
            say("covenant_time.quoted", quote=one.quote, source=sources.by_id(one.source).title),
        )
        for one in covenant.TIMELINE
    ]
    table = Table(
        caption=say("covenant_time.caption"),
        head=[say(f"covenant_time.{name}") for name in ("when", "kind", "what", "quote")],
        rows=rows,
        words=True,
    )
    return Heading(say("covenant_time.timeline")), Paragraph(_came_and_went()), table


def _came_and_went() -> str:
    """The parties of both texts held against one another: by us, so it says so."""
    now, before = (
        {names.fold(one.name): one.name for one in each.partners} for each in (covenant.CURRENT, covenant.PREVIOUS)
    )
    return say(
        "covenant_time.parties",
        came=listing([name for folded, name in now.items() if folded not in before]),
        went=listing([name for folded, name in before.items() if folded not in now]),
        newer=covenant.CURRENT.version,
        older=covenant.PREVIOUS.version,
    )
