"""Settings that all tests share: fixed seeds, printed when a property breaks; no deadlines on a busy machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.worlds.shared import Shared

settings.register_profile("sdw", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("sdw")


@pytest.fixture(scope="session", autouse=True)
def _no_store_of_a_person(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever ran `make run` before has a store beside the tests: nothing of it is read or changed here."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SDW_STORE", str(tmp_path_factory.mktemp("store")))
        yield


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """The worlds that many tests read, each made once for all processes of this run."""
    base = tmp_path_factory.getbasetemp()
    worlds = Shared((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "worlds")
    yield worlds
    assert worlds.changed() == [], "a test changed a world that others read too"


@pytest.fixture(scope="session")
def ten(shared: Shared) -> Shared:
    """Name of one of the ten worlds → the folder of its store."""
    return shared
