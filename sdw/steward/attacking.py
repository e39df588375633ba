"""The attack on what is published, from what anybody can get: figures of editions and files of exports."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sdw.exports import reading
from sdw.exports.reading import Seen
from sdw.indicators import catalogue, figures
from sdw.indicators.model import TOTAL, Count, PerThousand, Share
from sdw.privacy import public
from sdw.privacy.attacker import EXACT, attack
from sdw.privacy.public import Issue, Key, Told
from sdw.privacy.solver import Infeasible
from sdw.reference.status import Status
from sdw.steward import attacking_outcomes
from sdw.steward.shielding import KEPT
from sdw.store import editions
from sdw.store.editions import Edition
from sdw.text.errors import UserError

_LOOSE = ("optelling", "aansluiting")


@dataclass(frozen=True, slots=True)
class Finding:
    """What an attacker must leave open of one withheld cell: whole people from `low` to `high`."""

    edition: str
    key: Key
    low: float
    high: float
    threshold: int

    @property
    def pinned(self) -> bool:
        """The count is known."""
        return self.high - self.low < EXACT

    @property
    def narrow(self) -> bool:
        """It is known that the count is below the threshold, and so among which few people it is.

        A protected small count must leave the threshold itself open; every other withheld count is at least it.
        Whether the lower end is low enough cannot be judged without the count.
        """
        return not self.pinned and self.high < self.threshold


@dataclass(frozen=True, slots=True)
class Attack:
    """The findings, of how many withheld cells in all, and the seconds of computing time."""

    findings: tuple[Finding, ...]
    hidden: int
    seconds: float

    @property
    def pinned(self) -> list[Finding]:
        """Withheld cells of which the count is known. The promise is: none."""
        return [one for one in self.findings if one.pinned]

    @property
    def narrow(self) -> list[Finding]:
        """Withheld cells known to be below the threshold."""
        return [one for one in self.findings if one.narrow]


def on(edition: Edition, other: Edition | None = None, *, exports: Path | None = None, sample: int = 0) -> Attack:
    """Attack an edition, with another one and a folder of exports of it where given.

    sample: so many withheld cells, spread over all (0: every one).

    Raises:
        UserError: the published figures contradict each other, so that they tell nothing.
    """
    both = sorted([edition] if other is None else [edition, other], key=lambda one: one.published_at)
    more = [] if exports is None else reading.folder(exports)
    found = seen(both, [[*shown(one), *(more if one == edition else [])] for one in both], sample=sample)
    return _with_outcomes(found, edition, both, exports, sample)


def _with_outcomes(
    found: Attack, edition: Edition, both: Sequence[Edition], exports: Path | None, sample: int
) -> Attack:
    """The same, with the withheld counts behind the rates of outcomes."""
    begin = time.process_time()
    told = [attacking_outcomes.lines(one, exports if one == edition else None) for one in both]
    ranges, hidden = attacking_outcomes.seen(both, told, sample=sample)
    more = [
        Finding(one.label, attacking_outcomes.key(cell), low, high, int(one.fact("threshold")))
        for one, cell, low, high in ranges
    ]
    seconds = found.seconds + time.process_time() - begin
    return Attack((*found.findings, *more), found.hidden + hidden, seconds)


def shown(edition: Edition) -> list[Seen]:
    """Every published figure of an edition."""
    return [
        line for name in figures.published(edition) for line in reading.of_figures(figures.select(edition, name))
    ]


def seen(both: Sequence[Edition], lines: Sequence[Iterable[Seen]], *, sample: int = 0) -> Attack:
    """Attack with the lines that somebody gathered about each edition."""
    begin = time.process_time()
    told = [_told(list(of_one)) for of_one in lines]
    issues = [_issue(one, cells) for one, (cells, _) in zip(both, told, strict=True)]
    out = [
        Finding(one.label, key, value, value, int(one.fact("threshold")))
        for one, (_, given_away) in zip(both, told, strict=True)
        for key, value in given_away.items()
    ]
    found, count = _attacked(issues, both, sample)
    return Attack((*out, *found), count + len(out), time.process_time() - begin)


def _attacked(issues: Sequence[Issue], both: Sequence[Edition], sample: int) -> tuple[list[Finding], int]:
    if not any(issue.cells for issue in issues):
        return [], 0
    for alike in (True, False):
        try:
            opened = public.opened(issues, alike=alike)
            simple = public.simpler(opened.view)
            hidden = opened.hidden
            step = max(1, len(hidden) // sample) if sample else 1
            ranges = attack(simple.view, hidden[::step])
        except Infeasible:
            continue
        offset = simple.offset[ranges.cells]
        ends = zip(
            ranges.cells.tolist(), np.round(ranges.low + offset), np.round(ranges.high + offset), strict=True
        )
        found = []
        for row, low, high in ends:
            number, key = opened.keys[row]
            threshold = int(both[number].fact("threshold"))
            found.append(Finding(both[number].label, key, float(low), float(high), threshold))
        return found, len(hidden)
    raise UserError("privacy.contradiction", names=", ".join(one.label for one in both))


def _issue(edition: Edition, cells: Sequence[Told]) -> Issue:
    remarks = editions.query(edition, "edition_remarks")
    return Issue(
        cells,
        frozenset((region, period) for region, period, kind in remarks if kind in _LOOSE),
        frozenset((region, period) for region, period, kind in remarks if kind == KEPT),
    )


def _told(lines: Collection[Seen]) -> tuple[list[Told], dict[Key, float]]:
    """The counts that the lines tell of, and those that one line withholds and another gives away."""
    values: dict[Key, float] = {}
    covered: dict[Key, int] = {}
    withheld: set[Key] = set()
    for line in lines:
        if isinstance(catalogue.by_id(line.indicator).formula, Count):
            key = (line.indicator, line.region, line.period, line.method, line.client_group)
            value = next((one for one in (line.value, line.numerator, line.bound_low) if one is not None), None)
            if value is not None:
                values[key] = value
            if line.status is Status.SUPPRESSED:
                withheld.add(key)
            covered[key] = line.covered
    for line in lines:
        for key, value in _behind(line):
            if key in covered and covered[key] == line.covered:
                values.setdefault(key, value)
    cells = [Told(key, values.get(key), covered[key]) for key in covered if key in values or key in withheld]
    return cells, {key: values[key] for key in sorted(withheld) if key in values}


def _behind(line: Seen) -> list[tuple[Key, float]]:
    """The counts behind a share or a rate: its numerator, or its value times its denominator."""
    formula = catalogue.by_id(line.indicator).formula
    if not isinstance(formula, Share | PerThousand):
        return []
    cut = (TOTAL, TOTAL)
    scale = 1000.0
    found: list[tuple[Key, float]] = []
    if isinstance(formula, Share):
        scale = 100.0
        cut = (formula.category, TOTAL) if formula.dimension == "method" else (TOTAL, formula.category)
        if line.denominator is not None:
            found.append(((formula.measure, line.region, line.period, TOTAL, TOTAL), line.denominator))
    above = line.numerator
    if above is None and line.value is not None and line.denominator is not None:
        above = round(line.value * line.denominator / scale)
    if above is not None:
        found.append(((formula.measure, line.region, line.period, *cut), above))
    return found
