"""`make bench`: every benchmark, one table. Figures depend on the machine; ratios hold everywhere."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from sdw.text.dutch import number


def main(wanted: list[str]) -> int:
    """Run the benchmarks named (all of them without names) and print what they measured."""
    folder = Path(__file__).parent
    names = wanted or sorted(path.stem for path in folder.glob("*_speed.py"))
    for name in names:
        for what, figure, unit in importlib.import_module(f"benchmarks.{name}").measure():
            decimals = 0 if abs(figure) >= 100 else 2
            print(f"{name:<18} {what:<62} {number(figure, decimals):>12} {unit}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
