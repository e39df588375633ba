"""Workbooks as other programs write them, and as nobody writes them without meaning harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
#: The same bytes whenever it is made.
_MADE = (2026, 1, 1, 0, 0, 0)
HEADER = ("regio", "periode", "methode", "doelgroep", "maat", "waarde")
ROW = ("Twente", "2025", "ips", "uwv", "gestart", 12)


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def parts(*sheets: str, prefix: str = "") -> dict[str, str | bytes]:
    """The parts of a workbook with these worksheets (each the whole XML of one)."""
    p, numbers = prefix, range(1, len(sheets) + 1)
    own = f'xmlns:{p.rstrip(":")}="{MAIN}"' if p else f'xmlns="{MAIN}"'
    listed = "".join(f'<{p}sheet name="Blad{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for n in numbers
    )
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'spreadsheetml.sheet.main+xml"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<{p}workbook {own} xmlns:r="{OFFICE}"><{p}sheets>{listed}</{p}sheets></{p}workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
    }
    return found | {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in zip(numbers, sheets, strict=True)}


def cell(place: str, value: str | int) -> str:
    """One cell: a number, or a text that stands in it."""
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def sheet(rows: Sequence[Sequence[str | int]], last: str = "", before: str = "", after: str = "") -> str:
    """A worksheet of these rows from A1 on; `last` is the XML of one more cell in row 2."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{chr(65 + place)}{number}", value) for place, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}{last if number == 2 else ""}</row>')
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{"".join(lines)}</sheetData>{after}</worksheet>'


def sheet_of(header: Sequence[str], rows: Sequence[Sequence[str | int]], last: str = "", prefix: str = "") -> bytes:
    """A workbook of one sheet; `last` is the XML of one more cell in row 2, `prefix` goes before every name."""
    made = sheet([header, *rows], last)
    if prefix:
        made = made.replace("<", f"<{prefix}").replace(f"<{prefix}/", f"</{prefix}")
        made = made.replace(f"<{prefix}!", "<!").replace("xmlns=", f"xmlns:{prefix.rstrip(':')}=")
    return packed(parts(made, prefix=prefix))


def workbook_with_cell(place: str) -> bytes:
    """A right table, and one more cell somewhere."""
    made = sheet([HEADER, ROW]).replace("</sheetData>", "")
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if int(row) <= 2:
        made = made.replace(f'<row r="{row}">', f'<row r="{row}">').replace("</row>", f"{cell(place, 1)}</row>", 1)
        return packed(parts(made.replace("</worksheet>", "</sheetData></worksheet>")))
    more = f'<row r="{row}">{cell(place, 1)}</row></sheetData></worksheet>'
    return packed(parts(made.replace("</worksheet>", more)))


def workbook_with_dimension(area: str) -> bytes:
    """A right table that says it is as large as `area`."""
    return packed(parts(sheet([HEADER, ROW], before=f'<dimension ref="{area}"/>')))


def many_parts(count: int) -> bytes:
    """A workbook with so many empty parts beside it."""
    out = io.BytesIO(packed(parts(sheet([HEADER, ROW]))))
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(count):
            archive.writestr(f"x/{number}", b"")
    return out.getvalue()


def many_sheets(count: int) -> bytes:
    """A workbook of so many sheets."""
    return packed(parts(*[sheet([HEADER, ROW])] * count))


def wide_sheets(count: int, rows: int, column: str) -> bytes:
    """A workbook of so many sheets, each with a cell at the end of a large rectangle."""
    row = f'<row r="{rows}">{cell(f"{column}{rows}", 1)}</row>'
    far = f'<worksheet xmlns="{MAIN}"><sheetData>{row}</sheetData></worksheet>'
    return packed(parts(*[far] * count))


def as_strict(data: bytes) -> bytes:
    """The same workbook in the strict spelling of the standard."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    for name, content in found.items():
        if name.endswith((".xml", ".rels")):
            for loose, strict in _STRICT.items():
                content = content.replace(loose.encode(), strict.encode())
            found[name] = content
    return packed(found)


def ods_row(cells: Sequence[str | int]) -> str:
    """A row of an OpenDocument table."""
    made = []
    for value in cells:
        kind = f'"float" office:value="{value}"' if isinstance(value, int) else '"string"'
        made.append(f"<table:table-cell office:value-type={kind}><text:p>{value}</text:p></table:table-cell>")
    return f"<table:table-row>{''.join(made)}</table:table-row>"


def ods_content(*tables: str) -> bytes:
    """`content.xml` with a table of each of these rows."""
    made = "".join(f'<table:table table:name="Blad{n}">{rows}</table:table>' for n, rows in enumerate(tables, 1))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_NAMES} office:version="1.2">'
        f"<office:body><office:spreadsheet>{made}</office:spreadsheet></office:body></office:document-content>"
    ).encode()


def opendocument(*tables: str, kind: str = _ODS) -> bytes:
    """An ods file with a table of each of these rows."""
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    return packed({"mimetype": kind, "content.xml": ods_content(*tables), "META-INF/manifest.xml": manifest})


def many_rows(count: int) -> bytes:
    """A CSV file of so many different rows, each with something wrong."""
    rows = (f"Twente;{1900 + n % 300};ips;uwv;gestart;-{n}" for n in range(count))
    return "\n".join([";".join(HEADER), *rows, ""]).encode()


def repeated_text(rows: int = 3_000, columns: int = 10, length: int = 30_000) -> bytes:
    """A long text that stands once, and that very many cells point at."""
    line = "".join(f'<c r="{chr(65 + column)}{{n}}" t="s"><v>0</v></c>' for column in range(columns))
    body = "".join(f'<row r="{n}">{line.replace("{n}", str(n))}</row>' for n in range(1, rows + 1))
    made = parts(f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>')
    return packed(with_strings(made, f"<si><t>{'x' * length}</t></si>"))


def with_strings(made: dict[str, str | bytes], texts: str) -> dict[str, str | bytes]:
    """The parts of a workbook with shared texts (the XML of each `si`) that its cells may point at."""
    links = str(made["xl/_rels/workbook.xml.rels"])
    more = f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    return made | {
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="1">{texts}</sst>',
        "xl/_rels/workbook.xml.rels": links.replace("</Relationships>", more),
    }
