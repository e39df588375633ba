"""What benchmarks of exports share: the edition that ships, and the best of some rounds."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.production.steward import start
from sdw.reference.presenting import sets as presenting
from tests.worlds.edition import store_at


@contextmanager
def shipped() -> Iterator[Edition]:
    """The newest edition of a first start, in a store of its own."""
    with tempfile.TemporaryDirectory() as folder, store_at(Path(folder)):
        list(start.build())
        yield editions.find()


def spent(make: Callable[[], object]) -> float:
    """CPU milliseconds of one time."""
    before = time.process_time()
    make()
    return (time.process_time() - before) * 1000


def best(make: Callable[[], object], rounds: int = 5) -> float:
    """CPU milliseconds of the best of some rounds, since others use the machine too."""
    return min(spent(make) for _ in range(rounds))


def sets() -> Iterator[tuple[str, str]]:
    """Every set of slides, and the region of a regional one."""
    for name, one in presenting.sets().items():
        yield name, "AM05" if one.is_regional else ""
