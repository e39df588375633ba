"""The account of protection (docs/privacy.md): each claim has the tests that prove it beside it; these exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ACCOUNT = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")


def _tests() -> set[str]:
    return {
        node.name
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def _section(title: str) -> str:
    return ACCOUNT.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0].split("\n### ", 1)[0]


def test_c6_every_test_that_the_account_names_exists() -> None:
    named = set(re.findall(r"`(test_[a-z0-9_]+)`", ACCOUNT))
    assert named - _tests() == set()
    assert len(named) > 20


def test_c6_every_claim_in_short_and_every_rule_names_its_tests() -> None:
    claims = re.split(r"\n(?=- )", _section("Kort").strip())
    rules = re.split(r"\n(?=\d+\. )", _section("Hoe het beschermd is").strip())
    assert len(claims) == 7 and len(rules) == 6
    assert [text for text in (*claims, *rules) if "Toets: `test_" not in text] == []
