"""Many proofs at once: moves that bring as many primaries as possible to their required level together.

One program per window of columns. Its objective adds up how far each open goal is reached (capped at its
need), so one solution proves dozens of goals; random weights make the next solution prove others. Only
hidden cells move: a sweep proves, it never hides more. What it leaves open is sought goal by goal.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import sparse

from sdw.disclosure.certificates.certificates import UP, Block, Goal
from sdw.disclosure.certificates.intruders import PUBLIC
from sdw.disclosure.solver import INFINITE, Model, NoAnswer, Program
from sdw.disclosure.system import type_float, type_int

ROUNDS = 12
#: A round that proves less than this share of what is open is the last in its window.
WORTHWHILE = 0.05


def prove_together(
    block: Block, seed: int = 1, still: int = 0, rounds: int = ROUNDS, widest: float = np.inf
) -> None:
    """Prove what can be proven within each window of the block; everything stays as hidden as it was.

    still: deliverers of whom nothing may change, so that it is proven to them. widest: only the greatest windows of
    at most so many columns; by default all windows, small ones first.
    """
    chance = np.random.default_rng(seed)
    for columns in block.near if widest == np.inf else _greatest(block.near, widest):
        moving = columns[~block.owned.of(still, columns)]
        if len(moving):
            _window(block, moving, chance, still or PUBLIC, rounds)


def _greatest(windows: list[type_int], widest: float) -> list[type_int]:
    """The windows of at most so many columns that are not within another of these."""
    some = [one for one in windows if len(one) <= widest]
    return [
        one
        for number, one in enumerate(some)
        if not any(np.isin(one, other, assume_unique=True).all() for other in some[number + 1 :])
    ]


def _window(block: Block, columns: type_int, chance: np.random.Generator, whom: int, rounds: int) -> None:
    part = block.part(columns)
    used = np.diff(part.indptr) > 0
    rows = np.flatnonzero(used & (~block.hidden | block.binding))  # the others hold when the inner values do
    inside = set(np.flatnonzero(used).tolist())
    goals = [goal for goal in block.goals(whom) if goal.cell in inside]
    if not goals:
        return
    model = _model(block, columns, part, rows, goals)
    size, width = len(goals), len(columns)
    cell, way = np.array([(goal.cell, goal.way) for goal in goals]).T
    need = block.need[way, cell]
    for _ in range(rounds):
        wanted = np.array([not block.proven(goal, whom) for goal in goals])
        if not wanted.any():
            return
        side = chance.integers(2, size=len(block.cells))[cell]
        cost = np.where(wanted & (way == side), -chance.uniform(0.5, 1.5, size) / need, 0.0)
        try:
            _, found = model.minimum(np.concatenate([np.zeros(width), cost]))
        except NoAnswer:
            return
        block.keep(columns, found[:width])
        left = sum(not block.proven(goal, whom) for goal in goals)
        if wanted.sum() - left < WORTHWHILE * wanted.sum():
            return


def _model(block: Block, columns: type_int, part: Any, rows: type_int, goals: list[Goal]) -> Model:
    size, width = len(goals), len(columns)
    cells = np.array([goal.cell for goal in goals])
    sign: type_float = np.array([1.0 if goal.way == UP else -1.0 for goal in goals])
    hidden = block.hidden[rows]
    reach = sparse.diags_array(sign) @ part[cells]
    return Program(
        sparse.block_array([[part[rows], None], [reach, -sparse.eye_array(size)]]),
        np.concatenate([np.where(hidden, block.floor[rows], 0.0), np.zeros(size)]),
        np.concatenate([np.where(hidden, INFINITE, 0.0), np.full(size, INFINITE)]),
        np.concatenate([-block.inner[columns], np.full(size, -INFINITE)]),
        np.concatenate([np.full(width, INFINITE), np.array([block.need[goal.way, goal.cell] for goal in goals])]),
    ).model()
