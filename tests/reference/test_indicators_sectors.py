"""A sector by its code, its letter or its name; what is not known gets the nearest."""

from __future__ import annotations

import pytest

from sdw.reference.series import sector_names
from sdw.reference.series import sectors as declared
from sdw.text.errors import UserError


@pytest.mark.parametrize("sector", declared.ALL, ids=lambda sector: sector.code)
def test_every_sector_is_found_by_its_code_its_label_and_its_title(sector: declared.Sector) -> None:
    for text in (sector.code, sector.label.upper(), f" {sector.title} "):
        assert sector_names.resolve(text) == sector


@pytest.mark.parametrize(
    ("text", "code"),
    [("Q", "422400"), ("q", "422400"), ("a-u", "T001081"), ("totaal", "T001081"), ("86", "422500")],
)
def test_letters_and_numbers_of_the_sbi_resolve(text: str, code: str) -> None:
    assert sector_names.resolve(text).code == code


def test_an_unknown_sector_names_the_nearest() -> None:
    with pytest.raises(UserError) as refused:
        sector_names.resolve("zorg en welzin")
    assert "Zorg en welzijn" in str(refused.value)
