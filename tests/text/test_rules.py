"""Verantwoording prints the rules that tests hold: each rule has its tests, and each such test is named by one."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from sdw.dissemination.blocks import model
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.ui.pages.methodology import rules as page
from sdw.reference.documents import rules
from sdw.text import dutch
from tests import ROOT

TESTS = ROOT / "tests"


def rules_of(function: ast.FunctionDef) -> Iterator[str]:
    """The rules that a test says it holds: `@pytest.mark.rule("name")`."""
    for mark in function.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.rule":
            yield from (ast.literal_eval(name) for name in mark.args)


def marked(source: str, file: str) -> Iterator[tuple[str, str]]:
    """Rule and test, for every test of a file that holds one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            yield from ((rule, f"{file}::{node.name}") for rule in rules_of(node))


def everywhere() -> set[tuple[str, str]]:
    files = {path.relative_to(TESTS).as_posix(): path for path in TESTS.rglob("test_*.py")}
    return {pair for file, path in files.items() for pair in marked(path.read_text(encoding="utf-8"), file)}


def test_each_rule_names_the_tests_that_hold_it_and_no_others() -> None:
    declared = {(rule.name, test) for rule in rules.ALL for test in rule.tests}
    assert declared == everywhere()
    assert all(rule.tests for rule in rules.ALL)


def test_each_rule_has_its_own_name_and_its_own_sentence() -> None:
    names = [rule.name for rule in rules.ALL]
    sentences = [dutch.say(f"page.verantwoording.rules.{name}") for name in names]
    assert len(set(names)) == len(set(sentences)) == len(names) > 15


def test_the_page_prints_every_rule_with_how_many_tests_hold_it() -> None:
    (table,) = (block for block in page.blocks() if isinstance(block, Table))
    assert [tuple(row) for row in table.rows] == [
        (str(number), dutch.say(f"page.verantwoording.rules.{rule.name}"), str(len(rule.tests)))
        for number, rule in enumerate(rules.ALL, start=1)
    ]
    (said,) = (block.words for block in page.blocks() if isinstance(block, model.Paragraph) and block.quiet)
    assert [word for word in said.split() if word.endswith(".py") and (ROOT / word).is_file()]


def test_a_mark_is_found_wherever_it_stands() -> None:
    source = """
class TestIt:
    @pytest.mark.slow
    @pytest.mark.rule("sums")
    @pytest.mark.rule("bounds")
    def test_this(self): ...
def test_that(): ...
"""
    assert set(marked(source, "a.py")) == {("sums", "a.py::test_this"), ("bounds", "a.py::test_this")}
