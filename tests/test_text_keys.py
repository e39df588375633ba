"""Every text that the code asks for exists, and every text of the interface is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from sdw.text import dutch

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [ROOT / "dashboard.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "sdw").rglob("*.py")]
CALLS = {"say", "UserError"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in SOURCES:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def pattern(joined: ast.JoinedStr) -> re.Pattern[str]:
    """f"page.{name}.menu" → page\\..+\\.menu"""
    parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in joined.values)
    return re.compile("".join(parts))


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def test_every_text_asked_for_exists() -> None:
    known = dutch.keys()
    unknown = [
        (path.name, node.lineno, argument.value)
        for path, tree in trees()
        for node in ast.walk(tree)
        if called(node) in CALLS and isinstance(node, ast.Call) and node.args
        for argument in ast.walk(node.args[0])
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and re.fullmatch(r"[a-z_]+(\.[a-z_0-9]+)+", argument.value)
        and argument.value not in known
    ]
    assert unknown == []


def test_every_text_is_asked_for() -> None:
    literal: set[str] = set()
    shaped: list[re.Pattern[str]] = []
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literal.add(node.value)
            elif isinstance(node, ast.JoinedStr) and any(
                isinstance(part, ast.Constant) and "." in str(part.value) for part in node.values
            ):
                shaped.append(pattern(node))
    unused = [
        key
        for key in sorted(dutch.keys())
        if key not in literal and not any(shape.fullmatch(key) for shape in shaped)
    ]
    assert unused == []
