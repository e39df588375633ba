"""A copy of the product with one measure more, `uitval`, added by docs/recipes.md, and used from file to attack.

`python -m tests.worlds.new_measure` runs inside the copy and prints what came of it.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests import ROOT

MEASURE, WHOLE = "uitval", "beeindigd"
PERIODS = ("2025-H1", "2025-H2")
PLACES = tuple(f"AM{number:02}" for number in (1, 2, 3, 5, 6, 7))
#: All who stopped dropped out; nobody did; all but two did: each tells of a group.
ALL, NOBODY, ALL_BUT_TWO = ("AM02", "2025-H1"), ("AM03", "2025-H1"), ("AM05", "2025-H2")

_DECLARED = """        Measure(
            "uitval",
            "Uitval",
            "Het aantal mensen van wie het traject in de periode stopte zonder werk.",
            part_of=("beeindigd",),
            counts="trajectories",
            required_since="2027",
        ),
"""
_INDICATOR = """DROPPED_OUT = Indicator(
    id="uitval",
    label="Uitval",
    short="uitval",
    definition="Trajecten die in de periode stopten zonder werk.",
    numerator="trajecten die zonder werk stopten",
    unit=Unit.TRAJECTORIES,
    decimals=0,
    better=Better.LOWER,
    formula=Count("trajecten", ("uitval",)),
    sources=REGIONS,
)
"""
#: The recipe: file, the text after which something is added, and what. One piece for each step.
RECIPE = (
    (
        "sdw/reference/datasets/catalogue.py",
        '            part_of=("beginstand", "gestart"),\n            target=True,\n        ),\n',
        _DECLARED,
    ),
    ("sdw/indicators/catalogue.py", 'CONTEXT = ("regio-context",)\n\n', _INDICATOR),
    ("sdw/indicators/catalogue.py", "    ENDED,\n    CLOSING,\n", "    DROPPED_OUT,\n"),
)


def house(folder: Path) -> Path:
    """A copy of the product in which the recipe was followed."""
    for part in ("sdw", "data"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name, after, added in RECIPE:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(after) >= 1, f"{name}: the place that the recipe names is gone"
        path.write_text(text.replace(after, after + added, 1), encoding="utf-8")
    return folder


def run(folder: Path, *asked: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A Python module inside the copy, on a store of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SDW_")}
    environment |= {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", "SDW_STORE": str(folder / "store"), **more}
    return subprocess.run(
        [sys.executable, "-m", *asked], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def rows() -> Iterator[dict[str, object]]:
    """Six regions over two half-years; ledgers balance and carry over."""
    chance = random.Random(11)
    for place in PLACES:
        running = size = chance.randint(50, 90)
        for period in PERIODS:
            started, ended = chance.randint(size // 2, size), chance.randint(size // 3, size // 2)
            special = {ALL: ended, NOBODY: 0, ALL_BUT_TWO: ended - 2}
            yield {
                "regio": place,
                "periode": period,
                "methode": "totaal",
                "doelgroep": "totaal",
                "beginstand": running,
                "gestart": started,
                "beeindigd": ended,
                "eindstand": running + started - ended,
                "duurzaam_geplaatst": started // 3,
                MEASURE: special.get((place, period), round(ended * chance.uniform(0.4, 0.6))),
            }
            running += started - ended


def written(path: Path, lines: list[dict[str, object]]) -> Path:
    """These rows as a file with semicolons."""
    names = list(lines[0])
    text = "\n".join([";".join(names), *(";".join(str(line[name]) for name in names) for line in lines)])
    path.write_text(text + "\n", encoding="utf-8")
    return path


def main() -> None:
    """Publish what is in the store, and tell what is shown of the measure and what an attack finds."""
    from sdw.dissemination.attack import attack
    from sdw.edition import figures
    from sdw.production.publishing import publish

    edition = publish.publish("2026-najaar")
    found = attack.on(edition)
    shown = {
        name: {f"{one.region}|{one.period}": [one.value, one.status.value] for one in cells}
        for name in (MEASURE, WHOLE)
        for cells in [[one for one in figures.select(edition, name) if one.method == one.client_group == "totaal"]]
    }
    told = {
        "shown": shown,
        "hidden": found.hidden,
        "found": sorted({one.key[0] for one in found.findings}),
        "pinned": ["|".join(one.key) for one in found.pinned],
        "narrow": ["|".join(one.key) for one in found.narrow],
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
