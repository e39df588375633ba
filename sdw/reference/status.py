"""What a cell *is*. Zero, unknown and hidden never look alike."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Status(StrEnum):
    """The six statuses of a figure (design: Words)."""

    VALUE = "waarde"
    PROVISIONAL = "voorlopig"
    SUPPRESSED = "afgeschermd"
    NOT_DELIVERED = "niet_aangeleverd"
    UNKNOWN = "onbekend"
    NOT_APPLICABLE = "nvt"

    @property
    def has_value(self) -> bool:
        """True for the two statuses that come with a number."""
        return self in (Status.VALUE, Status.PROVISIONAL)


#: Which missing part gives its status to a sum (rules: Adding up).
_MISSING_FIRST = (Status.SUPPRESSED, Status.NOT_DELIVERED, Status.UNKNOWN)


def of_sum(parts: Iterable[Status]) -> Status:
    """The status of a sum. `nvt` parts do not count; a sum of nothing but `nvt` is `nvt`."""
    counted = {part for part in parts if part is not Status.NOT_APPLICABLE}
    for missing in _MISSING_FIRST:
        if missing in counted:
            return missing
    if Status.PROVISIONAL in counted:
        return Status.PROVISIONAL
    return Status.VALUE if counted else Status.NOT_APPLICABLE
