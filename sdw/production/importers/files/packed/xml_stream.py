"""XML from outside, read as a stream: nothing is built up, and no document may declare anything.

Without a document type there are no entities, so none can be expanded, and nothing outside can be asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

#: What a parser raises on XML that is damaged, or that declares what it may not.
BROKEN = (expat.ExpatError, ValueError)

_CHUNK = 1 << 16

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]


def local(name: str) -> str:
    """A name without its prefix: 'x:row' → 'row'. Writers choose prefixes as they like."""
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise ValueError("a document type in a part of a workbook")


def parser(start: Start, end: End | None = None) -> expat.XMLParserType:
    """A parser that calls `start(name, attributes)` and `end(name)`; ValueError at a document type."""
    made = expat.ParserCreate()
    made.buffer_text = True
    made.StartElementHandler = start
    made.EndElementHandler = end
    made.StartDoctypeDeclHandler = _refuse
    made.EntityDeclHandler = _refuse
    return made


def refuse_within(made: expat.XMLParserType, *names: str) -> None:
    """ValueError at a comment, an instruction or a CDATA section directly in an element with one of these names.

    Costs nothing until there is one: then the next element that begins or ends tells where it stood.
    """
    waiting = False

    def look(*_: object) -> None:
        nonlocal waiting
        if waiting:
            return
        waiting = True
        start: Start | None = made.StartElementHandler  # type: ignore[assignment]  # told as a list by its stubs
        end = made.EndElementHandler

        def put_back() -> None:
            nonlocal waiting
            waiting = False
            made.StartElementHandler, made.EndElementHandler = start, end

        def began(inner: str, has: Attributes) -> None:
            put_back()
            if start is not None:
                start(inner, has)

        def ended(closed: str) -> None:
            put_back()
            if local(closed) in names:
                raise ValueError("something else within a value")
            if end is not None:
                end(closed)

        made.StartElementHandler, made.EndElementHandler = began, ended

    made.CommentHandler = look
    made.ProcessingInstructionHandler = look
    made.StartCdataSectionHandler = look


def feed(made: expat.XMLParserType, stream: IO[bytes]) -> None:
    """Parse all of `stream`; raises one of `BROKEN`, or what a handler raises."""
    while chunk := stream.read(_CHUNK):
        made.Parse(chunk, False)
    made.Parse(b"", True)
