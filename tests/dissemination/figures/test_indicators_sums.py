"""Several methods or client groups at once: the sum where it follows from shown figures, otherwise a range."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest

from sdw import __main__ as cli
from sdw.dissemination.attack import attack
from sdw.dissemination.figures import sums
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.production.publishing.trajectories import totals
from sdw.production.store import private
from sdw.reference import plan
from sdw.reference.areas import regions
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS
from sdw.reference.status import Status
from sdw.text.errors import UserError
from tests.worlds import edition as worlds
from tests.worlds import editions as small
from tests.worlds.figures import said
from tests.worlds.shared import Shared

YEAR = "2025"


def figure(method: str, value: float | None, group: str = "totaal", region: str = "AM05", **more: object) -> Figure:
    facts: dict[str, object] = dict.fromkeys(("denominator", "low", "high", "bound_low", "bound_high"))
    facts |= {"status": Status.VALUE if value is not None else Status.SUPPRESSED, "delivered": None}
    return Figure(
        indicator="gestart",
        region=region,
        period=YEAR,
        method=method,
        client_group=group,
        sector="",
        months=0,
        value=value,
        numerator=value,
        cited=said("bron"),
        carried_from=(),
        edition="2026-najaar",
        origin="aangeleverd",
        **(facts | more),  # type: ignore[arg-type]
    )


def of(tmp_path: Path, values: Mapping[str, float | None], **more: object) -> Edition:
    return small.build(tmp_path, [figure(method, value, **more) for method, value in values.items()])  # type: ignore[arg-type]


FOUR = {"ips": 30, "jobcoaching": None, "werk_als_beste_zorg": None, "overig": 20, "totaal": 81}


def asked(edition: Edition, *methods: str, region: str = "AM05") -> sums.Sum:
    return sums.sum_of(edition, "gestart", region, YEAR, methods)


def test_a_sum_of_shown_parts_is_shown(tmp_path: Path) -> None:
    found = asked(of(tmp_path, FOUR), "ips", "overig")
    assert (found.figure.value, found.exact, found.words) == (50, True, "50")
    assert (found.figure.method, found.figure.source) == ("ips+overig", "bron")


def test_the_total_minus_the_shown_rest_is_shown(tmp_path: Path) -> None:
    found = asked(of(tmp_path, FOUR), "jobcoaching", "werk_als_beste_zorg")
    assert found.figure.value == 31


def test_otherwise_the_range_that_everybody_can_work_out(tmp_path: Path) -> None:
    found = asked(of(tmp_path, FOUR), "ips", "jobcoaching")
    assert (found.low, found.high, found.words) == (30, 61, "30-61")
    assert found.figure.value is None
    assert (found.figure.bound_low, found.figure.bound_high) == (30, 61)
    assert found.figure.status is Status.SUPPRESSED


def test_without_a_total_only_the_least_is_known(tmp_path: Path) -> None:
    found = asked(of(tmp_path, FOUR | {"totaal": None}), "ips", "jobcoaching")
    assert (found.low, found.high, found.words) == (30, None, "ten minste 30")


def test_a_missing_part_is_no_range(tmp_path: Path) -> None:
    rows = [figure("ips", 30), figure("jobcoaching", None, status=Status.NOT_DELIVERED), figure("totaal", 60)]
    found = asked(small.build(tmp_path, rows), "ips", "jobcoaching")
    assert (found.low, found.words) == (None, "niet aangeleverd")


def test_a_provisional_part_makes_the_sum_provisional(tmp_path: Path) -> None:
    rows = [figure("ips", 30), figure("jobcoaching", 12, status=Status.PROVISIONAL)]
    found = asked(small.build(tmp_path, rows), "ips", "jobcoaching")
    assert (found.figure.status, found.words) == (Status.PROVISIONAL, "42*")


def test_national_parts_over_other_regions_are_not_added(tmp_path: Path) -> None:
    more = {"region": "NL"}
    rows = [figure("ips", 30, delivered=(35, 35), **more), figure("jobcoaching", 12, delivered=(31, 35), **more)]
    assert not asked(small.build(tmp_path, rows), "ips", "jobcoaching", region="NL").exact


def test_what_does_not_add_up_is_refused(tmp_path: Path) -> None:
    edition = of(tmp_path, FOUR)
    with pytest.raises(UserError, match="verhouding"):
        sums.sum_of(edition, "aandeel_ips", "AM05", YEAR, ("ips", "overig"))
    with pytest.raises(UserError, match="‘totaal’ alleen"):
        asked(edition, "ips", "totaal")
    with pytest.raises(UserError, match="uwv"):
        sums.sum_of(edition, "gestart", "AM05", YEAR, ("ips",), ("uwv", "gemeente"))


@pytest.fixture(scope="module")
def world(shared: Shared) -> tuple[Path, Edition]:
    return shared("examples"), shared.edition("examples")


def test_every_choice_tells_the_truth_and_nothing_new(world: tuple[Path, Edition]) -> None:
    folder, edition = world
    with worlds.store_at(folder), private.reader() as connection:
        true = totals.count(connection, private.active_batches(connection), plan.current()).by_key
    chance = random.Random(4)
    exact = ranged = 0
    for region in ("NL", *chance.sample(regions.CODES, 12)):
        for methods in combinations(METHOD_PARTS, 2):
            for indicator in ("gestart", "duurzaam_geplaatst"):
                found = sums.sum_of(edition, indicator, region, "2024", methods)
                known = [true[indicator, region, "2024", method, "totaal"].value for method in methods]
                truth = sum(value or 0 for value in known)
                if found.exact:
                    assert found.figure.value == truth
                elif found.low is not None:
                    assert found.low <= truth
                    assert found.high is None or truth <= found.high
                    ranged += 1
                exact += found.exact
    assert exact > 20
    assert ranged > 5


def test_sums_give_the_attacker_nothing(world: tuple[Path, Edition]) -> None:
    """Every sum that is shown, put beside the edition, moves no end of any withheld cell."""
    _, edition = world
    before = {one.key: (one.low, one.high) for one in attack.on(edition, sample=40).findings}
    for method in METHOD_PARTS:
        rest = tuple(other for other in METHOD_PARTS if other != method)
        for region in regions.CODES:
            key = ("gestart", region, "2024", method, "totaal")
            found = sums.sum_of(edition, "gestart", region, "2024", rest)
            if key in before and found.exact:
                total = figures.one(edition, "gestart", region, "2024").value
                assert total is None, "a withheld part would be the total minus this sum"


def test_several_client_groups_of_one_method(world: tuple[Path, Edition]) -> None:
    _, edition = world
    found = sums.sum_of(edition, "gestart", "NL", "2024", ("ips",), CLIENT_GROUP_PARTS[:2])
    assert found.figure.client_group == "uwv+gemeente"
    assert found.exact or found.low is not None


def test_the_command_line_adds_up(world: tuple[Path, Edition], capsys: pytest.CaptureFixture[str]) -> None:
    folder, edition = world
    with worlds.store_at(folder):
        command = ["figures", "--indicator", "gestart", "--region", "AM05", "--period", "2024", "--format", "json"]
        assert cli.main([*command, "--method", "ips, Jobcoaching"]) == cli.DONE
        told = json.loads(capsys.readouterr().out)
        assert [one["method"] for one in told] == ["ips+jobcoaching"]
        assert (
            told[0]["value"] == sums.sum_of(edition, "gestart", "AM05", "2024", ("ips", "jobcoaching")).figure.value
        )
        assert cli.main([*command, "--method", "ips,jobcoaching", "--client-group", "uwv,gemeente"]) == cli.REFUSED
        assert cli.main([*command, "--method", "ips,duiken"]) == cli.REFUSED
