"""The one place where cells are protected: counts in, the same counts out with some withheld.

Everything that is published afterwards (ratios, intervals, bounds, sentences, drawings) is
calculated from what leaves this room, so it cannot tell more than the cells do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sdw.reference.status import Status


@dataclass(frozen=True, slots=True)
class Cell:
    """One count of people or trajectories. `covered`: the regions in a national count, else empty."""

    measure: str
    region: str
    period: str
    method: str
    client_group: str
    value: float | None
    status: Status
    covered: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What the cell is about: measure, region, period, method, client group."""
        return self.measure, self.region, self.period, self.method, self.client_group


def is_primary(value: float | None, threshold: int) -> bool:
    """True for a count of 1 to `threshold` - 1: few enough to recognise people. A true zero is shown."""
    return value is not None and 0 < value < threshold


def protect(cells: Iterable[Cell], *, threshold: int, rounding: int = 0) -> list[Cell]:
    """The cells with every small count withheld, and the rest rounded where rounding is on.

    `rounding` 0 is off; 5 rounds to the nearest multiple of five.
    """
    return [_protected(cell, threshold, rounding) for cell in cells]


def _protected(cell: Cell, threshold: int, rounding: int) -> Cell:
    if cell.value is None:
        return cell
    if is_primary(cell.value, threshold):
        return replace(cell, value=None, status=Status.SUPPRESSED)
    return replace(cell, value=rounding * round(cell.value / rounding)) if rounding else cell
