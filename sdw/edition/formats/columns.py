"""The columns that figures have in every format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sdw.edition.figure_row import Row


def _types() -> dict[str, Any]:
    import pyarrow as pa  # half a second: only writing an edition needs it

    return {
        **dict.fromkeys(("indicator", "region", "period", "method", "client_group", "sector"), pa.string()),
        "months": pa.int16(),
        "value": pa.float64(),
        "status": pa.string(),
        **dict.fromkeys(("numerator", "denominator", "low", "high", "bound_low", "bound_high"), pa.float64()),
    }


def common(rows: Sequence[Row]) -> dict[str, Any]:
    """Name → array, of what is written the same in every format."""
    import pyarrow as pa

    return {name: pa.array([getattr(row, name) for row in rows], kind) for name, kind in _types().items()}
