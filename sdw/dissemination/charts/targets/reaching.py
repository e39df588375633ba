"""Under what is asked of a year, at it or above, or not to be said: which regions are shown, and what is to see.

Of a year that runs, its expected end says so: with the chance where that is of the same target, otherwise with the
interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from sdw.edition.figures import Figure
from sdw.text.dutch import number, say

Only: TypeAlias = Literal[
    "alle",
    "gestart_onder",
    "gestart_boven",
    "gestart_open",
    "duurzaam_onder",
    "duurzaam_boven",
    "duurzaam_open",
]
ONLY: tuple[Only, ...] = (
    *("alle", "gestart_onder", "gestart_boven", "gestart_open"),
    *("duurzaam_onder", "duurzaam_boven", "duurzaam_open"),
)
#: Strong words are for chances from here on, and below there.
_ON_COURSE, _OFF_COURSE = 90, 10


def side(figure: Figure, aim: float | None, pace: tuple[Figure, Figure] | None, *, same: bool = True) -> str:
    """`onder`, `boven` (or at it) or `open`. same: the aim is the target that the chance is about."""
    if figure.value is None or aim is None:
        return "open"
    if figure.value >= aim:
        return "boven"
    if pace is None:
        return "onder"
    expected, chance = pace
    if expected.low is None or expected.high is None or chance.value is None:
        return "open"
    sure = (chance.value >= _ON_COURSE, chance.value < _OFF_COURSE)
    over, under = sure if same else (expected.low >= aim, expected.high < aim)
    return "boven" if over else "onder" if under else "open"


def title(started: Sequence[str], durable: Sequence[str], known: tuple[int, int], *, same: bool, runs: bool) -> str:
    """What there is to see, from the sides of all regions, of which so many have a figure."""
    reached = [sum(one == "boven" for one in sides) for sides in (started, durable)]
    kind = "runs" if runs else "year"
    key = f"chart.bullet.title_{kind}_{'same' if same else 'own'}"
    told = {"started": reached[0], "durable": reached[1], "of_started": known[0], "of_durable": known[1]}
    one = "_one" if reached[0] == 1 and not runs else ""
    return say(key + one, **{name: number(count) for name, count in told.items()})
