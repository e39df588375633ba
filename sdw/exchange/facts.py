"""What comes back of a list of facts that was read in a process apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactList:
    """Facts as read in public sources: each the cells of its line, in the order of `regional_facts.COLUMNS`."""

    name: str
    sha256: str
    rows: tuple[tuple[str, ...], ...]
