"""What a page costs the server: CPU per run, against an empty page and against the number of imported rows."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import import_speed
from sdw.dissemination.ui import menu
from sdw.edition import editions
from sdw.production.steward import import_file
from tests.worlds.edition import store_at
from tests.worlds.server import ROOT, Server, served
from tests.worlds.wire import runs

RUNS = 30
ROUNDS = 3
FEW, MANY = 1_000, 1_000_000

#: A choice that a reader changes, per page; a page without one is run again as it is.
CHANGES: dict[str, dict[str, str]] = {
    "overzicht": {"periode": "2024"},
    "regiokaart": {"periode": "2024"},
    "doelen": {"periode": "2024"},
    "regio": {"regio": "Twente"},
}


def cost(server: Server, page: str) -> float:
    """CPU milliseconds of one warm run of a page: the best of some rounds, since others use the machine too."""
    change = CHANGES.get(page, {})
    runs(server, page, [change, {}])
    rounds = []
    for _ in range(ROUNDS):
        before = server.cpu()
        runs(server, page, [change if number % 2 else {} for number in range(RUNS - 1)])
        rounds.append((server.cpu() - before) / RUNS * 1000)
    return min(rounds)


def build(store: Path) -> tuple[float, float]:
    """Seconds and CPU seconds of a first start: the store and its first editions from the shipped data."""
    command = [sys.executable, "-m", "sdw", "start", "--build-only"]
    before, begin = os.times(), time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=os.environ | {"SDW_STORE": str(store)}, check=True, capture_output=True)
    seconds, after = time.perf_counter() - begin, os.times()
    return seconds, after.children_user + after.children_system - before.children_user - before.children_system


def beside_rows(scratch: Path, edition: Path, rows: int) -> float:
    """CPU of all pages together in a store with this many imported rows and a copy of one edition."""
    store = scratch / f"store-{rows}"
    store.mkdir()
    with store_at(store):
        receipt = import_file.import_file(import_speed.write(scratch / f"levering-{rows}.csv", rows))
    if not receipt.ok:
        raise RuntimeError("\n".join(receipt.lines[:5]))
    # After the import: a store that lost the deliveries of its editions takes no more in.
    (store / "editions").mkdir(exist_ok=True)
    shutil.copy(edition, store / "editions")
    with served(store) as server:
        return statistics.fmean(cost(server, page.name) for page in menu.ALL)


def measure() -> list[tuple[str, float, str]]:
    """(what, figure, unit) for every page, against an empty page on the same settings in the same run."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        store = scratch / "store"
        seconds, busy = build(store)
        found = [("first start: build the first editions", seconds, "s"), ("  of which CPU", busy, "s")]
        empty = scratch / "empty.py"
        empty.write_text("import streamlit as st\nst.html('leeg')\n", encoding="utf-8")
        with served(store, empty) as server:
            baseline = cost(server, "")
        found.append(("CPU per run, empty page", baseline, "ms"))
        with served(store) as server:
            for page in menu.ALL:
                milliseconds = cost(server, page.name)
                found.append((f"CPU per run, {page.name}", milliseconds, "ms"))
                found.append((f"  {page.name} against an empty page", milliseconds / baseline, "x"))
        with store_at(store):
            edition = editions.find().path
        few, many = (beside_rows(scratch, edition, rows) for rows in (FEW, MANY))
        found.append(("CPU per run, 1,000 imported rows", few, "ms"))
        found.append(("  1,000,000 rows against 1,000, same edition", many / few, "x"))
    return found
