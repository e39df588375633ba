"""From the bytes of a file to text: what kind of file is it, and in which encoding?

Deliveries and tables of CBS are decoded here alike. Only what is made of an 8-bit code page differs: a delivery is
Windows text, and its checks find what is strange in it; of a table of CBS it is known which signs it can hold.
"""

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
#: Marks in front of a file that say how it was written. UTF-32 first: its mark starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class NoUnicode(ValueError):  # noqa: N818
    """The bytes are not written in Unicode. is_text: they can still be an 8-bit code page."""

    def __init__(self, *, is_text: bool) -> None:
        super().__init__("no Unicode")
        self.is_text = is_text


def refuse_other_kinds(data: bytes) -> None:
    """Raise `UserError` for a file that is empty, or plainly no table of text."""
    if not data.lstrip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe")[:1]:
        raise UserError("import.empty")
    for start, key in _OTHER_KINDS:
        if data.startswith(start):
            raise UserError(key)
    if data[:200].removeprefix(codecs.BOM_UTF8).lstrip().lower().startswith(_HTML):
        raise UserError("import.is_html")


def unicode_of(data: bytes) -> tuple[bytes, str]:
    """The bytes after the mark, and how they are written: UTF-8, UTF-16 (with a mark or without) or UTF-32.

    Raises:
        NoUnicode: they are written in none of these.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], encoding)
    if b"\0" in data:
        return _checked(data, _utf16_of(data))
    if data.isascii():
        return data, "utf-8"
    return _checked(data, "utf-8")


def to_utf8(data: bytes) -> bytes:
    """The text of a delivery in UTF-8 without BOM.

    What is not Unicode is cp1252, or else latin-1. Cp1252 comes first: latin-1 accepts every byte, and would turn
    the euro sign into a control character. Raises `UserError` when the bytes are no text.
    """
    try:
        body, encoding = unicode_of(data)
    except NoUnicode as fault:
        if not fault.is_text:
            raise UserError("import.not_text") from fault
        try:
            return data.removeprefix(codecs.BOM_UTF8).decode("cp1252").encode()
        except UnicodeDecodeError:
            return data.removeprefix(codecs.BOM_UTF8).decode("latin-1").encode()
    return body if encoding == "utf-8" else body.decode(encoding).encode()


def _utf16_of(data: bytes) -> str:
    """Text has no NUL, but UTF-16 has one in (nearly) every pair of Dutch text, always on the same side."""
    head = data[:1000]
    for encoding, side in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) >= 4 and side.count(0) >= 0.8 * len(side):
            return encoding
    raise NoUnicode(is_text=False)


def _checked(body: bytes, encoding: str) -> tuple[bytes, str]:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as broken:
        raise NoUnicode(is_text=encoding == "utf-8") from broken
    if "\0" in text:
        raise NoUnicode(is_text=False)
    return body, encoding
