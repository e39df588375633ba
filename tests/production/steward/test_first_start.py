"""A first start makes two editions of the examples: that of the spring knows what was in by then, and no more."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.examples import trajectories
from sdw.dissemination.figures import corrections
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.production.steward import start
from sdw.production.store import private
from sdw.reference import periods
from sdw.reference.status import Status
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

SPRING, AUTUMN = "2026-voorjaar", "2026-najaar"


@pytest.fixture(scope="module")
def both(shared: Shared) -> Iterator[tuple[Edition, Edition]]:
    with store_at(shared("shipped")):
        autumn, spring = editions.every()
        yield spring, autumn


def test_there_are_two_editions_of_the_days_that_the_examples_say(both: tuple[Edition, Edition]) -> None:
    spring, autumn = both
    assert (spring.label, autumn.label) == (SPRING, AUTUMN)
    assert spring.published_at.date() == dt.date(2026, 4, 16)
    assert autumn.published_at.date() == dt.date(2026, 11, 26)
    assert (spring.sequence, autumn.sequence) == (1, 2)
    assert spring.has_examples and autumn.has_examples
    assert corrections.previous(autumn) == spring and corrections.previous(spring) is None


def test_an_edition_is_made_of_what_came_in_by_its_day_and_of_all_of_it(both: tuple[Edition, Edition]) -> None:
    with private.reader() as connection:
        every = {row[0]: row[4] for row in private.batches(connection)}
    assert len(every) == sum(1 for step in start.steps() if step.origin)
    assert {step.name for step in start.steps() if step.origin} == {name for name, _ in start.SHIPPED}
    for edition in both:
        day = edition.published_at.replace(tzinfo=None)
        assert list(edition.batches) == sorted(number for number, at in every.items() if at <= day)


def test_no_file_came_in_before_its_newest_period_was_over(both: tuple[Edition, Edition]) -> None:
    """But for pledges: they are of a year to come."""
    told = [row for row in editions.query(both[1], "edition_batches") if row[1] != "toezeggingen"]
    checked = 0
    for _, dataset, _, imported_at, *_, last, _ in told:
        if last:
            assert periods.parse(last).end <= imported_at.date(), dataset
            checked += 1
    assert checked > 8


def test_spring_shows_less_and_other_figures_of_the_half_year_that_was_new(both: tuple[Edition, Edition]) -> None:
    spring, autumn = both
    for edition, period, have in ((spring, "2025-H2", 32), (autumn, "2025-H2", 35), (autumn, "2026-H1", 34)):
        (nation,) = figures.select(
            edition, "gestart", region="NL", period=period, method="totaal", client_group="totaal"
        )
        assert nation.delivered == (have, 35)
    assert figures.select(spring, "gestart", period="2026-H1") == ()
    shown = {
        one.region: one
        for one in figures.select(spring, "gestart", period="2025-H2", method="totaal", client_group="totaal")
    }
    assert {shown[code].status for code in trajectories.LATE_IN_SPRING} == {Status.NOT_DELIVERED}
    revised = {
        one.now.region: one.before.value - one.now.value
        for one in corrections.of_indicator(spring, autumn, "gestart")
        if one.now.period == "2025-H2" and one.now.region != "NL"
    }
    assert revised == trajectories.TOLD_AT_FIRST


def test_both_can_be_made_again(both: tuple[Edition, Edition]) -> None:
    assert all(publish.is_made_again(edition) for edition in both)


def test_a_first_start_that_was_cut_off_goes_on_with_its_second_edition(
    both: tuple[Edition, Edition], tmp_path: Path
) -> None:
    shutil.copytree(both[0].path.parent.parent, tmp_path, dirs_exist_ok=True)
    with store_at(tmp_path):
        assert not start.is_needed()
        for path in (tmp_path / "editions" / f"{AUTUMN}.duckdb", tmp_path / "seals" / f"{AUTUMN}.sha256"):
            path.unlink()
        assert start.is_needed()
        list(start.build())
        again = editions.find()
    assert again.label == AUTUMN
    assert again.fact("digest") == both[1].fact("digest")


def test_without_examples_one_edition_is_made_of_this_day(shared: Shared) -> None:
    with store_at(shared("real")):
        (only,) = editions.every()
        assert only.fact("origin") == "openbaar" and not start.is_needed()
    assert {step.at for step in start.steps(examples=False)} == {None}
