"""What a file for a hall costs: a whole set, made anew, beside the floor of its parts: the drawings alone."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.measuring import best, sets, shipped, spent
from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.exports.hall import writer


def measure() -> Iterator[tuple[str, float, str]]:
    """(what, figure, unit): the target is a second for a file, and two megabytes."""
    with shipped() as edition:
        first = spent(lambda: writer.of(deck.of(edition, "stuurgroep")))
        yield "hall file, the first of a process", first, "ms CPU"
        for name, region in sets():

            def whole(name: str = name, region: str = region) -> str:
                deck.of.cache_clear()
                return writer.of(deck.of(edition, name, (), region))

            yield f"hall file, set {name}", best(whole), "ms CPU"
            yield f"hall file, set {name}", len(whole().encode()) / 1000, "kB"
            made = deck.of(edition, name, (), region)
            yield (
                f"its {len(made.slides) + 1} drawings alone",
                best(lambda made=made: [slide.make(300, 200) for slide in (*made.slides, made.map)]),
                "ms CPU",
            )
