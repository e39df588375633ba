"""Packs: several parts of the monitor as one document, for the steering group and for the ministries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain

from sdw.dissemination.blocks.drawings import Map
from sdw.dissemination.blocks.model import Block, Heading, Parts
from sdw.dissemination.charts.drawings import maps
from sdw.dissemination.charts.targets.look import PLAIN
from sdw.dissemination.exports.paper.sheet import Chapter, Sheet
from sdw.dissemination.figures.record import releases
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.pages.absence import benefits, sources, story
from sdw.dissemination.ui.pages.ips import evidence, outcomes
from sdw.dissemination.ui.pages.ips import page as ips
from sdw.dissemination.ui.pages.map import map_texts
from sdw.dissemination.ui.pages.meeting import decisions, evaluation, since
from sdw.dissemination.ui.pages.meeting import page as meeting
from sdw.dissemination.ui.pages.methodology import methodology, protection
from sdw.dissemination.ui.pages.progress import need, of_others, overview, targets
from sdw.dissemination.ui.pages.progress import since as years
from sdw.dissemination.ui.pages.standing import borging, gemeenten, priorities, time
from sdw.dissemination.ui.paper import colophon
from sdw.dissemination.ui.view.choices import choose
from sdw.edition.editions import Edition
from sdw.text.dutch import day, say

#: The editions that there are.
Known = tuple[Edition, ...]
Made = tuple[Sheet, tuple[Chapter, ...]]


def stuurgroep(edition: Edition, known: Known, today: dt.date) -> Made:
    """What a meeting of the steering group needs, from the first sentence to the explanation."""
    line = releases.line(edition, known)
    first, doelen, standing = (_view(edition, name) for name in ("overzicht", "doelen", "borging"))
    chapters = (
        _chapter((*overview.answer(first), *overview.more(first, today)), say("paper.national")),
        _chapter((meeting.agenda_of(line, today),)),
        _chapter(_pace(doelen), say("paper.targets")),
        _chapter((_map(first), map_texts.table_of_regions(maps.first(first)))),
        _chapter((borging.matrix(standing), borging.moved(standing)), say("paper.borging")),
        _chapter((priorities.cards(standing), priorities.plan(standing))),
        _chapter((since.blocks(line),)),
        _chapter((decisions.blocks(edition, today), evaluation.blocks(edition, today)), say("paper.decided")),
        _chapter(_explained(edition), say("paper.appendix")),
    )
    names = ("overzicht", "doelen", "stuurgroep")
    return _sheet(edition, say("paper.stuurgroep"), names, today), tuple(filter(_has_content, chapters))


def rijk(edition: Edition, known: Known, today: dt.date) -> Made:
    """What a ministry needs: both targets, who could be meant, IPS, absence, and where the covenant stands."""
    first, doelen, standing, about_ips, absence = (
        _view(edition, name) for name in ("overzicht", "doelen", "borging", "ips", "verzuim")
    )
    chapters = (
        _chapter((*overview.answer(first), *overview.more(first, today)), say("paper.national")),
        _chapter(
            (*targets.nation(doelen), targets.running_year(edition), years.years(edition)), say("paper.targets")
        ),
        _chapter((_map(first), *need.of_nation(edition))),
        _chapter(
            (*ips.opening(about_ips), *evidence.study(about_ips), *outcomes.nation(about_ips)), say("paper.ips")
        ),
        _chapter((gemeenten.blocks(standing), borging.matrix(standing)), say("paper.borging")),
        _chapter((evaluation.blocks(edition, today), time.evaluation(today))),
        _chapter(
            (*story.answer(absence), *story.over_time(absence), sources.disability(), *benefits.by_month(edition)),
            say("paper.absence"),
        ),
        _chapter((*of_others.findings(edition), *_explained(edition)), say("paper.appendix")),
    )
    names = ("overzicht", "doelen", "ips", "verzuim")
    return _sheet(edition, say("paper.rijk"), names, today), tuple(filter(_has_content, chapters))


#: Name of the pack → what makes it.
ALL: dict[str, Callable[[Edition, Known, dt.date], Made]] = {"stuurgroep": stuurgroep, "rijk": rijk}


def _sheet(edition: Edition, title: str, names: Iterable[str], today: dt.date) -> Sheet:
    pages = (colophon.of_page(name, _view(edition, name)) for name in names)
    shown = list(dict.fromkeys(chain.from_iterable(pages)))
    about = say("paper.pack_about", label=edition.label, day=day(today))
    return colophon.sheet(edition, title, say("paper.pack"), shown, about=about)


def _view(edition: Edition, name: str) -> View:
    return choose(edition, menu.by_name(name), {}).view


def _pace(view: View) -> Parts:
    """Every region and the nation beside both targets, and where the running year is expected to end."""
    running, since_start = targets.running_year(view.edition), years.years(view.edition)
    return *targets.answer(view), *targets.nation(view), running, since_start, *targets.regions(view, PLAIN)


def _map(view: View) -> tuple[Block, ...]:
    drawn = maps.first_scene(view)
    if drawn is None:
        return ()
    return overview.map_title(view), Map("kaart", partial(maps.first_scene, view), drawn.title, drawn.description)


def _explained(edition: Edition) -> Parts:
    """How to read it, how people are protected, and whose the figures are."""
    return (
        targets.explained_blocks(),
        methodology.statuses(),
        protection.blocks(edition),
        methodology.licences(edition),
    )


def _chapter(parts: Parts, title: str = "") -> Chapter:
    """A chapter; without a title of its own it takes its first heading, which does not stand there twice."""
    left = tuple(filter(None, parts))
    if title or not left:
        return Chapter(title, left)
    first, *rest = left[0]
    if not isinstance(first, Heading):
        raise TypeError("a chapter without a title begins with a heading")
    return Chapter(first.words, (tuple(rest), *left[1:]))


def _has_content(chapter: Chapter) -> bool:
    return any(chapter.parts)
