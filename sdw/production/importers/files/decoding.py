"""From the bytes of a file to text: what kind of file is it, and in which encoding?"""

from __future__ import annotations

import codecs

from sdw.text.errors import UserError

#: How other kinds of file begin, and the text key that says so.
_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "import.is_pdf"),
    (b"\x89PNG", "import.is_image"),
    (b"\xff\xd8\xff", "import.is_image"),
    (b"GIF8", "import.is_image"),
    (b"\x1f\x8b", "import.is_zip"),
    (b"7z\xbc\xaf", "import.is_zip"),
    (b"Rar!", "import.is_zip"),
    (b"PAR1", "import.is_other"),
    (b"SQLite format 3", "import.is_other"),
    (b"{\\rtf", "import.is_other"),
)
_HTML = (b"<!doctype", b"<html", b"<?xml", b"<table")
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def refuse_other_kinds(data: bytes) -> None:
    """Raise `UserError` for a file that is empty, or plainly no table of text."""
    if not data.lstrip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe")[:1]:
        raise UserError("import.empty")
    for start, key in _OTHER_KINDS:
        if data.startswith(start):
            raise UserError(key)
    if data[:200].removeprefix(codecs.BOM_UTF8).lstrip().lower().startswith(_HTML):
        raise UserError("import.is_html")


def to_utf8(data: bytes) -> bytes:
    """The same text in UTF-8 without BOM.

    Tried in order: a BOM (UTF-8, UTF-16), UTF-16 without one, UTF-8, cp1252, latin-1. Cp1252 comes before
    latin-1: latin-1 accepts every byte, and would turn the euro sign into a control character.
    Raises `UserError` when the bytes are no text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _recoded(data[len(bom) :], encoding)
    if b"\0" in data:
        return _recoded(data, _utf16_of(data))
    plain = data.removeprefix(codecs.BOM_UTF8)
    if plain.isascii():
        return plain
    for encoding in ("utf-8", "cp1252", "latin-1"):
        try:
            text = plain.decode(encoding)
        except UnicodeDecodeError:
            continue
        return plain if encoding == "utf-8" else text.encode()
    raise AssertionError("latin-1 decodes every byte")


def _utf16_of(data: bytes) -> str:
    """Text has no NUL, but UTF-16 has one in (nearly) every pair of Dutch text, always on the same side."""
    head = data[:1000]
    for encoding, side in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) >= 4 and side.count(0) >= 0.8 * len(side):
            return encoding
    raise UserError("import.not_text")


def _recoded(data: bytes, encoding: str) -> bytes:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as broken:
        raise UserError("import.not_text") from broken
    if "\0" in text:
        raise UserError("import.not_text")
    return text.encode()
