"""A sample of `make hostile`: no traceback, nothing read wrongly, nothing over the limits."""

from __future__ import annotations

import pytest

from sdw.importers.apart.pool import readers
from tests import hostile_run
from tests.worlds import mutations

HEAVY = ("very many rows in a sheet", "a large text", "one text a million times", "millions of empty texts")
CASES = [*mutations.mutated(24, seed=7), *mutations.harmful(20, seed=7)]


@pytest.mark.parametrize("case", [case for case in CASES if case.kind not in HEAVY], ids=lambda case: case.kind)
def test_a2_a_hostile_file_is_read_right_refused_or_stopped(case: mutations.Case) -> None:
    ends: list[dict[str, float]] = []
    readers().on_end = ends.append
    try:
        assert hostile_run.outcome(case) in ("read", "refused", "stopped")
    finally:
        readers().on_end = None
    assert all(end["memory"] < 500 * 1024**2 for end in ends)
