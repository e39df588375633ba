"""What follows from how the counts of trajectories are declared (`datasets/catalogue.py`).

Totals, protection and whoever attacks it ask here, so that no fact of a measure stands twice.
"""

from __future__ import annotations

from sdw.reference.datasets.catalogue import TRAJECTEN

#: Everybody who ran at the start or started: the one count that is made, not delivered.
CARRIED_OUT = "uitgevoerd"

#: A count at the first or the last moment of a period: it does not add up over periods.
STOCKS = tuple(one.id for one in TRAJECTEN.measures if one.over_time != "adds")
#: What happens in a period, and adds up.
FLOWS = tuple(one.id for one in TRAJECTEN.measures if one.over_time == "adds")
#: What is a part of other counts: more of it than of these cannot be.
PARTS = tuple(one.id for one in TRAJECTEN.measures if one.part_of)
#: The ledger of a region: the sum of these counts, each with its sign, is zero.
LEDGER = {one.id: float(one.ledger) for one in TRAJECTEN.measures if one.ledger}
#: All counts of a region and a period: the ledger, what is made of it, and the parts.
COUNTS = (*LEDGER, CARRIED_OUT, *PARTS)
