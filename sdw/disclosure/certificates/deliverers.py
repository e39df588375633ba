"""Protect a block from each of its deliverers: who knows its own counts must not find those of another."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sdw.disclosure.certificates.batch_certificates import prove_together
from sdw.disclosure.certificates.certificates import Block, Goal
from sdw.disclosure.certificates.intruders import DELIVERERS, bits, separating
from sdw.disclosure.system import type_bool

ROUNDS = 4  # of a sweep
WIDE = 2000  # columns of the widest window that is swept: a year of flows and stocks
PARTITIONS = 5
GROUP = 8  # deliverers that move together in a partition


def secure(block: Block, known: type_bool) -> None:
    """Find for each goal a move for every deliverer that leaves what it delivered as it is; hide what that takes.

    First what costs nothing: many goals at once while only a group of deliverers moves, which proves them to all
    others (the programs are small); then with half of them still (of every two, one half or another holds the one
    and not the other). Only a count that a deliverer could still pin has cells hidden for it, and cells that are
    spared (those that are in `block.known` and not in `known`) only where nothing else helps.
    """
    if not (block.left & np.uint64(DELIVERERS)).any():
        return
    for still in (*_outside_groups(block.owned.size), *separating(block.owned.everyone, block.owned.size)):
        prove_together(block, still=still, rounds=ROUNDS, widest=WIDE)
    for goal in block.goals(DELIVERERS):
        _at_a_price(block, goal, block.lacking(goal) & int(block.loose[goal.cell]))
    if block.release(known):
        for goal in block.goals(DELIVERERS):
            _at_a_price(block, goal, block.lacking(goal) & int(block.loose[goal.cell]))


def _outside_groups(size: int) -> Iterator[int]:
    """For each group of some partitions of the deliverers: all others. Nothing where few deliver."""
    if size <= 2 * GROUP:
        return
    chance = np.random.default_rng(1)
    for _ in range(PARTITIONS):
        order = chance.permutation(size).tolist()
        for start in range(0, size, GROUP):
            yield sum(1 << one for one in (*order[:start], *order[start + GROUP :]))


def _at_a_price(block: Block, goal: Goal, whom: int) -> None:
    for one in bits(whom):
        if block.lacking(goal) >> one & 1:
            block.go(goal, np.inf, 1 << one)
