"""What a region delivered to each edition, read from the private store: it attacks with that (`Deliverer`)."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.disclosure.counts.composition import keys_of
from sdw.dissemination.attack.deliverer import Deliverer
from sdw.edition.editions import Edition
from sdw.production.publishing.trajectories import totals
from sdw.production.store import private
from sdw.reference.areas.regions import CODES
from sdw.reference.dimensions import Key
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
    cells = totals.count_cells(connection, edition.batches, ()).counts.cells
    mine = cells[cells["region"] == region]
    return dict(zip(keys_of(mine), mine["value"].astype(float).tolist(), strict=True))
