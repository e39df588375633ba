"""The claim check on a page: chosen by lists that the link holds, or typed; nothing typed is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sdw.dissemination.figures.claims.model import Form
from sdw.text.dutch import say
from tests.worlds import edition as world
from tests.worlds.pages import Visit, opened, words
from tests.worlds.shared import Shared

PAGE = "stuurgroep"
LINE = "bewering-zin"


@pytest.fixture(scope="module")
def folder(shared: Shared) -> Path:
    return shared("shipped")


@pytest.fixture(autouse=True)
def _store(folder: Path) -> Iterator[None]:
    with world.store_at(folder):
        yield


def part(visit: Visit) -> str:
    """What the page says from the heading of the check on."""
    assert not visit.exception
    return words(visit).split(say("page.claims.title"))[-1].split("<footer>")[0]


def typed(text: str, **view: str) -> Visit:
    visit = opened(PAGE, **view)
    visit.text_input(key=LINE).set_value(text).run()
    return visit


def test_a_link_opens_the_claim_that_it_names() -> None:
    told = part(opened(PAGE, bewering="haalt", maat="gestart", plek="AM11", jaar="2024"))
    assert "in Flevoland beginnen in 2024 100 trajecten of meer" in told
    assert "Waarop dit rust: 94 gestarte trajecten" in told or "gestarte trajecten (voorbeeld) in 2024" in told
    assert say("claim.per_claim") in told


@pytest.mark.parametrize("form", Form)
def test_each_form_has_its_own_lists_and_an_answer(form: Form) -> None:
    visit = opened(PAGE, bewering=form.value)
    lists = {one.key for one in visit.selectbox}
    assert ("claim-plek" in lists) == (form not in (Form.NATION_REACHES, Form.ABSENCE_RISES))
    assert ("claim-ander" in lists) == (form is Form.ABOVE)
    assert ("claim-jaar" in lists) == (form in (Form.REACHES, Form.NATION_REACHES))
    assert ("claim-branche" in lists) == (form is Form.ABSENCE_RISES)
    assert "Zo lezen wij het: " in part(visit)


def test_a_link_with_nonsense_gives_the_first_of_each_list() -> None:
    assert part(opened(PAGE, bewering="<b>", maat="x", plek="AM99", ander="NL' OR 1", jaar="ooit")) == part(
        opened(PAGE)
    )


def test_a_choice_in_a_list_changes_the_answer() -> None:
    visit = opened(PAGE, bewering="groeit", maat="gestart", plek="AM05")
    before = part(visit)
    [places] = [one for one in visit.selectbox if one.key == "claim-plek"]
    places.set_value("AM11").run()
    assert "groeit in Flevoland" in part(visit) != before


def test_a_typed_claim_becomes_the_choice_and_so_the_link() -> None:
    visit = typed("Flevoland haalt de ambitie in 2025")
    chosen = {one.key: one.value for one in visit.selectbox}
    assert chosen == {
        "claim-bewering": "haalt",
        "claim-maat": "gestart",
        "claim-plek": "AM11",
        "claim-jaar": "2025",
    }
    assert 'data-sdw-link="bewering=haalt&amp;jaar=2025&amp;maat=gestart&amp;plek=AM11' in words(visit)
    assert visit.text_input(key=LINE).value == ""


def test_a_claim_that_may_mean_more_shows_each_meaning() -> None:
    told = part(typed("Twente groeit"))
    assert say("claim.verdict_definitie_onduidelijk") in told
    assert told.count("Zo lezen wij het: ") == 2


@pytest.mark.parametrize("text", ["Twente groeit niet", "<img src=x onerror=alert(1)>", "**vet** [x](http://y)"])
def test_other_text_is_unclear_and_stands_nowhere_else(text: str) -> None:
    visit = typed(text)
    told = part(visit)
    assert say("claim.why_no_form") in told
    assert all(say(f"claim.example_{form}") in told for form in Form)
    assert text not in words(visit)
    assert "zin" not in str(visit.query_params)
