"""What a meeting must talk about, by stated rules: at most five points, each with its figures, and none without."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sdw.dissemination.figures.claims.stated import Stated
from sdw.dissemination.figures.meeting import attention, changes, decisions
from sdw.dissemination.figures.meeting.changes import Change, Kind
from sdw.dissemination.figures.sentences import pace, progress, voices, wording
from sdw.dissemination.figures.view import View
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.reference.areas import regions
from sdw.reference.datasets import states
from sdw.reference.documents import covenant
from sdw.reference.measures import TARGETS
from sdw.text.dutch import listing, number, say

#: A meeting has room for so many points; the first by the order of the rules.
MOST = 5
#: A revision of more than this many percent is talked about.
LARGE = 10
#: What is not begun is talked about from so many days before the covenant ends.
SOON = 180
#: So many regions are named in a point; more are counted.
_NAMED = 5

_NOT_BEGUN = "niet_begonnen"

#: Names in the link of a page, with their values.
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the points are made of. older: the edition before, None for the first. today: the day of reading."""

    edition: Edition
    older: Edition | None
    today: dt.date


@dataclass(frozen=True, slots=True)
class Point:
    """One point: what it says, with its figures and claims, and where to look further (a page with its choices).

    Its title and whose it is are those of its rule.
    """

    words: str
    page: str
    choices: Choices = ()
    claims: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """When something is talked about. Its title, its owner and how it is stated are texts by its name."""

    name: str
    find: Callable[[Meeting], Point | None]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The points with their rules, and how many more the rules found than there is room for."""

    points: tuple[tuple[Rule, Point], ...]
    more: int


@lru_cache(maxsize=32)
def of(meeting: Meeting) -> Agenda:
    """The points, in the order of the rules."""
    found = [(rule, point) for rule in RULES if (point := rule.find(meeting)) is not None]
    return Agenda(tuple(found[:MOST]), len(found[MOST:]))


def _late(meeting: Meeting) -> Point | None:
    """Of the newest period: who has not delivered it. Nothing where nobody has."""
    for view in reversed(attention.views(meeting.edition)):
        absent, there = attention.late(view)
        if absent and there:
            names, codes = [one.place for one in absent], [one.region for one in absent]
            words = say(
                "agenda.late.one" if len(absent) == 1 else "agenda.late.more",
                period=progress.running(view.period),
                count=progress.capital(wording.count(len(absent))),
                of=len(regions.CODES),
                regions=_named(names),
            )
            return Point(_example(meeting) + words, *_where(codes, view))
        return None
    return None


def _open(meeting: Meeting) -> Point | None:
    """Ledgers of the newest year, and of what is in hand, that do not close."""
    for view in attention.views(meeting.edition):
        books = attention.open_ledgers(view)
        if books:
            each = [
                say(
                    "agenda.open.each",
                    region=book.started.place,
                    gap=number(abs(book.imbalance or 0)),
                    unit=wording.unit(abs(book.imbalance or 0), catalogue.STARTED),
                )
                for book in books
            ]
            words = say("agenda.open.told", period=progress.running(view.period), each=_named(each))
            return Point(_example(meeting) + words, *_where([book.started.region for book in books], view))
    return None


def _out_of_reach(meeting: Meeting) -> Point | None:
    found = attention.out_of_reach(meeting.edition)
    if not found:
        return None
    words = _example(meeting) + " ".join(pace.sentence(*pair) for pair in found)
    return Point(words, "doelen", claims=pace.stated(*(chance for _, chance in found)))


def _borging(meeting: Meeting) -> Point | None:
    """Elements of borging that regions have not begun, once the end of the covenant is near."""
    left = covenant.CURRENT.days_left(meeting.today)
    if not left or left > SOON:
        return None
    found = [one for one in decisions.newest(meeting.edition, states.BORGING.id) if one.state == _NOT_BEGUN]
    if not found:
        return None
    counted = Counter(one.element for one in found)
    each = [
        say(
            "agenda.borging.each_one" if counted[one.code] == 1 else "agenda.borging.each",
            element=one.label,
            count=number(counted[one.code]),
        )
        for one in states.ELEMENTS
        if counted[one.code]
    ]
    days = say("agenda.borging.day" if left == 1 else "agenda.borging.days", count=number(left))
    example = say("sentence.example_of") if any(one.is_example for one in found) else ""
    return Point(example + say("agenda.borging.told", days=days, each=listing(each)), "borging")


def _apart(meeting: Meeting) -> Point | None:
    told = voices.apart(meeting.edition)
    return Point(" ".join(told), "doelen") if told else None


def _revised(meeting: Meeting) -> Point | None:
    """Counts with a target that moved by more than `LARGE` percent since the edition before."""
    if meeting.older is None:
        return None
    found = [
        (region, change)
        for region in changes.of_regions(meeting.older, meeting.edition)
        for change in region.of(Kind.REVISED)
        if change.figure.indicator in TARGETS and change.percent is not None and abs(change.percent) > LARGE
    ]
    if not found:
        return None
    each = [revised(change) for _, change in found]
    words = say("agenda.revised.told", label=meeting.older.label, each=_named(each))
    period = found[0][1].figure.period
    view = View(meeting.edition, catalogue.STARTED.id, period)
    return Point(_example(meeting) + words, *_where([region.code for region, _ in found], view))


def revised(change: Change) -> str:
    """'Twente, gestarte trajecten in 2025: van 97 naar 110 (+13,4%)'."""
    before, now = change.before, change.now
    if before is None or now is None:
        raise AssertionError("a revision has two figures")
    percent = change.percent
    return say(
        "agenda.revised.each",
        region=now.place,
        label=catalogue.by_id(now.indicator).label.lower(),
        when=progress.when(now.period),
        before=wording.shown(before),
        now=wording.shown(now),
        percent="" if percent is None else say("agenda.revised.percent", percent=signed(percent)),
    )


def signed(percent: float) -> str:
    """'+13,4', '−2,0'."""
    return f"{'+' if percent > 0 else '−'}{number(abs(percent), 1)}"


#: Every rule, the first ones first. A rule for what else is published is one line here, with its texts.
RULES: tuple[Rule, ...] = (
    Rule("late", _late),
    Rule("out_of_reach", _out_of_reach),
    Rule("borging", _borging),
    Rule("apart", _apart),
    Rule("revised", _revised),
    Rule("open", _open),
)


def _named(each: Sequence[str]) -> str:
    """The first few in a row, and how many more there are."""
    shown = list(each[:_NAMED])
    more = len(each) - len(shown)
    return listing([*shown, say("agenda.more_named", count=number(more))] if more else shown)


def _where(codes: Sequence[str], view: View) -> tuple[str, Choices]:
    """One region on its own page; more of them on Doelen."""
    if len(set(codes)) == 1:
        return "regio", (("regio", codes[0]), ("periode", view.period))
    return "doelen", (("periode", view.period),)


def _example(meeting: Meeting) -> str:
    return say("sentence.example_of") if meeting.edition.has_examples else ""
