"""`make hostile`: mutated and hostile files through the reader of the page; a line for each, and a table of kinds.

`python -m tests.hostile_run [MUTATED] [HARMFUL]`. Resumable: a file whose line is in `build/hostile.csv` is not
read again.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sdw.importers.apart.pool import ReaderError, readers
from sdw.importers.apart.result import FileResult
from sdw.importers.limits import PAGE
from sdw.text.errors import UserError
from tests.worlds import mutations
from tests.worlds.mutations import Case

OUT = Path(__file__).resolve().parents[1] / "build" / "hostile.csv"
HEAD = ("number", "kind", "outcome", "seconds", "processor", "memory")
#: Words of the sentences with which a reader is stopped.
_STOPPED = ("te veel geheugen", "duurt te lang", "stopte plotseling")


def outcome(case: Case) -> str:
    """read, refused, stopped, traceback, or wrong: read, with other figures than the original has."""
    try:
        found = readers().read(case.data, "levering", limits=PAGE, figures=True)
    except UserError:
        return "refused"
    except ReaderError as bug:
        sys.stdout.write(f"{case.kind}: {bug}\n")
        return "traceback"
    assert isinstance(found, FileResult)
    if not found.ok:
        text = found.problems[0].text
        return "stopped" if any(words in text for words in _STOPPED) else "refused"
    if case.original is not None and figures(found) != figures(readers().read(case.original, "x", figures=True)):
        return "wrong"
    return "read"


def figures(found: object) -> list[tuple[object, ...]]:
    """Every figure of a file, in order."""
    assert isinstance(found, FileResult)
    cells = found.tables["cells"].to_pylist()
    return sorted((row["line"], row["measure"], row["value"], row["status"]) for row in cells)


def lines(cases: Iterator[Case], known: set[str], start: str) -> Iterator[tuple[object, ...]]:
    """A line for each case that has none yet."""
    for index, case in enumerate(cases):
        number = f"{start}{index}"
        if number not in known:
            used: list[dict[str, float]] = []
            readers().on_end = used.append
            began = time.perf_counter()
            said = outcome(case)
            clock = time.perf_counter() - began
            first = used[0] if used else {"seconds": 0.0, "memory": 0}
            yield (
                number,
                case.kind,
                said,
                f"{clock:.2f}",
                f"{first['seconds']:.2f}",
                int(first["memory"]) // 1024**2,
            )


def table(rows: list[dict[str, str]]) -> str:
    """Per kind of file: how many, what became of them, and the most that one took."""
    kinds: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        kinds[row["kind"]].append(row)
    outcomes = ("read", "refused", "stopped", "traceback", "wrong")
    out = ["| kind | files | " + " | ".join(outcomes) + " | most s (processor) | most MB |", "|---" * 9 + "|"]
    for kind, found in [*sorted(kinds.items()), ("**all**", rows)]:
        counts = " | ".join(str(sum(row["outcome"] == one for row in found)) for one in outcomes)
        seconds, memory = (max(float(row[name]) for row in found) for name in ("processor", "memory"))
        out.append(f"| {kind} | {len(found)} | {counts} | {seconds:.1f} | {memory:.0f} |")
    return "\n".join(out) + "\n"


def main(mutated: int = 5_000, harmful: int = 300) -> int:
    """Run what was not run yet; 1 when a file was read wrongly, ended in a traceback, or took too much."""
    OUT.parent.mkdir(exist_ok=True)
    if not OUT.exists():
        OUT.write_text(",".join(HEAD) + "\n", encoding="utf-8")
    with OUT.open(encoding="utf-8") as file:
        known = {row["number"] for row in csv.DictReader(file)}
    with OUT.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for cases, start in ((mutations.harmful(harmful), "h"), (mutations.mutated(mutated), "m")):
            for line in lines(cases, known, start):
                writer.writerow(line)
                file.flush()
    with OUT.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    sys.stdout.write(table(rows))
    bad = [row for row in rows if row["outcome"] in ("traceback", "wrong") or int(row["memory"]) > 500]
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
