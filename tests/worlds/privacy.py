"""Small worlds for the tests of cell protection: shared instances and random tables."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse

from sdw.disclosure.primary import mark
from sdw.disclosure.system import Cells, LinearSystem, Table, build

SDC = Path(__file__).parent.parent / "golden" / "sdc"


def ssb(name: str, zeros: int) -> tuple[LinearSystem, np.ndarray, np.ndarray]:
    """An SSBtools example as a system, in R's order of cells; the primary and the suppressed cells of R."""
    data = pd.read_csv(SDC / f"ssbtools_{name}.csv", dtype=str)
    told = pd.read_csv(SDC / f"gauss_{name}_m3_pz{zeros}_none.csv", dtype=str)
    places = [column for column in data.columns if column not in ("hovedint", "ant")]
    rows = []
    for place, income in zip(told["region"], told["hovedint"], strict=True):
        where = (data[places] == place).any(axis=1) if place != "Total" else pd.Series(True, data.index)
        what = (data["hovedint"] == income) | (income == "Total")
        rows.append((where & what).to_numpy(dtype=float))
    inner = data["ant"].astype(float).to_numpy()
    cells = Cells.plain(told["ant"].astype(float).to_numpy())
    primary = (told["primary"] == "TRUE").to_numpy()
    system = LinearSystem(sparse.csr_array(np.array(rows)), cells, inner)
    known = np.zeros(system.size, dtype=bool)
    return system.with_cells(primary=primary, known=known), primary, (told["suppressed"] == "TRUE").to_numpy()


def _synthetic(size: int) -> tuple[LinearSystem, pd.DataFrame]:
    data = pd.read_csv(SDC / f"syn_s0_{size}.csv").rename(columns={"freq": "value"}).assign(measure="n")
    keys = [column for column in data.columns if column not in ("value", "measure")]
    return build(data, [Table("·".join(keep) or "total", keep, {"n": 1.0}) for keep in _subsets(keys)])


def synthetic_keys(size: int) -> pd.DataFrame:
    """The keys of its cells; a missing key is a total."""
    return _synthetic(size)[1]


def synthetic(size: int, lower: int | None = None, upper: int | None = None) -> LinearSystem:
    """The shared synthetic instance of 180 or 540 cells: primary 1..4, required ≤ a − 1 and ≥ 5 (or a ± levels)."""
    system, _ = _synthetic(size)
    value = system.cells.value
    primary = (value >= 1) & (value <= 4)
    low = value - (1 if lower is None else lower)
    high = np.full(len(value), 5.0) if upper is None else value + upper
    return system.with_cells(
        primary=primary, lower=np.where(primary, low, value), upper=np.where(primary, high, value)
    )


def _subsets(keys: list[str]) -> list[tuple[str, ...]]:
    chosen: list[tuple[str, ...]] = [()]
    for key in keys:
        chosen += [(*subset, key) for subset in chosen]
    return chosen


def random_world(seed: int, *, small: bool = False) -> LinearSystem:
    """A random table: 1-4 dimensions, a hierarchy, linked tables, zeros, ones and ties; primaries marked.

    small: so few people that all explanations of what is published can be counted out.
    """
    rng = np.random.default_rng(seed)
    dims = int(rng.integers(1, 3 if small else 5))
    most = 3 if small else {1: 12, 2: 6, 3: 3, 4: 2}[dims]
    shape = tuple(int(n) for n in rng.integers(2, most + 1, dims))
    mean = float(rng.choice([0.7, 1.2] if small else [1.0, 3.0, 8.0, 20.0]))
    value = rng.poisson(rng.gamma(0.7, mean, shape))
    if rng.random() < 0.3:
        value = np.where(rng.random(shape) < 0.5, value, rng.choice([0, 1, 5], shape))
    if small:
        value = np.minimum(value, 3)
    keys = [f"k{axis}" for axis in range(dims)]
    inner = pd.DataFrame({key: index.ravel() for key, index in zip(keys, np.indices(shape), strict=True)})
    inner["value"], inner["measure"] = value.ravel(), "n"
    inner["above"] = inner["k0"] // 2
    margins = _subsets(keys)
    if dims > 2 and rng.random() < 0.5:  # a plan of linked margins instead of the whole cube
        margins = [margin for margin in margins if len(margin) < dims]
    margins += [("above", *(key for key in margin if key != "k0")) for margin in margins if "k0" in margin]
    system, _ = build(inner, [Table("·".join(keep) or "total", keep, {"n": 1.0}) for keep in margins])
    return mark(system, int(rng.choice([3, 5, 10])) if not small else 3)
