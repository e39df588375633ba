"""Comparisons over time are made over equal regions, are planned counts of the edition, and give nobody away."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sdw import __main__ as cli
from sdw.dissemination.attack import attack
from sdw.dissemination.blocks import plain
from sdw.dissemination.figures.sentences import comparing, wording
from sdw.dissemination.figures.sentences.comparing import Comparison, Why
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import tables
from sdw.dissemination.ui.pages.progress import overview, targets
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.production.publishing import publication_inputs, publish
from sdw.production.publishing.trajectories import suppression, totals
from sdw.production.publishing.trajectories.suppression import ProtectedCounts
from sdw.reference import comparisons, measures, plan
from sdw.reference.areas import regions
from sdw.reference.status import Status
from tests.worlds import editions as small
from tests.worlds import figures as made
from tests.worlds import store as world
from tests.worlds import ten as ten_worlds
from tests.worlds.blocks import TODAY, texts
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> tuple[Path, Edition]:
    return shared("shipped"), shared.edition("shipped")


@pytest.fixture
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    monkeypatch.delenv("SDW_EDITION", raising=False)


def compared(edition: Edition, period: str, indicator: str = "gestart") -> Comparison | Why:
    return comparing.with_year_earlier(edition, catalogue.by_id(indicator), period)


@pytest.mark.parametrize(
    ("period", "percent", "told"),
    [
        ("2024", "7,8% meer", "in de 31 regio's met cijfers in beide jaren: 3.166 tegenover 2.938"),
        ("2025", "6,7% meer", "in alle 35 regio's: 3.650 tegenover 3.420"),
        ("2026-H1", "4,5% meer", "in de 34 regio's met cijfers in beide halfjaren: 1.818* tegenover 1.740"),
    ],
)
def test_b4_the_shipped_edition_compares_equal_regions(
    shipped: tuple[Path, Edition], period: str, percent: str, told: str
) -> None:
    """Not +16% (35 regions beside 31) and not +1,0% (34 beside 35)."""
    text = comparing.sentence(shipped[1], catalogue.STARTED, period)
    assert percent in text
    assert told in text
    assert "voorbeeld" in text


def test_b4_the_page_says_it_of_the_year_and_of_the_running_one(shipped: tuple[Path, Edition]) -> None:
    text = "\n".join(texts(targets.year_earlier_and_running(View(shipped[1], "gestart", "2024"))))
    assert "7,8% meer" in text
    assert "4,5% meer" in text


def test_b4_the_whole_page_of_overzicht_says_both_percentages(shipped: tuple[Path, Edition]) -> None:
    """Read from the blocks of the page, as plain text: each in one sentence with its regions and its counts."""
    with store_at(shipped[0]):
        text = plain.page(overview.page(View(shipped[1], "gestart", "2024"), TODAY))
    (year,) = {line for line in text.splitlines() if "7,8% meer" in line}
    (half,) = {line for line in text.splitlines() if "4,5% meer" in line}
    assert "31 regio's" in year and "3.166 tegenover 2.938" in year and "oorbeeld" in year
    assert "34 regio's" in half and "1.818* tegenover 1.740" in half and "oorbeeld" in half


@pytest.mark.rule("equal_regions")
def test_b4_a_sum_over_equal_regions_is_what_these_regions_add_up_to(shipped: tuple[Path, Edition]) -> None:
    _, edition = shipped
    checked = 0
    for one in comparisons.ALL:
        for row in figures.select(edition, one.id):
            periods = [each.counted_in(row.period) for each in comparisons.of(one.measure)]
            told = [{each.region for each in regional(edition, one.measure, period)} for period in periods]
            both = told[0] & told[1]
            added = regional(edition, one.measure, one.counted_in(row.period))
            values = [each.value for each in added if each.region in both]
            assert row.region == "NL"
            if row.value is not None and None not in values and row.coverage == f"{len(both)}/35":
                assert row.value == sum(value or 0 for value in values)
                checked += 1
    assert checked


def regional(edition: Edition, measure: str, period: str) -> list[figures.Figure]:
    """The regions with a count, shown or withheld."""
    every = figures.of_regions(edition, measure, period)
    return [one for one in every if one.value is not None or one.status is Status.SUPPRESSED]


def test_b4_they_are_published_only_where_the_nation_is_over_other_regions(shipped: tuple[Path, Edition]) -> None:
    _, edition = shipped
    for one in comparisons.ALL:
        for row in figures.select(edition, one.id):
            nation = figures.one(edition, one.measure, "NL", one.counted_in(row.period))
            assert row.delivered is not None and nation.delivered is not None
            assert comparisons.LEAST_REGIONS <= row.delivered[0] < nation.delivered[0]


def test_b4_every_comparison_is_declared_listed_and_to_be_had_by_command(
    shipped: tuple[Path, Edition], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = shipped
    tables_of_plan = plan.current().comparisons
    assert {measure for table in tables_of_plan for measure in table.measures} == set(measures.TARGETS)
    for one in comparisons.ALL:
        indicator = catalogue.by_id(one.id)
        assert "gelijke regio's" in indicator.label
        assert indicator.definition and indicator.sources == catalogue.STARTED.sources
    with store_at(folder):
        command = ["figures", "--indicator", "gestart_gelijk_nu", "--period", "2024", "--format", "json"]
        assert cli.main(command) == cli.DONE
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["value"], told["coverage"], told["status"]) == (3166, "31/35", "waarde")


def started(counts: dict[str, tuple[int | None, int | None]]) -> list[world.Observation]:
    """Starts of 2024 and 2025 per region; None: not delivered."""
    rows: list[world.Observation] = []
    for region, pair in counts.items():
        for year, count in zip(("2024", "2025"), pair, strict=True):
            rows += [] if count is None else world.counts(region, year, "totaal", "totaal", gestart=count)
    return rows


@pytest.mark.usefixtures("_store")
def test_b4_a_newcomer_is_not_given_away_by_the_sum_without_it() -> None:
    """Five regions beside the four of them that were there before: the difference is the newcomer."""
    old = dict.fromkeys(regions.CODES[:4], (40, 44))
    world.deliver(started(old | {"AM05": (None, 7)}))
    edition = publish.publish()
    newcomer = figures.one(edition, "gestart", "AM05", "2025")
    assert newcomer.status is Status.SUPPRESSED
    (same,) = figures.select(edition, "gestart_gelijk_nu", period="2025")
    nation = figures.one(edition, "gestart", "NL", "2025")
    assert None in (same.value, nation.value)
    assert attack.on(edition).pinned == []
    assert compared(edition, "2025") is Why.WITHHELD
    assert "afgeschermd" in comparing.sentence(edition, catalogue.STARTED, "2025")


@pytest.mark.usefixtures("_store")
def test_b4_the_attacker_reads_the_sums_over_equal_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two withheld regions cover each other in the nation; the sum over equal regions, shown, gives both away."""
    old = dict.fromkeys(("AM01", "AM02", "AM03"), (40, 44))
    hidden = {"AM05": (40, 9), "AM06": (None, 7)}
    world.deliver(started(old | hidden))

    def careless(counted: totals.Totals, *_: object) -> ProtectedCounts:
        cells = [
            replace(cell, value=None, status=Status.SUPPRESSED)
            if cell.region in hidden and cell.period == "2025"
            else cell
            for cell in counted.cells
        ]
        return ProtectedCounts(tuple(cells), frozenset(), {})

    monkeypatch.setattr(suppression, "suppress", careless)
    assert {one.key[1] for one in attack.on(publish.publish()).pinned} == set(hidden)
    monkeypatch.setattr(publication_inputs, "compared", lambda *_: iter(()))
    assert attack.on(publish.publish()).pinned == []


@pytest.mark.rule("equal_regions")
@pytest.mark.usefixtures("_store")
@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ({"AM01": (40, None), "AM02": (50, None), "AM03": (60, 70), "AM05": (None, 80)}, Why.FEW),
        ({"AM01": (40, None), "AM02": (50, None), "AM03": (60, None), "AM05": (None, 80)}, Why.NONE),
        ({"AM01": (None, 40), "AM02": (None, 50), "AM03": (None, 60)}, Why.NO_EARLIER),
    ],
)
def test_b4_without_three_regions_in_both_a_sentence_stands_instead(
    counts: dict[str, tuple[int | None, int | None]], why: Why
) -> None:
    world.deliver(started(counts))
    edition = publish.publish()
    assert compared(edition, "2025") is why
    assert all(not figures.select(edition, one.id) for one in comparisons.ALL)


def test_b4_an_edition_of_before_says_that_it_has_no_such_sums(tmp_path: Path) -> None:
    rows = [
        made.nation(300, 3, period="2025"),
        made.nation(150, 3, period="2024"),
        *(made.figure(100, region=code, period="2025") for code in ("AM01", "AM02", "AM03")),
        *(made.figure(50, region=code, period="2024") for code in ("AM01", "AM02", "AM05")),
    ]
    edition = small.build(tmp_path, rows)
    assert compared(edition, "2025") in (Why.FEW, Why.ABSENT)


def test_b4_an_older_value_is_not_compared(tmp_path: Path) -> None:
    rows = [made.nation(300, 3), made.nation(150, 3, period="2024", carried_from=("2026-voorjaar",))]
    rows += [
        made.figure(100, region=code, period=year) for code in ("AM01", "AM02", "AM03") for year in ("2024", "2025")
    ]
    assert compared(small.build(tmp_path, rows), "2025") is Why.CARRIED_OVER


@pytest.mark.parametrize("name", sorted(ten_worlds.WORLDS))
def test_b4_in_ten_worlds_every_comparison_is_over_equal_regions_or_a_sentence(
    name: str, ten: Callable[[str], Path]
) -> None:
    with store_at(ten(name)):
        edition = editions.find()
        for indicator in (catalogue.STARTED, catalogue.DURABLE):
            for period in figures.period_codes(edition, indicator.id, regional=False):
                found = comparing.with_year_earlier(edition, indicator, period)
                told = comparing.sentence(edition, indicator, period)
                if isinstance(found, Comparison):
                    assert found.now.delivered == found.before.delivered
                    assert found.regions >= comparisons.LEAST_REGIONS
                    assert str(found.regions) in told
                else:
                    assert told == "" or "niet te vergelijken" in told


def test_b4_a_column_over_an_incomplete_nation_says_over_how_many_regions(shipped: tuple[Path, Edition]) -> None:
    _, edition = shipped
    table = tables.beside(View(edition, "gestart", "2023"), "AM05")
    assert table.head[-1] == "Nederland (31 tot 35 van 35)"
    cells = {str(row[0]): row[-1] for row in table.rows}
    assert cells["Gestarte trajecten"].text == "2.938 (31 van 35)"  # type: ignore[union-attr]
    nation = tables.beside(View(edition, "gestart", "2023"), "NL")
    assert nation.head[-1] == "Nederland (31 tot 35 van 35)"
    split = tables.split(View(edition, "gestart", "2023"), "NL", "method")
    assert split is not None
    assert split.caption.startswith("Nederland (31 van 35): ")
    verdicts = tables.of_regions(View(edition, "aandeel_ips", "2023"))
    assert verdicts.head[-1] == "naast landelijk (31 van 35)"


def test_b4_a_column_over_the_whole_nation_has_its_plain_name() -> None:
    assert wording.nation([made.nation(3650, 35), None]) == "Nederland"
    assert wording.nation([made.nation(2938, 31), made.nation(1010, 31)]) == "Nederland (31 van 35)"


@pytest.mark.parametrize("name", ["one", "two"])
def test_b4_under_three_deliverers_there_is_no_national_column_but_a_sentence(
    name: str, ten: Callable[[str], Path]
) -> None:
    with store_at(ten(name)):
        table = tables.beside(View(editions.find(), "gestart", "2025"), "AM05")
    assert not any("Nederland" in head for head in table.head)
    assert "minder dan drie regio's" in table.caption
    assert all(len(row) == len(table.head) for row in table.rows)
