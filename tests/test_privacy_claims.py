"""The account of protection (docs/privacy.md): each claim has the tests that prove it beside it; these exist.

A block is a paragraph, an item of a list or a table. Each ends with `Toets:` and tests, with `Nagerekend met:` and
the command that measures again what it says, or with `Zonder toets:` and the reason.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from tests import ROOT

ACCOUNT = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
#: Sections that claim nothing: where what was read stands.
NO_CLAIMS = ("Bronnen",)
_MARKS = ("Toets:", "Nagerekend met:", "Zonder toets:")
_MARKED = re.compile(r"Toets:\s+`test_|Nagerekend\s+met:\s+`[^`]+`|Zonder\s+toets:\s+\w.{20}", re.DOTALL)


def _tests() -> set[str]:
    return {
        node.name
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def blocks(text: str) -> list[str]:
    """The paragraphs, items and tables under the headings; what a colon announces is one block with it."""
    found: list[str] = []
    for section in re.split(r"\n(?=##+ )", "\n" + text)[1:]:
        head, _, body = section.strip().partition("\n")
        if head.lstrip("# ") not in NO_CLAIMS:
            found += _of_section(body)
    return found


def _of_section(body: str) -> list[str]:
    parts = [part for part in re.split(r"\n\s*\n|\n(?=- |\d+\. )", body.strip()) if part.strip()]
    found: list[str] = []
    announced = False
    for part in parts:
        listed = announced and part.startswith("- ") and not _MARKED.search(found[-1])
        if found and (listed or found[-1].rstrip().endswith(":") or part.lstrip().startswith(_MARKS)):
            found[-1] += "\n" + part
        else:
            found.append(part)
            announced = part.rstrip().endswith(":")
    return found


def unmarked(text: str) -> list[str]:
    return [block for block in blocks(text) if not _MARKED.search(block)]


def test_c6_every_test_that_the_account_names_exists() -> None:
    named = set(re.findall(r"`(test_[a-z0-9_]+)`", ACCOUNT))
    assert named - _tests() == set()
    assert len(named) > 60


def test_c6_every_claim_has_what_proves_it_beside_it() -> None:
    assert unmarked(ACCOUNT) == []
    assert len(blocks(ACCOUNT)) > 40


@pytest.mark.parametrize("claim", ["Niemand kan iets vinden.", "- Ook dit kan niemand.", "| a |\n|---|\n| nul |"])
def test_c6_a_claim_without_anything_beside_it_is_noticed(claim: str) -> None:
    for head in ("## Kort", "### Afronden in plaats van afschermen", "## Wat er overblijft"):
        planted = ACCOUNT.replace(f"{head}\n", f"{head}\n\n{claim}\n\n", 1)
        assert planted != ACCOUNT
        assert any(claim.splitlines()[-1] in block for block in unmarked(planted)), head


def test_c6_every_command_that_measures_again_is_there() -> None:
    found = re.findall(r"Nagerekend\s+met:\s+`([^`]+)`", ACCOUNT)
    commands = {" ".join(command.split()) for command in found}
    assert commands
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for command in commands:
        first, *rest = command.split()
        if first == "make":
            assert rest[0] in targets, command
        else:
            asked = subprocess.run(
                [sys.executable, *command.split()[1:5], "--help"],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
            assert command.startswith("python -m sdw privacy ") and asked.returncode == 0, command
