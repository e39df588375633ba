"""How a reader looks at the regions on Doelen: their order, which of them, and what they are held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdw.dissemination.charts.core.ordering import ORDERS, Order
from sdw.dissemination.charts.targets.reaching import ONLY, Only
from sdw.dissemination.figures.need.yardstick import YARDSTICKS, Yardstick

#: What may be chosen: name in the link → values, the first where nothing is said.
CHOICES: dict[str, tuple[str, ...]] = {"volgorde": ORDERS, "toon": ONLY, "maatlat": YARDSTICKS}


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look."""

    order: Order = "alfabet"
    only: Only = "alle"
    yardstick: Yardstick = "gelijk"

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """What was chosen, by its name in the link; not what holds unsaid."""
        chosen = zip(CHOICES.items(), (self.order, self.only, self.yardstick), strict=True)
        return tuple((name, value) for (name, values), value in chosen if value != values[0])


PLAIN = Look()


def of(said: Mapping[str, str]) -> Look:
    """The look that was chosen. A value that does not exist is our bug: StopIteration."""
    order, only, against = (said.get(name, values[0]) for name, values in CHOICES.items())
    return Look(
        next(one for one in ORDERS if one == order),
        next(one for one in ONLY if one == only),
        next(one for one in YARDSTICKS if one == against),
    )
