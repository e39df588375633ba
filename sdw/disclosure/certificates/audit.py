"""Certificates checked by addition alone, whatever the search that found them believed."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from sdw.disclosure.certificates.certificates import Block
from sdw.disclosure.certificates.intruders import STILL, type_mask


def audited(block: Block) -> tuple[type_mask, type_mask]:
    """From whom the primaries of a block are not proven to be kept.

    Returns masks of intruders: those without a certificate for each goal (2 × cells), and those for whom no
    certificate moves the cell by a person at all (cells).
    """
    count, width = len(block.moves), len(block.inner)
    number = np.repeat(np.arange(count), [len(move.at) for move in block.moves])
    at = np.concatenate([np.zeros(0, dtype=np.int64), *(move.at for move in block.moves)])
    by = np.concatenate([np.zeros(0), *(move.by for move in block.moves)])
    moves = sparse.csc_array((by, (at, number)), shape=(width, count))
    change = sparse.csc_array(block.matrix @ moves)
    where = np.repeat(np.arange(count), np.diff(change.indptr))
    wrong = (~block.hidden[change.indices] & (np.abs(change.data) > STILL)) | (
        change.data < block.floor[change.indices] - STILL
    )
    valid = np.bincount(where[wrong], minlength=count) == 0
    valid &= np.bincount(number[block.inner[at] + by < -STILL], minlength=count) == 0
    left, loose = block.asked.copy(), block.asked.max(axis=0)
    for one in np.flatnonzero(valid).tolist():
        span = slice(change.indptr[one], change.indptr[one + 1])
        cells, found = change.indices[span], change.data[span]
        blind = np.uint64(block.blind(block.moves[one].at, cells, found))
        for way, sign in enumerate((1.0, -1.0)):
            reached = cells[sign * found >= block.need[way, cells] - STILL]
            left[way, reached] &= blind
        loose[cells[np.abs(found) >= 1 - STILL]] &= blind
    return left, loose
