"""Write the example deliveries again: `python -m data.examples.generate` from the root of the project.

The result is always the same; a test proves that the shipped files are what this writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.examples import outcomes, pledges, states, trajectories

HERE = Path(__file__).parent
#: What was delivered of trajectories for the edition of the spring, and for that of the autumn.
TRAJECTORIES_FILES = tuple(HERE / f"trajecten_voorbeeld_{season}.csv" for season in ("voorjaar", "najaar"))
OUTCOMES_FILE = HERE / "uitkomsten_voorbeeld.csv"
PLEDGES_FILE = HERE / "toezeggingen_voorbeeld.csv"

TRAJECTORIES_HEADER = (
    *("regio", "periode", "methode", "doelgroep"),
    *("beginstand", "gestart", "beeindigd", "eindstand", "duurzaam_geplaatst"),
)
OUTCOMES_HEADER = (
    *("regio", "startperiode", "methode", "doelgroep", "maanden"),
    *("cohort", "gevolgd", "werk_1u", "werk_12u"),
)


def trajectories_csv() -> tuple[str, str]:
    """The texts of the trajectories files: all up to the newest half-year of the spring, as it was said at first;
    then that half-year again and the newest, provisional (`*`), without the late region.
    """
    rows = trajectories.build()
    first = trajectories.told_at_first(rows)
    later = [row for row in rows if row.period >= trajectories.SPRING]
    kept = [row for row in later if (row.region, row.period) != trajectories.LATE]
    return _trajectories(first, trajectories.SPRING), _trajectories(kept, trajectories.PROVISIONAL)


def _trajectories(rows: Sequence[trajectories.Row], provisional: str) -> str:
    lines = [";".join(TRAJECTORIES_HEADER)]
    for row in rows:
        key = (row.region, row.period, row.method, row.client_group)
        mark = "*" if row.period == provisional else ""
        counts = [f"{count}{mark}" for count in (row.begin, row.started, row.ended, row.end, row.durable)]
        counts[-1] = trajectories.DURABLE_WORDS.get(key, counts[-1])
        lines.append(";".join((*key, *counts)))
    return "\n".join(lines) + "\n"


def outcomes_csv() -> str:
    """The text of the outcomes file."""
    lines = [";".join(OUTCOMES_HEADER)]
    lines += [
        f"{row.region};{row.period};{row.method};{row.client_group};{row.months};"
        f"{row.cohort};{row.followed};{row.work_1h};{row.work_12h}"
        for row in outcomes.build()
    ]
    return "\n".join(lines) + "\n"


def pledges_csv() -> str:
    """The text of the pledges file."""
    lines = [f"{one.region};{pledges.YEAR};{one.measure};{one.value}" for one in pledges.build()]
    return "\n".join(["regio;jaar;maat;waarde", *lines]) + "\n"


def written() -> dict[Path, str]:
    """Every file with its text."""
    both = dict(zip(TRAJECTORIES_FILES, trajectories_csv(), strict=True))
    both |= {OUTCOMES_FILE: outcomes_csv(), PLEDGES_FILE: pledges_csv()}
    return both | {HERE / name: states.csv_of(list(rows())) for name, rows in states.FILES.items()}


def main() -> None:
    """Write all files."""
    for path, text in written().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
