"""Claims of which the truth is set by rates: what is false at these is hardly ever supported, in 1,000 worlds.

The whole simulation takes a minute (`python -m benchmarks.claims_simulated`): here its file is read, parts of it
are made again, and it is shown that it can fail.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from benchmarks import claims_simulated
from sdw.dissemination.figures.claims import target
from sdw.dissemination.figures.claims.model import Form, Verdict, beside
from sdw.reference import tables
from sdw.statistics.estimate import Estimate
from sdw.statistics.proportions import count_byar
from tests import ROOT
from tests.worlds import claims

ROWS = tables.rows(claims_simulated.FILE)
#: A false claim is supported in at most so many percent of worlds.
MOST = 5.0


def share(row: Mapping[str, str], answer: Verdict) -> float:
    return 100 * int(row[answer.value]) / int(row["drawn"])


def test_ten_claims_of_each_form_in_a_thousand_worlds_of_each_noise() -> None:
    for form in Form:
        for noise in claims.NOISES:
            mine = [row for row in ROWS if (row["form"], row["noise"]) == (form.value, noise.id)]
            assert len(mine) == len({row["claim"] for row in mine}) == 10
            assert {row["drawn"] for row in mine} == {"1000"}
            assert sum(row["true"] == "0" for row in mine) >= 6


@pytest.mark.rule("claims")
def test_a_false_claim_is_supported_in_at_most_five_percent() -> None:
    wrong = [row for row in ROWS if row["true"] == "0" and share(row, Verdict.SUPPORTED) > MOST]
    assert wrong == []


def test_a_true_claim_is_hardly_ever_contradicted_and_a_clear_one_supported() -> None:
    assert all(share(row, Verdict.CONTRADICTED) <= MOST for row in ROWS if row["true"] == "1")
    for form in Form:
        mine = [share(row, Verdict.SUPPORTED) for row in ROWS if (row["form"], row["true"]) == (form.value, "1")]
        assert max(mine) > 95, "a check that never supports anything would pass the others"


def test_the_table_of_the_account_is_made_of_the_file() -> None:
    assert claims_simulated.table(ROWS) in (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", [Form.GROWS, Form.IPS_BETTER])
def test_the_file_is_what_the_script_makes(form: Form) -> None:
    noise = claims.USUAL
    mine = [row for row in ROWS if (row["form"], row["noise"]) == (form.value, noise.id)]
    for row, one in zip(mine, claims.tallies(form, noise, 1000), strict=True):
        assert (row["claim"], row["true"]) == (one.case.name, str(int(one.case.is_true)))
        assert {answer: one.answers.get(answer, 0) for answer in Verdict if answer.value in row} == {
            answer: int(row[answer.value]) for answer in Verdict if answer.value in row
        }


@pytest.mark.parametrize("form", Form)
def test_a_light_run_of_each_form(form: Form) -> None:
    """60 worlds: five percent and three standard errors of it."""
    for one in claims.tallies(form, claims.USUAL, 60, seed=1):
        if not one.case.is_true:
            assert one.share(Verdict.SUPPORTED) <= MOST + 3 * 100 * (0.05 * 0.95 / 60) ** 0.5, one.case.name


def test_a_check_that_believes_the_count_fails_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """100 counted where 99.9 is the rate: half of the worlds. Nor does chance alone do where years differ more."""

    def believing(count: float, _: float, aim: float) -> tuple[Verdict, Estimate]:
        return (Verdict.SUPPORTED if count >= aim else Verdict.CONTRADICTED), count_byar(count)

    monkeypatch.setattr(target, "of_region", believing)
    false = [one for one in claims.tallies(Form.REACHES, claims.CHANCE, 100) if one.case.name == "99.9 in a year"]
    assert false[0].share(Verdict.SUPPORTED) > 30

    def chance_alone(count: float, _: float, aim: float) -> tuple[Verdict, Estimate]:
        return beside(count_byar(count), aim), count_byar(count)

    monkeypatch.setattr(target, "of_region", chance_alone)
    false = [one for one in claims.tallies(Form.REACHES, claims.ROUGH, 300) if one.case.name == "99.9 in a year"]
    assert false[0].share(Verdict.SUPPORTED) > MOST
