"""An attacker of several editions who knows which published sums add up the same delivered counts, not how many.

Anybody else has to guess what stayed the same, and may guess wrong. Stocks of a region count as changed together.
Only whether counts are equal is read from the private store, so only the steward can attack like this.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sdw.disclosure.public.releases import STOCKS
from sdw.edition.editions import Edition
from sdw.production.publishing.trajectories import prior_editions, totals
from sdw.production.store import private, sql
from sdw.reference import periods
from sdw.reference import plan as publication
from sdw.reference.dimensions import TOTAL, Key
from sdw.text.errors import UserError

_ALL = ("", TOTAL)


class InformedIntruder:
    """`Same`, with what every edition was made of."""

    def __init__(self, every: Sequence[Edition]) -> None:
        plan = publication.current()
        with private.reader() as connection:
            for edition in every:
                _refuse_without(connection, edition)
            made = [
                prior_editions.assemble(
                    totals.count_cells(connection, one.batches, prior_editions.keys_in(one)), plan
                )
                for one in every
            ]
        self._counts: list[dict[tuple[str, str], list[tuple[Key, float]]]] = []
        for one in made:
            by_place: dict[tuple[str, str], list[tuple[Key, float]]] = {}
            for key, value in zip(one.atoms, one.system.inner.tolist(), strict=True):
                by_place.setdefault((_kind(key), key[1]), []).append((key, value))
            self._counts.append(by_place)
        self._behind = cache(self._found)

    def of(self, number: int, key: Key) -> int:
        """The first edition with exactly these delivered counts behind the cell."""
        mine = self._behind(number, key)
        return next(one for one in range(number + 1) if self._behind(one, key) == mine)

    def _found(self, number: int, key: Key) -> dict[Key, float]:
        inside = self._counts[number].get((_kind(key), key[1]), [])
        return {one: value for one, value in inside if _holds(key, one)}


def _refuse_without(connection: private.Connection, edition: Edition) -> None:
    """Without the batches of an edition nothing is known of what changed.

    Raises:
        UserError: the store does not hold them all.
    """
    asked = edition.batches
    if len(sql.run(connection, "chosen_batches", batches=list(asked)).fetchall()) < len(asked):
        raise UserError("privacy.no_batches", label=edition.label)


def _kind(key: Key) -> str:
    """Stocks run on from period to period, so they are known together."""
    return "stock" if key[0] in STOCKS else key[0]


def _holds(key: Key, one: Key) -> bool:
    _, _, period, method, group = key
    return key[0] in STOCKS or (
        periods.parse(period).contains(periods.parse(one[2]))
        and (method in _ALL or one[3] in (method, *_ALL))
        and (group in _ALL or one[4] in (group, *_ALL))
    )
