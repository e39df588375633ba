"""What follows from the declaration of the measures; and nobody keeps these facts a second time."""

from __future__ import annotations

import re

from sdw.reference import measures
from sdw.reference.datasets.catalogue import TRAJECTEN
from tests import ROOT

#: The stocks, or the signs of the ledger, written down by name.
_LISTED = re.compile(r'[(\[{]"(?:beginstand"\s*,\s*"eindstand"|beginstand": )')


def test_stocks_flows_and_the_ledger_follow_from_the_declaration() -> None:
    assert measures.STOCKS == ("beginstand", "eindstand")
    assert measures.FLOWS == ("gestart", "beeindigd", "duurzaam_geplaatst")
    assert measures.PARTS == ("duurzaam_geplaatst",)
    assert measures.LEDGER == {"beginstand": 1.0, "gestart": 1.0, "beeindigd": -1.0, "eindstand": -1.0}
    assert set(measures.COUNTS) == {one.id for one in TRAJECTEN.measures} | set(measures.MADE)


def test_a_part_is_part_of_declared_measures() -> None:
    declared = {one.id for one in TRAJECTEN.measures}
    assert all(set(one.part_of) <= declared - {one.id} for one in TRAJECTEN.measures)


def test_neither_stocks_nor_signs_are_written_down_a_second_time() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): _LISTED.findall(path.read_text(encoding="utf-8"))
        for path in (ROOT / "sdw").rglob("*.py")
    }
    assert {name: hits for name, hits in found.items() if hits} == {}
    assert _LISTED.findall('SIGNS = {"beginstand": 1.0}') and _LISTED.findall('("beginstand", "eindstand")')
