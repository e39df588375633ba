"""Writing an edition: beside its place, synced, then renamed. A reader sees all of it or nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from sdw.edition import editions, files, paths, seals
from sdw.edition.approval import release
from sdw.edition.figure_row import Contents
from sdw.edition.formats import two
from sdw.text.errors import UserError


def write(label: str, contents: Contents, *, is_concept: bool = False) -> Path:
    """Write a new edition and return its path. A concept goes to the folder of concepts, and its manifest says that
    it needs agreement: among the editions it is shown only with a record of that (`approval/release.py`).

    Raises:
        UserError: the label is malformed or in use; nothing is written then.
    """
    path = free_path(label, is_concept=is_concept)
    _sweep(path.parent)
    needed = {release.NEEDED: "1"} if is_concept else {}
    beside = path.with_name(f".{label}.{os.getpid()}.tmp")
    try:
        two.fill(beside, replace(contents, facts={**contents.facts, "label": label} | needed))
        _sync(beside)
        try:
            # A link fails when the name was taken meanwhile; a rename would overwrite an edition.
            os.link(beside, path)
        except FileExistsError as error:
            raise UserError("store.label_in_use", label=label) from error
        _sync(path.parent)
        seals.put(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def free_path(label: str, *, is_concept: bool = False) -> Path:
    """Where an edition with this label will be; refuses a malformed label or one in use, by a concept too."""
    if not editions.is_label(label):
        raise UserError("store.bad_label", label=label[:40])
    if is_used(label):
        raise UserError("store.label_in_use", label=label)
    folder = paths.concepts_folder() if is_concept else paths.editions_folder()
    folder.mkdir(mode=0o700 if is_concept else 0o777, parents=True, exist_ok=True)
    return folder / f"{label}.duckdb"


def is_used(label: str) -> bool:
    """True for a label that an edition or a concept has."""
    return any(
        (folder / f"{label}.duckdb").exists() for folder in (paths.editions_folder(), paths.concepts_folder())
    )


def _sweep(folder: Path) -> None:
    """Remove what a publish that was killed left half-written; another that still runs keeps its file."""
    for left in folder.glob(".*.tmp*"):
        writer = left.name.split(".tmp")[0].rpartition(".")[2]
        if not writer.isdecimal() or int(writer) == os.getpid() or not files.is_running(int(writer)):
            left.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
