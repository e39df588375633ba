"""What a file for a hall costs: a whole set, made anew, beside the floor of its parts: the drawings alone."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.exports.hall import writer
from sdw.edition import editions
from sdw.production.steward import start
from sdw.reference.presenting import sets as presenting
from tests.worlds.edition import store_at

_ROUNDS = 5


def _best(make: Callable[[], object]) -> float:
    """CPU milliseconds of the best of some rounds, since others use the machine too."""
    rounds = []
    for _ in range(_ROUNDS):
        before = time.process_time()
        make()
        rounds.append((time.process_time() - before) * 1000)
    return min(rounds)


def measure() -> Iterator[tuple[str, float, str]]:
    """(what, figure, unit): the target is a second for a file, and two megabytes."""
    with tempfile.TemporaryDirectory() as folder, store_at(Path(folder)):
        list(start.build())
        edition = editions.find()
        first = time.process_time()
        writer.of(deck.of(edition, "stuurgroep"))
        yield "hall file, the first of a process", (time.process_time() - first) * 1000, "ms CPU"
        for name, one in presenting.sets().items():
            region = "AM05" if one.is_regional else ""

            def whole(name: str = name, region: str = region) -> str:
                deck.of.cache_clear()
                return writer.of(deck.of(edition, name, (), region))

            yield f"hall file, set {name}", _best(whole), "ms CPU"
            yield f"hall file, set {name}", len(whole().encode()) / 1000, "kB"
            made = deck.of(edition, name, (), region)
            yield (
                f"its {len(made.slides) + 1} drawings alone",
                _best(lambda made=made: [slide.make(300, 200) for slide in (*made.slides, made.map)]),
                "ms CPU",
            )
