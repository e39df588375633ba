"""Tests in the tree of what they test; the worlds they share are in `worlds`, the real browser in `browser`."""

from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT, GOLDEN = TESTS.parent, TESTS / "golden"
