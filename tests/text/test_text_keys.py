"""Every text that the code asks for exists, and every text of the interface is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from sdw.text import dutch
from tests import ROOT

SOURCES = [ROOT / "dashboard.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "sdw").rglob("*.py")]
CALLS = {"say", "UserError"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in SOURCES:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def pattern(joined: ast.JoinedStr) -> re.Pattern[str]:
    """f"page.{name}.menu" → page\\.[^.]+\\.menu: a hole is (a part of) one name, never a whole branch of texts."""
    parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[^.]+" for part in joined.values)
    return re.compile("".join(parts))


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def asked(node: ast.expr) -> Iterator[ast.Constant | ast.JoinedStr]:
    """The texts in the first argument of a call, both sides of a choice included; parts of an f-string not."""
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
    elif isinstance(node, ast.IfExp):
        yield from asked(node.body)
        yield from asked(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from asked(node.left)


def test_every_text_asked_for_exists() -> None:
    known = dutch.keys()
    unknown = []
    for path, tree in trees():
        for call in ast.walk(tree):
            if called(call) not in CALLS or not isinstance(call, ast.Call) or not call.args:
                continue
            for text in asked(call.args[0]):
                if isinstance(text, ast.Constant):
                    fits = text.value in known
                else:
                    fits = any(pattern(text).fullmatch(key) for key in known)
                if not fits:
                    unknown.append((path.name, call.lineno, ast.unparse(text)))
    assert unknown == []


def test_every_text_is_asked_for() -> None:
    literal: set[str] = set()
    shaped: list[re.Pattern[str]] = []
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literal.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                first = node.values[0]
                if isinstance(first, ast.Constant) and re.match(r"[a-z]{2,}[a-z_.]*\.", str(first.value)):
                    shaped.append(pattern(node))
    unused = [
        key
        for key in sorted(dutch.keys())
        if key not in literal and not any(shape.fullmatch(key) for shape in shaped)
    ]
    assert unused == []
