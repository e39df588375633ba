"""A region is found by a gemeente, of now or of before; what is not known is not guessed. Gemeenten are dated."""

import datetime as dt

import pytest

from sdw.dissemination.ui.view import choices
from sdw.reference.areas import municipalities, places, regions
from sdw.text.errors import UserError


@pytest.mark.parametrize(
    ("typed", "region"),
    [
        ("almelo", "AM05"),
        ("Wierden", "AM05"),
        ("Den Haag", "AM21"),
        ("den haag", "AM21"),
        ("'s-Gravenhage", "AM21"),
        ("haarlemmermeer", "AM18"),
        ("Sudwest-Fryslan", "AM02"),
        ("Súdwest-Fryslân", "AM02"),
        ("Den Bosch", "AM27"),
        ("Delfzijl", "AM01"),
        ("Weesp", "AM18"),
        ("Beemster", "AM17"),
        ("Brielle", "AM22"),
    ],
)
def test_a_gemeente_finds_its_region(typed: str, region: str) -> None:
    assert places.region_of(typed) == region
    assert {place.region for place in places.find(typed)} == {region}


@pytest.mark.parametrize("one", municipalities.ALL, ids=lambda one: one.code)
def test_every_gemeente_of_now_finds_itself(one: municipalities.Municipality) -> None:
    assert one.name in {place.municipality for place in places.find(one.name)}
    assert places.region_of(one.name) == one.region


@pytest.mark.parametrize("typed", ["", "a", "Almeloo", "Amelo", "Wierdden", "AM05", "Brussel"])
def test_what_only_looks_like_a_name_is_not_guessed(typed: str) -> None:
    assert places.region_of(typed) is None
    assert places.find(typed) == ()


def test_begins_of_names_are_offered_and_two_alike_both() -> None:
    assert [place.name for place in places.find("bergen")] == ["Bergen (L.)", "Bergen (NH.)", "Bergen op Zoom"]
    assert places.region_of("bergen") is None
    assert "Almelo" in [place.name for place in places.find("alm")]


def test_a_gemeente_that_was_divided_is_in_more_regions_and_says_how_certain() -> None:
    found = places.find("Haaren")
    assert {(place.municipality, place.region) for place in found} == {
        ("Boxtel", "AM27"),
        ("Oisterwijk", "AM26"),
        ("Tilburg", "AM26"),
        ("Vught", "AM27"),
    }
    assert places.region_of("Haaren") is None
    assert {place.certainty for place in found} == {"middel"} and all(place.note for place in found)
    assert [place.certainty for place in places.find("Cuijk")] == ["hoog"]


def test_gemeenten_are_dated() -> None:
    now, before = dt.date(2024, 7, 1), dt.date(2021, 7, 1)
    assert {one.code for one in municipalities.on(now)} == {one.code for one in municipalities.ALL}
    weesp = {day: [one.region for one in municipalities.on(day) if one.name == "Weesp"] for day in (now, before)}
    assert weesp == {now: [], before: ["AM12"]}
    assert "Voorne aan Zee" not in [one.name for one in municipalities.of_region("AM22", before)]
    assert {"Brielle", "Hellevoetsluis", "Westvoorne"} <= {
        one.name for one in municipalities.of_region("AM22", before)
    }


def test_the_day_itself_is_of_the_new_gemeente() -> None:
    day = dt.date(2022, 3, 24)
    assert "Weesp" not in [one.name for one in municipalities.on(day)]
    assert "Weesp" in [one.name for one in municipalities.on(day - dt.timedelta(days=1))]


def test_a_plan_moves_nothing() -> None:
    (plan,) = [one for one in municipalities.FORMER if one.planned]
    assert (plan.name, plan.into, plan.valid_until) == ("Wijdemeren", ("Hilversum",), dt.date(2027, 1, 1))
    assert "Wijdemeren" in [one.name for one in municipalities.on(dt.date(2027, 6, 1))]
    assert [place.municipality for place in places.find("Wijdemeren")] == ["Wijdemeren"]


@pytest.mark.parametrize("old", municipalities.FORMER, ids=lambda one: one.name)
def test_every_old_gemeente_went_into_gemeenten_of_now(old: municipalities.Former) -> None:
    now = {one.name for one in municipalities.ALL}
    assert set(old.into) <= now and old.region in regions.CODES
    assert old.certainty in {"hoog", "middel", "laag"} and old.note


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("AM04", "IJsselvechtstreek"),
        ("AM16", "Zuid-Kennemerland"),
        ("am31", "Food Valley"),
        ("AM99", "Niet in te delen"),
    ],
)
def test_old_codes_of_regions_are_explained_and_refused(code: str, name: str) -> None:
    with pytest.raises(UserError) as refused:
        regions.resolve(code)
    assert name in str(refused.value) and code.upper() in str(refused.value)


def test_a_code_that_never_was_is_just_unknown() -> None:
    with pytest.raises(UserError, match="niet bekend"):
        regions.resolve("AM40")


def test_a_link_may_name_a_gemeente() -> None:
    assert choices.is_readable("regio", "Almelo") and not choices.is_readable("regio", "Haaren")
