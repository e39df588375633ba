"""What an edition says otherwise than the one before it, region by region, of everything that regions deliver.

Of a count, a pledge or an outcome over all methods and client groups: shares and rates follow from those. A change
of a half-year is not told again of its year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sdw.dissemination.figures.corrections import key_of
from sdw.dissemination.figures.record import releases
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, Count, Indicator, OutcomeRate, Pledged
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.status import Status

#: Name and unit of what is measured.
Told = tuple[str, str]


class Kind(StrEnum):
    """What became of a figure. The first that fits: a figure is in one kind, but a definition is beside it.

    NEW: delivered now, and not before. REVISED: both editions show their own number, and not the same one. GONE:
    the number is no longer shown. FINAL: the same number, that was provisional. DEFINED: told or measured
    otherwise.
    """

    NEW = "new"
    REVISED = "revised"
    GONE = "gone"
    FINAL = "final"
    DEFINED = "defined"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of one region in two editions: `before` is None where the older one has none, `now` likewise."""

    kind: Kind
    before: Figure | None
    now: Figure | None

    @property
    def figure(self) -> Figure:
        """The figure as it is now, or as it was where it went."""
        found = self.now or self.before
        if found is None:
            raise AssertionError("a change is of a figure")
        return found

    @property
    def percent(self) -> float | None:
        """By how many percent of what it was the number moved; None where either has no number, and from zero."""
        was = None if self.before is None else self.before.value
        now = None if self.now is None else self.now.value
        return None if not was or now is None else 100 * (now - was) / was


@dataclass(frozen=True, slots=True)
class Region:
    """All changes of one region, of which those in periods that hold another changed one are left out."""

    code: str
    name: str
    changes: tuple[Change, ...]
    was_called: str = ""

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """Those of one kind, in the order of the catalogue."""
        return tuple(one for one in self.changes if one.kind is kind)


def delivered(indicator: Indicator) -> bool:
    """True for what a region delivers itself, as a number or as a rate of people."""
    formula = indicator.formula
    return isinstance(formula, Pledged | OutcomeRate) or (isinstance(formula, Count) and len(formula.measures) == 1)


@lru_cache(maxsize=8)
def of_regions(older: Edition, newer: Edition) -> tuple[Region, ...]:
    """Every region, by name, with what is otherwise; one without changes too."""
    found: dict[str, list[Change]] = {code: [] for code in regions.CODES}
    for indicator in filter(delivered, catalogue.ALL):
        for change in _of(older, newer, indicator.id):
            if change.figure.region in found:
                found[change.figure.region].append(change)
    every = [_region(older, newer, code, changes) for code, changes in found.items()]
    return tuple(sorted(every, key=lambda one: one.name))


def _region(older: Edition, newer: Edition, code: str, changes: list[Change]) -> Region:
    was, now = (figures.place_of(one, code) for one in (older, newer))
    return Region(code, now, tuple(_finest(changes)), was if was != now else "")


def _of(older: Edition, newer: Edition, indicator: str) -> Iterator[Change]:
    """Of one indicator, over all methods and client groups."""
    before, now = (
        {key_of(one): one for one in figures.select(edition, indicator) if one.is_total and one.region != NATION}
        for edition in (older, newer)
    )
    for key in dict.fromkeys((*now, *before)):
        was, new = before.get(key), now.get(key)
        kind = _kind(was, new)
        if kind is not None:
            yield Change(kind, was, new)
        if was is not None and new is not None and _is_defined_anew(older, newer, was, new):
            yield Change(Kind.DEFINED, was, new)


def _kind(was: Figure | None, now: Figure | None) -> Kind | None:
    if releases.is_delivered(now) and not releases.is_delivered(was):
        return Kind.NEW
    if was is None or was.value is None:
        return None
    if now is None or now.value is None:
        return Kind.GONE
    if now.is_carried_over:
        return None
    if was.value != now.value:
        return Kind.REVISED
    is_final = was.status is Status.PROVISIONAL and now.status is Status.VALUE
    return Kind.FINAL if is_final else None


def _is_defined_anew(older: Edition, newer: Edition, was: Figure, now: Figure) -> bool:
    """Another name or unit, or another source; a newer day of the same table is no other source."""
    if was.real is not None or now.real is not None:
        return False
    told = [told_of(edition).get(was.indicator) for edition in (older, newer)]
    names = [one.cited.table_id or one.cited.id for one in (was, now)]
    return (None not in told and told[0] != told[1]) or names[0] != names[1]


def defined(older: Edition, newer: Edition, indicator: str) -> tuple[Told, Told] | None:
    """Name and unit of an indicator then and now, where they are otherwise; None where they are the same."""
    was, now = (told_of(edition).get(indicator) for edition in (older, newer))
    return None if was is None or now is None or was == now else (was, now)


@lru_cache(maxsize=64)
def told_of(edition: Edition) -> dict[str, Told]:
    """Indicator → its name and unit in the edition; nothing for an edition that does not hold them (format 1)."""
    return {name: (label, unit) for name, label, unit in editions.query(edition, "edition_indicators")}


def _finest(changes: list[Change]) -> Iterator[Change]:
    """Without those of a period that holds another period of the same kind, indicator and months."""
    places: dict[tuple[object, ...], list[periods.Period]] = {}
    for one in changes:
        if one.figure.period:
            places.setdefault(_series(one), []).append(periods.parse(one.figure.period))
    for one in changes:
        own = periods.parse(one.figure.period) if one.figure.period else None
        if own is None or not any(other != own and own.contains(other) for other in places[_series(one)]):
            yield one


def _series(one: Change) -> tuple[object, ...]:
    return one.kind, one.figure.indicator, one.figure.months
