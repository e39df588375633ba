"""Protect a block from each of its deliverers: who knows its own counts must not find those of another."""

from __future__ import annotations

import numpy as np

from sdw.privacy.intruders import DELIVERERS, bits, separating
from sdw.privacy.moves import Block, Goal
from sdw.privacy.sweep import sweep
from sdw.privacy.system import type_bool

ROUNDS = 3  # of a sweep
WIDE = 1700  # columns of the widest window that is swept: about one year


def secure(block: Block, known: type_bool) -> None:
    """Find for each goal a move for every deliverer that leaves what it delivered as it is; hide what that takes.

    First what costs nothing: many goals at once with half of the deliverers still (of every two, one half or
    another holds the one and not the other). Only a count that a deliverer could still pin has cells hidden for
    it, and cells that are spared (those that are in `block.known` and not in `known`) only where nothing else
    helps.
    """
    if not (block.left & np.uint64(DELIVERERS)).any():
        return
    for still in separating(block.owned.everyone, block.owned.size):
        sweep(block, still=still, rounds=ROUNDS, widest=WIDE)
    for goal in block.goals(DELIVERERS):
        _at_a_price(block, goal, block.lacking(goal) & int(block.loose[goal.cell]))
    if block.release(known):
        for goal in block.goals(DELIVERERS):
            _at_a_price(block, goal, block.lacking(goal) & int(block.loose[goal.cell]))


def _at_a_price(block: Block, goal: Goal, whom: int) -> None:
    for one in bits(whom):
        if block.lacking(goal) >> one & 1:
            block.go(goal, np.inf, 1 << one)
