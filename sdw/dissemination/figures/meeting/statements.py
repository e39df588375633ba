"""Which sentences of an older edition still hold: each made again of the newer one, and compared.

What is compared is what the sentences were made of and the words that came out; no text is read back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.selections import Ledger
from sdw.dissemination.figures.sentences import comparing, pace, progress, toward
from sdw.dissemination.figures.sentences.comparing import Comparison
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, Indicator
from sdw.reference.areas import regions
from sdw.reference.status import Status

_TARGETS = (catalogue.STARTED, catalogue.DURABLE)
Shown = tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, the published figures that it is made of, and of which count it is where there are two alike."""

    words: str
    figures: Shown = ()
    about: str = ""


class Verdict(StrEnum):
    """HOLDS: word for word. FINAL: the same numbers, no longer provisional. CHANGED: it says something else now.
    UNSAID: the newer edition does not say it any more."""

    HOLDS = "holds"
    FINAL = "final"
    CHANGED = "changed"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence of the older edition beside the same of the newer one. region: whose it is; NL for the nation."""

    name: str
    region: str
    period: str
    was: Said
    now: Said | None

    @property
    def verdict(self) -> Verdict:
        """Whether it still holds."""
        if self.now is None:
            return Verdict.UNSAID
        if self.was.words == self.now.words:
            return Verdict.HOLDS
        both = [[_said(one) for one in said.figures] for said in (self.was, self.now)]
        is_final = both[0] == both[1] and any(one.status is Status.PROVISIONAL for one in self.was.figures)
        return Verdict.FINAL if is_final else Verdict.CHANGED


#: What a sentence rests on, without the mark of what may be revised.
def _said(one: Figure) -> tuple[object, ...]:
    status = None if one.value is not None else one.status
    return one.indicator, one.region, one.period, one.value, status, one.delivered, one.bound_low, one.bound_high


def _nation(view: View) -> Iterator[Said]:
    both = [selections.figure(view, one) for one in _TARGETS]
    yield Said(progress.nation(*both), _there(*both))


def _toward(view: View) -> Iterator[Said]:
    for one in _TARGETS:
        figure = selections.figure(view, one)
        if figure is not None:
            bounded = selections.bounded(figure, view.edition)
            yield Said(toward.sentence(bounded), (bounded,), one.id)


def _reached(view: View) -> Iterator[Said]:
    started, durable = (selections.of_regions(view, one) for one in _TARGETS)
    reach = selections.reach(started), selections.reach(durable)
    told = progress.regions_on_target(*reach, view.period, selections.missing_by_reason(started, durable))
    yield Said(told, (*started, *durable))


def _compared(view: View) -> Iterator[Said]:
    for one in _TARGETS:
        found = comparing.with_year_earlier(view.edition, one, view.period)
        shown = (found.now, found.before) if isinstance(found, Comparison) else ()
        yield Said(comparing.sentence(view.edition, one, view.period), shown, one.id)


def _pace(view: View) -> Iterator[Said]:
    for expected, chance in selections.paces(view.edition):
        if expected.period == view.period[:4]:
            yield Said(pace.sentence(expected, chance), (expected, chance), expected.indicator)


def _ledger(view: View) -> Iterator[Said]:
    book = selections.ledger(view)
    yield Said(progress.ledger(book), book.parts if book else ())


def _regions(view: View) -> Iterator[tuple[str, Said]]:
    started, durable = (_by_region(view, one) for one in _TARGETS)
    for code in regions.CODES:
        both = started.get(code), durable.get(code)
        yield code, Said(progress.region(figures.place_of(view.edition, code), *both), _there(*both))


def _ledgers(view: View) -> Iterator[tuple[str, Said]]:
    books = [_by_region(view, one) for one in catalogue.LEDGER]
    for code in regions.CODES:
        parts = [book[code] for book in books if code in book]
        if len(parts) == len(books) and any(one.value is not None for one in parts):
            yield code, Said(progress.ledger(Ledger(*parts)), tuple(parts))


def _by_region(view: View, indicator: Indicator) -> dict[str, Figure]:
    return {one.region: one for one in selections.of_regions(view, indicator)}


def _there(*found: Figure | None) -> Shown:
    return tuple(one for one in found if one is not None)


#: What is said of the nation, and what of each region: by name, in the order of the pages.
OF_NATION: dict[str, Callable[[View], Iterator[Said]]] = {
    "nation": _nation,
    "toward": _toward,
    "reached": _reached,
    "compared": _compared,
    "pace": _pace,
    "ledger": _ledger,
}
OF_REGION: dict[str, Callable[[View], Iterator[tuple[str, Said]]]] = {"region": _regions, "ledger": _ledgers}


@lru_cache(maxsize=8)
def between(older: Edition, newer: Edition) -> tuple[Held, ...]:
    """Every sentence of the older edition on its newest year and on what it had in hand of the next, beside that of
    the newer edition on the same period; those of the nation first."""
    found = []
    for period in selections.newest(older, catalogue.STARTED):
        was, now = (_said_in(View(one, "", period)) for one in (older, newer))
        found += [
            Held(name, code, period, said, now.get((name, code, at))) for (name, code, at), said in was.items()
        ]
    return tuple(found)


def _said_in(view: View) -> dict[tuple[str, str, str], Said]:
    """By name, place, and of what it is: two sentences of one name are of different counts."""
    each = [(name, NATION, said) for name, make in OF_NATION.items() for said in make(view)]
    each += [(name, code, said) for name, make in OF_REGION.items() for code, said in make(view)]
    return {(name, code, said.about): said for name, code, said in each if said.words}
