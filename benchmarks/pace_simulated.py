"""`python -m benchmarks.pace_simulated`: how often a pace holds where a year ended, in simulated worlds.

Writes `data/reference/pace_simulated.csv`, which Verantwoording shows, and prints the table of docs/methods.md.
Seeded: the same every time, and a test does it again.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence

from sdw.reference.documents import simulated
from sdw.reference.tables import DATA
from tests.worlds import pace

WORLDS = 300


def main() -> None:
    """Write the file, and print the table."""
    found = rows()
    (DATA / simulated.FILE).write_text(text(found), encoding="utf-8", newline="")
    sys.stdout.write(table(found))


def rows(worlds: int = WORLDS) -> list[dict[str, str]]:
    """A row for each kind of world: percentages with two decimals, so that rounding them rounds once."""
    found = []
    for world in pace.WORLDS:
        row = {"world": world.id, "drawn": str(worlds), "break": str(int(world.stop != 1))}
        for level in (0.80, 0.95):
            held = pace.coverage(world, worlds, level)
            for who in ("run_rate", "regions", "nation"):
                row[f"{who}_{level:.0%}".rstrip("%")] = f"{100 * getattr(held, who):.2f}"
        found.append(row)
    return found


def text(found: Sequence[dict[str, str]]) -> str:
    """The rows as the file holds them."""
    told = io.StringIO()
    head = ("world", "drawn", "break", *simulated.COLUMNS)
    writer = csv.DictWriter(told, head, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
    return told.getvalue()


def table(found: Sequence[dict[str, str]]) -> str:
    """The rows as docs/methods.md holds them: whole percents at 80% / 95%."""
    names = {world.id: world.name for world in pace.WORLDS}
    lines = ["| world | run rate, regions | pace, regions | pace, nation |", "|---|---:|---:|---:|"]
    for row in found:
        cells = (
            f"{float(row[f'{who}_80']):.0f} / {float(row[f'{who}_95']):.0f}"
            for who in ("run_rate", "regions", "nation")
        )
        lines.append(f"| {names[row['world']]} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
