"""Format 1: sentences where a number belongs, taken apart by its own queries and by nothing else.

New editions are not written in it. Its layout is needed to make a published edition again, for its digest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sdw.edition.figure_row import Row
from sdw.edition.formats import columns
from sdw.edition.formats.format import Format, queries


def _table(rows: Sequence[Row]) -> Any:
    import pyarrow as pa  # half a second: only writing an edition needs it

    texts = {
        "coverage": ["" if row.delivered is None else f"{row.delivered[0]}/{row.delivered[1]}" for row in rows],
        "source": [_source(row) for row in rows],
        "origin": [row.origin for row in rows],
    }
    return pa.table(columns.common(rows) | {name: pa.array(cells, pa.string()) for name, cells in texts.items()})


def _source(row: Row) -> str:
    """As it was written then, whatever the words of today are."""
    *most, last = row.carried_from or ("",)
    if not last:
        return row.cited.words
    labels = f"{', '.join(most)} en {last}" if most else last
    return f"{row.cited.words}; waarde uit uitgave {labels} (correctie volgt)"


FORMAT = Format(1, queries(1), _table)
