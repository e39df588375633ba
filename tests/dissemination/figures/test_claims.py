"""The claim check on editions: each answer by what is published, and in words; typed text by a closed list."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from sdw.dissemination.figures.claims import check, grammar, growth, instead, words
from sdw.dissemination.figures.claims.model import Answer, Claim, Form, Verdict, Why
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators.model import TOTAL
from sdw.reference.areas.regions import CODES
from sdw.reference.status import Status
from sdw.text.dutch import say
from tests.worlds import claimed, ten
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

WORLDS = ("shipped", "examples", "outcomes", "absence", "empty", "one_region", *ten.NAMES)


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Edition:
    return shared.edition("shipped")


def asked(edition: Edition, form: Form, measure: str = "", region: str = "", **more: str) -> Answer:
    return check.answer(edition, Claim(form, measure, region, **more))


def test_every_answer_is_given_in_the_shipped_edition(shipped: Edition) -> None:
    answers = Counter(check.answer(shipped, one).verdict for one in claimed.every())
    assert set(answers) == set(Verdict)
    assert answers[Verdict.UNCLEAR] == 2 * 3, "a region beside itself and the nation beside itself, by each measure"


def test_a_region_grows_only_with_five_whole_years_of_one_definition(shipped: Edition) -> None:
    grown = asked(shipped, Form.GROWS, "gestart", "AM05")
    assert (grown.verdict, grown.points, grown.n) == (Verdict.SUPPORTED, 5, 44 + 51 + 71 + 94 + 111)
    # Of 2022 the number of durable work in Twente is a real one, counted by its source.
    mixed = asked(shipped, Form.GROWS, "duurzaam_geplaatst", "AM05")
    assert (mixed.verdict, mixed.why, mixed.points) == (Verdict.TOO_FEW, Why.OTHER_DEFINITION, 4)
    assert mixed.estimate is None
    for region in CODES:
        row = figures.select(shipped, "gestart", region=region, method=TOTAL, client_group=TOTAL)
        whole = [one for one in row if one.period.isdecimal() and one.value is not None]
        told = asked(shipped, Form.GROWS, "gestart", region)
        assert (told.verdict is Verdict.TOO_FEW) == (len(whole) < 5), region


def test_the_nation_grows_over_equal_regions(shipped: Edition) -> None:
    found = asked(shipped, Form.GROWS, "gestart", "NL")
    assert found.regions == 28, "of 35 these show a number in each of the five years"
    assert found.n == sum(one.value or 0 for one in found.figures)
    assert len(found.figures) == 28 * 5


@pytest.mark.rule("claims")
def test_a_count_above_the_target_within_luck_is_told_as_a_count(shipped: Edition) -> None:
    found = asked(shipped, Form.REACHES, "gestart", "AM05")
    assert (found.verdict, found.n, found.target) == (Verdict.INDISTINCT, 111, 100)
    told = words.told(shipped, found)
    assert told.instead.startswith("In 2025 begonnen in Twente 111 trajecten (voorbeeld). Ambitie Hoofdzaak } Werk")
    assert asked(shipped, Form.REACHES, "duurzaam_geplaatst", "AM05").verdict is Verdict.CONTRADICTED


def test_the_national_target_with_its_coverage(shipped: Edition) -> None:
    reached = asked(shipped, Form.NATION_REACHES, "gestart", "NL")
    assert (reached.verdict, reached.regions) == (Verdict.SUPPORTED, 35)
    missed = asked(shipped, Form.NATION_REACHES, "duurzaam_geplaatst", "NL")
    assert (missed.verdict, missed.regions) == (Verdict.CONTRADICTED, 34)
    # 31 of 35 regions, and not known what the others could be at most.
    early = asked(shipped, Form.NATION_REACHES, "duurzaam_geplaatst", "NL", period="2021")
    assert (early.verdict, early.why) == (Verdict.TOO_FEW, Why.REGIONS_MISSING)


def test_a_running_year_is_answered_by_its_published_chance(shipped: Edition) -> None:
    for region in CODES:
        found = asked(shipped, Form.REACHES, "duurzaam_geplaatst", region, period="2026")
        chance = figures.select(shipped, "kans_duurzaam_geplaatst", region=region)[0]
        if chance.value is None:
            assert found.verdict is Verdict.TOO_FEW
        elif 1 < chance.value < 99:
            assert found.verdict is Verdict.INDISTINCT
        else:
            assert found.verdict is not (Verdict.CONTRADICTED if chance.value > 50 else Verdict.SUPPORTED)


def test_rates_with_intervals_that_overlap_are_never_apart(shared: Shared) -> None:
    apart = 0
    for name in ("shipped", "examples", "outcomes"):
        edition = shared.edition(name)
        for claim in claimed.every():
            found = check.answer(edition, claim)
            if len(found.ends) == 2 and found.overlaps:
                assert found.verdict is Verdict.INDISTINCT, claim
            apart += len(found.ends) == 2 and not found.overlaps
    assert apart > 20


def test_ips_in_the_nation_needs_equal_regions_and_groups_too(
    shipped: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = Claim(Form.IPS_BETTER, "werk_12u", "NL")
    assert check.answer(shipped, claim).verdict is Verdict.SUPPORTED
    monkeypatch.setattr("sdw.dissemination.figures.claims.compare.outcomes.comparison", lambda _: None)
    assert check._CHECKS[Form.IPS_BETTER](shipped, claim).verdict is Verdict.INDISTINCT


def test_absence_is_of_five_whole_years_of_the_sector(shipped: Edition) -> None:
    found = asked(shipped, Form.ABSENCE_RISES)
    assert [one.period for one in found.figures] == ["2020", "2021", "2022", "2023", "2024"]
    assert found.verdict is growth.of_percentages([(int(one.period), one.value or 0) for one in found.figures])[0]


@pytest.mark.parametrize("name", WORLDS)
def test_what_is_withheld_or_missing_gives_too_few_and_nothing_else(shared: Shared, name: str) -> None:
    """No interval, no number, and the sentence tells no number of that cell."""
    edition = shared.edition(name)
    for claim in claimed.every():
        found = check.answer(edition, claim)
        if found.verdict is Verdict.TOO_FEW:
            assert found.why is not None
            assert found.estimate is None or found.why is Why.REGIONS_MISSING
        if any(one.status is Status.SUPPRESSED for one in found.figures):
            assert (found.verdict, found.why) == (Verdict.TOO_FEW, Why.WITHHELD), claim
            assert (found.n, found.estimate, found.ends) == (None, None, ())


@pytest.mark.parametrize("name", WORLDS)
def test_every_answer_reads_as_dutch_with_its_n_interval_and_points(shared: Shared, name: str) -> None:
    with store_at(shared(name)):
        edition = shared.edition(name)
        for claim in claimed.every():
            found = check.answer(edition, claim)
            told = words.told(edition, found)
            assert told.read and told.verdict.startswith(say(f"claim.verdict_{found.verdict}"))
            assert not re.search(
                r"None|\{|\}(?! Werk)|  ", "|".join((told.read, told.verdict, told.basis, told.instead))
            )
            if found.verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.INDISTINCT) and found.estimate:
                assert re.search(r"meting|hele jaren", told.basis), told.basis
                assert re.search(r"interval|De kans", told.basis), told.basis
            if any(one.is_invented for one in found.figures) and told.basis:
                assert "voorbeeld" in told.basis and "voorbeeld" in told.instead, (told.basis, told.instead)


@pytest.mark.parametrize("name", WORLDS)
def test_what_may_be_said_instead_holds_itself(shared: Shared, name: str) -> None:
    """The sentence carries what it says, and the same figures hold that."""
    with store_at(shared(name)):
        edition = shared.edition(name)
        for claim in claimed.every():
            told, claims = instead.said(edition, check.answer(edition, claim))
            assert told.endswith("."), told
            assert check.failing(edition, claims) == [], (claim, told)


# Typed text


@pytest.mark.parametrize("form", Form)
def test_the_example_of_each_form_is_that_form(form: Form) -> None:
    (found,) = grammar.claims(say(f"claim.example_{form}"))
    assert found.form is form
    assert found.measure or form is Form.ABSENCE_RISES


def test_every_phrase_of_the_list_is_its_own_claim() -> None:
    names = {"regio": "Regio Twente", "ander": "AM01", "sector": "Zorg en welzijn"}
    for form, measure, shape in grammar._phrases():
        phrase = shape.pattern.split("(?: in")[0]
        text = re.sub(r"\(\?P<(\w+)>\.\+\?\)", lambda found: names[found[1]], phrase).replace("\\", "")
        found = grammar.claims(text.upper() + ".")
        assert [(one.form, one.measure) for one in found] == [(form, measure)], text


def test_a_year_belongs_to_a_target_alone() -> None:
    (found,) = grammar.claims("Flevoland haalde de ambitie in 2024")
    assert (found.period, found.region) == ("2024", "AM11")
    assert grammar.claims("Het aantal gestarte trajecten in Flevoland groeit in 2024") == []


@pytest.mark.rule("claims")
@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "?",
            "Twente",
            "groeit",
            "Twente groeit niet",
            "Bijna: Twente groeit",
            "Almelo groeit",
            "Twnte groeit",
        ),
        *("Twente en Groningen groeien", "IPS werkt", "het verzuim daalt", "het verzuim in de buurt stijgt"),
        *("Twente groeit. Flevoland groeit", "Het is niet zo dat het verzuim stijgt", "{regio} groeit"),
        *("<script>alert(1)</script> groeit", "Twente groeit\n; drop table figure", "verzuim stijgt " * 40),
    ],
)
def test_what_fits_no_form_is_unclear_and_never_guessed(shipped: Edition, text: str) -> None:
    found = grammar.checked(shipped, text)
    assert (found.claim, found.verdict, found.why) == (None, Verdict.UNCLEAR, Why.NO_FORM)
    told = words.told(shipped, found)
    assert (told.read, told.basis, told.instead) == ("", "", "")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        *(("Twente groeit", 2), ("Twente haalt het doel", 2), ("landelijk doel gehaald", 2)),
        *(("IPS werkt beter dan andere methoden in Twente", 2), ("Twente is beter dan Flevoland", 3)),
    ],
)
def test_a_claim_that_leaves_open_what_it_is_about_gets_each_meaning(
    shipped: Edition, text: str, count: int
) -> None:
    found = grammar.checked(shipped, text)
    assert (found.verdict, found.why, len(found.meant)) == (Verdict.UNCLEAR, Why.WHICH_MEASURE, count)
    lines = words.lines(shipped, found)
    assert sum(line.startswith("Zo lezen wij het") for line in lines) == count
    assert all(check.answer(shipped, one).verdict is not Verdict.UNCLEAR for one in found.meant)
