"""The record of the monitor: from what editions show, by hand-made editions whose answers fit on a screen."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from sdw.dissemination.figures import record
from sdw.dissemination.figures.record import backtest, changes, deliveries, forecasts, releases, staircase
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.reference.areas.regions import CODES
from sdw.reference.status import Status
from sdw.statistics import pace
from sdw.statistics.season import RegionYear, Revision, season
from tests.worlds.figures import nation
from tests.worlds.record import published, shown

HIDDEN, ABSENT = Status.SUPPRESSED, Status.NOT_DELIVERED


def line(every: tuple[Edition, ...]) -> releases.Line:
    return releases.line(every[0], every)


def test_a_line_holds_older_editions_of_the_same_origin_only(tmp_path: Path) -> None:
    third, second, first = published(tmp_path, *[shown("2025-H1", [20])] * 3)
    (other,) = published(tmp_path / "other", shown("2025-H1", [20]), origin="voorbeeld")
    every = (third, second, first, other)
    assert releases.line(second, every) == (first, second), "what came later is not known to a reader of the second"
    assert releases.line(third, every) == (first, second, third)
    assert releases.line(other, every) == (other,)


def test_everything_rests_on_what_is_published() -> None:
    """No private import, and no count that an edition does not show: it knows editions, words and mathematics."""
    (folder,) = record.__path__
    imported = {
        node.module
        for path in Path(folder).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("sdw.")
    }
    rooms = {name.split(".")[1] for name in imported}
    assert rooms <= {"dissemination", "edition", "indicators", "reference", "statistics", "text"}


# Forecasts


def forecast(values: dict[str, float | Status], over: int, chance: float = 50.0) -> list[Figure]:
    """What an edition expects of 2025 from its first half; the interval is 10 to both sides."""
    found = []
    for kind in ("verwacht", "kans"):
        for region, told in values.items():
            value = None if isinstance(told, Status) else told if kind == "verwacht" else chance
            (one,) = shown(
                "2025",
                {region: told if value is None else value},  # type: ignore[dict-item]
                f"{kind}_gestart",
                months=6,
            )
            if value is not None and kind == "verwacht":
                one = replace(one, low=value - 10, high=value + 10)
            found.append(replace(one, delivered=(over, 35)) if region == "NL" else one)
    return found


def test_a_forecast_is_held_against_what_the_year_became(tmp_path: Path) -> None:
    """Four regions: within, at the very end, below, above; each ends as the newest edition says, not the second."""
    expected = dict(zip(CODES[:4], (100.0, 100.0, 100.0, 100.0), strict=True)) | {"NL": 400.0}
    every = published(
        tmp_path,
        forecast(expected, 4),
        shown("2025", [100, 100, 100, 100]),
        shown("2025", [104, 110, 89, 111]),
    )
    found = forecasts.of(line(every), "gestart")
    assert [(one.became, one.held, one.is_below) for one in found.of_regions] == [
        *((104, True, False), (110, True, False)),
        *((89, False, True), (111, False, False)),
    ]
    (whole,) = found.of_nation
    assert (whole.became, whole.held) == (414, False)
    assert (found.waiting, found.unknown, found.years) == (0, 0, ("2025",))


def test_a_year_that_is_not_shown_is_no_outcome(tmp_path: Path) -> None:
    """Not delivered yet: waiting. Withheld, or still an older number: not to be seen. And so the nation."""
    expected = dict.fromkeys(CODES[:4], 100.0) | {"NL": 400.0}
    old = shown("2025", {CODES[3]: 100}, carried_from=("2025-voorjaar",))
    every = published(tmp_path, forecast(expected, 4), [*shown("2025", [100, ABSENT, HIDDEN]), *old])
    found = forecasts.of(line(every), "gestart")
    assert [one.expected.region for one in found.of_regions] == [CODES[0]]
    assert (found.waiting, found.unknown, found.of_nation) == (1, 2, ())


def test_the_nation_is_held_against_the_regions_that_the_forecast_was_over(tmp_path: Path) -> None:
    """A fifth region that came later is not in it; one whose year was whole already is."""
    expected: dict[str, float | Status] = dict.fromkeys(CODES[:3], 100.0)
    expected |= {CODES[3]: Status.NOT_APPLICABLE, CODES[4]: ABSENT, "NL": 400.0}
    every = published(tmp_path, forecast(expected, 4), shown("2025", [100, 100, 100, 100, 500]))
    (whole,) = forecasts.of(line(every), "gestart").of_nation
    assert whole.became == 400
    other = published(tmp_path / "other", forecast(expected, 5), shown("2025", [100, 100, 100, 100, 500]))
    assert forecasts.of(line(other), "gestart").of_nation == (), "over regions that nobody can name"


def test_one_edition_has_forecasts_and_no_outcomes(tmp_path: Path) -> None:
    every = published(tmp_path, forecast(dict.fromkeys(CODES[:3], 100.0), 3))
    found = forecasts.of(line(every), "gestart")
    assert (found.of_regions, found.waiting, found.years) == ((), 3, ("2025",))


# Deliveries


def test_a_half_year_is_delivered_to_the_edition_that_was_published_for_it(tmp_path: Path) -> None:
    """Withheld and unknown are delivered. Earlier halves of the first edition were published for no edition."""
    first = [*shown("2024-H1", [20] * 9), *shown("2024-H2", [20, HIDDEN, Status.UNKNOWN, ABSENT])]
    again = [*shown("2024-H2", [20] * 5)]
    every = published(tmp_path, first, again, [*again, *shown("2025-H1", [20] * 6)])
    found = deliveries.of(line(every))
    assert [(one.period, one.edition.label, one.then, one.now, one.of_all) for one in found] == [
        ("2025-H1", "2026-voorjaar", 6, 6, 35),
        ("2024-H2", "2025-voorjaar", 3, 5, 35),
    ]


def test_years_and_quarters_are_no_half_years(tmp_path: Path) -> None:
    every = published(tmp_path, [*shown("2024", [20] * 9), *shown("2024-Q4", [20] * 9)])
    assert deliveries.of(line(every)) == ()


# Corrections


def test_a_change_is_of_joined_regions_of_what_was_provisional_or_another(tmp_path: Path) -> None:
    old = [
        *shown("2025-H1", {CODES[0]: 20, CODES[1]: 30, CODES[2]: 40, CODES[4]: HIDDEN}),
        *[replace(one, status=Status.PROVISIONAL) for one in shown("2025-H1", {CODES[3]: 50})],
        nation(140, 4, period="2025-H1", status=Status.PROVISIONAL),
    ]
    new = [
        *shown("2025-H1", {CODES[0]: 20, CODES[1]: 33, CODES[2]: HIDDEN, CODES[3]: 55, CODES[4]: 60}),
        nation(168, 5, period="2025-H1"),
    ]
    (found,) = changes.of(line(published(tmp_path, old, new)))
    assert (found.both, found.joined, found.revised, found.other) == (4, 1, 1, 1)


def test_the_changes_are_of_the_newest_editions_and_none_of_the_first(tmp_path: Path) -> None:
    contents = [shown("2025-H1", [20 + number]) for number in range(changes.PAIRS + 2)]
    every = published(tmp_path, *contents)
    found = changes.of(line(every))
    assert len(found) == changes.PAIRS
    assert found[0].newer == every[0]
    assert changes.of((every[-1],)) == ()


# First against final


def test_a_stair_is_over_the_regions_that_both_show(tmp_path: Path) -> None:
    """First 20+30+40+50; then one is withheld, one is still an old number, and a sixth region joins."""
    first = shown("2025-H1", [20, 30, 40, 50, 60])
    old = shown("2025-H1", {CODES[1]: 30}, carried_from=("2025-voorjaar",))
    second = [*shown("2025-H1", {CODES[0]: HIDDEN, CODES[2]: 44, CODES[3]: 50, CODES[4]: 66, CODES[5]: 90}), *old]
    (stair,) = staircase.of(line(published(tmp_path, first, second)), "gestart")
    assert (stair.period, stair.first.now, stair.first.regions) == ("2025-H1", 200, 5)
    (step,) = stair.later
    assert (step.first, step.now, step.regions) == (150, 160, 3)
    assert step.change == pytest.approx(100 * 10 / 150)
    assert dict(step.left) == {"niet_aangeleverd": 29, "afgeschermd": 1, "carried_over": 1, "new": 1}
    assert sum(count for _, count in step.left) + step.regions == 35


def test_under_three_regions_there_is_no_sum(tmp_path: Path) -> None:
    every = published(tmp_path, shown("2025-H1", [20, 30, 40]), shown("2025-H1", [21, 31, HIDDEN]))
    (stair,) = staircase.of(line(every), "gestart")
    (step,) = stair.later
    assert stair.first.now == 90
    assert (step.first, step.now, step.change, step.regions) == (None, None, None, 2)


def test_each_half_year_has_its_own_first_edition(tmp_path: Path) -> None:
    one = shown("2024-H2", [20, 30, 40])
    two = [*shown("2024-H2", [20, 30, 40]), *shown("2025-H1", [50, 60, 70])]
    newest, older = staircase.of(line(published(tmp_path, one, two)), "gestart")
    assert (newest.period, newest.first.edition.label, newest.later) == ("2025-H1", "2025-najaar", ())
    assert (older.period, older.first.edition.label, older.later[0].change) == ("2024-H2", "2025-voorjaar", 0)


def test_nothing_has_no_change_in_percent(tmp_path: Path) -> None:
    every = published(tmp_path, shown("2025-H1", [0, 0, 0]), shown("2025-H1", [0, 0, 30]))
    (stair,) = staircase.of(line(every), "gestart")
    assert (stair.later[0].first, stair.later[0].now, stair.later[0].change) == (0, 30, None)


# The back-test

#: Part and whole of a year in the first region.
YEARS = {2023: (40, 90), 2024: (44, 90), 2025: (48, 96)}


def whole(*years: int, places: int = 4, grown: int = 0) -> list[Figure]:
    """The years of so many regions, each two more than the one before it; `grown` is added to every first half."""
    return [
        one
        for year in years
        for part, period in zip(YEARS[year], (f"{year}-H1", str(year)), strict=True)
        for one in shown(period, [part + 2 * at + grown * (period != str(year)) for at in range(places)])
    ]


def history(*years: int, places: int = 4) -> list[RegionYear]:
    return [
        RegionYear(year, YEARS[year][0] + 2 * at, YEARS[year][1] + 2 * at) for year in years for at in range(places)
    ]


def test_a_year_is_forecast_from_the_years_before_it_alone(tmp_path: Path) -> None:
    every = published(tmp_path, whole(2023, 2024, 2025))
    known = season(history(2023, 2024))
    assert known is not None
    found = backtest.predictions(line(every), "gestart")
    assert {(one.year, one.months) for one in found} == {(2025, 6)}, "of 2024 there is one year before it"
    assert [one.widest for one in found] == [pace.of_region(48 + 2 * at, known).total.interval for at in range(4)]
    assert [one.end for one in found] == [96, 98, 100, 102]


def test_the_first_half_is_what_was_first_published(tmp_path: Path) -> None:
    """It was 48 and is 54 now: whoever takes 54 knows what nobody knew then."""
    first = [*whole(2023, 2024), *shown("2025-H1", [48, 50, 52, 54])]
    every = published(tmp_path, first, whole(2023, 2024, 2025, grown=6))
    known = season(history(2023, 2024))
    assert known is not None
    found = backtest.predictions(line(every), "gestart")
    assert [one.widest for one in found] == [pace.of_region(48 + 2 * at, known).total.interval for at in range(4)]


def test_what_became_of_first_deliveries_is_known_from_editions_before_it(tmp_path: Path) -> None:
    """2024 was published as 40 while it ran, and is 44 in the edition that first shows 2025."""
    running = [*whole(2023), *shown("2024-H1", [40, 42, 44, 46])]
    every = published(tmp_path, running, [*whole(2023, 2024), *shown("2025-H1", [48, 50, 52, 54])], whole(*YEARS))
    known = season(history(2023, 2024), [Revision(40 + 2 * at, 44 + 2 * at) for at in range(4)])
    assert known is not None and known.completion > 1
    found = backtest.predictions(line(every), "gestart")
    assert [one.widest for one in found] == [pace.of_region(48 + 2 * at, known).total.interval for at in range(4)]


def test_withheld_and_old_numbers_predict_nothing(tmp_path: Path) -> None:
    rows = [
        replace(one, value=None, numerator=None, status=HIDDEN)
        if (one.region, one.period) == (CODES[0], "2025-H1")
        else replace(one, carried_from=("2025-voorjaar",))
        if (one.region, one.period) == (CODES[1], "2025")
        else one
        for one in whole(2023, 2024, 2025)
    ]
    found = backtest.predictions(line(published(tmp_path, rows)), "gestart")
    assert [one.region for one in found] == list(CODES[2:4])


def test_coverage_sides_and_score_by_hand() -> None:
    """Two within, one 5 below and one 3 above a 95% interval of 90-110: 20 + 40 times what lies outside."""
    known = pace.of_region(50, season(history(2023, 2024)) or pytest.fail("no season")).total.interval
    narrow, wide = (replace(known, low=low, high=high) for low, high in ((99, 101), (90, 110)))
    some = [
        backtest.Prediction("AM01", 2025, 6, (narrow, narrow, wide), end) for end in (100.0, 110.0, 85.0, 113.0)
    ]
    found = backtest._summed("gestart", 6, some)
    assert found.coverage == (0.25, 0.25, 0.5)
    assert (found.below, found.above) == (0.25, 0.25)
    assert found.score == pytest.approx((20 + 20 + (20 + 40 * 5) + (20 + 40 * 3)) / 4)
    assert not found.is_enough and not found.alarms


@pytest.mark.parametrize(
    ("number", "covered", "enough", "alarms"),
    [(99, 0.5, False, False), (100, 0.87, True, True), (100, 0.88, True, False), (105, 0.95, True, False)],
)
def test_an_alarm_needs_enough_predictions_and_too_few_that_hold(
    number: int, covered: float, enough: bool, alarms: bool
) -> None:
    one = backtest.BackTest("gestart", 6, number, (2025,), (0.5, 0.8, covered), 0.0, 0.0, 1.0)
    assert (one.is_enough, one.alarms) == (enough, alarms)
