"""Three voices on a running year: the target, what was pledged, and what is expected.

A difference is a point to talk about; no sentence says who is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import pace
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.documents.targets import Target
from sdw.text.dutch import number, say


@dataclass(frozen=True, slots=True)
class Voices:
    """Of one target and place; `pledged` is None where the edition has no pledges for the year."""

    aim: Target
    pledged: Figure | None
    expected: Figure
    chance: Figure

    @property
    def target(self) -> int:
        """What is asked of the place."""
        return self.aim.national if self.expected.region == NATION else self.aim.per_region

    @property
    def shown(self) -> list[Figure]:
        """The figures that are set beside the target."""
        return [one for one in (self.pledged, self.expected, self.chance) if one is not None]

    @property
    def side(self) -> int:
        """1: more was pledged than is expected (95% interval), -1: less; 0: within it, or not to be said."""
        pledged = self.pledged.value if self.pledged is not None else None
        low, high = self.expected.low, self.expected.high
        if pledged is None or low is None or high is None:
            return 0
        return (pledged > high) - (pledged < low)

    @property
    def is_whole(self) -> bool:
        """True where both are said, of the same regions."""
        both = (self.pledged, self.expected)
        if any(one is None or one.value is None for one in both):
            return False
        covers = [one.delivered for one in both if one is not None]
        return all(cover is None or cover[0] == cover[1] for cover in covers)


def of_place(edition: Edition, region: str = NATION) -> list[Voices]:
    """Of each target, where a year runs and the edition says what is expected of it."""
    return [_voices(edition, expected, chance) for expected, chance in selections.paces(edition, region)]


def sentences(edition: Edition, found: Sequence[Voices]) -> list[str]:
    """What there is to talk about; that nothing was pledged, or that both are about other regions."""
    first = found[0].expected
    if not any(one.pledged and one.pledged.value is not None for one in found):
        where = "nation" if first.region == NATION else "region"
        return [say(f"voices.none_{where}", year=first.period, region=first.place)]
    told = [_to_talk_about(one) for one in found if one.is_whole and one.side]
    if first.region == NATION:
        told += [say("voices.other_regions")] if not all(one.is_whole for one in found) else []
        told += filter(None, (_over_regions(edition, one) for one in found))
    return told


def _voices(edition: Edition, expected: Figure, chance: Figure) -> Voices:
    aim = pace.aim_of(chance)
    pledged = catalogue.pledged(catalogue.by_id(aim.indicator))
    cut = {"region": expected.region, "period": expected.period}
    return Voices(aim, next(iter(figures.select(edition, pledged.id, **cut)), None), expected, chance)


def apart(edition: Edition) -> list[str]:
    """Where a pledge lies outside what is expected: of the nation, and else in how many regions; by target."""
    told = []
    for one in of_place(edition):
        if one.is_whole and one.side:
            told.append(_to_talk_about(one))
        elif any(two.is_whole and two.side for two in _regions(edition, one)):
            told.append(_over_regions(edition, one))
    return told


def _to_talk_about(one: Voices) -> str:
    pledged = one.pledged
    if pledged is None:
        raise AssertionError("nothing was pledged")
    low, high = (number(end or 0) for end in (one.expected.low, one.expected.high))
    side = "more" if one.side > 0 else "less"
    return say(
        f"voices.{side}_{one.aim.indicator}",
        where=say(f"pace.where_{'nation' if pledged.region == NATION else 'region'}", region=pledged.place),
        pledged=number(pledged.value or 0),
        example=say("comparison.example") if pledged.is_invented else "",
        low=low,
        high=high,
    )


def _over_regions(edition: Edition, one: Voices) -> str:
    """In how many regions there is something to talk about; '' where nothing can be held beside anything."""
    each = [two for two in _regions(edition, one) if two.is_whole]
    sides = [two.side for two in each]
    if not each:
        return ""
    example = say("comparison.example") if any(two.pledged and two.pledged.is_invented for two in each) else ""
    return say(
        f"voices.regions_{one.aim.indicator}",
        of=number(len(each)),
        more=number(sides.count(1)),
        less=number(sides.count(-1)),
        example=example,
    )


def _regions(edition: Edition, one: Voices) -> Iterator[Voices]:
    counted = catalogue.by_id(one.aim.indicator)
    year = one.expected.period
    pledged = {two.region: two for two in figures.select(edition, catalogue.pledged(counted).id, period=year)}
    for two in figures.select(edition, catalogue.expected(counted).id, period=year):
        if two.region != NATION:
            yield Voices(one.aim, pledged.get(two.region), two, one.chance)
