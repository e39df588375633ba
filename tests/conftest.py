"""Settings that all tests share: fixed seeds, printed when a property breaks; no deadlines on a busy machine."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.worlds import ten as worlds

settings.register_profile("sdw", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("sdw")


@pytest.fixture(scope="session")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Name of one of the ten worlds → the folder of its store; made once, whichever process asks first."""
    base = tmp_path_factory.getbasetemp()
    return worlds.once((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "ten")
