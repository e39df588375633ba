"""The attack on published outcomes, from what anybody can get: rates on pages and in files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from sdw.disclosure.intervals import EXACT, attack
from sdw.disclosure.outcomes.outcome_cells import SHOWS, Cell, Count, Key
from sdw.disclosure.presolve import presolved
from sdw.disclosure.public.public_outcomes import Open, Taken, Told, opened
from sdw.disclosure.solver import Infeasible
from sdw.dissemination.exports.reading import outcomes
from sdw.dissemination.exports.reading.outcomes import RATES, Line
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.reference import plan
from sdw.reference.status import Status
from sdw.text.dutch import say
from sdw.text.errors import UserError

#: What an attacker guesses, from most to least: are editions alike, and what is the same of cuts of the nation.
GUESSES = ((True, Taken.REGIONS), *((False, taken) for taken in Taken))
#: The edition, the withheld count, and the least and the most that it can be.
Range = tuple[Edition, Cell, float, float]


def lines(edition: Edition, exports: Path | None = None) -> list[Line]:
    """Every published rate of an edition, on pages and in a folder of exports."""
    pages = [line for name in RATES.values() for line in outcomes.of_figures(figures.select(edition, name))]
    return pages if exports is None else [*pages, *outcomes.folder(exports)]


def key(cell: Cell) -> tuple[str, str, str, str, str]:
    """How a finding names a count: 'geen_werk_12u na 12 maanden', then the cut."""
    return (say("privacy.outcome", count=cell.what.value, months=cell.months), *cell.cut)


def seen(
    both: Sequence[Edition], told: Sequence[Iterable[Line]], *, sample: int = 0, wrong: int = 0
) -> tuple[list[Range], int]:
    """The range of each withheld count, and how many there are.

    sample: so many, spread over all (0: every one). wrong: so many of its guesses have turned out wrong.

    Raises:
        UserError: the published figures contradict each other, so that they tell nothing.
    """
    releases = [list(_told(of_one)) for of_one in told]
    if not any(releases):
        return [], 0
    for alike, taken in GUESSES[wrong:]:
        try:
            world = opened(releases, alike=alike, taken=taken)
            found = _ranges(world, both, sample)
            return [one for one in found if not _no_secret(one, releases)], len(world.hidden)
        except Infeasible:
            continue
    raise UserError("privacy.contradiction", names=", ".join(one.label for one in both))


def _no_secret(found: Range, releases: Sequence[Sequence[Told]]) -> bool:
    """A known count that is not small and gives nobody away.

    How many people were followed or began: what became of them is not told by that. A count that another edition
    shows. What a rate would be that still shows its old value, beside others that had to. And a count over fewer
    regions than a figure needs, which is withheld for that alone.
    """
    edition, cell, low, high = found
    if high - low >= EXACT or low < int(edition.fact("threshold")):
        return False
    told = [one for release in releases for one in release if (one.months, one.cut) == (cell.months, cell.cut)]
    out = any(one.counts.get(cell.what) == low for one in told)
    old = any(cell.what in SHOWS[measure] for one in told for measure in one.carried_over)
    few = any(0 < one.covered < plan.FEWEST for one in told)
    return out or old or few or cell.what in (Count.FOLLOWED, Count.COHORT)


def _ranges(world: Open, both: Sequence[Edition], sample: int) -> list[Range]:
    hidden = world.hidden
    chosen = hidden[:: max(1, len(hidden) // sample) if sample else 1]
    simple = presolved(world.view)
    ranges = attack(simple.view, chosen)
    offset = simple.offset[ranges.cells]
    ends = zip(ranges.cells.tolist(), np.round(ranges.low + offset), np.round(ranges.high + offset), strict=True)
    return [(both[world.keys[row][0]], world.keys[row][1], float(low), float(high)) for row, low, high in ends]


def _told(of_one: Iterable[Line]) -> Iterable[Told]:
    """What the lines about one edition tell of each cut; a value of another edition says nothing of this one."""
    counts: dict[tuple[int, Key], dict[Count, float]] = {}
    withheld: dict[tuple[int, Key], set[str]] = {}
    old: dict[tuple[int, Key], set[str]] = {}
    covered: dict[tuple[int, Key], int] = {}
    for line in of_one:
        place = (line.months, line.cut)
        if line.status is Status.SUPPRESSED or line.carried_over:
            withheld.setdefault(place, set()).add(line.measure)
        elif line.value is not None:
            counts.setdefault(place, {}).update(outcomes.counts(line))
        if line.carried_over:
            old.setdefault(place, set()).add(line.measure)
        else:
            covered[place] = max(line.covered, covered.get(place, 0))
    for place in sorted(counts.keys() | withheld.keys()):
        secret = frozenset(withheld.get(place, ()))
        yield Told(*place, counts.get(place, {}), secret, covered.get(place, 0), frozenset(old.get(place, ())))
