"""What stands at the foot of every page of a document: whose figures are in it, under which licence, their code."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks import figures as sourced
from sdw.dissemination.blocks import taking
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports import explanation
from sdw.dissemination.exports.paper.sheet import Sheet
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.view import View
from sdw.edition.approval import concept
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.text.dutch import say


def sheet(
    edition: Edition,
    title: str,
    kind: str,
    shown: Sequence[Figure],
    *,
    of: str = "",
    about: str = "",
    fixed: bool = False,
) -> Sheet:
    """A document with these published figures in it. of: the region that it is about, by its code."""
    own = [one for one in shown if one.region == of] or shown
    told = " ".join((say("frame.example.word"), say("frame.example.text")))
    return Sheet(
        edition,
        title,
        kind,
        ". ".join(sourced.facts_of(shown)) + "." if shown else "",
        explanation.licences(shown),
        validity.code(edition, own) if own else "",
        about,
        told if edition.has_examples else "",
        concept.mark(edition),
        fixed,
    )


def of_page(name: str, view: View) -> list[Figure]:
    """The published figures in all drawings and tables of a page of the menu."""
    drawn = [one for one, drawing in registry.ALL.items() if drawing.page == name]
    tabled = [one for one, table in taking.TABLES.items() if table.page == name]
    return list(dict.fromkeys(figure for one in (*drawn, *tabled) for figure in taking.shown(one, view)))
