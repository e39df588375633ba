"""A state: what somebody says of a region, gemeente, priority, decision or activity on a day, and its source.

States stand beside the counts and never among them: nothing is added up from them at publication.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any

from sdw.reference.areas.regions import NATION


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state as it was delivered; '' or None where a dataset has no such part, or it was left open.

    `dataset`: an id of `states.ALL`. `covenant` and `priority`: the version and the number of the speerpunt.
    `region`: a code, or NL. `municipality`: its code, and `place` its name then. `element`: of the borging.
    `meeting` and `number`: which decision, or which activity. `day`: since when, or when it was seen. `state`: a
    code of the closed list of the dataset. `statement`: what was decided, or is meant to be reached. `evidence`:
    what shows it, or what came of it. `due`: by when. `amount` of `unit`: never people. `certainty`: a code.
    """

    dataset: str
    covenant: str = ""
    priority: int = 0
    region: str = NATION
    municipality: str = ""
    place: str = ""
    element: str = ""
    meeting: dt.date | None = None
    number: int = 0
    day: dt.date
    state: str
    statement: str = ""
    evidence: str = ""
    owner: str = ""
    target_group: str = ""
    due: dt.date | None = None
    amount: float | None = None
    unit: str = ""
    certainty: str = ""
    source: str = ""
    url: str = ""
    origin: str = ""

    @property
    def is_example(self) -> bool:
        """True for what is invented: the word "voorbeeld" goes with it wherever it is shown."""
        return self.origin == "voorbeeld"

    @property
    def subject(self) -> tuple[Any, ...]:
        """Of what it is the state: equal for states of the same thing on other days."""
        return tuple(getattr(self, name) for name in SUBJECT)

    @property
    def unit_of_delivery(self) -> tuple[str, str, str]:
        """Region, period (none) and part: what a later delivery of the same takes the place of."""
        return self.region, "", "|".join(map(str, (*self.subject, self.day.isoformat())))


#: What tells one thing from another, and the columns of a state in the order of store and edition.
SUBJECT = ("covenant", "priority", "municipality", "element", "meeting", "number")
COLUMNS = tuple(one.name for one in fields(State))
DAYS = ("meeting", "day", "due")
NUMBERS = ("priority", "number")
