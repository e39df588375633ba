"""Worlds that many tests read: each is published once per test run, by whichever process asks for it first.

A module asks in a fixture of its own (`scope="module"`), so that nothing a test replaces is in the world:

    @pytest.fixture(scope="module")
    def edition(shared: Shared) -> Edition:
        return shared.edition("examples")

The folder belongs to everyone: a test that changes its store takes a copy. At the end of a run it is checked that
the stores are what was published.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.edition.paths import ROOT
from tests.worlds import absence, edition, ips_edition, ten

Build = Callable[[Path], object]


class Shared:
    """Worlds under one folder, which all processes of a test run know."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._found: set[str] = set()

    def __call__(self, name: str) -> Path:
        """The folder of the store with this name.

        Raises:
            KeyError: there is no such world.
        """
        return self.made(name, WORLDS[name])

    def made(self, name: str, build: Build) -> Path:
        """The folder that `build` filled, once; the name is of this world alone."""
        folder, ready = self._root / name, self._root / f"{name}.ready"
        if name in self._found:
            return folder
        self._root.mkdir(parents=True, exist_ok=True)
        with (self._root / f"{name}.lock").open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            if not ready.exists():
                shutil.rmtree(folder, ignore_errors=True)  # of a build that failed
                folder.mkdir()
                build(folder)
                ready.write_text(_digest(folder), encoding="utf-8")
        self._found.add(name)
        return folder

    def edition(self, name: str) -> Edition:
        """The newest edition of this world."""
        with edition.store_at(self(name)):
            return editions.find()

    def copy(self, name: str, folder: Path) -> Path:
        """A copy in `folder`, to change."""
        shutil.copytree(self(name), folder, dirs_exist_ok=True)
        return folder

    def changed(self) -> list[str]:
        """The worlds that this process used and that are no longer what was published."""
        return [
            name
            for name in sorted(self._found)
            if _digest(self._root / name) != (self._root / f"{name}.ready").read_text(encoding="utf-8")
        ]


def _digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*.duckdb")):
        found.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def _first_start(folder: Path, *options: str) -> None:
    """What a first start makes of the data that ship: the command itself, as people give it."""
    settings = {name: value for name, value in os.environ.items() if name not in ("SDW_EDITION", "SDW_PUBLIC")}
    subprocess.run(
        [sys.executable, "-m", "sdw", "start", "--build-only", *options],
        cwd=ROOT,
        env=settings | {"SDW_STORE": str(folder)},
        check=True,
        capture_output=True,
    )


#: Every shared world by name.
WORLDS: dict[str, Build] = {
    "shipped": _first_start,
    "real": lambda folder: _first_start(folder, "--without-examples"),
    "examples": edition.build,
    "empty": edition.build_empty,
    "one_region": edition.build_one_region,
    "absence": absence.build,
    "absence_and_region": absence.build_with_region,
    "absence_and_examples": absence.build_with_examples,
    "outcomes": ips_edition.build,
    **{name: partial(ten.build, name) for name in (*ten.NAMES, "no_durable")},
}
