"""Agenda as blocks: the points that stated rules find, each with whose it is and where to look."""

from __future__ import annotations

from sdw.dissemination.blocks.model import Block, Heading, Paragraph
from sdw.dissemination.blocks.points import Point, Points
from sdw.dissemination.figures.meeting import agenda
from sdw.dissemination.figures.meeting.agenda import Meeting, Rule
from sdw.text.dutch import listing, number, say


def blocks(meeting: Meeting) -> tuple[Block, ...]:
    """At most five points, how many there is no room for, and the rules; a sentence where no rule finds one."""
    found = agenda.of(meeting)
    heading = Heading(say("agenda.title"))
    rules = listing([say(f"agenda.{rule.name}.rule") for rule in agenda.RULES])
    stated = Paragraph(say("agenda.rules", most=agenda.MOST, rules=rules), quiet=True)
    if not found.points:
        return heading, Paragraph(say("agenda.none")), stated
    more = "agenda.more_one" if found.more == 1 else "agenda.more_more"
    left = (Paragraph(say(more, count=number(found.more), most=agenda.MOST)),) if found.more else ()
    points = Points(tuple(_point(meeting, rule, point) for rule, point in found.points))
    return heading, points, *left, stated


def _point(meeting: Meeting, rule: Rule, point: agenda.Point) -> Point:
    return Point(
        title=say(f"agenda.{rule.name}.title"),
        words=point.words,
        owner=say("agenda.owner", owner=say(f"agenda.{rule.name}.owner")),
        link=say(f"agenda.link_{point.page}"),
        page=point.page,
        choices=(("uitgave", meeting.edition.label), *point.choices),
        claims=point.claims,
    )
