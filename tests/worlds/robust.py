"""Work in processes of its own, which a test may kill. Started from a server that has everything imported."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import time
from multiprocessing.process import BaseProcess
from pathlib import Path

from filelock import FileLock

from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.production.store import private
from sdw.reference.areas import regions
from tests.worlds.patience import LONG

HEADER = "regio;periode;methode;doelgroep;beginstand;gestart;beeindigd;eindstand;duurzaam_geplaatst"
METHODS = ("ips", "jobcoaching", "werk_als_beste_zorg", "overig")
GROUPS = ("uwv", "gemeente", "overig")
#: Cells of one delivery: every region, method and client group, five measures.
CELLS = len(regions.CODES) * len(METHODS) * len(GROUPS) * 5

_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["sdw.production.steward.import_file", "sdw.production.publishing.publish"])


def delivery(folder: Path, year: int) -> Path:
    """A good file of all regions over one year."""
    path = folder / f"levering-{year}.csv"
    keys = (
        f"{region};{year};{method};{group}" for region in regions.CODES for method in METHODS for group in GROUPS
    )
    path.write_text("\n".join([HEADER, *(f"{key};40;97;30;107;25" for key in keys)]) + "\n", encoding="utf-8")
    return path


def importing(store: Path, file: Path) -> BaseProcess:
    """A process that imports the file; exit code 0 when it was accepted."""
    return _started(_import, store, file)


def publishing(store: Path, label: str) -> BaseProcess:
    """A process that publishes an edition."""
    return _started(_publish, store, label)


def _started(target: object, *words: object) -> BaseProcess:
    process = _processes.Process(target=target, args=words)  # type: ignore[arg-type]
    process.start()
    return process


def wait_until_asked(store: Path) -> None:
    """Until a process of ours asked for the lock of this store."""
    while not _asked(store).exists():
        time.sleep(0.02)


def _asked(store: Path) -> Path:
    return store.parent / "asked"


def _at(store: Path) -> None:
    """Work in this store, as patient as the machine is busy, and leave a sign when the lock is asked."""
    os.environ["SDW_STORE"] = str(store)
    private.PATIENCE = LONG

    class Asking(FileLock):
        def acquire(self, *words: object, **more: object) -> object:  # type: ignore[override]
            _asked(store).touch()
            return super().acquire(*words, **more)  # type: ignore[arg-type]

    private.FileLock = Asking  # type: ignore[misc]


def _import(store: Path, file: Path) -> None:
    _at(store)
    raise SystemExit(0 if import_file.import_file(file).ok else 1)


def _publish(store: Path, label: str) -> None:
    _at(store)
    publish.publish(label)


class Watch:
    """Hears from the kernel whether any process opens a file (inotify), however short."""

    _OPEN = 0x20

    def __init__(self, path: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._handle = libc.inotify_init1(os.O_NONBLOCK)
        if libc.inotify_add_watch(self._handle, os.fsencode(path), self._OPEN) < 0:
            raise OSError(ctypes.get_errno(), "inotify", str(path))

    def opened(self) -> bool:
        """True when the file was opened since the last time it was asked."""
        try:
            return bool(os.read(self._handle, 4096))
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Stop hearing."""
        os.close(self._handle)
