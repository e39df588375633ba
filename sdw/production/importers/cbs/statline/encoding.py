"""The text of a table of CBS, without guessing: what cannot be told apart is refused."""

from __future__ import annotations

import re

from sdw.production.importers.files.decoding import NoUnicode, unicode_of
from sdw.reference.series.refusal import refusal

#: What an 8-bit file of CBS may hold outside ASCII. A file in another code page (DOS, Macintosh) shows
#: other signs when it is read as Windows text: ë becomes ‰ or ‘. Those are not in this list.
_EIGHT_BIT = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿ©€°²³½µ±’–´¨\xa0]|(?<![^\W\d_])‰(?![^\W\d_])")
_DOUBLE = re.compile(
    "[ÃÂâ][\x80-\xbf\u20ac\u201a-\u203a\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u02c6\u02dc\u2122]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def decode(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16, UTF-32 or Windows-1252; `name` is only for the message.

    Text that went through the wrong code page once (`Ã«` for `ë`) is put right when the whole file
    can be; broken replacement characters (U+FFFD) stay. Anything else: UserError.
    """
    try:
        body, encoding = unicode_of(data)
        text = body.decode(encoding)
    except NoUnicode:
        text = _eight_bit(data, name)
    if _DOUBLE.search(text):
        text = _undoubled(text, name)
    if _CONTROL.search(text):
        raise refusal("cbs.encoding", name=name)
    return text


def _eight_bit(data: bytes, name: str) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise refusal("cbs.encoding", name=name) from error
    if _EIGHT_BIT.sub("", text):
        raise refusal("cbs.encoding", name=name)
    return text


def _undoubled(text: str, name: str) -> str:
    """`BelgiÃ«` → `België`, when every doubled sign of the file can be put right."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    raise refusal("cbs.encoding", name=name)
