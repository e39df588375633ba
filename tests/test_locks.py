"""The lock files: they agree with what we chose, and with what is installed; no file without a digest."""

from __future__ import annotations

import importlib.util
import json
import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests import ROOT

#: What an environment itself is made with.
OF_THE_ENVIRONMENT = {"pip", "setuptools", "wheel"}

_spec = importlib.util.spec_from_file_location("inventory", ROOT / ".ci" / "inventory.py")
assert _spec is not None and _spec.loader is not None
inventory = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(inventory)


def chosen(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and not line.startswith(("-r", "#"))]
    return {inventory.canonical(one.name): str(one.specifier) for one in found}


@pytest.mark.parametrize("kind", ["requirements", "requirements-dev"])
def test_e6_the_lock_has_what_we_chose_in_that_version(kind: str) -> None:
    wanted = chosen(f"{kind}.txt")
    locked = {name: str(one.specifier) for name, one in inventory.locked(ROOT / f"{kind}.lock").items()}
    assert {name: locked.get(name) for name in wanted} == wanted


def test_e6_what_runs_is_what_is_tested() -> None:
    run, dev = (inventory.locked(path) for path in (inventory.RUN, inventory.DEV))
    assert {name: str(one) for name, one in run.items()} == {name: str(dev[name]) for name in run}


@pytest.mark.parametrize("path", [inventory.RUN, inventory.DEV], ids=lambda path: path.name)
def test_e6_every_package_has_digests_for_both_machines_and_no_host_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(index|extra|find|trusted)", text)
    for block in re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE):
        if block.strip():
            assert re.match(r"\S+==\S+", block) and "--hash=sha256:" in block, block[:80]


def test_e6_what_is_installed_is_what_is_locked() -> None:
    installed = {inventory.canonical(one.name): one.version for one in metadata.distributions()}
    locked = {name: str(one.specifier).removeprefix("==") for name, one in inventory.locked(inventory.DEV).items()}
    ours = {name: version for name, version in installed.items() if name not in OF_THE_ENVIRONMENT}
    assert ours == locked


def test_e6_every_licence_is_listed_and_the_bill_of_materials_is_complete() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert page == "".join(f"{line}\n" for line in inventory.licences()), "run: make licences"
    content = json.loads("".join(inventory.sbom()))
    assert content["bomFormat"] == "CycloneDX"
    assert [one["name"] for one in content["components"]] == sorted(inventory.locked(inventory.RUN))
    assert all(one["licenses"][0]["license"]["name"] for one in content["components"])


def test_e6_installing_refuses_what_has_another_digest() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = [line for line in makefile.splitlines() if "pip install" in line]
    assert installs and all("--require-hashes" in line for line in installs)
