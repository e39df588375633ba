"""Where two sources disagree: shown side by side, never smoothed (`data/reference/conflicts.toml`)."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.reference import tables
from sdw.reference.documents import findings
from sdw.reference.documents.findings import Finding


@dataclass(frozen=True, slots=True)
class Conflict:
    """One disagreement: the findings that differ, each with its own source, and why they may differ."""

    id: str
    title: str
    sides: tuple[Finding, ...]
    explanation: str


ALL: tuple[Conflict, ...] = tuple(
    Conflict(
        entry["id"],
        entry["title"],
        tuple(findings.by_id(finding) for finding in entry["findings"]),
        entry["explanation"],
    )
    for entry in tables.document("reference/conflicts.toml")["conflict"]
)
