"""Tables of Statistics Netherlands (CBS): reads them whole, in any form a person has them in, or refuses them.

The readers are imported when they are asked for: a page needs only the names of sectors and series, and
pyarrow and numpy, which the readers need, take half a second to import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sdw.production.importers.cbs.forms import read, recognises
    from sdw.production.importers.cbs.table import CbsTable

__all__ = ["CbsTable", "read", "recognises"]


def __getattr__(name: str) -> Any:
    """The readers and their table, at first use (PEP 562)."""
    if name not in __all__:
        raise AttributeError(name)
    from sdw.production.importers.cbs import forms, table

    return getattr(table if name == "CbsTable" else forms, name)
