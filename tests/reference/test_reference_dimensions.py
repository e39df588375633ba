"""Methods and client groups resolve from people's spellings; an unknown one never becomes 'overig'."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.reference import dimensions, names
from sdw.reference.dimensions import CLIENT_GROUPS, METHODS, resolve_client_group, resolve_method
from sdw.text.errors import UserError


def test_the_codes_are_those_of_the_contract() -> None:
    assert list(METHODS) == ["ips", "jobcoaching", "werk_als_beste_zorg", "overig", "totaal"]
    assert list(CLIENT_GROUPS) == ["uwv", "gemeente", "overig", "totaal"]
    assert "totaal" not in dimensions.METHOD_PARTS + dimensions.CLIENT_GROUP_PARTS


@pytest.mark.parametrize(
    ("categories", "resolve"), [(METHODS, resolve_method), (CLIENT_GROUPS, resolve_client_group)]
)
def test_every_code_label_and_spelling_resolves(categories: dict, resolve) -> None:
    for code, category in categories.items():
        assert (resolve(code).code, resolve(code).via) == (code, "code")
        for text in (category.label, category.short, *category.spellings):
            assert resolve(text).category is category
            assert resolve(text.upper()).category is category


@pytest.mark.parametrize(
    ("text", "code", "via"),
    [
        ("IPS", "ips", "code"),
        ("Individuele plaatsing & steun", "ips", "alias"),
        ("job coaching", "jobcoaching", "code"),
        ("Job-coach", "jobcoaching", "alias"),
        ("WABZ", "werk_als_beste_zorg", "alias"),
        ("wabz", "werk_als_beste_zorg", "alias"),
        ("Werk als Beste Zorg", "werk_als_beste_zorg", "code"),
        ("Overige", "overig", "alias"),
        ("anders", "overig", "alias"),
        ("Totaal", "totaal", "code"),
    ],
)
def test_spellings_of_methods(text: str, code: str, via: str) -> None:
    assert (resolve_method(text).code, resolve_method(text).via) == (code, via)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("U.W.V.", "uwv"),
        ("UWV-klanten", "uwv"),
        ("UWV cliënten", "uwv"),
        ("gemeenten", "gemeente"),
        ("Participatiewet", "gemeente"),
        ("Gemeentelijke doelgroep", "gemeente"),
        ("Anders", "overig"),
        ("alle doelgroepen", "totaal"),
    ],
)
def test_spellings_of_client_groups(text: str, code: str) -> None:
    assert resolve_client_group(text).code == code


@pytest.mark.parametrize(
    "text",
    ["", "SE", "IPS+", "IPS &", "IPS en", "IPS-plus", "detachering", "onbekend", "uwv", "jobcoaches x"],
)
def test_an_unknown_method_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="Deze methode is niet bekend"):
        resolve_method(text)


@pytest.mark.parametrize("text", ["", "WW", "Wajong", "bijstand", "ips", "UWV/gemeente", "zelfstandigen"])
def test_an_unknown_client_group_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="Deze doelgroep is niet bekend"):
        resolve_client_group(text)


def test_the_refusal_names_the_nearest_and_all_choices() -> None:
    with pytest.raises(UserError) as refused:
        resolve_method("jobcoatching")
    assert "Jobcoaching" in str(refused.value.facts["near"])
    assert all(method.short in str(refused.value) for method in METHODS.values())


@given(st.text(max_size=25))
def test_overig_only_when_it_says_so(text: str) -> None:
    try:
        category = resolve_method(text).category
    except UserError:
        return
    known = (category.code, category.label, category.short, *category.spellings)
    assert names.fold(text) in {names.fold(name) for name in known}
