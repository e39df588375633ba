"""`make hostile`: mutated and hostile files through the reader of the page; a line for each, and a table of kinds.

`python -m tests.hostile_run [MUTATED] [HARMFUL]`. Resumable: a file whose line is in `build/hostile.csv` is not
read again.
"""

from __future__ import annotations

import atexit
import csv
import logging
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sdw.dissemination.ui.pages.data import file_check
from sdw.edition.editions import Edition
from sdw.exchange.limits import COMMAND, PAGE
from sdw.exchange.pool import readers
from sdw.exchange.result import FileResult
from sdw.reference.status import Status
from sdw.text.errors import UserError
from tests import ROOT
from tests.worlds import edition, hostile, mutations, second_reader
from tests.worlds.mutations import Case

OUT = ROOT / "build" / "hostile.csv"
HEAD = ("number", "kind", "outcome", "seconds", "processor", "memory")
OUTCOMES = ("read", "refused", "stopped", "fell over", "traceback", "wrong")
#: Sentences with which a reader is stopped, and the one of a reader that ended by itself.
_STOPPED, _FELL = ("te veel geheugen", "duurt te lang"), "stopte plotseling"
#: The most that one file may take: seconds of the processor, MB resident.
SECONDS, MEMORY = 10, 500


def outcome(case: Case) -> str:
    """One of `OUTCOMES`. Wrong: accepted, with other figures than a second reader finds in the same bytes.

    Where that one makes no table of them, the figures must be those of the original.
    """
    try:
        found = file_check.of_page(case.data, "levering", _edition())
        _shown(found)
    except UserError:
        return "refused"
    except Exception as bug:  # noqa: BLE001  (counted as a traceback, and told)
        sys.stdout.write(f"{case.kind}: {bug!r}\n")
        return "traceback"
    if not found.ok:
        text = found.problems[0].text
        if _FELL in text:
            return "fell over"
        return "stopped" if any(words in text for words in _STOPPED) else "refused"
    return "read" if _right(case) else "wrong"


@cache
def _edition() -> Edition:
    """The edition beside which the page compares a file."""
    folder = Path(tempfile.mkdtemp(prefix="sdw-hostile-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return edition.build(folder)


def _shown(found: FileResult) -> None:
    """All that the page makes of a result."""
    logging.getLogger("streamlit").setLevel(logging.CRITICAL)  # it misses a browser
    file_check.report(found)


def _right(case: Case) -> bool:
    said = second_reader.figures(case.data)
    if said is None and case.original is not None:
        said = second_reader.figures(case.original)
    return said is not None and figures(case.data) == said


def figures(data: bytes) -> list[second_reader.Figure]:
    """Every figure that our reader finds in a file, in the words and the order of the second reader.

    With room to spare: a file that the page took with little time left would now and then be stopped here.
    """
    found = readers().read(data, "levering", limits=COMMAND, figures=True)
    assert isinstance(found, FileResult)
    tables = {name: table.to_pylist() for name, table in found.tables.items()}
    lines = {row["line"]: row for row in tables["lines"]}
    places = {row["place"]: row for row in tables["places"]}
    moments = {row["moment"]: row["period"] for row in tables["moments"]}
    made: list[second_reader.Figure] = []
    for cell in tables["cells"]:
        place = places[lines[cell["line"]]["place"]]
        key = (place["region"], moments[lines[cell["line"]]["moment"]], place["method"], place["client_group"])
        if cell["status"] != Status.NOT_DELIVERED:
            plain = [second_reader.plain(text) for text in (cell["measure"], *key)]
            made.append((plain[0], cell["value"], plain[1], plain[2], plain[3], plain[4]))
    return sorted(made, key=str)


def lines(make: Callable[[int], Case], count: int, known: set[str], start: str) -> Iterator[tuple[object, ...]]:
    """A line for each case that has none yet; the others are not even made."""
    for index in range(count):
        number = f"{start}{index}"
        if number not in known:
            case = make(index)
            used: list[dict[str, float]] = []
            clock: list[float] = []
            began = time.perf_counter()

            def ended(told: dict[str, float], used: Any = used, clock: Any = clock, began: float = began) -> None:
                used.append(told)
                clock.append(time.perf_counter() - began)

            readers().on_end = ended
            said = outcome(case)
            if not used and len(case.data) <= PAGE.bytes:
                said = "traceback"  # a reader of which nobody knows how it ended was not measured
            first = (
                used[0] if used else {"seconds": 0.0, "memory": 0}
            )  # the reading of the page, not those after it
            yield (
                number,
                case.kind,
                said,
                f"{clock[0] if clock else 0.0:.2f}",
                f"{first['seconds']:.2f}",
                int(first["memory"]) // 1024**2,
            )


def table(rows: list[dict[str, str]]) -> str:
    """Per kind of file: how many, what became of them, and the most that one took."""
    kinds: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        kinds[row["kind"]].append(row)
    out = [
        "| kind | files | " + " | ".join(OUTCOMES) + " | most s (processor) | most s (clock) | most MB |",
        "|---" * (len(OUTCOMES) + 5) + "|",
    ]
    for kind, found in [*sorted(kinds.items()), ("**all**", rows)]:
        counts = " | ".join(str(sum(row["outcome"] == one for row in found)) for one in OUTCOMES)
        seconds, clock, memory = (
            max(float(row[name]) for row in found) for name in ("processor", "seconds", "memory")
        )
        out.append(f"| {kind} | {len(found)} | {counts} | {seconds:.1f} | {clock:.1f} | {memory:.0f} |")
    return "\n".join(out) + "\n"


def main(mutated: int = 5_000, harmful: int = 300) -> int:
    """Run what was not run yet; 1 when a file was read wrongly, ended in a traceback, or took too much."""
    OUT.parent.mkdir(exist_ok=True)
    if not OUT.exists():
        OUT.write_text(",".join(HEAD) + "\n", encoding="utf-8")
    _edition()  # made, and the readers started, before any file is timed
    figures(hostile.sheet_of(hostile.HEADER, [hostile.ROW]))
    with OUT.open(encoding="utf-8") as file:
        known = {row["number"] for row in csv.DictReader(file)}
    with OUT.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for make, count, start in ((mutations.one_harmful, harmful, "h"), (mutations.one_mutated, mutated, "m")):
            for line in lines(make, count, known, start):
                writer.writerow(line)
                file.flush()
    with OUT.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    sys.stdout.write(table(rows))
    return 1 if any(map(is_bad, rows)) else 0


def is_bad(row: dict[str, str]) -> bool:
    """True for a file that was read wrongly, ended in a traceback, or took too much."""
    over = float(row["processor"]) > SECONDS or int(row["memory"]) > MEMORY
    return over or row["outcome"] in ("traceback", "wrong", "fell over")


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
