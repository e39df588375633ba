"""tau-Argus (pytauargus, its own process) and this engine agree on the cheapest pattern."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from sdw.disclosure.optimum import optimum
from tests.worlds.patience import LONG
from tests.worlds.privacy import synthetic, synthetic_keys

BATCH = """<OPENTABLEDATA> "table.tab"
<OPENMETADATA> "table.rda"
<SPECIFYTABLE> {names}|"freq"||
<SAFETYRULE>
<READTABLE>
<SUPPRESS> OPT(1,5)
<WRITETABLE> (1,5,SO+,"out.tab")
"""


def _tau_argus(folder: Path, cells: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Run tau-Argus's optimal method; one row per cell with its status."""
    cells.to_csv(folder / "table.tab", sep=";", header=False, index=False)
    meta = ['<SEPARATOR> ";"', '<SAFE> "S"', '<UNSAFE> "U"', '<PROTECT> "Z"']
    for key in keys:
        meta += [key, "<RECODEABLE>", '<TOTCODE> "Total"']
    meta += ["freq", "<NUMERIC>", "<DECIMALS> 0", "state", "<STATUS>"]
    meta += ["low", "<NUMERIC> <LOWERPL>", "high", "<NUMERIC> <UPPERPL>"]
    (folder / "table.rda").write_text("\n".join(meta) + "\n")
    names = "".join(f'"{key}"' for key in keys)
    (folder / "batch.arb").write_text(BATCH.format(names=names))
    script = "from pytauargus.engine import run_batch; run_batch('batch.arb')"
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, timeout=LONG, check=False
    )
    out = folder / "out.tab"
    if ran.returncode or not out.exists():
        pytest.skip(f"tau-Argus does not run here: {ran.stderr.strip()[-300:]}")
    told = pd.read_csv(out, sep=";", header=None, dtype=str)
    return told.set_axis([*keys, "value", "freq", "cost", "state", "low", "high"], axis="columns")


@pytest.mark.parametrize("size", [180, 540])
def test_tau_argus_finds_the_same_optimum(size: int, tmp_path: Path) -> None:
    system, facts = synthetic(size), synthetic_keys(size).reset_index(drop=True)
    keys = [column for column in facts.columns if column != "table"]
    cells = facts[keys].astype("string").fillna("Total")
    value, primary = system.cells.value, system.cells.primary
    cells["freq"] = value.astype(int)
    cells["state"] = ["U" if p else "Z" if v == 0 else "S" for p, v in zip(primary, value, strict=True)]
    cells["low"] = (value - system.cells.lower).astype(int)
    cells["high"] = (system.cells.upper - value).astype(int)
    told = _tau_argus(tmp_path, cells, keys)
    state = told["state"].str.strip().str.upper()
    assert (state == "U").sum() == primary.sum()
    assert told.loc[state == "M", "value"].astype(float).sum() == optimum(system).cost
