"""Which counts of outcomes may be shown, beside what older editions show already.

A cell that an older edition withheld stays withheld for the same people, and every attack is on all editions
together: "all cohorts together" grows by a fresh cohort, so two editions beside each other tell of that cohort.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sdw.disclosure.counts import release_sequence
from sdw.disclosure.intervals import attack, public
from sdw.disclosure.outcomes.outcome_cells import Cell, Part, Release
from sdw.disclosure.outcomes.outcome_system import Joint, build
from sdw.disclosure.protect import Pattern, Unprotected, protect
from sdw.disclosure.system import LinearSystem, type_bool, type_int


@dataclass(frozen=True, slots=True)
class Decision:
    """What of the new edition may be shown, with the number of checked proofs.

    lost: small counts that the older editions by themselves give away already (made before they were protected
    together): nothing that is published now can undo that.
    """

    shown: frozenset[Cell]
    certificates: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """The system of all editions as the attacker has it: what is out is known. rows: its rows in `joint`."""

    system: LinearSystem
    rows: type_int
    new: type_bool


def decide(parts: Mapping[int, Sequence[Part]], threshold: int, prior: Sequence[Release] = ()) -> Decision:
    """What of these parts (by number of months) may be shown beside the older editions, the oldest first.

    Nothing where no pattern is safe: what is out stays as it is, and publishing goes on.
    """
    if not any(parts.values()):
        return Decision(frozenset())
    joint = build([*prior, Release(parts)], threshold)
    series = beside(joint, prior)
    pattern, lost = _pattern(series)
    if pattern is None:
        return Decision(frozenset())
    free = series.rows[series.new & ~pattern.hidden]
    return Decision(_cells(joint, free), pattern.certificates, lost)


def _cells(joint: Joint, rows: Iterable[int]) -> frozenset[Cell]:
    found = (joint.rows[row] for row in rows)
    return frozenset(row.cell for row in found if row.cell is not None and not row.never)


def beside(joint: Joint, prior: Sequence[Release]) -> Series:
    """The editions after each other: what is out is known, what was withheld of the same people stays so."""
    names = np.arange(len(joint.system.inner))
    number = np.array([row.release if row.versus is None and row.cell is not None else -1 for row in joint.rows])
    labels = _labels(joint)
    old, order = [], []
    for place, release in enumerate(prior):
        shown = np.array([row.cell in release.shown for row in joint.rows]) & ~_never(joint)
        mine = np.flatnonzero(
            (number == place) & (shown | joint.system.cells.primary | (_withheld(joint, release)))
        )
        old.append(release_sequence.ReleasedSystem(_some(joint.system, mine), names, labels[mine], ~shown[mine]))
        order.append(mine)
    mine = np.flatnonzero((number == len(prior)) | (number == -1))
    new = release_sequence.ReleasedSystem(
        _some(joint.system, mine), names, labels[mine], np.zeros(len(mine), dtype=bool)
    )
    order.append(mine)
    system = replace(release_sequence.together(old, new), family=joint.system.family, near=joint.system.near)
    rows = np.concatenate(order)
    return Series(system, rows, np.arange(len(rows)) >= len(rows) - len(mine))


def _never(joint: Joint) -> type_bool:
    return np.array([row.never for row in joint.rows], dtype=bool)


def _withheld(joint: Joint, release: Release) -> type_bool:
    return np.array([row.cell in release.withheld and not row.never for row in joint.rows], dtype=bool)


def _labels(joint: Joint) -> np.ndarray:
    """Equal for the same count of the same people in two editions; missing for what is never shown."""
    groups: dict[object, int] = {}
    labels = np.empty(len(joint.rows), dtype=object)
    for place, row in enumerate(joint.rows):
        labels[place] = np.nan
        if row.cell is not None and not row.never:
            people = joint.names[row.release, row.cell.months, row.cell.cut]
            labels[place] = groups.setdefault((row.cell, people), len(groups))
    return labels


def _some(system: LinearSystem, rows: type_int) -> LinearSystem:
    facts = system.cells
    cells = replace(facts, **{name: getattr(facts, name)[rows] for name in facts.__slots__})
    return LinearSystem(system.matrix[rows], cells, system.inner)


def _pattern(series: Series) -> tuple[Pattern | None, int]:
    """The pattern, and how many primaries are lost already; none where no pattern is safe.

    Zeros of the new edition give way before an old value does.
    """
    system = series.system
    cells = system.cells
    zeros = series.new & cells.known & (cells.value == 0) & cells.nonnegative
    loose = system.with_cells(known=cells.known & ~zeros)
    failed: type_int = np.zeros(0, dtype=np.int64)
    for attempt in (system, loose):
        try:
            return protect(attempt), 0
        except Unprotected as error:
            failed = error.cells
    given = _given_away(loose, failed)
    if len(given) < len(failed):
        return None, 0
    primary = cells.primary.copy()
    primary[given] = False
    try:
        return protect(loose.with_cells(primary=primary, frozen=cells.frozen | ~primary & cells.primary)), len(
            given
        )
    except Unprotected:
        return None, 0


def _given_away(system: LinearSystem, cells: type_int) -> type_int:
    """Which of these primaries cannot be protected whatever else is withheld."""
    return attack(public(system, ~system.cells.known), cells).failing(system)
