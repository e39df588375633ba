"""The attack on what is published, from what anybody can get: figures of editions and files of exports."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from sdw.disclosure.intervals import attack
from sdw.disclosure.presolve import presolved
from sdw.disclosure.public import public_system
from sdw.disclosure.public.releases import Release, Same
from sdw.disclosure.solver import Infeasible
from sdw.dissemination.attack import outcomes
from sdw.dissemination.attack.deliverer import Deliverer
from sdw.dissemination.attack.findings import Finding, judged
from sdw.dissemination.attack.guesses import attempts
from sdw.dissemination.attack.implied_counts import Implied, implied
from sdw.dissemination.exports.reading import figures as reading
from sdw.dissemination.exports.reading.figures import Seen
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.reference import remarks
from sdw.text.errors import UserError

_LOOSE = (remarks.OPEN, remarks.BROKEN)


@dataclass(frozen=True, slots=True)
class Attack:
    """The findings, of how many withheld (or rounded) cells in all, and the seconds of computing time."""

    findings: tuple[Finding, ...]
    hidden: int
    seconds: float
    rounded: bool = False

    @property
    def pinned(self) -> list[Finding]:
        """Withheld cells of which the count is known. The promise is: none."""
        return [one for one in self.findings if one.pinned]

    @property
    def narrow(self) -> list[Finding]:
        """Withheld cells known to be below the threshold."""
        return [one for one in self.findings if one.narrow]


def on(
    edition: Edition,
    others: Sequence[Edition] = (),
    *,
    exports: Path | None = None,
    sample: int = 0,
    same: Same | None = None,
    own: Deliverer | None = None,
    doubted: Collection[str] = (),
    wrong: int = 0,
) -> Attack:
    """Attack an edition, with other ones and a folder of exports of it where given.

    sample: so many withheld cells, spread over all (0: every one). same: what is the same in
    several editions, for somebody who knows it instead of guessing it. own: what a region delivered itself, for an
    attack as this region; of trajectories alone. doubted: regions, or the nation, of which this attacker
    takes nothing for granted that is not published: no ledger, no carry-over. wrong: so many of its guesses about
    outcomes have turned out wrong.

    Raises:
        UserError: the published figures contradict each other, so that they tell nothing.
    """
    every = in_order(edition, others)
    more = [] if exports is None else reading.folder(exports)
    lines = [[*shown(one), *(more if one == edition else [])] for one in every]
    if own is not None:
        return seen(every, lines, sample=sample, same=same, own=own, doubted=doubted)
    found = seen(every, lines, sample=sample, same=same, doubted=doubted)
    return _with_outcomes(found, edition, every, exports, sample, wrong)


def in_order(edition: Edition, others: Sequence[Edition]) -> list[Edition]:
    """Each of these editions once, oldest first."""
    return sorted({one.label: one for one in (*others, edition)}.values(), key=lambda one: one.order)


def _with_outcomes(
    found: Attack, edition: Edition, every: Sequence[Edition], exports: Path | None, sample: int, wrong: int
) -> Attack:
    """The same, with the withheld counts behind the rates of outcomes."""
    begin = time.process_time()
    told = [outcomes.lines(one, exports if one == edition else None) for one in every]
    ranges, hidden = outcomes.seen(every, told, sample=sample, wrong=wrong)
    more = [
        Finding(one.label, outcomes.key(cell), low, high, int(one.fact("threshold")))
        for one, cell, low, high in ranges
    ]
    seconds = found.seconds + time.process_time() - begin
    return replace(found, findings=(*found.findings, *more), hidden=found.hidden + hidden, seconds=seconds)


def shown(edition: Edition) -> list[Seen]:
    """Every published figure of an edition."""
    return [
        line for name in figures.published(edition) for line in reading.of_figures(figures.select(edition, name))
    ]


def seen(
    every: Sequence[Edition],
    lines: Sequence[Iterable[Seen]],
    *,
    sample: int = 0,
    same: Same | None = None,
    own: Deliverer | None = None,
    doubted: Collection[str] = (),
) -> Attack:
    """Attack with the lines that somebody gathered about each edition.

    same: what this attacker knows to be the same in several editions, beyond what is published. own: what it
    delivered itself. doubted: of whom it takes nothing for granted.
    """
    begin = time.process_time()
    within = [float(dict(one.manifest).get("rounding_within", 0)) for one in every]
    by_rate = ["bounds" in dict(one.manifest) for one in every]
    told = [
        implied(list(of_one), loose, by_rate=rate)
        for of_one, loose, rate in zip(lines, within, by_rate, strict=True)
    ]
    releases = [_release(one, found) for one, found in zip(every, told, strict=True)]
    out = [
        Finding(one.label, key, value, value, int(one.fact("threshold")))
        for one, found in zip(every, told, strict=True)
        for key, value in found.given_away.items()
    ]
    if own is not None:
        releases = [own.sees(one.label, release) for one, release in zip(every, releases, strict=True)]
        out = [one for one in out if one.key[1] != own.region]
    found, count = _attacked(releases, every, sample, attempts(releases, same, doubted))
    by_label = dict(zip((one.label for one in every), releases, strict=True))
    mine = "" if own is None else own.region
    found = judged([one for one in found if one.key[1] != mine], by_label, same, own)
    told_of = [one for one in found if not one.absent or one.pinned or one.narrow]
    return Attack((*out, *told_of), count + len(out), time.process_time() - begin, any(within))


def _attacked(
    releases: Sequence[Release],
    every: Sequence[Edition],
    sample: int,
    worlds: Iterable[tuple[Sequence[Release], Same]],
) -> tuple[list[Finding], int]:
    if not any(release.cells for release in releases):
        return [], 0
    for told, taken in worlds:
        try:
            opened = public_system.opened(told, taken)
            simple = presolved(opened.view)
            hidden = opened.hidden
            step = max(1, len(hidden) // sample) if sample else 1
            chosen = [*hidden[::step].tolist(), *opened.without[::step].tolist()]
            ranges = attack(simple.view, chosen, enough=_enough(every))
        except Infeasible:
            continue
        offset = simple.offset[ranges.cells]
        ends = zip(
            ranges.cells.tolist(), np.round(ranges.low + offset), np.round(ranges.high + offset), strict=True
        )
        found = []
        for row, low, high in ends:
            number, key = opened.keys[row]
            threshold, base = (int(every[number].fact(name)) for name in ("threshold", "rounding"))
            absent = row in opened.absent
            found.append(Finding(every[number].label, key, float(low), float(high), threshold, base, absent=absent))
        return found, len(hidden)
    raise UserError("privacy.contradiction", names=", ".join(one.label for one in every))


def _enough(every: Sequence[Edition]) -> float:
    """Rounded editions: more than lies between two multiples need not be known exactly; withheld cells: all."""
    bases = {int(one.fact("rounding")) for one in every}
    return np.inf if 0 in bases else float(max(bases) + 1)


def _release(edition: Edition, told: Implied) -> Release:
    told_of = editions.query(edition, "edition_remarks")
    return Release(
        [*told.cells, *told.absent],
        frozenset((region, period) for region, period, kind in told_of if kind in _LOOSE),
        told.sums,
        told.empty,
    )
