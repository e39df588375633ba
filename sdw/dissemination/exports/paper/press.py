"""The press: typst code to PDF or PNG. One compiler for all of a process, with the shipped fonts and no other.

A warning of typst is an error: a missing font or sign would otherwise be seen by readers alone.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from threading import Lock
from typing import Literal

import typst

from sdw.edition import paths

FONTS = paths.ROOT / "data" / "fonts"
_printing = Lock()


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def pdf(code: str, made: dt.datetime) -> bytes:
    """The document as PDF/UA-1, byte for byte the same each time. made: the time that stands in it.

    Raises:
        RuntimeError: typst cannot set it, or warns; that is our bug.
    """
    from sdw.dissemination.exports.paper import tags  # half a second, for who asks for a PDF alone

    return tags.with_row_heads(_set(code, "pdf", made))


def png(code: str) -> bytes:
    """The only page of the document as a picture, a pixel for each point."""
    return _set(code, "png")


def _set(code: str, form: Literal["pdf", "png"], made: dt.datetime | None = None) -> bytes:
    standards: list[typst.PDFStandard] = ["ua-1"] if form == "pdf" else []
    with _printing:
        made_of, warnings = _compiler().compile_with_warnings(
            code.encode(),
            format=form,
            ppi=72,
            pdf_standards=standards,
            timestamp=None if made is None else int(made.timestamp()),
        )
    if warnings:
        raise RuntimeError("; ".join(str(one.message) for one in warnings))
    if not isinstance(made_of, bytes):
        raise RuntimeError(f"typst gives {type(made_of).__name__} where one file is expected")
    return made_of
