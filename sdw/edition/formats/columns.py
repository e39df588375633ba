"""The columns that figures have in every format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from sdw.edition.figure_row import Row

_TYPES: dict[str, Any] = {
    **dict.fromkeys(("indicator", "region", "period", "method", "client_group", "sector"), pa.string()),
    "months": pa.int16(),
    "value": pa.float64(),
    "status": pa.string(),
    **dict.fromkeys(("numerator", "denominator", "low", "high", "bound_low", "bound_high"), pa.float64()),
}


def common(rows: Sequence[Row]) -> dict[str, Any]:
    """Name → array, of what is written the same in every format."""
    return {name: pa.array([getattr(row, name) for row in rows], kind) for name, kind in _TYPES.items()}
