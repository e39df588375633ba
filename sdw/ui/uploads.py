"""How much visitors may hand over at once: files to check are held in memory until they are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from starlette.types import Scope
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

#: Files of one visitor, and bytes of all together, that wait to be read; files that come in at one moment.
PER_VISITOR, ALTOGETHER, AT_ONCE = 4, 300_000_000, 8
_PATH = "_stcore/upload_file/"


class Room:
    """Counts what comes in and what is held."""

    def __init__(self) -> None:
        self._coming = 0

    @contextmanager
    def asked(self, scope: Scope) -> Iterator[int]:
        """The status with which another file is refused; 0 when there is room for it, or for any other request."""
        if scope.get("method") not in ("PUT", "POST") or _PATH not in scope["path"]:
            yield 0
            return
        self._coming += 1
        try:
            yield 503 if self._coming > AT_ONCE else _held(scope["path"].split(_PATH, 1)[1].split("/", 1)[0])
        finally:
            self._coming -= 1


def _held(visitor: str) -> int:
    """The status that what is held already leads to."""
    manager = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    if not isinstance(manager, MemoryUploadedFileManager):
        return 0
    if len(manager.file_storage.get(visitor, {})) >= PER_VISITOR:
        return 429
    held = sum(len(file.data) for files in manager.file_storage.copy().values() for file in files.copy().values())
    return 503 if held > ALTOGETHER else 0
