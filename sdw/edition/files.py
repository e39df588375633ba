"""Writing files that people asked for: whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Write a file in one step: on a full disk the old one stays, or none. What is no plain file is written to."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    beside = path.with_name(f".{path.name[:200]}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write files into a folder (made when it is not there): all of them, or none; same names are replaced."""
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    scratch = folder / f".{os.getpid()}.tmp"
    try:
        scratch.mkdir()
        names = []
        for name, content in files:
            (scratch / name).write_bytes(content)
            names.append(name)
        return [(scratch / name).replace(folder / name) for name in names]
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        if made:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def is_running(process: int) -> bool:
    """Is there a process with this number? Of a file that carries one: is its writer still at it?"""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it runs, as another user
        return True
    return True
