"""What a region delivered to each edition, read from the private store: it attacks with that (`Deliverer`)."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.privacy.composition import keys_of
from sdw.privacy.issues import Key
from sdw.reference.regions import CODES
from sdw.steward import counting, past
from sdw.steward.deliverer import Deliverer
from sdw.store import private
from sdw.store.editions import Edition
from sdw.text.errors import UserError


def of(region: str, every: Sequence[Edition]) -> Deliverer:
    """What a region knows of the editions that it delivered to.

    Raises:
        UserError: there is no such region.
    """
    if region not in CODES:
        raise UserError("privacy.no_region", region=region)
    with private.reader() as connection:
        return Deliverer(region, {one.label: _own(connection, one, region) for one in every})


def _own(connection: private.Connection, edition: Edition, region: str) -> dict[Key, float]:
    cells = counting.count_cells(connection, past.batches(edition), ()).counts.cells
    mine = cells[cells["region"] == region]
    return dict(zip(keys_of(mine), mine["value"].astype(float).tolist(), strict=True))
