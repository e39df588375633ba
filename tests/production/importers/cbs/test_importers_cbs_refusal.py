"""A refusal of a table of CBS repeats little of what came."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest

from sdw.production.importers import cbs
from sdw.production.importers.cbs import absence
from sdw.reference.series.refusal import MOST, refusal
from sdw.text.errors import UserError
from tests.worlds import cbs as world

PACKAGE = Path(cbs.__file__).parent
LONG = "Jan Jansen " * 500


def test_d5_no_fact_of_a_refusal_is_longer_than_a_line() -> None:
    told = refusal("cbs.unit", name=LONG, line=3, unit=LONG)
    assert str(told).count("Jan") < 2 * MOST / len("Jan ") and len(str(told)) < 4 * MOST
    assert refusal("cbs.unit", name="a.csv", line=3, unit="x" * MOST).facts["unit"] == "x" * MOST
    assert "x" * 200 in str(refusal("cbs.title_unknown", title="t", known="x" * 200)), "our own list is told whole"


def test_d5_every_refusal_of_a_table_goes_that_way() -> None:
    """Save for those of `pieces`, which name a table by its number alone."""
    others = {
        path.name
        for path in PACKAGE.glob("*.py")
        if re.search(r'UserError\(\s*f?"cbs\.', path.read_text(encoding="utf-8"))
    }
    assert others == {"pieces.py"}


@pytest.mark.parametrize(
    ("part", "column"), [("TableInfos", "Identifier"), ("DataProperties", "Key"), ("Perioden", "Key")]
)
def test_d5_a_long_text_in_a_dump_does_not_come_back(tmp_path: Path, part: str, column: str) -> None:
    parts = copy.deepcopy(world.parts())
    parts[part][0][column] = LONG
    world.write_json(tmp_path / "99999NED", parts)
    with pytest.raises(UserError) as caught:
        absence.read(tmp_path / "99999NED")
    assert len(str(caught.value)) < 400
