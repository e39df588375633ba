"""A zip with files of the store, the digest of each, and what their seals said."""

from __future__ import annotations

import datetime as dt
import json
import os
import zipfile
import zlib
from pathlib import Path

from sdw.edition import faults, paths, seals
from sdw.edition.approval import parties
from sdw.text.errors import UserError

_DIGESTS = "digests.json"
#: Folder → what the files in it end on.
_KINDS = (
    ("editions", ".duckdb"),
    ("editions", ".release.json"),
    ("editions", ".corrections.jsonl"),
    ("concepts", ".duckdb"),
    ("agreement", ".jsonl"),
    ("agreement", ".differences.json"),
)
_SEALS = "seals.json"  # what the seals said when the backup was made, by name of the file


def files() -> dict[str, Path]:
    """The private store, every edition and concept, and how they were agreed: name in a zip → file."""
    found = {"private.duckdb": paths.private_file()} if paths.private_file().is_file() else {}
    found |= {
        f"{folder}/{path.name}": path
        for folder, ending in _KINDS
        for path in sorted((paths.folder() / folder).glob(f"*{ending}"))
    }
    own = paths.folder() / parties.FILE
    return found | ({own.name: own} if own.is_file() else {})


def is_known(name: str) -> bool:
    """True for a name that a file in a backup can have."""
    parts = Path(name).parts
    if ".." in parts:
        return False
    alone = len(parts) == 1 and name in ("private.duckdb", parties.FILE)
    return alone or (len(parts) == 2 and any(parts[0] == one and name.endswith(end) for one, end in _KINDS))


def is_sealed(name: str) -> bool:
    """True for a file that has a seal of its own."""
    return name.endswith(".duckdb")


def write(files: dict[str, Path], sealed: dict[str, str]) -> Path:
    """A zip with these files and their digests: beside its place, read back, then renamed.

    Raises:
        UserError: it could not be read back; there is no zip then.
    """
    folder = paths.backups_folder()
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    stamp = dt.datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
    path, beside = folder / f"{stamp}.zip", folder / f".{stamp}.tmp"
    digests = {name: seals.digest(file) for name, file in files.items()}
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, file in files.items():
                archive.write(file, name)
            archive.writestr(_DIGESTS, json.dumps(digests))
            archive.writestr(_SEALS, json.dumps(sealed))
        with zipfile.ZipFile(beside) as archive:
            if any(_read_back(archive, name) != digests[name] for name in digests):
                raise UserError("store.backup_unread", name=path.name)
        beside.rename(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def as_they_are() -> Path:
    """A zip of the store as it is, with the seals that there are, whatever these say."""
    there = files()
    kept = {name: seals.path_of(file) for name, file in there.items() if is_sealed(name)}
    return write(there, {name: seal.read_text(encoding="utf-8") for name, seal in kept.items() if seal.is_file()})


def unpack(path: Path, scratch: Path) -> tuple[list[str], dict[str, str]]:
    """Unpack only the names that a backup can hold, and check each against its digest; also the seals.

    Raises:
        UserError: the file is no backup, or is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            digests: dict[str, str] = json.loads(archive.read(_DIGESTS))
            sealed: dict[str, str] = json.loads(archive.read(_SEALS)) if _SEALS in archive.namelist() else {}
            for name in digests:
                if not is_known(name):
                    raise UserError("store.bad_backup", name=path.name)
                archive.extract(name, scratch)
                (scratch / name).chmod(0o644 if name.startswith("editions/") else 0o600)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError) as error:
        raise faults.of_file(error, "store.bad_backup", path.name) from error
    for name, digest in digests.items():
        if seals.digest(scratch / name) != digest:
            raise UserError("store.damaged_backup", name=path.name, file=name)
    return list(digests), sealed


def _read_back(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return seals.digest_of(file)
