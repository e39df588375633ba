"""The attack on what is published, from what anybody can get: figures of editions and files of exports."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from sdw.exports import reading
from sdw.exports.reading import Seen
from sdw.indicators import figures
from sdw.privacy import public
from sdw.privacy.attacker import EXACT, attack
from sdw.privacy.issues import Issue, Key, Labels, Same, Told
from sdw.privacy.simpler import simpler
from sdw.privacy.solver import Infeasible
from sdw.reference.comparisons import LEAST_REGIONS
from sdw.reference.regions import NATION
from sdw.steward import attacking_outcomes, deliverer
from sdw.steward.deliverer import Deliverer
from sdw.steward.insider import Insider
from sdw.steward.telling import Account, account
from sdw.store import editions
from sdw.store.editions import Edition
from sdw.text.errors import UserError

_LOOSE = ("optelling", "aansluiting")


@dataclass(frozen=True, slots=True)
class Finding:
    """What an attacker must leave open of one withheld or rounded cell: whole people from `low` to `high`.

    base: 0, or of what its shown value is a multiple. harmless: when known it tells of nobody: another edition
    shows this value, or it is not small and is only withheld because an older value stands in its place.
    """

    edition: str
    key: Key
    low: float
    high: float
    threshold: int
    base: int = 0
    harmless: bool = False

    @property
    def pinned(self) -> bool:
        """The count is known."""
        return self.high - self.low < EXACT and not self.harmless

    @property
    def narrow(self) -> bool:
        """It is known that the count is below the threshold, and so among which few people it is.

        A protected small count must leave the threshold itself open; every other withheld count is at least it.
        Whether the lower end is low enough cannot be judged without the count. Of a rounded count as many values
        must be open as lie between two multiples.
        """
        enough = self.high - self.low >= self.base - 1 - EXACT if self.base else self.high >= self.threshold
        return not self.pinned and not enough and not self.harmless


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
    insider: bool = False,
    region: str = "",
) -> Attack:
    """Attack an edition, with other ones and a folder of exports of it where given.

    sample: so many withheld cells, spread over all (0: every one). insider: as somebody who knows which delivered
    counts of trajectories changed between the editions, instead of guessing it. region: as this region, which knows
    all that it delivered itself; of trajectories alone.

    Raises:
        UserError: the published figures contradict each other, so that they tell nothing.
    """
    every = sorted({one.label: one for one in (*others, edition)}.values(), key=lambda one: one.order)
    more = [] if exports is None else reading.folder(exports)
    same = Insider(every) if insider else None
    lines = [[*shown(one), *(more if one == edition else [])] for one in every]
    if region:
        return seen(every, lines, sample=sample, same=same, own=deliverer.of(region, every))
    found = seen(every, lines, sample=sample, same=same)
    return _with_outcomes(found, edition, every, exports, sample)


def _with_outcomes(
    found: Attack, edition: Edition, every: Sequence[Edition], exports: Path | None, sample: int
) -> Attack:
    """The same, with the withheld counts behind the rates of outcomes."""
    begin = time.process_time()
    told = [attacking_outcomes.lines(one, exports if one == edition else None) for one in every]
    ranges, hidden = attacking_outcomes.seen(every, told, sample=sample)
    more = [
        Finding(one.label, attacking_outcomes.key(cell), low, high, int(one.fact("threshold")))
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
) -> Attack:
    """Attack with the lines that somebody gathered about each edition.

    same: what this attacker knows to be the same in several editions, beyond what is published. own: what it
    delivered itself.
    """
    begin = time.process_time()
    within = [float(dict(one.manifest).get("rounding_within", 0)) for one in every]
    by_rate = ["bounds" in dict(one.manifest) for one in every]
    told = [
        account(list(of_one), loose, by_rate=rate)
        for of_one, loose, rate in zip(lines, within, by_rate, strict=True)
    ]
    issues = [_issue(one, found) for one, found in zip(every, told, strict=True)]
    out = [
        Finding(one.label, key, value, value, int(one.fact("threshold")))
        for one, found in zip(every, told, strict=True)
        for key, value in found.given_away.items()
    ]
    if own is not None:
        issues = [own.sees(one.label, issue) for one, issue in zip(every, issues, strict=True)]
        out = [one for one in out if one.key[1] != own.region]
    found, count = _attacked(issues, every, sample, same)
    by_label = dict(zip((one.label for one in every), issues, strict=True))
    found = _judged(found, by_label, same)
    if own is not None:
        found = [_for(own, one, by_label) for one in found]
    return Attack((*out, *found), count + len(out), time.process_time() - begin, any(within))


def _judged(found: Sequence[Finding], issues: Mapping[str, Issue], same: Same | None) -> list[Finding]:
    """Which of the known counts tell of nobody."""
    labels = same or Labels(list(issues.values()), alike=True)
    number = {label: place for place, label in enumerate(issues)}
    told = {label: {cell.key: cell for cell in issue.cells} for label, issue in issues.items()}

    def harmless(one: Finding) -> bool:
        mine = told[one.edition]
        if not one.pinned or _tells_of_the_rest(one, mine):
            return False
        if one.low >= one.threshold and (mine[one.key].corrected or 0 < mine[one.key].covered < LEAST_REGIONS):
            return True
        label = labels.of(number[one.edition], one.key)
        return any(
            (cell := cells.get(one.key)) is not None
            and cell.exact == one.low
            and labels.of(number[other], one.key) == label
            for other, cells in told.items()
        )

    return [replace(one, harmless=True) if harmless(one) else one for one in found]


def _for(own: Deliverer, one: Finding, issues: Mapping[str, Issue]) -> Finding:
    """To a region only small counts of others are a secret: those that cover them, it may come to know."""
    few = 0 < own.others(one.edition, one.key, one.low) < one.threshold
    told = {cell.key: cell for cell in issues[one.edition].cells}
    secret = few or (one.key[1] != NATION and _tells_of_the_rest(one, told))
    return one if secret or not one.pinned else replace(one, harmless=True)


def _tells_of_the_rest(one: Finding, told: Mapping[Key, Told]) -> bool:
    """A known number of placements beside a shown group: few are left, or nobody was placed."""
    measure, *cut = one.key
    if measure != "duurzaam_geplaatst":
        return False
    region, period, method, group = cut
    around = {
        name: told.get((name, region, period, method, group))
        for name in ("uitgevoerd", "gestart", "beginstand", "eindstand", "beeindigd")
    }
    shown = {name: cell.exact for name, cell in around.items() if cell is not None and cell.exact is not None}
    if one.low == 0:
        return any(value > 0 for value in shown.values())
    return "uitgevoerd" in shown and shown["uitgevoerd"] - one.low < one.threshold


def _attacked(
    issues: Sequence[Issue], every: Sequence[Edition], sample: int, same: Same | None
) -> tuple[list[Finding], int]:
    if not any(issue.cells for issue in issues):
        return [], 0
    for taken in [same] if same else (Labels(issues, alike=alike) for alike in (True, False)):
        try:
            opened = public.opened(issues, taken)
            simple = simpler(opened.view)
            hidden = opened.hidden
            step = max(1, len(hidden) // sample) if sample else 1
            ranges = attack(simple.view, hidden[::step], enough=_enough(every))
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
            found.append(Finding(every[number].label, key, float(low), float(high), threshold, base))
        return found, len(hidden)
    raise UserError("privacy.contradiction", names=", ".join(one.label for one in every))


def _enough(every: Sequence[Edition]) -> float:
    """Rounded editions: more than lies between two multiples need not be known exactly; withheld cells: all."""
    bases = {int(one.fact("rounding")) for one in every}
    return np.inf if 0 in bases else float(max(bases) + 1)


def _issue(edition: Edition, told: Account) -> Issue:
    remarks = editions.query(edition, "edition_remarks")
    return Issue(
        told.cells,
        frozenset((region, period) for region, period, kind in remarks if kind in _LOOSE),
        told.sums,
    )
