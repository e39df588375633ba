"""Tags that typst cannot set from code: the first cell of a row is its head (PDF/UA, Matterhorn 15)."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf


def with_row_heads(made: bytes) -> bytes:
    """The same document in which the first cell of every row of a table is tagged as the head of its row."""
    with Pdf.open(io.BytesIO(made)) as pdf:
        for row in elements(pdf, "/TR"):
            first = next(children(row), None)
            if first is not None and first.get("/S") == Name.TD:
                first[Name.S] = Name.TH
                first[Name.A] = _scoped(first)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _scoped(cell: Object) -> Dictionary:
    """What the cell says of itself as part of a table (how many rows and columns it covers), and what it heads."""
    said = Dictionary(O=Name.Table, Scope=Name.Row)
    held = cell.get("/A")
    for one in held if isinstance(held, Array) else [held]:
        if one is not None and one.get("/O") == Name.Table:
            for key in one.keys() - {"/Scope"}:
                said[key] = one[key]
    return said


def elements(pdf: Pdf, kind: str) -> Iterator[Object]:
    """Every structure element of this kind ('/TR'), in the order of reading."""
    return (one for one in walk(pdf) if one.get("/S") == Name(kind))


def walk(pdf: Pdf) -> Iterator[Object]:
    """Every structure element, one before those in it."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        one = waiting.pop()
        if "/S" in one:
            yield one
        waiting.extend(reversed(list(children(one))))


def children(one: Object) -> Iterator[Object]:
    """The structure elements right below one, without its content."""
    held = one.get("/K")
    if held is None:
        return
    for kid in held if isinstance(held, Array) else [held]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
