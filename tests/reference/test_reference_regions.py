"""Regions resolve by code, name or alias; nothing is ever guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.reference import names
from sdw.reference.areas import regions
from sdw.text.errors import UserError

MISSING_CODES = {"AM04", "AM16", "AM31"}


def test_there_are_35_regions_and_three_codes_do_not_exist() -> None:
    assert len(regions.ALL) == len(set(regions.CODES)) == 35
    assert set(regions.CODES) == {f"AM{n:02}" for n in range(1, 39)} - MISSING_CODES
    assert list(regions.CODES) == sorted(regions.CODES)


@pytest.mark.parametrize("region", regions.ALL, ids=lambda region: region.code)
def test_every_region_resolves_by_its_code_name_and_aliases(region: regions.Region) -> None:
    assert regions.resolve(region.code) == regions.Resolved(region, "code")
    assert regions.resolve(region.name) == regions.Resolved(region, "name")
    for alias in region.aliases:
        assert regions.resolve(alias).region is region


@pytest.mark.parametrize(
    ("text", "code", "via"),
    [
        ("twente", "AM05", "name"),
        ("  TWENTE ", "AM05", "name"),
        ("am 05", "AM05", "code"),
        ("AM-05", "AM05", "code"),
        ("Arbeidsmarktregio Twente", "AM05", "name"),
        ("regio Rijnmond", "AM22", "name"),
        ("Regio Zwolle", "AM36", "name"),
        ("Zwolle", "AM36", "alias"),
        ("Fryslân", "AM02", "alias"),
        ("fryslan", "AM02", "alias"),
        ("Frysla\u0302n", "AM02", "alias"),
        ("Gooi & Vechtstreek", "AM12", "name"),
        ("Gooi- en Vechtstreek", "AM12", "name"),
        ("Zaanstreek en Waterland", "AM17", "name"),
        ("zaanstreek-waterland", "AM17", "name"),
        ("Noord‑Holland Noord", "AM15", "name"),
        ("Noord-Holland (Noord)", "AM15", "name"),
        ("Zuid\u00a0Kennemerland/IJmond", "AM37", "name"),
        ("Stedendriehoek & Noordwest Veluwe", "AM06", "alias"),
        ("Werk in Zicht", "AM01", "alias"),
        ("groningen noord drenthe", "AM01", "alias"),
        ("food valley", "AM38", "name"),
    ],
)
def test_people_s_spellings_resolve_and_say_how(text: str, code: str, via: str) -> None:
    resolved = regions.resolve(text)
    assert (resolved.code, resolved.via) == (code, via)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Twenthe", "Twente (AM05)"),
        ("Noord-Holland", "Noord-Holland Noord (AM15)"),
        ("Amsterdam", "Groot Amsterdam (AM18)"),
        ("Limburg", "Zuid-Limburg (AM30)"),
        ("Utrecht", "Midden-Utrecht (AM13)"),
        ("AM04", "Drenthe (AM03)"),
        ("AM31", "Zuid-Limburg (AM30)"),
        ("AM5", "Twente (AM05)"),
        ("Twente?", "Twente (AM05)"),
        ("Twente Achterhoek", "Achterhoek (AM09)"),
    ],
)
def test_a_name_that_is_almost_right_is_refused_with_the_nearest(text: str, nearest: str) -> None:
    with pytest.raises(UserError) as refused:
        regions.resolve(text)
    shown = [refused.value.facts[place] for place in ("one", "two", "three")]
    assert nearest in shown
    assert len(set(shown)) == 3
    assert all(str(candidate) in str(refused.value) for candidate in shown)


@pytest.mark.parametrize("text", ["", "  ", "35", "5", "NL", "Nederland", "regio", "onbekend", "-", "AM"])
def test_what_is_no_region_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        regions.resolve(text)


@given(st.text(max_size=30))
def test_only_a_known_name_ever_resolves(text: str) -> None:
    try:
        region = regions.resolve(text).region
    except UserError as refused:
        assert text.strip() not in {"AM05", "Twente"}
        assert refused.facts["one"] != refused.facts["two"]
    else:
        known = {names.fold(name) for name in (region.code, region.name, *region.aliases)}
        assert any(names.fold(text).endswith(name) for name in known)


@given(st.sampled_from(regions.ALL), st.data())
def test_case_and_separators_never_matter(region: regions.Region, data: st.DataObject) -> None:
    separator = data.draw(st.sampled_from([" ", "-", "/", "  ", " - ", "\u2013", "_"]))
    name = separator.join(region.name.replace("-", " ").replace("/", " ").split())
    changed = "".join(data.draw(st.sampled_from([letter.upper(), letter.lower()])) for letter in name)
    assert regions.resolve(changed).region is region


def test_the_refusal_never_repeats_what_was_typed() -> None:
    with pytest.raises(UserError) as refused:
        regions.resolve("Jan de Vries 123456782")
    assert "Vries" not in str(refused.value)


def test_one_name_for_two_codes_is_a_fault_in_the_table() -> None:
    with pytest.raises(ValueError, match="stands for both"):
        names.index([("Zwolle", "AM36", "name"), ("ZWOLLE", "AM05", "alias")])


def test_the_nation_has_a_name_but_is_no_region() -> None:
    assert regions.name_of("NL") == "Nederland"
    assert regions.name_of("AM05") == "Twente"
    with pytest.raises(KeyError):
        regions.by_code("AM04")
