"""The documents: lines that can be read side by side, and links and folders that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
#: Of a table a row is one line, however long.
_TABLE = ("|",)
_LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")
_CODE = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"[a-z_0-9./]+(?:/|\.(?:py|sql|toml|md|csv))")
_PLACE = re.compile(r"`((?:sdw|tests|docs|data|benchmarks|pages|static|\.ci)/[A-Za-z0-9_./-]*)`")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_line_is_longer_than_120_signs(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 120 and not line.startswith(_TABLE)] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_and_folder_that_a_document_names_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    linked = [path.parent / link for link in _LINK.findall(text) if "://" not in link and "mailto:" not in link]
    named = [ROOT / place for place in _PLACE.findall(text)] if "decisions" not in path.parts else []
    assert [str(place) for place in (*linked, *named) if not place.exists()] == []


def nowhere(text: str) -> list[str]:
    """Files and folders that are neither there from the root, nor in a folder that the same part names whole. The
    store is made by the first command, so it need not be there."""
    found = []
    for part in re.split(r"(?m)^## ", text):
        names = [name for name in _CODE.findall(part) if _FILE.fullmatch(name)]
        folders = [ROOT, *(ROOT / name for name in names if name.startswith("sdw/") and name.endswith("/"))]
        found += [
            name for name in names if name != "store/" and not any((folder / name).exists() for folder in folders)
        ]
    return found


def test_every_file_in_the_account_of_the_house_can_be_found_from_what_stands_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert nowhere(text) == []
    assert nowhere("## A\n`sdw/text/` has `nl/`\n## B\n`nl/` and `dutch.py`") == ["nl/", "dutch.py"]


def test_this_finds_something() -> None:
    assert len(DOCUMENTS) > 20
    assert _LINK.findall("see [a](docs/a.md#part) and ![b](b.png)") == ["docs/a.md", "b.png"]
    assert _PLACE.findall("`sdw/text/nl/` holds it") == ["sdw/text/nl/"]
