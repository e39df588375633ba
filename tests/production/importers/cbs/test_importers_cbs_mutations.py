"""Property: a damaged StatLine download is either read right or refused. Never read wrongly, never a traceback.

Right means: every figure read stands in the undamaged table under the same period, unit, status and labels.
Where a header row of a topic *group* is gone, nothing in a file can tell; then the topic itself must be right.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable

import pytest

from sdw.production.importers.cbs.statline import tidy
from sdw.text.errors import UserError
from tests.worlds import cbs as world

SAMPLES = world.SHARED / "statline_samples"
TABLES = world.ALL | {path.name: path.read_bytes() for path in sorted(SAMPLES.glob("*.csv"))}
ROUNDS = 2_000
SEED = 20261122

Rows = list[list[str]]
Mutation = Callable[[random.Random, bytes], bytes]

_DECIMAL = re.compile(r"\s*-?\d+[.,]\d+\s*")
_TURN = str.maketrans(".,", ",.")


def rows(data: bytes) -> tuple[Rows, str]:
    """The lines of a file as cells, without their quotes, and its line end."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    end = "\r\n" if "\r\n" in text else "\n"
    return [[cell.strip('"') for cell in line.split(";")] for line in text.split(end)[:-1]], end


def written(found: Rows, end: str, encoding: str = "utf-8") -> bytes:
    return "".join(";".join(f'"{cell}"' for cell in row) + end for row in found).encode(encoding, "replace")


def header(found: Rows) -> list[int]:
    """The first lines, up to eight: title, header rows and a first line of figures or two."""
    return list(range(min(8, len(found))))


def cut_header_row(chance: random.Random, data: bytes) -> bytes:
    found, end = rows(data)
    del found[chance.choice(header(found))]
    return written(found, end)


def double_column(chance: random.Random, data: bytes) -> bytes:
    found, end = rows(data)
    width = max(map(len, found))
    column = chance.randrange(width)
    place = chance.choice([column, width, 0])
    return written([[*row[:place], row[column], *row[place:]] if len(row) == width else row for row in found], end)


def turn_decimals(chance: random.Random, data: bytes) -> bytes:
    """Turns the sign of one decimal figure, or of all; without any, puts a sign into whole numbers."""
    found, end = rows(data)
    places = [
        (line, column)
        for line, row in enumerate(found)
        for column, cell in enumerate(row)
        if _DECIMAL.fullmatch(cell)
    ]
    whole = not places
    if whole:
        places = [
            (line, column)
            for line, row in enumerate(found)
            for column, cell in enumerate(row)
            if column and re.fullmatch(r"\d{4,}", cell)
        ]
    if not places:
        return data
    for line, column in places if chance.random() < 0.3 else [chance.choice(places)]:
        cell = found[line][column]
        found[line][column] = f"{cell[:-3]}.{cell[-3:]}" if whole else cell.translate(_TURN)
    return written(found, end)


def move_footer(chance: random.Random, data: bytes) -> bytes:
    found, end = rows(data)
    footer = found.pop()
    padded = footer + [""] * (max(map(len, found)) - 1) if len(footer) == 1 and chance.random() < 0.5 else footer
    found.insert(chance.randrange(len(found)), padded)
    return written(found, end)


ENCODINGS = [
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "utf-8-sig",
    "cp850",
    "cp437",
    "mac_roman",
    "utf-7",
    "cp500",
]


def encode_otherwise(chance: random.Random, data: bytes) -> bytes:
    found, end = rows(data)
    encoding = chance.choice(ENCODINGS)
    text = written(found, end)
    if chance.random() < 0.4:
        # Opened in the wrong encoding and saved again.
        return text.decode(encoding, "replace").encode("utf-8")
    return text.decode("utf-8").encode(encoding, "replace")


def halve(chance: random.Random, data: bytes) -> bytes:
    found, end = rows(data)
    middle = len(found) // 2
    return chance.choice(
        [data[: len(data) // 2], data[len(data) // 2 :], written(found[:middle], end), written(found[middle:], end)]
    )


def cut_anywhere(chance: random.Random, data: bytes) -> bytes:
    place = chance.randrange(len(data))
    return chance.choice([data[:place], data[place:]])


def drop_lines(chance: random.Random, data: bytes) -> bytes:
    found, end = rows(data)
    first = chance.randrange(len(found))
    del found[first : first + chance.randrange(1, 20)]
    return written(found, end)


def double_line(chance: random.Random, data: bytes) -> bytes:
    found, end = rows(data)
    found.insert(chance.randrange(len(found) + 1), list(chance.choice(found)))
    return written(found, end)


def swap_figure_lines(chance: random.Random, data: bytes) -> bytes:
    found, end = rows(data)
    one, other = chance.sample(range(min(7, len(found) - 2), len(found)), 2)
    found[one], found[other] = found[other], found[one]
    return written(found, end)


def lose_signs(chance: random.Random, data: bytes) -> bytes:
    found, end = rows(data)
    text = written(found, end)
    for _ in range(chance.randrange(1, 4)):
        place = chance.choice([found.start() for found in re.finditer(rb'[";\n]', text)])
        text = text[:place] + chance.choice([b"", b";", b'"']) + text[place + 1 :]
    return text


MUTATIONS: tuple[Mutation, ...] = (
    cut_header_row,
    double_column,
    turn_decimals,
    move_footer,
    encode_otherwise,
    halve,
    cut_anywhere,
    drop_lines,
    double_line,
    swap_figure_lines,
    lose_signs,
)


def stands_in(read: world.Fact, whole: set[tuple[object, ...]]) -> bool:
    """True when the fact stands in the undamaged table, its topic perhaps without one of its groups."""
    dimensions, topic, *rest = read
    path = tuple(topic.split(" / "))
    return any((frozenset(dimensions), each, *rest) in whole for each in [path]) or any(
        known[0] == frozenset(dimensions) and known[2:] == tuple(rest) and _within(path, known[1])  # type: ignore[arg-type]
        for known in whole
    )


def _within(path: tuple[str, ...], known: tuple[str, ...]) -> bool:
    steps = iter(known)
    return path[-1] == known[-1] and all(step in steps for step in path)


@pytest.mark.slow
def test_two_thousand_damaged_downloads_are_read_right_or_refused() -> None:
    chance = random.Random(SEED)
    whole = {
        name: {
            (frozenset(fact[0]), tuple(fact[1].split(" / ")), *fact[2:])
            for fact in world.facts(tidy.read(data, name))
        }
        for name, data in TABLES.items()
    }
    outcomes: Counter[str] = Counter()
    for turn in range(ROUNDS):
        name = chance.choice(list(TABLES))
        mutation = MUTATIONS[turn % len(MUTATIONS)]
        damaged = mutation(chance, TABLES[name])
        try:
            found = world.facts(tidy.read(damaged, name))
        except UserError:
            outcomes["refused"] += 1
            continue
        outcomes["read"] += 1
        for fact in found:
            assert stands_in(fact, whole[name]), (SEED, turn, name, mutation.__name__, fact)
    # The test would prove nothing if every file were refused, or none.
    assert outcomes["read"] > ROUNDS / 50
    assert outcomes["refused"] > ROUNDS / 2


@pytest.mark.parametrize("mutation", [cut_header_row, double_column, move_footer, halve])
@pytest.mark.parametrize("name", world.ALL)
def test_damage_is_mostly_seen(mutation: Mutation, name: str) -> None:
    """Of each kind of damage at least one in twenty tries is refused in every layout: the checks are alive."""
    chance = random.Random(SEED)
    refused = 0
    for _ in range(20):
        try:
            tidy.read(mutation(chance, world.ALL[name]), name)
        except UserError:
            refused += 1
    assert refused > 0
