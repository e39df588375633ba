"""The guard against data about persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sdw.text.dutch import say


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the guard sees it."""

    label: str
    header: str
    texts: Sequence[str]
    counts: np.ndarray
    declared: bool
    measure: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """A column that looks like data about persons."""

    column: str
    kind: str

    @property
    def text(self) -> str:
        """The Dutch sentence."""
        return say(f"person.finding_{self.kind}")


def inspect(columns: Sequence[Column]) -> list[Finding]:
    """Findings."""
    return []
