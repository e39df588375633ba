"""No test asserts how long something took, or waits a fixed time: on a busy machine that tells nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
FILES = [path for path in sorted(FOLDER.rglob("*.py")) if path.name not in ("screenshots.py", Path(__file__).name)]
_CLOCK = r"time\.(?:process_time|perf_counter|monotonic|time)\(\)"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_e8_nothing_is_timed_and_every_wait_is_for_a_state(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert not re.search(rf"assert [^\n]*{_CLOCK}", code), "a timed assertion: measure it in benchmarks"
    assert "wait_for_timeout(" not in code, "a fixed wait in a browser: wait for what must come (browser.settle)"
    short = [int(text.replace("_", "")) for text in re.findall(r"timeout=([0-9_]+)\b", code)]
    assert all(seconds >= 60 for seconds in short), "a short limit: use tests.worlds.patience.LONG"
    assert not re.search(r"\.(?:join|wait)\([0-9.]+\)", code), "a wait of a fixed time"
