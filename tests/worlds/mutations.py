"""Files with something wrong in them, made from a seed: damaged, spelled otherwise, or made to do harm."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from sdw.importers import template
from sdw.reference import periods, regions
from tests.worlds import hostile

DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Case:
    """One file: its kind, its bytes, and the original whose figures it must have when it is read."""

    kind: str
    data: bytes
    original: bytes | None


def template_filled() -> bytes:
    """Our own sheet, filled in and saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(template.template(regions.by_code("AM05"), periods.parse("2025-H1"))))
    for row in book["Trajecten"].iter_rows(min_row=2, max_row=13):
        for cell, count in zip(row[4:9], (10, 5, 3, 12, 2), strict=True):
            cell.value = count
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def originals() -> dict[str, bytes]:
    """A small file of every shape that is read."""
    text = ["regio;periode;methode;doelgroep;maat;waarde"]
    text += [
        f"Twente;2025-H{half};ips;{group};gestart;{7 + half}" for half in (1, 2) for group in ("uwv", "gemeente")
    ]
    csv = "\n".join([*text, ""]).encode()
    rows = hostile.ods_row(hostile.HEADER) + hostile.ods_row(hostile.ROW)
    statline = (DATA / "cbs/80072ned.csv").read_bytes()[:4000]
    return {
        "csv": csv,
        "utf-16": csv.decode().encode("utf-16"),
        "xlsx": hostile.sheet_of(hostile.HEADER, [hostile.ROW]),
        "sheet": template_filled(),
        "strict": hostile.as_strict(hostile.sheet_of(hostile.HEADER, [hostile.ROW])),
        "prefix": hostile.sheet_of(hostile.HEADER, [hostile.ROW], "", "x:"),
        "ods": hostile.opendocument(rows),
        "cbs": statline,
        "json": b'{"odata.metadata":"x","value":[{"ID":0,"Perioden":"2020JJ00","Topic_1":4.5}]}',
    }


def _flip(rng: random.Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 3, 20))):
        made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
    return bytes(made)


def _cut(rng: random.Random, data: bytes) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] if rng.random() < 0.6 else data[:start] + data[rng.randrange(start, len(data)) :]


def _double(rng: random.Random, data: bytes) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start : start + rng.randrange(1, 200)] * rng.randrange(2, 5) + data[start:]


def _noise(rng: random.Random, data: bytes) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + rng.randbytes(rng.randrange(1, 64)) + data[start + rng.randrange(0, 64) :]


_BYTES: tuple[Callable[[random.Random, bytes], bytes], ...] = (_flip, _cut, _double, _noise)


def _in_part(rng: random.Random, data: bytes) -> bytes:
    """One part of a packed file changed, and packed again with a right check number."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice([name for name, content in found.items() if content])
    how = rng.choice((*_BYTES, "drop", "empty", "rename"))
    if how == "drop":
        del found[name]
    elif how == "rename":
        found[name.upper()] = found.pop(name)
    else:
        found[name] = b"" if isinstance(how, str) else how(rng, found[name])
    return hostile.packed(found)


_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("<c ", "<c\n  "),
    ('"', "'"),
    ("<row ", "<!-- x --><row "),
    ("</row>", "</row >"),
    ("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'),
    ("<v>", "<v >"),
    ('<row r="2">', '<row spans="1:6" r="2">'),
    ("</sheetData>", '</sheetData><pageMargins left="1"/>'),
    ("<c r=", '<c s="0" r='),
    ("<worksheet", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet'),
)


def _respelled(rng: random.Random) -> bytes:
    """The same sheet in another spelling of XML."""
    made = hostile.sheet([hostile.HEADER, hostile.ROW])
    for old, new in rng.sample(_SPELLINGS, rng.randrange(1, 5)):
        made = made.replace(old, new)
    return hostile.packed(hostile.parts(made))


def mutated(count: int, seed: int = 1) -> Iterator[Case]:
    """So many mutated files, the same for the same seed."""
    shapes = originals()
    spelled = shapes["xlsx"]
    for number in range(count):
        rng = random.Random(f"{seed}-{number}")
        shape = rng.choice(list(shapes))
        data = shapes[shape]
        packed = data.startswith(b"PK")
        if packed and rng.random() < 0.5:
            yield Case(f"{shape}: a part", _in_part(rng, data), None)
        elif shape == "xlsx" and rng.random() < 0.6:
            yield Case("xlsx: spelling", _respelled(rng), spelled)
        else:
            how = rng.choice(_BYTES)
            yield Case(f"{shape}: {how.__name__.strip('_')}", how(rng, data), data if packed else None)


def harmful(count: int, seed: int = 1) -> Iterator[Case]:
    """So many files that are made to exhaust something; kinds take turns, sizes come from the seed."""
    kinds = list(_HARMFUL.items())
    for number in range(count):
        rng = random.Random(f"harm-{seed}-{number}")
        name, make = kinds[number % len(kinds)]
        yield Case(name, make(rng), None)


def _deep(rng: random.Random) -> bytes:
    depth = rng.randrange(10_000, 400_000)
    return hostile.packed(hostile.parts("<a>" * depth + "</a>" * depth))


def _entities(rng: random.Random) -> bytes:
    lines = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 99}">' for n in range(rng.randrange(5, 12))
    )
    made = hostile.sheet([hostile.HEADER, hostile.ROW]).replace("Twente", "&e4;")
    return hostile.packed(hostile.parts(f"<!DOCTYPE x [{lines}]>{made}"))


def _nested(rng: random.Random) -> bytes:
    data = b"0" * 10_000_000
    for level in range(rng.randrange(2, 6)):
        data = hostile.packed({f"x{level}.zip": data, **(hostile.parts("<x/>") if level == 0 else {})})
    return data


def _spaces(rng: random.Random) -> bytes:
    cell = f'<c r="F2"><f>1</f>{" " * rng.randrange(10_000, 2_000_000)}</c>'
    return hostile.sheet_of(hostile.HEADER, [hostile.ROW[:5]], cell)


def _strings(rng: random.Random) -> bytes:
    return hostile.repeated_text(rng.randrange(1_000, 40_000), 10, rng.randrange(1_000, 32_000))


def _tiny_strings(rng: random.Random) -> bytes:
    found = hostile.parts(hostile.sheet([hostile.HEADER, hostile.ROW]))
    found["xl/sharedStrings.xml"] = "<sst>" + "<si><t/></si>" * rng.randrange(500_000, 6_000_000) + "</sst>"
    return hostile.packed(found)


def _long_cell(rng: random.Random) -> bytes:
    return f"regio;periode\n{'x' * rng.randrange(100_000, 15_000_000)};2025\n".encode()


def _wide(rng: random.Random) -> bytes:
    return ";".join(["regio", *map(str, range(rng.randrange(300, 200_000)))]).encode()


def _quotes(rng: random.Random) -> bytes:
    return b"regio;periode;maat;waarde\n" + b'"a;' * rng.randrange(1_000, 3_000_000)


def _repeated(rng: random.Random) -> bytes:
    times, wide = rng.randrange(1, 1_048_577), rng.randrange(1, 16_385)
    return hostile.opendocument(
        hostile.ods_row(hostile.HEADER)
        + f'<table:table-row table:number-rows-repeated="{times}"><table:table-cell office:value-type="float" '
        f'office:value="1" table:number-columns-repeated="{wide}"/></table:table-row>'
    )


def _json(rng: random.Random) -> bytes:
    depth = rng.randrange(1_000, 3_000_000)
    return b'{"odata.metadata":"x","value":' + b"[" * depth + b"]" * depth + b"}"


def _corner(rng: random.Random) -> bytes:
    place = rng.choice(("XFD1048576", "AZ1048576", "GR99999", "A1048576", "XFD2", "Z50000", "GR2500"))
    return hostile.workbook_with_cell(place)


def _lying_zip(rng: random.Random) -> bytes:
    data = bytearray(hostile.sheet_of(hostile.HEADER, [hostile.ROW]))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = rng.randbytes(4)
    return bytes(data)


_HARMFUL: dict[str, Callable[[random.Random], bytes]] = {
    "a far cell": _corner,
    "a boast of a dimension": lambda rng: hostile.workbook_with_dimension("A1:XFD1048576"),
    "very many parts": lambda rng: hostile.many_parts(rng.choice((2_000, 70_000))),
    "very many sheets": lambda rng: hostile.many_sheets(rng.choice((60, 900))),
    "very many rows in a sheet": lambda rng: hostile.sheet_of(
        hostile.HEADER, [hostile.ROW] * rng.choice((60_000, 99_000, 300_000))
    ),
    "a large text": lambda rng: hostile.many_rows(rng.choice((100_000, 400_000, 700_000))),
    "deep XML": _deep,
    "entities": _entities,
    "a zip in a zip": _nested,
    "spaces": _spaces,
    "one text a million times": _strings,
    "millions of empty texts": _tiny_strings,
    "a long cell": _long_cell,
    "very many columns": _wide,
    "open quotes": _quotes,
    "repeated cells in ods": _repeated,
    "deep JSON": _json,
    "a zip that lies": _lying_zip,
    "large rectangles": lambda rng: hostile.wide_sheets(rng.randrange(2, 40), 5_000, "GR"),
    "noise": lambda rng: rng.randbytes(rng.randrange(1, 5_000_000)),
}
