"""Files with something wrong in them, made from a seed: damaged, spelled otherwise, or made to do harm."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import openpyxl

from sdw.dissemination.exports import delivery_sheet
from sdw.reference import periods
from sdw.reference.areas import regions
from tests.worlds import hostile

_SAVED = b"2026-01-01T00:00:00Z"
DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Case:
    """One file: its kind, its bytes, and the original whose figures it must have when it is read."""

    kind: str
    data: bytes
    original: bytes | None


def template_filled() -> bytes:
    """Our own sheet, filled in and saved by another program."""
    book = openpyxl.load_workbook(
        io.BytesIO(delivery_sheet.template(regions.by_code("AM05"), periods.parse("2025-H1")))
    )
    for row in book["Trajecten"].iter_rows(min_row=2, max_row=13):
        for cell, count in zip(row[4:9], (10, 5, 3, 12, 2), strict=True):
            cell.value = count
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:  # the moment of saving is left out: the same bytes every time
        found = {
            name: re.sub(rb"20\d\d-\d\d-\d\dT[\d:]+Z", _SAVED, archive.read(name)) for name in archive.namelist()
        }
    return hostile.packed(found)


@cache
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


#: Other ways to write the count 12 in a cell, and cells that hold no count at all.
_COUNTS: tuple[str, ...] = (
    "<c {r}><v>1.2E1</v></c>",
    "<c {r}><v>12.0</v></c>",
    "<c {r}><v>\n 12 </v></c>",
    "<c {r}><v>1<!-- x -->2</v></c>",
    "<c {r}><v><![CDATA[12]]></v></c>",
    "<c {r}><v>1<![CDATA[2]]></v></c>",
    "<c {r}><v>&#49;&#x32;</v></c>",
    "<c {r}><v>1<?x y?>2</v></c>",
    "<c><v>12</v></c>",
    "<c {r}><f>6+6</f><v>12</v></c>",
    '<c {r} t="str"><f>6+6</f><v>12</v></c>',
    '<c {r} t="str"><f>6+6</f><v>1&#50;</v></c>',
    "<c {r}><f>6+6</f></c>",
    "<c {r}><f>6+6</f><v/></c>",
    "<c {r}><v>12</v><f>6+6</f></c>",
    '<c {r} t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r></is></c>',
    '<c {r} t="inlineStr"><is><t>1<!-- x -->2</t></is></c>',
    '<c {r} t="inlineStr"><is><t><![CDATA[12]]></t></is></c>',
    '<c {r} t="inlineStr"><is><t>1</t><rPh sb="0" eb="1"><t>2</t></rPh></is></c>',
    '<c {r} t="inlineStr"><is><t>1.234</t></is></c>',
    '<c {r} t="inlineStr"><is><t>&lt;10</t></is></c>',
    '<c {r} t="inlineStr"><is><t>x</t></is></c>',
    '<c {r} t="b"><v>1</v></c>',
    '<c {r} t="e"><v>#N/A</v></c>',
    '<c {r} t="d"><v>2025-01-01</v></c>',
    '<c {r} t="s"><v>12</v></c>',
    '<c {r} t="n"><v>12</v><extLst><ext><v>99</v></ext></extLst></c>',
    "<c {r}><v>-12</v></c>",
    "<c {r}><v>12.5</v></c>",
    "<c {r}><v>1e400</v></c>",
    "<c {r}><v>NaN</v></c>",
    "<c {r}><v>12</v><v>13</v></c>",
    "<c {r}><v>12</v></c><c {r}><v>13</v></c>",
    '<c r="G2"><v>12</v></c>',
    '<c r="F3"><v>12</v></c>',
    '<c r="f2"><v>12</v></c>',
    '<c r="$F$2"><v>12</v></c>',
    '<c {r} s="7"><v>12</v></c>',
    '<mc:AlternateContent xmlns:mc="x"><mc:Choice><c {r}><v>12</v></c></mc:Choice></mc:AlternateContent>',
)
_ODS_COUNTS: tuple[str, ...] = (
    '<table:table-cell office:value-type="float" office:value="1.2E1"><text:p>12</text:p></table:table-cell>',
    '<table:table-cell office:value-type="float" office:value="12"><text:p>13</text:p></table:table-cell>',
    '<table:table-cell office:value-type="float" office:value="12"/>',
    '<table:table-cell office:value-type="string"><text:p>1<text:span>2</text:span></text:p></table:table-cell>',
    '<table:table-cell office:value-type="string"><text:p>1<!-- x -->2</text:p></table:table-cell>',
    '<table:table-cell office:value-type="string"><text:p>1</text:p><text:p>2</text:p></table:table-cell>',
    '<table:table-cell office:value-type="string"><text:p>1<![CDATA[2]]></text:p></table:table-cell>',
    '<table:table-cell office:value-type="string"><text:p>1<?x y?>2</text:p></table:table-cell>',
    '<table:table-cell office:value-type="string"><text:p>&#49;2</text:p></table:table-cell>',
    '<table:table-cell office:value-type="string"><text:p>1<text:s/>204</text:p></table:table-cell>',
    '<table:table-cell office:value-type="string" office:string-value="12"><text:p>13</text:p></table:table-cell>',
    '<table:table-cell office:value-type="string"><text:p><![CDATA[12]]></text:p></table:table-cell>',
    "<table:table-cell><text:p>12</text:p></table:table-cell>",
    '<table:table-cell table:formula="of:=6+6" office:value-type="float" office:value="12"/>',
    '<table:table-cell table:formula="of:=6+6"/>',
    '<table:table-cell office:value-type="percentage" office:value="12"/>',
    '<table:table-cell office:value-type="currency" office:value="12"/>',
    '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
    '<table:table-cell office:value-type="date" office:date-value="2025-01-01"/>',
    '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="12"/>',
    '<table:covered-table-cell office:value-type="float" office:value="12"/>',
)


#: A shared text that a cell points at.
_SHARED: tuple[str, ...] = (
    "<si><t>12</t></si>",
    "<si><t>1<!-- x -->2</t></si>",
    "<si><t>1<![CDATA[2]]></t></si>",
    "<si><t>&#49;2</t></si>",
    "<si><r><t>1</t></r><r><t>2</t></r></si>",
    '<si><t>12</t><rPh sb="0" eb="1"><t>9</t></rPh></si>',
    '<si><t xml:space="preserve"> 12 </t></si>',
    "<si><t>1</t><t>2</t></si>",
    "<si/><si><t>12</t></si>",
)


def counts_as_written() -> Iterator[bytes]:
    """A right table in which the count is written as other programs may, or is none: each way once."""
    made = hostile.sheet([hostile.HEADER, hostile.ROW])
    for written in _COUNTS:
        yield hostile.packed(hostile.parts(made.replace(hostile.cell("F2", 12), written.replace("{r}", 'r="F2"'))))
    for text in _SHARED:
        shared = hostile.parts(made.replace(hostile.cell("F2", 12), '<c r="F2" t="s"><v>0</v></c>'))
        yield hostile.packed(hostile.with_strings(shared, text))
    rows = hostile.ods_row(hostile.HEADER) + hostile.ods_row(hostile.ROW)
    count = hostile.ods_row((12,)).removeprefix("<table:table-row>").removesuffix("</table:table-row>")
    for written in _ODS_COUNTS:
        yield hostile.opendocument(rows.replace(count, written))


@cache
def _written() -> list[bytes]:
    return list(counts_as_written())


def _counted(rng: random.Random) -> bytes:
    data = rng.choice(_written())
    return hostile.as_strict(data) if rng.random() < 0.2 and b"xl/workbook.xml" in data else data


#: What stands where a count should, in a file of text.
_ODD = [
    '1"2',
    '"1""2"',
    "'12",
    "１２",
    "1_2",
    "0x12",
    "1e1",
    "+12",
    "12.",
    ".5",
    "٣",
    "1 2",
    "1\xa0204",
    "12\u200b",
    "½",
]


def _rewritten(rng: random.Random, shape: str) -> bytes:
    """The same rows of text, spelled or ordered as another program or person does, some with other counts."""
    head, *rows = [line.split(";") for line in originals()["csv"].decode().splitlines()]
    order = rng.sample(range(len(head)), len(head))
    rng.shuffle(rows)
    for row in rows:
        row[-1] = rng.choice(
            (row[-1], str(rng.randrange(60)), "onbekend", "x", "n.v.t.", "", "1.204", "12*", "3,0")
        )
        if rng.random() < 0.2:
            row[-1] = rng.choice(_ODD)
        row[0] = rng.choice((row[0], row[0].upper(), "AM05", f" {row[0]} "))
    delimiter = rng.choice(";;;,\t") if not any("," in row[-1] for row in rows) else ";"
    quote = rng.choice(("", "", '"'))
    made = [delimiter.join(f"{quote}{row[place]}{quote}" for place in order) for row in (head, *rows)]
    text = rng.choice(("\n", "\r\n")).join([*rng.choice(([], [], [""])), *made, *rng.choice(([], [""], ["", ""]))])
    return text.encode("utf-16" if shape == "utf-16" else rng.choice(("utf-8", "utf-8-sig", "cp1252")), "replace")


def mutated(count: int, seed: int = 1) -> Iterator[Case]:
    """So many mutated files, the same for the same seed; three in ten say the same in another spelling."""
    return (one_mutated(number, seed) for number in range(count))


def one_mutated(number: int, seed: int = 1) -> Case:
    """The mutated file with this number."""
    shapes = originals()
    rng = random.Random(f"{seed}-{number}")
    shape = rng.choice(list(shapes))
    data = shapes[shape]
    packed = data.startswith(b"PK")
    if shape in ("csv", "utf-16") and rng.random() < 0.5:
        return Case(f"{shape}: spelling", _rewritten(rng, shape), data)
    if packed and rng.random() < 0.5:
        return Case(f"{shape}: a part", _in_part(rng, data), data)
    if shape in ("xlsx", "ods") and rng.random() < 0.6:
        return Case("a count as others write it", _counted(rng), None)
    if shape == "prefix" and rng.random() < 0.6:
        return Case("xlsx: spelling", _respelled(rng), shapes["xlsx"])
    how = rng.choice(_BYTES)
    return Case(f"{shape}: {how.__name__.strip('_')}", how(rng, data), data if packed else None)


def harmful(count: int, seed: int = 1) -> Iterator[Case]:
    """So many files that are made to exhaust something; kinds take turns, sizes come from the seed."""
    return (one_harmful(number, seed) for number in range(count))


def one_harmful(number: int, seed: int = 1) -> Case:
    """The harmful file with this number; where it is read, it says one right row."""
    name, make = list(_HARMFUL.items())[number % len(_HARMFUL)]
    data = make(random.Random(f"harm-{seed}-{number}"))
    return Case(name, data, hostile.sheet_of(hostile.HEADER, [hostile.ROW]))


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
