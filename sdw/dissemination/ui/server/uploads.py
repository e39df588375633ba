"""How much visitors may hand over at once: files to check are held in memory until they are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from starlette.types import Scope
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

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


def let_go() -> None:
    """Forget the files of the visitor for whom this runs: what was read need not be held."""
    manager, context = _manager(), get_script_run_ctx()
    if manager is not None and context is not None:
        manager.remove_session_files(context.session_id)


def _held(visitor: str) -> int:
    """Make room among the files of this visitor, the oldest first; the status that what all hold leads to."""
    manager = _manager()
    if manager is None:
        return 0
    mine = list(manager.file_storage.get(visitor, {}))
    for oldest in mine[: len(mine) - PER_VISITOR + 1]:
        manager.remove_file(visitor, oldest)
    held = sum(len(file.data) for files in manager.file_storage.copy().values() for file in files.copy().values())
    return 503 if held > ALTOGETHER else 0


def _manager() -> MemoryUploadedFileManager | None:
    """Where Streamlit holds files; None outside a server."""
    manager = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    return manager if isinstance(manager, MemoryUploadedFileManager) else None
