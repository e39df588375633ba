"""Makes the stored files of the format of today: `python -m tests.worlds.stored_format`, once, before it changes.

The same deliveries as in format 1, published anew: first without the correction that is its last batch, then with
it.
"""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

from sdw.edition import paths
from sdw.edition.formats import known
from sdw.production.publishing import publish
from sdw.production.store import backups, private
from tests import GOLDEN
from tests.worlds.edition import store_at

FORMATS = GOLDEN / "formats"
OLD, NEW = "2026-voorjaar", "2026-najaar"


def make() -> Path:
    """The stored file of the current format, in its place."""
    target = FORMATS / str(known.CURRENT) / "store.zip"
    if target.exists():
        raise SystemExit(f"{target} is there already, and never changes")
    with tempfile.TemporaryDirectory() as folder, store_at(Path(folder)):
        with zipfile.ZipFile(FORMATS / "1" / "store.zip") as stored:
            stored.extract("private.duckdb", folder)
        with private.writer() as connection:
            corrected = max(row[0] for row in private.batches(connection))
            private.undo(connection, corrected)
        publish.publish(OLD)
        with private.writer() as connection:
            connection.execute("UPDATE batch SET undone_at = NULL WHERE batch_id = $1", [corrected])
        publish.publish(NEW)
        for left in paths.backups_folder().glob("*.zip"):
            left.unlink()
        target.parent.mkdir(parents=True)
        backups.backup().rename(target)
        target.chmod(0o644)
    return target


if __name__ == "__main__":
    make()
