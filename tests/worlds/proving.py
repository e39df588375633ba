"""The worlds over which protection is proven: what ships, the ten, series of editions, and random ones.

Each is made by the real importer and the real publication, in a store of its own.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.production.steward import import_file, start
from sdw.reference import plan
from sdw.reference.areas import regions
from tests.worlds import deliveries, examples, statuses, ten
from tests.worlds import store as world
from tests.worlds.edition import context
from tests.worlds.statuses import Rows

SERIES, RANDOM = 60, 500
#: Deliverers that attack a random world: so many, or all of fewer.
INTRUDERS = 3


@dataclass(frozen=True, slots=True)
class World:
    """A world with its name and seed. `build` publishes its editions, oldest first, in the store that is set.

    places: the regions that attack it with what they delivered. insider: somebody attacks who knows what changed.
    """

    name: str
    kind: str
    seed: int
    build: Callable[[Path], list[Edition]]
    places: Sequence[str]
    insider: bool = False

    @property
    def attacks(self) -> list[str]:
        """The names of its attacks: plain, insider, and `as AM01` for a region."""
        return ["plain", *(["insider"] if self.insider else []), *(f"as {place}" for place in self.places)]


def every() -> Iterator[World]:
    """All worlds: what ships first, then the random ones."""
    yield World("shipped", "de meegeleverde uitgaven", 0, lambda _: _shipped(), regions.CODES, insider=True)
    for name, change in (("one region", _in_one_region), ("everywhere", _in_a_tenth)):
        build = partial(_shipped_twice, change=change)
        yield World(f"shipped, {name}", "twee uitgaven van het voorbeeld", 3, build, ("AM05", "AM12"), insider=True)
    for seed in range(RANDOM):
        yield random_world(seed)
    for name in ten.NAMES:
        yield World(name, "de tien werelden", 0, partial(_one_of_ten, name), _delivering(ten.WORLDS[name]()[0]))
    yield World("rounded", "twee afgeronde uitgaven", 1, lambda _: _rounded(), ())
    for seed in range(SERIES):
        yield series(seed)


def series(seed: int) -> World:
    """Two or three editions of a random world, around corrections."""
    files = _series(seed)
    kind = "twee uitgaven na elkaar" if len(files) == 2 else "drie uitgaven na elkaar"
    places = _intruders(files[-1], seed)[:1]
    return World(f"series {seed}", kind, seed, partial(_published, files, []), places, insider=True)


def random_world(seed: int) -> World:
    """One edition of a random world, with outcomes and with the context of regions in some."""
    rows = statuses.trajectories(seed)
    followed = statuses.outcomes(seed) if seed % 4 == 0 else []
    build = partial(_published, [rows], followed, beside=seed % 5 == 0)
    return World(f"random {seed}", "willekeurige werelden", seed, build, _intruders(rows, seed))


def _shipped() -> list[Edition]:
    list(start.build())
    return list(reversed(editions.every()))


def _shipped_twice(folder: Path, change: Callable[[list[str], random.Random], list[str]]) -> list[Edition]:
    lines = examples.lines()
    out = []
    for number, text in enumerate((lines, [lines[0], *change(lines[1:], random.Random(3))])):
        path = folder / f"levering-{number}.csv"
        path.write_text("\n".join(text) + "\n", encoding="utf-8")
        _taken(path)
        out.append(publish.publish(f"2026-na-{number}"))
    return out


def _in_one_region(lines: list[str], chance: random.Random) -> list[str]:
    return [_other_placement(line, chance, 0.5) if line.startswith("AM20") else line for line in lines]


def _in_a_tenth(lines: list[str], chance: random.Random) -> list[str]:
    return [_other_placement(line, chance, 0.1) for line in lines]


def _other_placement(line: str, chance: random.Random, share: float) -> str:
    *before, placed = line.split(";")
    if chance.random() < share and placed.isdigit() and int(placed):
        placed = str(max(0, int(placed) + chance.choice((-1, 1))))
    return ";".join([*before, placed])


def _one_of_ten(name: str, folder: Path) -> list[Edition]:
    return [ten.build(name, folder)]


def _rounded() -> list[Edition]:
    """Two editions around a correction, of which the plan rounds the counts to multiples of 5."""
    with pytest.MonkeyPatch.context() as patch:
        chosen = replace(plan.current(), rounding=5)
        patch.setattr(plan, "current", lambda: chosen)
        rows = deliveries.delivery(1, regions.CODES[:5], size=(1, 1), started_around=(0.6, 1.4))
        out = []
        for number, more in enumerate((0, 3)):
            for row in rows:
                if row["region"] == regions.CODES[0] and row["measure"] == "duurzaam_geplaatst":
                    row["value"] = float(str(row["value"])) + more
            world.deliver(rows, name=f"levering-{number}.csv")
            out.append(publish.publish(f"2026-na-{number}"))
        return out


def _series(seed: int) -> list[Rows]:
    chance = random.Random(10_000 + seed)
    files = [statuses.trajectories(20_000 + seed)]
    if len({row["region"] for row in files[0]}) > 1 and seed % 3 == 0:  # a region that delivers later
        late = chance.choice(sorted({str(row["region"]) for row in files[0]}))
        files.insert(0, [dict(row) for row in files[0] if row["region"] != late])
    while len(files) < 2 + (seed % 3 == 1):
        files.append(statuses.possible(statuses.corrected(files[-1], chance)))
    return files


def _published(files: Sequence[Rows], followed: Rows, folder: Path, *, beside: bool = False) -> list[Edition]:
    """An edition after each of these deliveries, read from files by the importer."""
    if beside:
        world.deliver(context(), dataset="context", origin="openbaar", name="context.csv")
    if followed:
        _taken(statuses.write(followed, folder / "uitkomsten.csv"))
    out = []
    for number, rows in enumerate(files):
        _taken(statuses.write(rows, folder / f"levering-{number}.csv"))
        out.append(publish.publish(f"2026-na-{number}"))
    return out


def _taken(path: Path) -> None:
    receipt = import_file.import_file(path, accept=True)
    if not receipt.ok:
        raise AssertionError(f"the importer refuses {path.name}: {receipt.lines[:3]}")


def _delivering(rows: Rows) -> list[str]:
    return sorted({str(row["region"]) for row in rows})


def _intruders(rows: Rows, seed: int) -> list[str]:
    places = _delivering(rows)
    return sorted(random.Random(seed).sample(places, min(INTRUDERS, len(places))))
