"""Worlds in which it is known by construction whether a claim is true: from rates that are set, never from counts.

Each form has ten claims, most of them false and many just so. A draw makes the counts that a year of chance makes
of the rates, and asks the check. What a year did in all regions together is part of the rate of that year where a
claim is about one year, and noise where it is about the years together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sdw.dissemination.figures.claims import compare, growth, target
from sdw.dissemination.figures.claims.model import Form, Verdict
from sdw.statistics import pace
from sdw.statistics.variation import spread
from tests.worlds import pace as running

YEARS = 5
TARGET, NATIONAL = 100, 3500
#: Counts from 1 up to here are withheld.
THRESHOLD = 10
#: Each start cohort of half a year; five years of them together are a rate of outcomes.
COHORTS = 10


@dataclass(frozen=True, slots=True)
class Noise:
    """How far years go from their rates. id: its name in files; of_pace: the same in the worlds of pace.

    half, year: standard deviations (log) of a half-year of a region, and of a year in all regions. cohort: that of
    the odds of work of a start cohort. absence: of a year of absence, in points; stays: how much of it stays the
    next year.
    """

    id: str
    name: str
    of_pace: running.World
    half: float = 0.0
    year: float = 0.0
    cohort: float = 0.0
    absence: float = 0.1
    stays: float = 0.0


CHANCE = Noise("chance", "chance alone", running.POISSON)
USUAL = Noise("usual", "half-years differ by 10%, years by 4%", running.USUAL, 0.10, 0.04, 0.10, 0.2, 0.2)
ROUGH = Noise("rough", "half-years differ by 20%, years by 4%", running.ROUGH, 0.20, 0.04, 0.20, 0.3, 0.3)
NOISES = (CHANCE, USUAL, ROUGH)

Counts = Mapping[str, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class World:
    """What all claims of a form share in one draw: the noise, the published counts of 35 regions, ω² of these."""

    noise: Noise
    source: np.random.Generator
    counts: Counts
    beyond: float


@dataclass(frozen=True, slots=True)
class Case:
    """One claim. is_true: by its rates. drawn: the answer of the check in a world."""

    name: str
    is_true: bool
    drawn: Callable[[World], Verdict]


def world(noise: Noise, source: np.random.Generator) -> World:
    """35 regions of the example's sizes, that grow by 8% a year."""
    shocks = np.exp(source.normal(0, noise.year, (YEARS, 2)))
    counts = {
        str(number): _published(
            {year: _year(size * 1.08**year, noise, source, shocks[year]) for year in range(YEARS)}
        )
        for number, size in enumerate(running.SIZES)
    }
    return World(noise, source, counts, spread.between_years(counts))


def _year(rate: float, noise: Noise, source: np.random.Generator, shock: Sequence[float] = (1.0, 1.0)) -> float:
    """A count of a year with this rate: two half-years, each off by something of its own, then chance."""
    off = np.exp(source.normal(-(noise.half**2) / 2, noise.half, 2))
    return float(source.poisson(rate / 2 * off * np.asarray(shock)).sum())


def _published(row: Mapping[int, float]) -> dict[int, float]:
    return {year: count for year, count in row.items() if not 0 < count < THRESHOLD}


# A region grows: the last year's rate is above the first one's


def _grows(name: str, *rates: float) -> Case:
    def drawn(one: World) -> Verdict:
        shocks = np.exp(one.source.normal(0, one.noise.year, (len(rates), 2)))
        row = [(2021 + at, _year(rate, one.noise, one.source, shocks[at])) for at, rate in enumerate(rates)]
        shown = [(year, count) for year, count in row if not 0 < count < THRESHOLD]
        return growth.of_counts(shown)[0] if len(shown) == len(row) else Verdict.TOO_FEW

    return Case(name, rates[-1] > rates[0], drawn)


GROWS = (
    _grows("100 a year, always", *[100] * 5),
    _grows("30 a year, always", *[30] * 5),
    _grows("343 a year, always", *[343] * 5),
    _grows("5% fewer each year", *[120 * 0.95**at for at in range(5)]),
    _grows("up, then down again", 80, 100, 120, 100, 80),
    _grows("down, then up again", 100, 85, 75, 85, 100),
    _grows("one fall, then level", 120, 100, 100, 100, 100),
    _grows("10% more each year", *[100 * 1.10**at for at in range(5)]),
    _grows("25% more each year", *[60 * 1.25**at for at in range(5)]),
    _grows("3% more each year", *[100 * 1.03**at for at in range(5)]),
)


# A region reaches its target: the rate of the year is 100 or more


def _reaches(name: str, rate: float) -> Case:
    def drawn(one: World) -> Verdict:
        count = _year(rate, one.noise, one.source)
        return Verdict.TOO_FEW if 0 < count < THRESHOLD else target.of_region(count, one.beyond, TARGET)[0]

    return Case(name, rate >= TARGET, drawn)


def _runs(name: str, rate: float) -> Case:
    """Of a running year half is in hand; the season is that of a world of pace."""

    def drawn(one: World) -> Verdict:
        known = running.draw(one.noise.of_pace, one.source).season
        count = _half(rate, one)
        if 0 < count < THRESHOLD:
            return Verdict.TOO_FEW
        found = pace.of_region(count, known, TARGET)
        chance = _chance(count, found, TARGET)
        return target.of_running(chance, found.total.value, count, [count], one.beyond * 2, TARGET)

    return Case(name, rate >= TARGET, drawn)


def _half(rate: float, one: World) -> int:
    off = np.exp(one.source.normal(-(one.noise.half**2) / 2, one.noise.half))
    return int(one.source.poisson(rate * one.noise.of_pace.share * off))


def _chance(count: int, found: pace.Pace, aim: int) -> float:
    """As it is published: whole percents, and certain only where the target is reached."""
    return 100.0 if count >= aim else float(min(max(round(100 * (found.reaches or 0.0)), 1), 99))


REACHES = (
    _reaches("99.9 in a year", 99.9),
    _reaches("95 in a year", 95),
    _reaches("85 in a year", 85),
    _reaches("50 in a year", 50),
    _runs("99.9 in a running year", 99.9),
    _runs("90 in a running year", 90),
    _runs("60 in a running year", 60),
    _reaches("110 in a year", 110),
    _reaches("160 in a year", 160),
    _runs("180 in a running year", 180),
)


# The nation reached its target: the rate of the year, over all 35 regions, is 3,500 or more


def _nation(name: str, rate: float, missing: int = 0) -> Case:
    """`missing`: the last so many regions deliver nothing; the bound above is that of the highest one per size."""
    sizes = np.array(running.SIZES, dtype=float) * rate / sum(running.SIZES)

    def drawn(one: World) -> Verdict:
        counts = [_year(size, one.noise, one.source) for size in sizes[: len(sizes) - missing]]
        count = sum(counts)
        highest = max(got / size for got, size in zip(counts, sizes, strict=False))
        at_most = count + highest * sum(sizes[len(sizes) - missing :])
        shown = [one for one in counts if not 0 < one < THRESHOLD]
        return target.of_nation(count, shown, one.beyond, NATIONAL, at_most)[0]

    return Case(name, rate >= NATIONAL, drawn)


def _nation_runs(name: str, rate: float) -> Case:
    """Of a running year of all regions half is in hand."""
    sizes = [size * rate / sum(running.SIZES) for size in running.SIZES]

    def drawn(one: World) -> Verdict:
        known = running.draw(one.noise.of_pace, one.source).season
        counts = [count for count in (_half(size, one) for size in sizes) if not 0 < count < THRESHOLD]
        found = pace.of_all(counts, known, NATIONAL)
        count = sum(counts)
        chance = _chance(count, found, NATIONAL)
        return target.of_running(chance, found.total.value, count, counts, one.beyond * 2, NATIONAL)

    return Case(name, rate >= NATIONAL, drawn)


NATION_REACHES = (
    _nation("3,499", 3499),
    _nation("3,475", 3475),
    _nation("3,450", 3450),
    _nation("3,300", 3300),
    _nation_runs("3,499 in a running year", 3499),
    _nation("3,499, four regions missing", 3499, 4),
    _nation("2,500, four regions missing", 2500, 4),
    _nation("3,600", 3600),
    _nation("4,000", 4000),
    _nation("4,200, four regions missing", 4200, 4),
)


# More of the people with IPS are at work: its rate is above that of the others


def _rate(share: float, people: int, one: World) -> tuple[float, float]:
    """(people at work, people followed): each start cohort has odds that are off by something of its own."""
    sizes = one.source.multinomial(people, [1 / COHORTS] * COHORTS)
    odds = share / (1 - share) * np.exp(one.source.normal(0, one.noise.cohort, COHORTS))
    return float(one.source.binomial(sizes, odds / (1 + odds)).sum()), float(people)


def _ips(name: str, ips: tuple[float, int], others: tuple[float, int]) -> Case:
    def drawn(one: World) -> Verdict:
        return compare.of_shares(_rate(*ips, one), _rate(*others, one))[0]

    return Case(name, ips[0] > others[0], drawn)


IPS_BETTER = (
    _ips("30% and 30% of 107 and 166", (0.30, 107), (0.30, 166)),
    _ips("30% and 30% of 20 and 20", (0.30, 20), (0.30, 20)),
    _ips("8% and 8% of 120 and 300", (0.08, 120), (0.08, 300)),
    _ips("50% and 50% of 60 and 40", (0.50, 60), (0.50, 40)),
    _ips("30% and 30% of 400 and 400", (0.30, 400), (0.30, 400)),
    _ips("25% and 30% of 107 and 166", (0.25, 107), (0.30, 166)),
    _ips("20% and 40% of 107 and 166", (0.20, 107), (0.40, 166)),
    _ips("35% and 30% of 107 and 166", (0.35, 107), (0.30, 166)),
    _ips("50% and 25% of 107 and 166", (0.50, 107), (0.25, 166)),
    _ips("40% and 20% of 400 and 400", (0.40, 400), (0.20, 400)),
)


# One region is above another: its rate per 1,000, or its share at work


def _above(name: str, one_rate: tuple[float, float], other_rate: tuple[float, float]) -> Case:
    """Each (rate per 1,000, population)."""

    def drawn(one: World) -> Verdict:
        pair = [
            (_year(rate * people / 1000, one.noise, one.source), people) for rate, people in (one_rate, other_rate)
        ]
        if any(0 < count < THRESHOLD for count, _ in pair):
            return Verdict.TOO_FEW
        return compare.of_rates(*pair, one.beyond)[0]

    return Case(name, one_rate[0] > other_rate[0], drawn)


def _at_work(name: str, one_rate: tuple[float, int], other_rate: tuple[float, int]) -> Case:
    return _ips(name, one_rate, other_rate)


ABOVE = (
    _above("2.2 and 2.2 per 1,000; 50,000 each", (2.2, 50_000), (2.2, 50_000)),
    _above("7 and 7 per 1,000; 50,000 each", (7, 50_000), (7, 50_000)),
    _above("1 and 1 per 1,000; 35,000 and 340,000", (1, 35_000), (1, 340_000)),
    _above("1 and 1 per 1,000; 35,000 each", (1, 35_000), (1, 35_000)),
    _above("2 and 2.2 per 1,000; 50,000 each", (2, 50_000), (2.2, 50_000)),
    _at_work("30% and 30% at work; 250 each", (0.30, 250), (0.30, 250)),
    _at_work("28% and 30% at work; 250 and 900", (0.28, 250), (0.30, 900)),
    _above("2.4 and 2.2 per 1,000; 50,000 each", (2.4, 50_000), (2.2, 50_000)),
    _above("6 and 2 per 1,000; 50,000 each", (6, 50_000), (2, 50_000)),
    _at_work("45% and 25% at work; 250 each", (0.45, 250), (0.25, 250)),
)


# Absence rises: its level in the last year is above that in the first


def _rises(name: str, *levels: float) -> Case:
    def drawn(one: World) -> Verdict:
        off = one.source.normal(0, one.noise.absence)
        row = []
        for at, level in enumerate(levels):
            row.append((2020 + at, round(level + off, 1)))
            fresh = one.source.normal(0, one.noise.absence * (1 - one.noise.stays**2) ** 0.5)
            off = one.noise.stays * off + fresh
        return growth.of_percentages(row)[0]

    return Case(name, levels[-1] > levels[0], drawn)


ABSENCE_RISES = (
    _rises("5.0 always", *[5.0] * 5),
    _rises("4.04 always", *[4.04] * 5),
    _rises("7.5 always", *[7.5] * 5),
    _rises("0.1 lower each year", 5.4, 5.3, 5.2, 5.1, 5.0),
    _rises("up, then down again", 4.7, 4.9, 5.6, 4.9, 4.7),
    _rises("down, then up again", 5.0, 4.6, 4.4, 4.6, 5.0),
    _rises("one fall, then level", 5.6, 5.0, 5.0, 5.0, 5.0),
    _rises("0.1 higher each year", 5.0, 5.1, 5.2, 5.3, 5.4),
    _rises("0.3 higher each year", 4.4, 4.7, 5.0, 5.3, 5.6),
    _rises("0.6 higher each year", 3.8, 4.4, 5.0, 5.6, 6.2),
)

CASES: Mapping[Form, tuple[Case, ...]] = {
    Form.GROWS: GROWS,
    Form.REACHES: REACHES,
    Form.NATION_REACHES: NATION_REACHES,
    Form.IPS_BETTER: IPS_BETTER,
    Form.ABOVE: ABOVE,
    Form.ABSENCE_RISES: ABSENCE_RISES,
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each answer was given to a claim, in so many worlds."""

    case: Case
    worlds: int
    answers: Mapping[Verdict, int]

    def share(self, verdict: Verdict) -> float:
        """In how many percent of the worlds."""
        return 100 * self.answers.get(verdict, 0) / self.worlds


def tallies(form: Form, noise: Noise, worlds: int, seed: int = 20261128) -> list[Tally]:
    """The ten claims of a form in so many worlds; the same every time."""
    source = np.random.default_rng([seed, list(Form).index(form), NOISES.index(noise)])
    found: list[dict[Verdict, int]] = [{} for _ in CASES[form]]
    for _ in range(worlds):
        one = world(noise, source)
        for answers, case in zip(found, CASES[form], strict=True):
            verdict = case.drawn(one)
            answers[verdict] = answers.get(verdict, 0) + 1
    return [Tally(case, worlds, answers) for case, answers in zip(CASES[form], found, strict=True)]
