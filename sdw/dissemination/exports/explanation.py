"""What a reader must know to read a file of figures, as titled lines: definition, source, statuses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sdw.dissemination.figures.record import licences as told_licences
from sdw.dissemination.figures.record import validity
from sdw.edition import paths
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import DELIVERED, Better, Indicator
from sdw.reference.datasets.state_record import State
from sdw.reference.documents import sources
from sdw.reference.status import Status
from sdw.text.dutch import day, listing, number, say

_DIRECTION = {
    Better.HIGHER: "export.direction.higher",
    Better.LOWER: "export.direction.lower",
    Better.NEITHER: "export.direction.neither",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A title with its text; a line without text is a heading."""

    title: str
    text: str = ""


def of(edition: Edition, figures: Sequence[Figure], mark: str = "") -> tuple[Line, ...]:
    """Edition, marks of a concept and of examples, every indicator in `figures`, coverage, the statuses."""
    indicators = dict.fromkeys(figure.indicator for figure in figures)
    return (
        Line(say("export.about.title")),
        Line(say("export.about.edition"), edition.label),
        *([Line(say("concept.column"), mark)] if mark else []),
        Line(
            say("concept.made" if edition.is_concept else "export.about.published"),
            day(edition.published_at.date()),
        ),
        Line(say("validity.code"), validity_of(edition, figures)),
        *example_mark(figures),
        *coverage(figures),
        *(line for name in indicators for line in of_indicator(catalogue.by_id(name), sources_of(name, figures))),
        *statuses(),
    )


def validity_of(edition: Edition, figures: Sequence[Figure]) -> str:
    """The code of these figures, and where it leads."""
    code = validity.code(edition, figures)
    url = paths.url()
    where = say("validity.code_address", url=url, code=code) if url else say("validity.code_monitor", code=code)
    return say("validity.code_text", code=code, where=where)


def of_indicator(indicator: Indicator, named: Sequence[str]) -> tuple[Line, ...]:
    """Definition, numerator, denominator, unit, direction, caveats, and the sources as the edition names them."""
    return (
        Line(indicator.label),
        Line(say("export.about.definition"), indicator.definition),
        Line(say("export.header.numerator"), indicator.numerator),
        *([Line(say("export.header.denominator"), indicator.denominator)] if indicator.is_ratio else []),
        Line(say("export.header.unit"), indicator.unit.value),
        Line(say("export.about.direction"), say(_DIRECTION[indicator.better])),
        *(Line(say("export.header.source"), source) for source in named),
        *(Line(say("export.about.caveat"), caveat) for caveat in indicator.caveats),
    )


def statuses() -> tuple[Line, ...]:
    """The six statuses and what each means."""
    return (
        Line(say("export.about.statuses")),
        *(Line(say(f"status.{status.value}"), say(f"export.meaning.{status.value}")) for status in Status),
    )


def sources_of(indicator: str, figures: Sequence[Figure]) -> list[str]:
    """The sources that the figures of one indicator name, each once; where it has none, what it is declared on."""
    named = dict.fromkeys(figure.source for figure in figures if figure.indicator == indicator)
    return list(named) or [_declared(name) for name in catalogue.by_id(indicator).sources]


def _declared(name: str) -> str:
    return say("source.aangeleverd") if name in DELIVERED else sources.by_id(name).title


def example_mark(figures: Sequence[Figure]) -> list[Line]:
    """That figures are invented, all or some, and which are real all the same; nothing where none is."""
    marks = {figure.is_invented for figure in figures}
    if True not in marks:
        return []
    key = "export.about.example_some" if False in marks else "export.about.example_text"
    text = say(key)
    if real := dict.fromkeys(figure.real for figure in figures if figure.real is not None):
        named = listing([f"{number(one.value)} {one.means}" for one in real])
        text += " " + say("export.about.example_real", numbers=named)
    return [Line(say("export.about.example"), text)]


def example_mark_of(found: Sequence[State]) -> str:
    """The same of states; '' where none is invented."""
    marks = {one.is_example for one in found}
    if True not in marks:
        return ""
    return say("sheets.states_example_some" if False in marks else "sheets.states_example")


def coverage(figures: Sequence[Figure]) -> list[Line]:
    """Of how many regions national figures are, as one line or none."""
    covered = sorted({figure.delivered for figure in figures if figure.delivered is not None})
    if not covered:
        return []
    (least, of_all), (most, _) = covered[0], covered[-1]
    key = "export.about.coverage_same" if least == most else "export.about.coverage_range"
    return [Line(say("export.header.coverage"), say(key, least=least, most=most, of=of_all))]


def licences(shown: Iterable[Figure], states: Iterable[State] = ()) -> str:
    """Under which licence the figures and states may be used, each with what it holds for."""
    return told_licences.told((*told_licences.of_figures(shown), *told_licences.of_states(states)))
