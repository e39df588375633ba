"""Settings that all tests share: fixed seeds, printed when a property breaks; no deadlines on a busy machine."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("sdw", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("sdw")
