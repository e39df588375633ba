"""The whole view is in the link: also how a page is drawn and what was filled in; what is said in vain goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs

import pytest

from sdw.dissemination.ui.elements import screen
from sdw.dissemination.ui.pages.data import file_check
from sdw.exchange.problems import Problem
from sdw.exchange.result import FileResult
from sdw.reference.areas import regions, similar
from sdw.text.dutch import say
from tests.worlds import edition as world
from tests.worlds.pages import Visit, chosen, opened, told_by_filters, words
from tests.worlds.reading import tables
from tests.worlds.shared import Shared


@pytest.fixture(scope="module", autouse=True)
def _store(shared: Shared) -> Iterator[None]:
    with world.store_at(shared("examples")):
        yield


def mended(visit: Visit) -> dict[str, list[str]]:
    """What the shell is told to change in the address: empty for a name that goes."""
    told = re.findall(r'data-sdw-link="([^"]*)"', words(visit))
    return parse_qs(unescape(told[-1]), keep_blank_values=True) if told else {}


@pytest.mark.parametrize(
    ("page", "name", "key", "value"),
    [
        ("regiokaart", "vorm", "kaartvorm", "tegels"),
        ("regiokaart", "klassen", "klassen", "gelijk"),
        ("doelen", "volgorde", "volgorde", "noord_zuid"),
    ],
)
def test_f4_a_form_of_drawing_is_in_the_link(page: str, name: str, key: str, value: str) -> None:
    linked = opened(page, **{name: value})
    assert linked.session_state[key] == value
    assert name not in mended(linked)
    assert linked.session_state[key] == opened(page, **{name: value}).run().session_state[key]
    assert opened(page, **{name: "onzin"}).session_state[key] != "onzin"
    assert mended(opened(page, **{name: "onzin"}))[name] == [""]


def test_f4_the_sheet_is_for_the_region_and_period_of_the_link() -> None:
    visit = opened("gegevens", regio="AM05", invulblad="2025", tabel="aandeel_ips")
    assert visit.selectbox(key="sheet-region").value == "AM05"
    assert visit.selectbox(key="sheet-period").value == "2025"
    assert visit.selectbox(key="download-table").value == "aandeel_ips"
    assert opened("gegevens", regio="Twente").selectbox(key="sheet-region").value == "AM05"


def test_f4_another_region_for_the_sheet_is_in_the_link() -> None:
    visit = opened("gegevens", regio="AM05")
    visit.selectbox(key="sheet-region").set_value("AM06").run()
    assert visit.selectbox(key="sheet-region").value == "AM06"
    assert visit.query_params["regio"] in ("AM06", ["AM06"])


def test_f4_what_a_link_says_in_vain_goes_from_it() -> None:
    visit = opened(
        "regiokaart", periode="ooit", regio="AM99", maanden="veel", utm_source="x", embed="true", vorm="x"
    )
    said = {name: visit.query_params[name] for name in visit.query_params}
    address = {name: value if isinstance(value, str) else value[-1] for name, value in said.items()}
    address |= {name: told[-1] for name, told in mended(visit).items()}
    assert {name for name, value in address.items() if value} <= {"uitgave", "periode", "embed"}
    assert re.fullmatch(r"20\d\d(-\w+)?", address["periode"])
    assert say("frame.no_period_like_that", shown="").split(".")[0] in unescape(words(visit))


def test_f4_a_link_that_is_right_is_left_alone() -> None:
    assert mended(opened("regiokaart", uitgave="2026-najaar", periode="2025", regio="AM05", vorm="tegels")) == {}


def test_f4_four_steps_stand_in_their_order() -> None:
    shown = words(opened("gegevens"))
    steps = [shown.index(say(f"page.gegevens.{step}.title")) for step in ("sheet", "fill", "check", "deliver")]
    assert steps == sorted(steps)
    assert [say(f"page.gegevens.{step}.title")[0] for step in ("sheet", "fill", "check", "deliver")] == list("1234")


def test_f4_good_warning_and_refusal_differ_in_word_and_look() -> None:
    warning, error = (Problem(kind, "", 2, "gestart", "Dit is veel.") for kind in ("warning", "error"))
    files = (FileResult("x.csv", "", None, problems) for problems in ((), (warning,), (error,)))
    told = [screen.element(file_check.verdict(one)) for one in files]
    assert len({re.sub(r'class="[^"]*"|role="[^"]*"', "", one) for one in told}) == 3
    assert len({re.findall(r'class="sdw-verdict (\w+)"', one)[0] for one in told}) == 3
    assert ['role="alert"' in one for one in told] == [False, False, True]


def test_a_run_that_still_hears_the_address_from_before_forgets_nothing() -> None:
    visit = chosen(opened("regiokaart"), regio="AM05")
    assert "regio" in visit.query_params
    del visit.query_params["regio"]  # as a browser that has not heard of it yet
    visit = chosen(visit, periode="2024")
    assert {"AM05", "2024"} <= {"".join(visit.query_params[name]) for name in ("regio", "periode")}
    assert "Twente" in words(visit)


def test_a_list_that_the_browser_lost_is_sent_again() -> None:
    def offered(visit: Visit) -> bool:
        return any('"offered"' in one.proto.json for one in visit.get("bidi_component"))

    visit = opened("regiokaart").run()
    assert not offered(visit)
    assert offered(told_by_filters(visit, "missing", "00000000"))


def beside(visit: Visit) -> list[str]:
    """The regions of the last table of Regio, by name."""
    return [row[0] for row in tables(words(visit))[-1].rows[1:]]


def test_regions_to_set_beside_one_are_in_the_link() -> None:
    visit = opened("regio", regio="AM05", naast="AM01,AM24")
    assert beside(visit) == ["Groningen", "Twente", "Zeeland"]
    assert say("alike.title_chosen") in unescape(words(visit)) and "naast" not in mended(visit)
    [pills] = [one for one in visit.get("button_group") if one.key == "regios-ernaast"]
    pills.set_value(["AM01", "AM24", "AM38"]).run()
    assert beside(visit) == sorted(["Groningen", "Twente", "Zeeland", regions.name_of("AM38")])
    assert mended(visit)["naast"] == ["AM01,AM24,AM38"]
    pills = next(one for one in visit.get("button_group") if one.key == "regios-ernaast")
    pills.set_value(["AM01", "AM02", "AM03", "AM06", "AM07", "AM08"]).run()
    assert len(beside(visit)) == 4


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("", ""),
        ("AM05", ""),  # the region itself
        ("AM04,AM99,NL", ""),
        ("<script>,AM01", "AM01"),
        ("AM01,AM01,AM01", "AM01"),
        ("AM01,AM02,AM03,AM06,AM07,AM08,AM09", "AM01,AM02,AM03,AM06,AM07"),
        ("'; DROP TABLE figure; --", ""),
        ("AM01" * 200, ""),
    ],
)
def test_regions_that_do_not_exist_or_are_too_many_are_not_set_beside(asked: str, left: str) -> None:
    visit = opened("regio", regio="AM05", naast=asked)
    shown = unescape(words(visit))
    assert not visit.exception and "<script>" not in shown and "DROP" not in shown
    kind = "chosen" if left else "nearest"
    assert say(f"alike.title_{kind}") in shown
    assert len(beside(visit)) == 1 + (len(left.split(",")) if left else 5)
    assert mended(visit).get("naast", [left]) == [left]


def test_the_five_that_are_alike_are_chosen_by_size_and_benefits_and_say_so() -> None:
    visit = opened("regio", regio="AM05", periode="2025")
    assert set(beside(visit)) == {regions.name_of(one) for one in ("AM05", *similar.nearest("AM05"))}
    assert beside(visit) == sorted(beside(visit))
    shown = unescape(words(visit))
    assert "vergelijkbaar in grootte en in mensen met een uitkering" in shown and "geen ranglijst" in shown
    last = tables(words(visit))[-1]
    assert (
        last.caption.startswith("Trajecten: 2025. Inwoners, en mensen met een uitkering") and "2024" in last.caption
    )
    head, *rows = last.rows
    column = next(place for place, one in enumerate(head) if one.startswith("per 1.000 uitkeringen"))
    assert all(re.fullmatch(r"[\d,]+ \([\d,]+ – [\d,]+\)", row[column]) for row in rows)
