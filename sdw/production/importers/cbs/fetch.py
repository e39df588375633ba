"""Getting the newest edition of a table from CBS, where there is a network."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sdw.exchange.table_result import Identity
from sdw.reference.series.refusal import refusal

#: Seconds to connect, and seconds without a byte, before we say that there is no network.
TIMEOUT = (10, 60)

_TABLE_ID = re.compile(r"[0-9]{4,6}[A-Za-z0-9_]{0,8}")
_NOT_THERE = 404

Download = Callable[..., Any]
#: Reads a whole folder, as any file from outside is read; UserError when it is not understood or not whole.
Read = Callable[[Path], Identity]


def fetch(table_id: str, folder: Path, read: Read, *, download: Download | None = None) -> Identity:
    """Downloads `table_id` into `folder` (a dump in JSON) and returns which table it is, once `read` took it.

    The old contents of `folder` stay until the new table is whole. Without a network, for an unknown
    table and for an answer that is not understood: UserError. `download` stands in for
    `cbsodata.download_data` in tests.
    """
    if not _TABLE_ID.fullmatch(table_id):
        raise refusal("cbs.fetch_id", table=table_id)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".cbs-") as place:
        new = Path(place) / "nieuw"
        _download(table_id, new, download)
        table = read(new)
        if table.table.lower() != table_id.lower():
            raise refusal("cbs.fetch_answer", table=table_id)
        _replace(folder, new, Path(place) / "oud")
    return table


def _download(table_id: str, folder: Path, download: Download | None) -> None:
    # Only here: both take long to import, and nothing else in the house talks to a network.
    import cbsodata
    import requests

    try:
        (download or cbsodata.download_data)(table_id, dir=str(folder), typed=True, timeout=TIMEOUT)
    except requests.HTTPError as error:
        unknown = str(_NOT_THERE) in str(error)
        raise refusal("cbs.fetch_unknown" if unknown else "cbs.fetch_answer", table=table_id) from error
    except requests.exceptions.JSONDecodeError as error:
        raise refusal("cbs.fetch_answer", table=table_id) from error
    except requests.RequestException as error:
        raise refusal("cbs.fetch_network", table=table_id) from error
    except (ValueError, KeyError) as error:
        raise refusal("cbs.fetch_answer", table=table_id) from error


def _replace(folder: Path, new: Path, old: Path) -> None:
    """`new` in the place of `folder`; when that fails, the old one is put back."""
    if folder.exists():
        folder.replace(old)
    try:
        new.replace(folder)
    except OSError:
        if old.exists():
            old.replace(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
