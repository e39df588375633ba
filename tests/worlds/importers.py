"""Small deliveries for the tests of the importers."""

from __future__ import annotations

from sdw.production.importers.engine import engine
from sdw.production.importers.engine.file_result import CheckedFile

HEADER = "regio;periode;methode;doelgroep;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst"
OUTCOMES = "regio;startperiode;methode;doelgroep;maanden;cohort;gevolgd;werk_1u;werk_12u"


def csv(*rows: str, header: str = HEADER) -> bytes:
    """A CSV file of these rows."""
    return "\n".join([header, *rows, ""]).encode()


def check(*rows: str, header: str = HEADER, **options: object) -> CheckedFile:
    """These rows, read and checked."""
    return engine.read(csv(*rows, header=header), "levering.csv", **options)  # type: ignore[arg-type]


def texts(checked: CheckedFile, severity: str = "error") -> list[str]:
    """The sentences of one severity."""
    return [problem.text for problem in checked.problems if problem.severity == severity]


def values(checked: CheckedFile) -> dict[tuple[str, str], tuple[float | None, str]]:
    """(region, measure) → (value, status)."""
    rows = checked.relation.fetchall()
    return {(row[0], row[6]): (row[7], row[8]) for row in rows}
