"""A count on its way through protection.

Everything that is published afterwards (ratios, intervals, bounds, sentences, drawings) is
calculated from what leaves protection, so it cannot tell more than the cells do.
"""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference.status import Status


@dataclass(frozen=True, slots=True)
class Cell:
    """One count of people or trajectories. `covered`: the regions in a national count, else empty.

    `carried_from`: the older edition when the value is still that of then, else empty; of a count added up from
    others, those of its parts.
    """

    measure: str
    region: str
    period: str
    method: str
    client_group: str
    value: float | None
    status: Status
    covered: tuple[str, ...] = ()
    carried_from: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What the cell is about: measure, region, period, method, client group."""
        return self.measure, self.region, self.period, self.method, self.client_group
