"""The pace of the running year in an edition: from published counts, never of a withheld one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.production.publishing import publish
from sdw.reference.areas.regions import CODES
from sdw.reference.status import Status
from sdw.statistics import pace
from sdw.statistics.season import RegionYear, Revision, season
from tests.worlds import judging, ten
from tests.worlds import store as world
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

PLACES = CODES[:4]
#: Started in the first and the second half of each year, per region.
YEARS = {2024: (40, 50), 2025: (44, 46)}


def rows(halves: dict[str, int], places: tuple[str, ...] = PLACES) -> Iterator[world.Observation]:
    """A delivery with so many starts (and a third as many placements) in each half-year, a few more per region."""
    for number, place in enumerate(places):
        for period, started in halves.items():
            count = started + number
            yield from world.ledger(place, period, 100, count, count, count // 2)


def halves(running: int | None = 48) -> dict[str, int]:
    whole = {f"{year}-H{half}": count for year, two in YEARS.items() for half, count in enumerate(two, 1)}
    return whole if running is None else whole | {"2026-H1": running}


@pytest.fixture
def published(tmp_path: Path) -> Iterator[Callable[..., Edition]]:
    def make(observations: Iterator[world.Observation], label: str = "2026-najaar") -> Edition:
        world.deliver(observations, name=f"{label}.csv")
        return publish.publish(label)

    with store_at(tmp_path):
        yield make


def of(edition: Edition, indicator: str, region: str = "NL") -> Figure:
    (found,) = figures.select(edition, indicator, region=region, period="2026")
    return found


def test_a_pace_is_what_the_method_says_of_the_published_counts(published: Callable[..., Edition]) -> None:
    edition = published(rows(halves()))
    known = season(
        [
            RegionYear(year, first + number, first + second + 2 * number)
            for year, (first, second) in YEARS.items()
            for number in range(len(PLACES))
        ]
    )
    assert known is not None
    one, chance = (of(edition, f"{kind}_gestart", PLACES[1]) for kind in ("verwacht", "kans"))
    wanted = pace.of_region(49, known, 100)
    assert (one.value, one.low, one.high) == (wanted.total.value, wanted.total.low, wanted.total.high)
    assert (one.numerator, one.months, one.status) == (49, 6, Status.PROVISIONAL)
    assert chance.value == round(100 * (wanted.reaches or 0))
    assert "eerste 6 maanden van 2026 en 2 eerdere jaren; voorlopig, kan nog stijgen" in one.source
    nation = of(edition, "verwacht_gestart")
    together = pace.of_all([48, 49, 50, 51], known, 3500)
    assert (nation.value, nation.low, nation.high) == (
        together.total.value,
        together.total.low,
        together.total.high,
    )
    assert (nation.coverage, nation.numerator) == ("4/35", 198)
    assert of(edition, "kans_gestart").value == 1, "of what is not certain a chance is never 0"
    assert of(edition, "verwacht_gestart", CODES[-1]).status is Status.NOT_DELIVERED


@pytest.mark.rule("pace")
def test_under_two_whole_years_it_is_not_to_be_said_yet(published: Callable[..., Edition]) -> None:
    edition = published(rows({"2025-H1": 40, "2025-H2": 50, "2026-H1": 48}))
    for region in ("NL", PLACES[0]):
        for indicator in ("verwacht_gestart", "kans_gestart"):
            one = of(edition, indicator, region)
            assert (one.value, one.low, one.status) == (None, None, Status.UNKNOWN)
            assert "nog niet te zeggen" in one.source


def test_a_target_that_is_reached_is_certain(published: Callable[..., Edition]) -> None:
    edition = published(rows(halves(100)))
    assert of(edition, "kans_gestart", PLACES[0]).value == 100
    assert of(edition, "verwacht_gestart", PLACES[0]).low >= 100  # type: ignore[operator]


def test_a_year_that_everybody_has_whole_does_not_run(published: Callable[..., Edition]) -> None:
    edition = published(rows(halves(None)))
    assert "verwacht_gestart" not in figures.published(edition)


def test_of_a_whole_year_nothing_is_expected_but_it_counts_for_the_nation(
    published: Callable[..., Edition],
) -> None:
    late = [*rows(halves()), *world.ledger(PLACES[0], "2026-H2", 100, 60, 60, 30)]
    edition = published(iter(late))
    assert of(edition, "verwacht_gestart", PLACES[0]).status is Status.NOT_APPLICABLE
    nation = of(edition, "verwacht_gestart")
    assert (nation.coverage, nation.numerator) == ("4/35", 48 + 60 + 49 + 50 + 51)


def test_nine_months_are_the_half_and_the_quarter_after_it(published: Callable[..., Edition]) -> None:
    quarters = {f"{year}-Q{number}": 20 + number for year in (2024, 2025) for number in (1, 2, 3, 4)}
    edition = published(rows(quarters | {"2026-Q1": 21, "2026-Q2": 22, "2026-Q3": 23}))
    one = of(edition, "verwacht_gestart", PLACES[0])
    assert (one.months, one.numerator) == (9, 66)


def test_six_months_that_are_withheld_are_no_nine(published: Callable[..., Edition]) -> None:
    """One region is small, and others are withheld to cover it: half of all. The others keep their pace."""
    small = [
        one
        for period in halves()
        for one in world.ledger(CODES[8], period, 60, 6, 6, 0)
        if one["value"] is not None
    ]
    edition = published(iter([*rows(halves(), CODES[:5]), *small]))
    withheld = {
        one.region
        for one in figures.select(edition, "gestart", period="2026-H1", method="totaal", client_group="totaal")
        if one.status is Status.SUPPRESSED
    }
    assert len(withheld) == 3, "at least half of the six regions that delivered"
    for region in {*CODES[:5], CODES[8], "NL"}:
        one = of(edition, "verwacht_gestart", region)
        assert one.months == 6
        assert one.status is (Status.SUPPRESSED if region in withheld else Status.PROVISIONAL)
    assert list(judging.paces_of_withheld(edition)) == []


def test_what_first_deliveries_became_is_taken_from_the_editions_that_are_out(
    published: Callable[..., Edition],
) -> None:
    """In 2025 the first half was published as 40, and is 44 now: so 2026 is expected to grow as much."""
    early = {name: count for name, count in halves(None).items() if name != "2025-H2"}
    published(rows(early | {"2025-H1": 40}), "2025-najaar")
    plain = {name: 44 if name == "2025-H1" else count for name, count in halves().items()}
    edition = published(rows(plain), "2026-najaar")
    known = season(
        [
            RegionYear(year, first + number, first + second + 2 * number)
            for year, (first, second) in YEARS.items()
            for number in range(len(PLACES))
        ],
        [Revision(40 + number, 44 + number) for number in range(len(PLACES))],
    )
    assert known is not None and known.completion > 1
    one = of(edition, "verwacht_gestart", PLACES[0])
    assert one.value == pace.of_region(48, known).total.value
    assert one.status is Status.VALUE and "kan nog stijgen" not in one.source


@pytest.mark.rule("pace")
@pytest.mark.parametrize("name", ["shipped", "examples", *ten.NAMES])
def test_no_pace_has_a_value_where_the_count_in_hand_is_withheld(shared: Shared, name: str) -> None:
    edition = shared.edition(name)
    with store_at(shared(name)):
        assert list(judging.paces_of_withheld(edition)) == []
        if name == "shipped":
            withheld = {
                one.region
                for one in figures.select(edition, "duurzaam_geplaatst", period="2026-H1")
                if one.status is Status.SUPPRESSED
            }
            assert withheld
            for region in withheld:
                assert of(edition, "verwacht_duurzaam_geplaatst", region).status is Status.SUPPRESSED


def test_the_check_above_can_fail(published: Callable[..., Edition], monkeypatch: pytest.MonkeyPatch) -> None:
    edition = published(rows(halves()))
    select = figures.select

    def hidden(edition: Edition, indicator: str, **filters: str) -> tuple[Figure, ...]:
        return tuple(
            replace(one, value=None) if one.indicator == "gestart" and one.period == "2026-H1" else one
            for one in select(edition, indicator, **filters)
        )

    monkeypatch.setattr(figures, "select", hidden)
    assert any("pace of a withheld count" in one for one in judging.paces_of_withheld(edition))


def test_an_edition_of_before_there_was_a_pace_opens(shared: Shared) -> None:
    with store_at(shared("empty")):
        assert figures.select(editions.find(), "verwacht_gestart") == ()
