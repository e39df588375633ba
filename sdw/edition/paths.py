"""Where the store is, and who may be near it."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]


_DEFAULT = str(ROOT / "store")


def given() -> str:
    """The folder of the store as it was given: SDW_STORE, default `store/`."""
    return os.environ.get("SDW_STORE") or _DEFAULT


def folder() -> Path:
    """The folder with `private.duckdb`, `editions/` and `backups/` (SDW_STORE, default `store/`)."""
    return Path(given()).resolve()


def private_file() -> Path:
    """The private store's file."""
    return folder() / "private.duckdb"


def editions_folder() -> Path:
    """The folder of published editions."""
    return folder() / "editions"


def concepts_folder() -> Path:
    """The folder of what is not public yet: apart, so that nobody who copies the editions takes it along."""
    return folder() / "concepts"


def agreement_folder() -> Path:
    """The folder with what happened to each edition on its way to agreement."""
    return folder() / "agreement"


def letters_folder() -> Path:
    """The folder of letters to regions: with counts that are not public, and in no backup."""
    return folder() / "letters"


def backups_folder() -> Path:
    """The folder of backups."""
    return folder() / "backups"


def seals_folder() -> Path:
    """The folder with the digest of each file of the store."""
    return folder() / "seals"


def url() -> str:
    """Where visitors open the monitor (SDW_URL), without a slash at the end; '' where that is not an address."""
    told = os.environ.get("SDW_URL", "").strip().rstrip("/")
    parts = urlsplit(told)
    return told if parts.scheme in ("http", "https") and parts.netloc and not parts.query else ""


def is_public() -> bool:
    """True in a deployment for visitors (SDW_PUBLIC=1): never near the private store."""
    return os.environ.get("SDW_PUBLIC", "") == "1"


def shows_concepts() -> bool:
    """True where who holds a secret link may be shown a concept: on the steward's own machine, and in a deployment
    for visitors only where that was chosen (SDW_PREVIEW=1)."""
    return not is_public() or os.environ.get("SDW_PREVIEW", "") == "1"
