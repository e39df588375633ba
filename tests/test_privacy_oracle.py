"""tau-Argus (pytauargus, its own process) and this engine agree on the cheapest pattern of the shared instances."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from sdw.privacy.optimum import optimum
from sdw.privacy.system import LinearSystem
from tests.worlds.privacy import SDC, synthetic

# tau-Argus reads a table of all cells with totals; it writes each cell with its status.
SCRIPT = """
import json, sys
from pathlib import Path
from pytauargus.engine import run_batch
import logging
logging.disable(logging.CRITICAL)
engine = run_batch("batch.arb")
"""


def _files(folder: Path, system: LinearSystem, keys: list[list[str]], names: list[str]) -> None:
    cells = system.cells
    lines = []
    for cell, key in enumerate(keys):
        status = "u" if cells.primary[cell] else ("z" if cells.value[cell] == 0 else "s")
        low, high = cells.value[cell] - cells.lower[cell], cells.upper[cell] - cells.value[cell]
        lines.append(";".join([*key, f"{cells.value[cell]:.0f}", status, f"{low:.0f}", f"{high:.0f}"]))
    (folder / "table.tab").write_text("\n".join(lines) + "\n")
    meta = ['<SEPARATOR> ";"', '<SAFE> "S"', '<UNSAFE> "U"', '<PROTECT> "Z"']
    for name in names:
        meta += [name, "<RECODEABLE>", '<TOTCODE> "Total"']
    meta += ["freq", "<NUMERIC>", "state", "<STATUS>", "low", "<NUMERIC> <LOWERPL>", "high", "<NUMERIC> <UPPERPL>"]
    (folder / "table.rda").write_text("\n".join(meta) + "\n")
    quoted = "".join(f'"{name}"' for name in names)
    (folder / "batch.arb").write_text(
        '<OPENTABLEDATA> "table.tab"\n<OPENMETADATA> "table.rda"\n'
        f'<SPECIFYTABLE> {quoted}|"freq"||\n<SAFETYRULE>\n<READTABLE>\n'
        '<SUPPRESS> OPT(1,5)\n<WRITETABLE> (1,5,SO+,"out.tab")\n'
    )
