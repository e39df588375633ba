"""The example deliveries: reproducible, consistent with what is published, and odd only on purpose."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.examples import generate, outcomes, trajectories
from data.examples.rounding import draws, share_out
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS
from sdw.statistics.variation.funnel import dispersion
from tests.worlds import examples

Row = dict[str, str]
COUNTS = ("beginstand", "gestart", "beeindigd", "eindstand", "duurzaam_geplaatst")


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


FIRST, LATER = map(read, generate.TRAJECTORIES_FILES)
ROWS = list(csv.DictReader(examples.lines(), delimiter=";"))
OUTCOMES = read(generate.OUTCOMES_FILE)


def count(row: Row, measure: str) -> int:
    text = row[measure].rstrip("*")
    return int(text) if text.isdigit() else 0


def total(measure: str, keep: Callable[[Row], bool]) -> int:
    return sum(count(row, measure) for row in ROWS if keep(row))


def key(row: Row) -> tuple[str, str, str, str]:
    return row["regio"], row["periode"], row["methode"], row["doelgroep"]


BY_KEY = {key(row): row for row in ROWS}


@pytest.mark.parametrize("path", generate.written(), ids=lambda path: path.stem)
def test_the_files_are_what_the_generator_writes(path: Path) -> None:
    assert path.read_bytes() == generate.written()[path].encode()


def test_every_cell_is_there_once_for_each_region_that_delivered() -> None:
    expected = {
        (code, period, method, group)
        for code in regions.CODES
        for period in trajectories.PERIODS
        for method in METHOD_PARTS
        for group in CLIENT_GROUP_PARTS
        if (code, period) != trajectories.LATE
        and not (code in trajectories.NEWCOMERS and period < trajectories.NEWCOMERS_ENTER)
    }
    assert set(BY_KEY) == expected and len(ROWS) == len(expected)


@pytest.mark.rule("carried_out")
def test_2023_carried_out_in_31_regions_is_6778_and_4900_run_at_its_end() -> None:
    begin = total("beginstand", lambda row: row["periode"] == "2023-H1")
    started = total("gestart", lambda row: row["periode"].startswith("2023"))
    assert begin + started == 6778
    assert total("eindstand", lambda row: row["periode"] == "2023-H2") == 4900
    assert len({row["regio"] for row in ROWS if row["periode"].startswith("2023")}) == 31


def test_one_in_three_of_2022_and_2023() -> None:
    placed = total("duurzaam_geplaatst", lambda row: row["periode"][:4] in ("2022", "2023"))
    started = total("gestart", lambda row: row["periode"][:4] in ("2022", "2023"))
    assert (placed, started) == (1780, 5388)
    assert 0.30 <= placed / started <= 0.37


def test_twente_2022_is_as_published() -> None:
    def twente(row: Row) -> bool:
        return row["regio"] == "AM05" and row["periode"].startswith("2022")

    assert total("eindstand", lambda row: twente(row) and row["periode"] == "2022-H2") == 102
    assert total("duurzaam_geplaatst", twente) == 25
    assert total("gestart", twente) == 51


def test_four_other_regions_enter_in_2024_with_people_already_running() -> None:
    assert len(trajectories.NEWCOMERS) == 4 and "AM05" not in trajectories.NEWCOMERS
    for code in trajectories.NEWCOMERS:
        own = [row["periode"] for row in ROWS if row["regio"] == code]
        assert min(own) == "2024-H1"
        assert total("beginstand", lambda row, code=code: row["regio"] == code and row["periode"] == "2024-H1") > 50


def test_the_ledger_closes_in_every_row_but_one() -> None:
    off = {
        key(row): count(row, "eindstand")
        - (count(row, "beginstand") + count(row, "gestart") - count(row, "beeindigd"))
        for row in ROWS
    }
    assert {cell: size for cell, size in off.items() if size} == {
        trajectories.IMBALANCE: trajectories.IMBALANCE_SIZE
    }


def test_every_half_year_begins_with_what_the_last_one_ended_with() -> None:
    checked = 0
    for (code, period, method, group), row in BY_KEY.items():
        before = BY_KEY.get((code, periods.parse(period).previous().code, method, group))
        if before is not None:
            assert count(row, "beginstand") == count(before, "eindstand")
            checked += 1
    assert checked == 3900


def test_no_more_placed_or_ended_than_were_there() -> None:
    for row in ROWS:
        carried_out = count(row, "beginstand") + count(row, "gestart")
        assert count(row, "duurzaam_geplaatst") <= carried_out
        assert count(row, "beeindigd") <= carried_out


def test_only_the_newest_half_year_is_provisional_and_one_region_is_late() -> None:
    for row in ROWS:
        stars = {row[measure].endswith("*") for measure in COUNTS}
        assert stars == {row["periode"] == "2026-H1"}
    newest = {row["regio"] for row in ROWS if row["periode"] == "2026-H1"}
    assert set(regions.CODES) - newest == {trajectories.LATE[0]}


def test_two_cells_have_no_number() -> None:
    words = {key(row): row[m] for row in ROWS for m in COUNTS if not row[m].rstrip("*").isdigit()}
    assert words == trajectories.DURABLE_WORDS


def test_zeros_small_cells_and_large_cells_all_occur() -> None:
    sizes = Counter(min(count(row, "gestart"), 10) for row in ROWS)
    assert sizes[0] > 100 and sum(sizes[n] for n in range(1, 10)) > 100 and sizes[10] > 300


@pytest.mark.parametrize("year", ["2024", "2025"])
def test_volumes_are_plausible(year: str) -> None:
    started, durable = Counter[str](), Counter[str]()
    for row in ROWS:
        if row["periode"].startswith(year):
            started[row["regio"]] += count(row, "gestart")
            durable[row["regio"]] += count(row, "duurzaam_geplaatst")
    assert 3300 <= started.total() <= 3900
    assert min(started.values()) >= 28 and max(started.values()) <= 350
    assert 12 <= sum(number >= 100 for number in started.values()) <= 17
    assert sum(20 <= number <= 120 for number in durable.values()) >= 24
    assert sum(number >= 100 for number in durable.values()) <= 3


def test_ips_is_the_largest_method_and_grows_and_gemeenten_grow_from_2023() -> None:
    def share(year: str, column: str, value: str) -> float:
        part = total("gestart", lambda row: row["periode"][:4] == year and row[column] == value)
        return part / total("gestart", lambda row: row["periode"][:4] == year)

    ips = [share(year, "methode", "ips") for year in ("2021", "2022", "2023", "2024", "2025")]
    assert ips == sorted(ips) and ips[0] > 0.4
    gemeente = [share(year, "doelgroep", "gemeente") for year in ("2022", "2023", "2024", "2025")]
    assert gemeente == sorted(gemeente) and gemeente[-1] > gemeente[0] + 0.05


def test_no_region_jumps_by_more_than_a_factor_three_in_a_year() -> None:
    sums: dict[tuple[str, str, str], int] = defaultdict(int)
    for row in ROWS:
        for measure in COUNTS:
            sums[row["regio"], row["periode"], measure] += count(row, measure)
    for (code, period, measure), now in sums.items():
        before = sums.get((code, periods.parse(period).year_earlier().code, measure))
        if before is not None:
            assert before / 3 <= now <= before * 3, (code, period, measure, before, now)


@given(
    st.integers(0, 500),
    st.lists(st.floats(0, 100), min_size=1, max_size=40).filter(lambda weights: sum(weights) > 0.001),
    st.floats(0, 0.999),
)
def test_sharing_out_is_exact_and_never_off_by_one_or_more(whole: int, weights: list[float], offset: float) -> None:
    shared = share_out(whole, dict(enumerate(weights)), offset)
    assert sum(shared.values()) == whole
    for place, weight in enumerate(weights):
        assert abs(shared[place] - whole * weight / sum(weights)) < 1 + 1e-6
        assert shared[place] >= 0


def test_outcomes_are_nested_and_the_cohort_stays_the_same() -> None:
    cohorts: dict[tuple[str, ...], list[tuple[int, int, int]]] = defaultdict(list)
    for row in OUTCOMES:
        cohort, followed, one, twelve = (int(row[name]) for name in ("cohort", "gevolgd", "werk_1u", "werk_12u"))
        assert 0 <= twelve <= one <= followed <= cohort and cohort > 0
        group = (row["regio"], row["startperiode"], row["methode"], row["doelgroep"])
        cohorts[group].append((int(row["maanden"]), cohort, followed))
    for (_, period, *_), measured in cohorts.items():
        assert tuple(months for months, _, _ in measured) == outcomes.reached(period)
        assert len({cohort for _, cohort, _ in measured}) == 1
        assert [f for _, _, f in measured] == sorted((f for _, _, f in measured), reverse=True)


def test_only_follow_up_that_has_been_reached() -> None:
    assert outcomes.reached("2025-H2") == (6,)
    assert outcomes.reached("2024-H2") == (6, 12, 18)
    assert outcomes.reached("2023-H1") == outcomes.reached("2021-H2") == (6, 12, 18, 24, 30, 36)
    assert {row["startperiode"] for row in OUTCOMES} == set(trajectories.PERIODS[1:-1])


def test_a_cohort_is_nearly_everyone_who_started() -> None:
    for row in OUTCOMES:
        started = count(BY_KEY[row["regio"], row["startperiode"], row["methode"], row["doelgroep"]], "gestart")
        assert 0.9 * started - 1 <= int(row["cohort"]) <= started


def rate(keep: Callable[[Row], bool]) -> float:
    """Percentage with work of ≥ 12 hours a week after 18 months, over people followed."""
    kept = [row for row in OUTCOMES if row["maanden"] == "18" and keep(row)]
    return 100 * sum(int(row["werk_12u"]) for row in kept) / sum(int(row["gevolgd"]) for row in kept)


def test_ips_does_better_and_the_crude_difference_overstates_it() -> None:
    crude = rate(lambda row: row["methode"] == "ips") - rate(lambda row: row["methode"] != "ips")
    within = [
        rate(lambda row, g=group: row["doelgroep"] == g and row["methode"] == "ips")
        - rate(lambda row, g=group: row["doelgroep"] == g and row["methode"] != "ips")
        for group in CLIENT_GROUP_PARTS
    ]
    weights = [
        sum(int(row["cohort"]) for row in OUTCOMES if row["doelgroep"] == group and row["maanden"] == "18")
        for group in CLIENT_GROUP_PARTS
    ]
    standardised = sum(d * w for d, w in zip(within, weights, strict=True)) / sum(weights)
    assert all(
        difference > 2 for difference in within
    )  # drawn person by person: the smallest group has 441 with IPS
    assert 4 < standardised < crude < 12


def test_b9_regions_differ_by_chance_and_beyond_it() -> None:
    """Between regions the true share with IPS has a standard deviation of about 5 points after 12 months."""
    counts: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for row in OUTCOMES:
        if row["maanden"] == "12" and row["methode"] == "ips":
            events, people = counts[row["regio"]]
            counts[row["regio"]] = events + int(row["werk_12u"]), people + int(row["gevolgd"])
    found = dispersion(counts)
    assert found.chance < 0.05
    assert 4 <= found.measured <= 6


def test_b9_chance_moves_each_count_as_chance_does() -> None:
    """Within a cohort the draws are binomial: no smoother than chance, as rounding would make them."""
    share = 0.3
    drawn = [sum(fate < share for fate in draws(40, "test", str(place))) for place in range(500)]
    mean = sum(drawn) / 500
    assert mean == pytest.approx(40 * share, abs=0.5)
    assert sum((one - mean) ** 2 for one in drawn) / 499 == pytest.approx(40 * share * (1 - share), rel=0.2)


def test_spring_knows_nothing_of_the_newest_half_year_and_what_it_told_was_revised() -> None:
    first = {key(row): row for row in FIRST}
    assert max(row["periode"] for row in FIRST) == trajectories.SPRING
    late = {(code, trajectories.SPRING) for code in trajectories.LATE_IN_SPRING}
    there = {(row["regio"], row["periode"]) for row in FIRST}
    assert late.isdisjoint(there) and {at for at in map(key, ROWS) if at[1] < trajectories.SPRING} <= set(first)
    other = {
        cell: row
        for cell, row in first.items()
        if [*map(_plain, row.items())] != [*map(_plain, BY_KEY[cell].items())]
    }
    assert {(cell[0], cell[1:]) for cell in other} == {
        (code, (trajectories.SPRING, "ips", "uwv")) for code in trajectories.TOLD_AT_FIRST
    }
    for cell, row in other.items():
        assert count(row, "gestart") - count(BY_KEY[cell], "gestart") == trajectories.TOLD_AT_FIRST[cell[0]]
        assert count(row, "beginstand") + count(row, "gestart") - count(row, "beeindigd") == count(row, "eindstand")
        assert count(row, "duurzaam_geplaatst") <= count(row, "beginstand") + count(row, "gestart")
    assert {
        row[measure].endswith("*")
        for row in FIRST
        if row["periode"] == trajectories.SPRING
        for measure in COUNTS[:4]
    } == {True}


def _plain(cell: tuple[str, str]) -> tuple[str, str]:
    return cell[0], cell[1].rstrip("*")
