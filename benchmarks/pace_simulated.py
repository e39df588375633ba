"""`python -m benchmarks.pace_simulated`: the table of docs/methods.md on how often a pace holds where a year ended.

Seeded: the same table every time. The test of the same name repeats a part of it.
"""

from __future__ import annotations

import sys

from tests.worlds import pace

WORLDS = 300


def main() -> None:
    """Print the table."""
    sys.stdout.write("| world | run rate, regions | pace, regions | pace, nation |\n|---|---:|---:|---:|\n")
    for world in pace.WORLDS:
        wide, narrow = (pace.coverage(world, WORLDS, level) for level in (0.95, 0.80))
        cells = (
            f"{100 * getattr(narrow, name):.0f} / {100 * getattr(wide, name):.0f}"
            for name in ("run_rate", "regions", "nation")
        )
        sys.stdout.write(f"| {world.name} | {' | '.join(cells)} |\n")


if __name__ == "__main__":
    main()
