"""Write the example deliveries again: `python -m data.examples.generate` from the root of the project.

The result is always the same; a test proves that the shipped files are what this writes.
"""

from __future__ import annotations

from pathlib import Path

from data.examples import outcomes, pledges, states, trajectories

HERE = Path(__file__).parent
TRAJECTORIES_FILE = HERE / "trajecten_voorbeeld.csv"
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


def trajectories_csv() -> str:
    """The text of the trajectories file: the late region left out, the newest half-year provisional (`*`)."""
    lines = [";".join(TRAJECTORIES_HEADER)]
    for row in trajectories.build():
        key = (row.region, row.period, row.method, row.client_group)
        if (row.region, row.period) == trajectories.LATE:
            continue
        mark = "*" if row.period == trajectories.PROVISIONAL else ""
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


def main() -> None:
    """Write all files."""
    TRAJECTORIES_FILE.write_text(trajectories_csv(), encoding="utf-8", newline="\n")
    PLEDGES_FILE.write_text(pledges_csv(), encoding="utf-8", newline="\n")
    OUTCOMES_FILE.write_text(outcomes_csv(), encoding="utf-8", newline="\n")
    for name, rows in states.FILES.items():
        (HERE / name).write_text(states.csv_of(list(rows())), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
