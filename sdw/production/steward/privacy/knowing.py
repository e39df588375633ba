"""The attack as somebody who knows more than what is public: what changed, or what a region delivered itself.

What it knows is read from the private store, so only the steward can attack like this.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from sdw.dissemination.attack import attack
from sdw.dissemination.attack.attack import Attack
from sdw.edition.editions import Edition
from sdw.production.steward.privacy import delivered
from sdw.production.steward.privacy.informed_intruder import InformedIntruder


def on(
    edition: Edition,
    others: Sequence[Edition] = (),
    *,
    exports: Path | None = None,
    sample: int = 0,
    insider: bool = False,
    region: str = "",
    doubted: Collection[str] = (),
    wrong: int = 0,
) -> Attack:
    """As `attacking.on`; nothing of the store is read where nothing more is known.

    insider: as somebody who knows which delivered counts of trajectories changed between the editions, instead of
    guessing it. region: as this region, which knows all that it delivered itself; of trajectories alone.

    Raises:
        UserError: the published figures contradict each other, so that they tell nothing.
    """
    every = attack.in_order(edition, others)
    return attack.on(
        edition,
        others,
        exports=exports,
        sample=sample,
        same=InformedIntruder(every) if insider else None,
        own=delivered.of(region, every) if region else None,
        doubted=doubted,
        wrong=wrong,
    )
