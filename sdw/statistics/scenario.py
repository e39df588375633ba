"""What more IPS could bring: extra people at work, as a distribution.

From a *published* effect only, never from regional outcomes. The study gives a lowest and a highest
estimate somewhere between 6 and 36 months after the start, so there are two variants and no month.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sdw.statistics.estimate import LEVEL, Estimate, Interval, Unit, z_of
from sdw.statistics.number_needed import number_needed
from sdw.text.errors import UserError

DRAWS = 100_000
#: Fixed, so that the same inputs always give the same picture.
SEED = 20240601
_BINS = 40
#: Chance is drawn for every fifth effect only: its ends are whole people, and it costs the most time.
_CHANCE_STRIDE = 5
_MOST_TRAJECTORIES = 1_000_000

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the reader may adjust; hashable, so an answer can be kept.

    `trajectories`: people starting IPS in a year. `baseline`: percentage at work without IPS.
    `lowest`, `highest`: the published effects in percentage points with their intervals.
    `cost`: euros per trajectory, the reader's own figure; None without one.
    UserError where a figure cannot be.
    """

    trajectories: int
    baseline: float
    lowest: Estimate
    highest: Estimate
    cost: float | None = None
    draws: int = DRAWS
    seed: int = SEED

    def __post_init__(self) -> None:
        if not 1 <= self.trajectories <= _MOST_TRAJECTORIES:
            raise UserError("ips.scenario_trajectories", most=f"{_MOST_TRAJECTORIES:_}".replace("_", "."))
        if not 0 <= self.baseline <= 100:
            raise UserError("ips.scenario_baseline")
        for effect in (self.lowest, self.highest):
            if effect.unit is not Unit.PERCENTAGE_POINT:
                raise ValueError(f"an effect is in percentage points, not {effect.unit}")
            if not -100 <= effect.low <= effect.value <= effect.high <= 100:
                raise UserError("ips.scenario_effect")
        if self.cost is not None and self.cost < 0:
            raise UserError("ips.scenario_cost")


@dataclass(frozen=True, slots=True)
class Variant:
    """One variant's answer.

    `extra`: extra people at work on average, with the percentile interval of the effect's own
    uncertainty. `with_chance`: the same people with and without IPS, with the luck of so many people on top: wider,
    and much so for a small region; nobody loses work through IPS. `two_groups`: people at work among so many with
    IPS, minus among as many *others* without: each group has its own luck, so it can be below zero.
    `number_needed` and `cost_per_extra` (euros) are None where the effect's
    interval holds zero; the cost also without the reader's figure.
    `edges`, `shares`: histogram of `extra` (people; shares of the draws, adding up to 1).
    """

    effect: Estimate
    extra: Estimate
    with_chance: Interval
    two_groups: Interval
    number_needed: Estimate | None
    cost_per_extra: Estimate | None
    edges: tuple[float, ...]
    shares: tuple[float, ...]


def simulate(inputs: Inputs, level: float = LEVEL) -> tuple[Variant, Variant]:
    """The lowest and the highest variant, "somewhere between 6 and 36 months".

    Monte Carlo (Briggs, Sculpher & Claxton (2006), Decision Modelling, chapter 4): the effect is
    normal with the standard error of its published interval, cut off where a rate would leave
    0-100%. Both variants use the same draws, so their difference is no accident. Chance: each
    person's own outcome changes with that probability (binomial), nobody loses work through IPS.
    """
    generator = np.random.default_rng(inputs.seed)
    standard = generator.standard_normal(inputs.draws)
    return (
        _variant(inputs, inputs.lowest, standard, generator, level),
        _variant(inputs, inputs.highest, standard, generator, level),
    )


def _variant(
    inputs: Inputs, effect: Estimate, standard: _Floats, generator: np.random.Generator, level: float
) -> Variant:
    error = (effect.high - effect.low) / (2 * z_of(effect.interval.level))
    points = np.clip(effect.value + error * standard, -inputs.baseline, 100 - inputs.baseline)
    mean = min(max(effect.value, -inputs.baseline), 100 - inputs.baseline)
    people = inputs.trajectories * points / 100
    some = points[::_CHANCE_STRIDE]
    changed = np.sign(some) * generator.binomial(inputs.trajectories, np.abs(some) / 100)
    counts, edges = np.histogram(people, bins=_BINS)
    needed = number_needed(effect)
    return Variant(
        effect=effect,
        extra=Estimate(inputs.trajectories * mean / 100, _percentiles(people, level)),
        with_chance=_percentiles(changed, level),
        two_groups=_between_groups(inputs, points, level),
        number_needed=needed,
        cost_per_extra=_cost(needed, inputs.cost),
        edges=tuple(edges.tolist()),
        shares=tuple((counts / inputs.draws).tolist()),
    )


def _between_groups(inputs: Inputs, points: _Floats, level: float) -> Interval:
    """Two independent binomials, the effect uncertain: mean ± z × √variance (law of total variance), in people."""
    people, without = inputs.trajectories, inputs.baseline / 100
    shares = without + points / 100
    luck = people * float(np.mean(shares * (1 - shares)) + without * (1 - without))
    half = z_of(level) * math.sqrt(max(0.0, luck) + people**2 * float(np.var(shares)))
    middle = people * float(np.mean(shares) - without)
    return Interval(max(-people, middle - half), min(people, middle + half), Unit.COUNT, level)


def _percentiles(draws: npt.NDArray[Any], level: float) -> Interval:
    tail = (1 - level) / 2
    low, high = np.quantile(draws, [tail, 1 - tail])
    return Interval(float(low), float(high), Unit.COUNT, level)


def _cost(needed: Estimate | None, cost: float | None) -> Estimate | None:
    """Euros per extra person at work: so many trajectories, each at the reader's own price."""
    if needed is None or cost is None:
        return None
    interval = Interval(cost * needed.low, cost * needed.high, Unit.EURO, needed.interval.level)
    return Estimate(cost * needed.value, interval)
