"""Trajectories started beside people who could be meant (bijstand and disability benefit together), per region.

Only what the edition holds. Where a region has no rate, the people of its two published counts say where it stands
along the axis, and nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import TOTAL

#: The two published counts that the denominator is made of.
_PEOPLE = ("mensen_ao", "mensen_bijstand")


@dataclass(frozen=True, slots=True)
class Place:
    """One region: its rate (trajectories started, people, per 1,000), and where it stands along the axis of people.

    `people` is None where the edition does not say.
    """

    rate: Figure
    started: Figure
    people: float | None


@dataclass(frozen=True, slots=True)
class Reach:
    """All regions by name in one year. `people_in` is the year of the people; '' where the edition does not say."""

    places: tuple[Place, ...]
    nation: Figure | None
    people_in: str

    @property
    def known(self) -> list[Place]:
        """The regions with a rate."""
        return [one for one in self.places if one.rate.value is not None]

    @property
    def missing(self) -> list[Place]:
        """The regions without."""
        return [one for one in self.places if one.rate.value is None]

    @property
    def used(self) -> list[Figure]:
        """Every figure in it, for notes and sources."""
        shown = [one for place in self.places for one in (place.started, place.rate)]
        return [*shown, *([self.nation] if self.nation else [])]


def of_year(view: View) -> View:
    """The view over all methods and groups in its own year, or in the newest full year with a rate."""
    whole = replace(view, indicator=catalogue.STARTED.id, method=TOTAL, client_group=TOTAL)
    return selections.at_newest(whole, catalogue.PER_1000_BENEFITS)


@lru_cache(maxsize=64)
def of(view: View) -> Reach | None:
    """The regions in the period of the view; None where the edition has no rates over it."""
    started = {one.region: one for one in selections.of_regions(view, catalogue.STARTED)}
    rates = selections.of_regions(view, catalogue.PER_1000_BENEFITS)
    if not rates:
        return None
    year, people = _people(view.edition, rates)
    places = tuple(Place(one, started[one.region], one.denominator or people.get(one.region)) for one in rates)
    return Reach(places, selections.figure(view, catalogue.PER_1000_BENEFITS), year)


def _people(edition: Edition, rates: Sequence[Figure]) -> tuple[str, dict[str, float]]:
    """The year of which the denominators are, and the people of all regions in it.

    No text says which year that is: it is the newest one of which the published counts make every denominator.
    """
    known = {one.region: one.denominator for one in rates if one.denominator is not None}
    for year in figures.period_codes(edition, _PEOPLE[0]) if known else []:
        counted = [one for name in _PEOPLE for one in figures.of_regions(edition, name, year)]
        people: dict[str, float] = {}
        for one in counted:
            people[one.region] = people.get(one.region, 0.0) + (one.value or 0.0)
        if all(people.get(code) == below for code, below in known.items()):
            return year, people
    return "", {}
