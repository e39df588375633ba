"""The first sheet to read: what a workbook is, of which edition, what is in it, whose, and does it still hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sdw.dissemination.exports import explanation, qr
from sdw.dissemination.exports.explanation import Line
from sdw.dissemination.exports.qr import Code
from sdw.dissemination.exports.sheets import selection
from sdw.edition import paths
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.reference import delivery
from sdw.reference.datasets.catalogue import LABELS
from sdw.reference.datasets.state_record import State
from sdw.text.dutch import day, number, say

#: So many sources are named on a cover; each line of a table has its own.
_NAMED = 40


@dataclass(frozen=True, slots=True)
class Cover:
    """A title with its lines, where it is in the monitor ('' where that has no address), a code to scan, and the
    mark of a concept.
    """

    title: str
    lines: tuple[Line, ...]
    link: str = ""
    code: Code | None = None
    mark: str = ""

    @property
    def invented(self) -> str:
        """What the cover says of examples; '' where there are none."""
        return next((one.text for one in self.lines if one.title == say("export.about.example")), "")


def of_figures(
    edition: Edition,
    figures: Sequence[Figure],
    title: str,
    what: str,
    place: str,
    mark: str,
    *,
    of_all: str = "",
    beside: Sequence[State] = (),
) -> Cover:
    """Of published figures. what: what the workbook is. place: where in the monitor, relative to its address.

    of_all: what is in it in words, where nothing was chosen. beside: states that are in it too.
    """
    invented = [one.text for one in explanation.example_mark(figures)] + [explanation.example_mark_of(beside)]
    sources = list(filter(None, (_each(one.source for one in figures), _sources_of_states(beside))))
    about = [
        *_lines(say("sheets.selection"), [of_all] if of_all else selection.of(figures)),
        *explanation.coverage(figures),
        *_lines(say("export.about.example"), list(filter(None, invented))),
        *_lines(say("export.header.source"), sources),
        Line(say("sheets.licence"), explanation.licences(figures, beside)),
        Line(say("validity.code"), explanation.validity_of(edition, figures)),
    ]
    return _cover(edition, title, what, place, mark, about, qr.of_figures(edition, figures))


def of_states(edition: Edition, found: Sequence[State], title: str, what: str, place: str, mark: str) -> Cover:
    """Of states, which no code is of."""
    lists = [LABELS[one] for one in dict.fromkeys(state.dataset for state in found)]
    about = [
        *_lines(say("sheets.selection"), lists),
        *_lines(say("export.about.example"), list(filter(None, [explanation.example_mark_of(found)]))),
        Line(say("export.header.source"), _sources_of_states(found)),
        Line(say("sheets.licence"), explanation.licences((), found)),
    ]
    return _cover(edition, title, what, place, mark, about, None)


def _cover(
    edition: Edition, title: str, what: str, place: str, mark: str, about: Iterable[Line], code: Code | None
) -> Cover:
    set_ = delivery.current()
    made = "concept.made" if edition.is_concept else "export.about.published"
    lines = (
        Line(say("sheets.what"), what),
        Line(say("export.about.edition"), edition.label),
        Line(say("sheets.state"), say("paper.concept") if edition.is_concept else say("paper.public")),
        *([Line(say("concept.column"), mark)] if mark else []),
        Line(say(made), day(edition.published_at.date())),
        Line(say("sheets.next"), day(set_.next_edition) if set_.next_edition else say("light.told.next_unset")),
        *about,
        Line(say("sheets.contact"), set_.contact or say("sheets.contact_unset")),
    )
    site = "" if edition.is_concept else paths.url()
    return Cover(title, lines, f"{site}/{place}" if site and place else "", code, mark)


def _sources_of_states(found: Iterable[State]) -> str:
    """Each source that is named, and of states without one how they came in."""
    return _each(one.source or say(f"export.origin.{one.origin}") for one in found)


def _each(texts: Iterable[str]) -> str:
    """Each once, on a line of its own; of very many the first, since a cell holds 32,767 characters."""
    named = list(dict.fromkeys(texts))
    more = len(named) - _NAMED
    return "\n".join([*named[:_NAMED], *([say("sheets.more", count=number(more))] if more > 0 else [])])


def _lines(title: str, texts: Sequence[str]) -> list[Line]:
    return [Line(title, "\n".join(texts))] if texts else []
