"""Nobody can be worked out from what is published: the attack on editions, downloads and series of editions."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from sdw import __main__ as cli
from sdw.dissemination.attack import attack
from sdw.dissemination.attack import outcomes as attacking_outcomes
from sdw.dissemination.exports import edition as whole
from sdw.dissemination.exports.open import files as open_files
from sdw.dissemination.exports.open import forms
from sdw.dissemination.exports.reading import figures as reading
from sdw.dissemination.exports.reading import outcomes as reading_outcomes
from sdw.dissemination.exports.sheets import everything
from sdw.edition import figures, paths
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.production.publishing.trajectories import suppression, totals
from sdw.reference.areas import regions
from sdw.reference.status import Status
from tests.worlds import store as world
from tests.worlds.deliveries import PLACES, delivery, hidden_keys, safe
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> tuple[Path, Edition]:
    return shared("shipped"), shared.edition("shipped")


@pytest.fixture
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    monkeypatch.delenv("SDW_EDITION", raising=False)


def test_the_shipped_edition_and_its_downloads_give_nobody_away(
    shipped: tuple[Path, Edition], tmp_path: Path
) -> None:
    folder, edition = shipped
    whole.write(edition, tmp_path)
    with store_at(folder):
        assert safe(attack.on(edition, exports=tmp_path, sample=120))


def test_open_data_give_nobody_away(shipped: tuple[Path, Edition], tmp_path: Path) -> None:
    folder, edition = shipped
    for name, data in open_files.whole(edition):
        (tmp_path / name).write_bytes(data)
    with store_at(folder):
        assert safe(attack.on(edition, exports=tmp_path, sample=120))


def test_all_files_together_give_nobody_away(shipped: tuple[Path, Edition], tmp_path: Path) -> None:
    """Every table for people and for analysis, the workbook with everything, and open data in both forms.

    What is drawn, presented or printed tells nothing else: `test_told_is_published.py`.
    """
    folder, edition = shipped
    written = len(whole.write(edition, tmp_path))
    for name, data in [*open_files.whole(edition), ("alles.xlsx", everything.of(edition))]:
        (tmp_path / f"open-{name}").write_bytes(data)
    assert len(reading.tables(tmp_path)) > written > 50
    with store_at(folder):
        assert safe(attack.on(edition, exports=tmp_path, sample=40))


def test_open_data_tell_exactly_what_the_pages_tell_in_both_forms(
    shipped: tuple[Path, Edition], tmp_path: Path
) -> None:
    _, edition = shipped
    for name, data in open_files.whole(edition):
        (tmp_path / name).write_bytes(data)
    files, pages = reading.folder(tmp_path), attack.shown(edition)
    about = [one for one in pages if one.indicator in {line.indicator for line in files}]
    assert Counter(files) == Counter([*about, *about])
    rates = reading_outcomes.folder(tmp_path)
    assert Counter(rates) == Counter(2 * attacking_outcomes.lines(edition)) and len(rates) > 3000


def test_a_leak_in_open_data_is_found(shipped: tuple[Path, Edition], tmp_path: Path) -> None:
    folder, edition = shipped
    hidden = next(one for one in figures.select(edition, "gestart") if one.status is Status.SUPPRESSED)
    table = next(one for one in open_files.tables(edition) if one.name == "trajecten")
    place = [column.name for column in table.columns].index
    rows = [
        tuple(7.0 if name == "value" else "waarde" if name == "status" else cell for name, cell in named)
        if row[: place("sector")]
        == (hidden.indicator, hidden.region, hidden.period, hidden.method, hidden.client_group)
        else row
        for row in table.rows(edition)
        for named in [list(zip([column.name for column in table.columns], row, strict=True))]
    ]
    for leaks in (forms.csv_of(table, rows), forms.parquet_of(table, rows, {})):
        path = tmp_path / ("trajecten.csv" if leaks.startswith(b"indicator") else "trajecten.parquet")
        path.write_bytes(leaks)
        with store_at(folder):
            assert attack.on(edition, exports=tmp_path, sample=1).pinned
        path.unlink()


def test_downloads_tell_exactly_what_the_pages_tell(shipped: tuple[Path, Edition], tmp_path: Path) -> None:
    _, edition = shipped
    whole.write(edition, tmp_path)
    pages = {
        (one.indicator, one.region, one.period, one.method, one.client_group): one
        for one in attack.shown(edition)
        if one.region != "NL"
    }
    files = [one for one in reading.folder(tmp_path) if one.indicator == "gestart" and one.region != "NL"]
    assert len(files) == 3 * sum(key[0] == "gestart" for key in pages)
    for one in files:
        page = pages[one.indicator, one.region, one.period, one.method, one.client_group]
        assert (one.value, one.status, one.numerator) == (page.value, page.status, page.numerator)


@pytest.fixture
def one_workbook(shipped: tuple[Path, Edition], tmp_path: Path) -> Path:
    """A folder with nothing but the workbook with everything."""
    (tmp_path / "alles.xlsx").write_bytes(everything.of(shipped[1]))
    return tmp_path


def test_the_workbook_with_everything_gives_nobody_away(shipped: tuple[Path, Edition], one_workbook: Path) -> None:
    folder, edition = shipped
    with store_at(folder):
        assert safe(attack.on(edition, exports=one_workbook, sample=60))


def test_the_workbook_with_everything_tells_exactly_what_the_pages_tell(
    shipped: tuple[Path, Edition], one_workbook: Path
) -> None:
    _, edition = shipped

    def key(one: reading.Seen) -> tuple[str, ...]:
        return one.indicator, one.region, one.period, one.method, one.client_group

    pages = {key(one): one for one in attack.shown(edition)}
    files = {key(one): one for one in reading.folder(one_workbook)}
    assert len(files) > 5000
    for name, one in files.items():
        page = pages[name]
        assert (one.status, one.covered, one.carried_over) == (page.status, page.covered, page.carried_over)
        for number in ("value", "numerator", "denominator", "low", "high", "bound_low", "bound_high"):
            wanted = getattr(page, number)
            close = None if wanted is None else pytest.approx(wanted, rel=1e-15)
            assert getattr(one, number) == close, (name, number)
    outcomes = reading_outcomes.folder(one_workbook)
    told = {(one.measure, one.months, one.cut): reading_outcomes.counts(one) for one in outcomes}
    lines = attacking_outcomes.lines(edition)
    assert len(told) == len(outcomes) == len(lines) > 1000
    assert all(told[one.measure, one.months, one.cut] == reading_outcomes.counts(one) for one in lines)


def test_a_number_in_the_workbook_that_the_edition_withholds_is_found(
    shipped: tuple[Path, Edition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The attacker reads it with its own eyes: a slip of the workbook alone is a finding."""
    folder, edition = shipped
    honest = everything._shown(edition)
    leak = next(one for one in honest["gestart"] if one.status is Status.SUPPRESSED)
    slip = [replace(one, value=7.0) if one is leak else one for one in honest["gestart"]]
    monkeypatch.setattr(everything, "_shown", lambda _: {**honest, "gestart": slip})
    (tmp_path / "alles.xlsx").write_bytes(everything.of.__wrapped__(edition))
    with store_at(folder):
        found = attack.on(edition, exports=tmp_path, sample=1)
    assert (leak.region, 7.0, 7.0) in [(one.key[1], one.low, one.high) for one in found.pinned]


def test_five_hundred_random_questions_give_nobody_away(shipped: tuple[Path, Edition]) -> None:
    _, edition = shipped
    chance = random.Random(500)
    names = figures.published(edition)
    everything = attack.shown(edition)
    choices = {
        "region": sorted({one.region for one in everything}),
        "period": sorted({one.period for one in everything}),
        "method": sorted({one.method for one in everything}),
        "client_group": sorted({one.client_group for one in everything}),
    }
    lines = []
    for _ in range(500):
        asked = {
            name: chance.choice(options) if chance.random() < 0.4 else None for name, options in choices.items()
        }
        lines += reading.of_figures(figures.select(edition, chance.choice(names), **asked))
    assert len(lines) > 1000
    assert set(lines) <= set(everything), "a question tells nothing that the whole edition does not"
    assert safe(attack.seen([edition], [lines], sample=60))


def test_the_attacker_has_teeth(_store: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only small counts withheld, nothing to cover them: the same attacker finds them."""
    world.deliver(delivery(1))

    def careless(counted: totals.Totals, plan: object, older: object) -> suppression.ProtectedCounts:
        small = tuple(
            replace(cell, value=None, status=Status.SUPPRESSED)
            if cell.value is not None and 0 < cell.value < 10
            else cell
            for cell in counted.cells
        )
        return suppression.ProtectedCounts(small, frozenset(), {})

    monkeypatch.setattr(suppression, "suppress", careless)
    edition = publish.publish("2026-kaal")
    found = attack.on(edition)
    assert len(found.pinned) > 10
    assert cli.main(["privacy", "attack", "--edition", "2026-kaal", "--sample", "50"]) == cli.REFUSED


def test_a_value_that_one_file_withholds_and_another_shows_is_given_away(shipped: tuple[Path, Edition]) -> None:
    _, edition = shipped
    lines = attack.shown(edition)
    leak = next(one for one in lines if one.indicator == "gestart" and one.status is Status.SUPPRESSED)
    found = attack.seen([edition], [[*lines, replace(leak, value=7.0)]], sample=1)
    assert [(one.key[1], one.low, one.high) for one in found.pinned] == [(leak.region, 7.0, 7.0)]


def test_an_edition_that_fails_its_own_audit_is_our_bug_and_is_not_published(
    _store: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.deliver(delivery(4, PLACES[:1]))

    def nothing_helps(*_: object, **__: object) -> None:
        raise AssertionError("cells [3, 4] are not protected")

    monkeypatch.setattr(suppression, "settle", nothing_helps)
    with pytest.raises(AssertionError, match=r"\[3, 4\]"):
        publish.publish("2026-een")
    assert list(paths.editions_folder().glob("*.duckdb")) == []


def test_the_report_tells_per_table_what_is_hidden(
    _store: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    world.deliver(delivery(5, PLACES[:3]))
    edition = publish.publish("2026-een")
    assert cli.main(["privacy", "report", "--edition", "2026-een", "--sample", "20"]) == cli.DONE
    told = capsys.readouterr().out
    assert told.startswith("# Bescherming van uitgave 2026-een")
    assert f"Afgeschermd omdat het aantal klein is: {edition.fact('hidden_primary')}" in told
    assert "## Totalen van de doelen" in told
    assert "Waar en waarom" not in told, "which hidden totals are large is for the steward alone"
    rows = [line for line in told.splitlines() if line.startswith("| Per ")]
    assert len(rows) == 4
    assert sum(int(row.split("|")[3]) for row in rows) == len(hidden_keys(edition))


def test_the_optimum_of_a_small_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "tabel.csv"
    table.write_text("regio,methode,freq\n" + "".join(f"{r},{m},{n}\n" for r, m, n in _FOUR), encoding="utf-8")
    assert cli.main(["privacy", "optimum", str(table), "--threshold", "5"]) == cli.DONE
    out, err = capsys.readouterr()
    hidden = [line.split(",")[-3:] for line in out.splitlines() if line.split(",")[-3] == "1"]
    assert hidden == [["1", "1", "1"]]
    assert "De beste oplossing kost 53;" in err
    table.write_text("regio,aantal\na,3\n", encoding="utf-8")
    assert cli.main(["privacy", "optimum", str(table)]) == cli.REFUSED


_FOUR = [("a", "x", 3), ("a", "y", 20), ("b", "x", 11), ("b", "y", 22), ("c", "x", 40), ("c", "y", 50)]


def test_the_steward_is_told_which_large_totals_are_hidden_and_why(
    _store: None, capsys: pytest.CaptureFixture[str]
) -> None:
    """A half-year of 4 beside one of 30: the year or the other half has to go, and nothing else does."""
    rows = [
        row
        for region in PLACES
        for period, durable in (("2024-H1", 4 if region == PLACES[0] else 40), ("2024-H2", 30))
        for row in world.ledger(region, period, 200, 90, 90, durable)
    ]
    world.deliver(rows)
    edition = publish.publish("2026-een")
    assert cli.main(["privacy", "report", "--sample", "5", "--why"]) == cli.DONE
    told = capsys.readouterr().out
    name = regions.name_of(PLACES[0])
    assert "Alleen voor de databeheerder" in told
    needed = [line for line in told.splitlines() if "Dat moet" in line]
    assert [line.split(" dekt ")[0] for line in needed if line.startswith(f"- {name}")] == [
        f"- {name} 2024-H2 duurzaam aan het werk"
    ]
    assert f"{name} 2024-H1" in needed[0]
    national = figures.select(edition, "duurzaam_geplaatst", region="NL", method="totaal", client_group="totaal")
    assert all(one.value is not None for one in national)


def test_c3_a_region_attacks_with_what_it_delivered_and_its_own_counts_are_no_finding(
    _store: None, capsys: pytest.CaptureFixture[str]
) -> None:
    world.deliver(delivery(5, PLACES[:4]))
    publish.publish("2026-een")
    assert cli.main(["privacy", "attack", "--as", PLACES[0]]) == cli.DONE
    [_, *rows] = capsys.readouterr().out.splitlines()
    found = {row.split(",")[2] for row in rows}
    assert PLACES[0] not in found
    assert set(PLACES[1:4]) <= found
    assert cli.main(["privacy", "attack", "--as", "AM99"]) == cli.REFUSED
    assert "AM99" in capsys.readouterr().err
