"""The house is as it is drawn: the picture is made of the imports, and no room holds too much to remember."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs import picture
from tests import ROOT

FOLDERS = sorted({path.parent for path in (ROOT / "sdw").rglob("*.py")})


def test_the_picture_in_the_account_is_the_one_that_the_imports_draw() -> None:
    assert picture.FILE.read_text(encoding="utf-8") == picture.drawn(), "make it again: python -m docs.picture"


def test_every_room_is_in_the_picture() -> None:
    rooms = {one for pair in picture.imports() for one in pair}
    first = {folder.relative_to(ROOT / "sdw").parts[0] for folder in FOLDERS[1:]}
    assert first <= {room.split("/")[0] for room in rooms}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_no_room_holds_more_than_twelve_files(folder: Path) -> None:
    assert len([path for path in folder.glob("*.py") if path.name != "__init__.py"]) <= 12
