"""An edition of which the plan rounds the counts: nothing is empty, all adds up, and nobody can be worked out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sdw import __main__ as cli
from sdw.dissemination.attack import attack
from sdw.dissemination.exports import edition as whole
from sdw.dissemination.exports.reading import figures as reading
from sdw.dissemination.figures.published_observations import of_edition
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.production.publishing.trajectories import totals
from sdw.production.store import private
from sdw.reference import dimensions, measures, plan
from sdw.reference.areas import regions
from sdw.reference.status import Status
from tests.worlds import deliveries, pages
from tests.worlds import store as world
from tests.worlds.edition import store_at

PLACES = regions.CODES[:5]
PERIODS = ("2024-H1", "2024-H2", "2025-H1")


@pytest.fixture(autouse=True)
def _rounded(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = replace(plan.current(), rounding=5)
    monkeypatch.setattr(plan, "current", lambda: chosen)


def delivery(seed: int, places: tuple[str, ...] = PLACES) -> list[world.Observation]:
    """Regions of one size, whose starts differ more from half-year to half-year."""
    return deliveries.delivery(seed, places, size=(1, 1), started_around=(0.6, 1.4))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Edition, Edition]:
    """Two editions around a correction."""
    folder = tmp_path_factory.mktemp("rounded")
    with pytest.MonkeyPatch.context() as patch, store_at(folder):
        chosen = replace(plan.current(), rounding=5)
        patch.setattr(plan, "current", lambda: chosen)
        rows = delivery(1)
        world.deliver(rows)
        first = publish.publish("2026-een")
        corrected = [
            row | {"value": float(str(row["value"])) + 3}  # type: ignore[operator]
            for row in rows
            if row["region"] == PLACES[0]
            and row["measure"] == "duurzaam_geplaatst"
            and row["method"] == "ips"
            and row["period"] == "2024-H1"
        ]
        untouched = [
            row
            for row in rows
            if row["region"] == PLACES[0]
            and row["period"] == "2024-H1"
            and not (row["measure"] == "duurzaam_geplaatst" and row["method"] == "ips")
        ]
        world.deliver([*untouched, *corrected], name="correctie.csv")
        return folder, first, publish.publish("2026-twee")


Cells = dict[tuple[str, ...], figures.Figure]


def counts(edition: Edition) -> Cells:
    return {
        (one.indicator, one.region, one.period, one.method, one.client_group): one
        for measure in totals.MEASURES
        for one in figures.select(edition, measure)
        if one.status is not Status.NOT_DELIVERED
    }


def true_counts(folder: Path) -> dict[tuple[str, ...], float]:
    with store_at(folder), private.reader() as connection:
        found = totals.count(connection, private.active_batches(connection), plan.current())
    return {key: cell.value for key, cell in found.by_key.items() if cell.value is not None}


def test_every_count_is_a_multiple_beside_the_true_one_and_none_is_empty(
    published: tuple[Path, Edition, Edition],
) -> None:
    folder, _, second = published
    shown, true = counts(second), true_counts(folder)
    within = int(second.fact("rounding_within"))
    assert shown.keys() == true.keys()
    assert within <= 10
    for key, one in shown.items():
        assert one.value is not None
        assert one.value % 5 == 0
        assert abs(one.value - true[key]) < within
    assert second.fact("rounding") == "5"
    assert second.fact("hidden_primary") == second.fact("hidden_secondary") == "0"


def test_everything_adds_up(published: tuple[Path, Edition, Edition]) -> None:
    for edition in published[1:]:
        shown = {key: float(one.value or 0) for key, one in counts(edition).items()}
        checked = 0
        for measure, region, period, method, group in shown:
            mine = (measure, region, period, "totaal", "totaal")
            if (method, group) != ("totaal", "totaal"):
                continue
            if region == "NL":
                assert shown[mine] == sum(shown[measure, code, period, "totaal", "totaal"] for code in PLACES)
                checked += 1
            if measure in ("gestart", "duurzaam_geplaatst") and period == "2024":
                by_method = [shown[measure, region, period, code, "totaal"] for code in dimensions.METHOD_PARTS]
                assert shown[mine] == sum(by_method)
                halves = [shown[measure, region, half, "totaal", "totaal"] for half in ("2024-H1", "2024-H2")]
                assert shown[mine] == sum(halves)
                checked += 1
            if measure == "eindstand":
                book = {m: shown[m, region, period, "totaal", "totaal"] for m in measures.COUNTS}
                assert book["eindstand"] == book["beginstand"] + book["gestart"] - book["beeindigd"]
                assert book["uitgevoerd"] == book["beginstand"] + book["gestart"] >= book["duurzaam_geplaatst"]
                checked += 1
        assert checked > 50


def test_what_did_not_change_keeps_its_rounded_value(published: tuple[Path, Edition, Edition]) -> None:
    _, first, second = published
    old, new = counts(first), counts(second)
    touched = [key for key in new if new[key].value != old[key].value]
    assert touched, "the correction shows"
    assert {key[0] for key in touched} == {"duurzaam_geplaatst"}
    assert {key[1] for key in touched} <= {PLACES[0], "NL"}


def test_nobody_can_be_worked_out_of_one_or_both(published: tuple[Path, Edition, Edition], tmp_path: Path) -> None:
    folder, first, second = published
    whole.write(second, tmp_path)
    with store_at(folder):
        alone = attack.on(second, exports=tmp_path, sample=80)
        both = attack.on(second, [first], sample=80)
        assert cli.main(["privacy", "attack", "--edition", "2026-twee", "--sample", "10"]) == cli.DONE
    for found in (alone, both):
        assert found.rounded
        assert found.hidden >= len(counts(second))
        assert found.pinned == []
        assert found.narrow == []
        assert all(one.high - one.low >= 4 for one in found.findings)


def test_files_tell_the_rounded_counts_and_say_so(published: tuple[Path, Edition, Edition], tmp_path: Path) -> None:
    _, _, second = published
    whole.write(second, tmp_path)
    shown = counts(second)
    lines = [line for line in reading.folder(tmp_path) if line.indicator == "gestart" and line.region != "NL"]
    assert lines
    for line in lines:
        key = (line.indicator, line.region, line.period, line.method, line.client_group)
        if key in shown:
            assert line.value == shown[key].value
    told = [path.read_text(encoding="utf-8-sig") for path in tmp_path.glob("*.csv")]
    assert any("afgerond op veelvouden van 5" in text for text in told)
    assert all("afgerond op veelvouden van 5" in one.source for one in shown.values())


def test_ratios_are_of_rounded_counts(published: tuple[Path, Edition, Edition]) -> None:
    _, _, second = published
    shown = counts(second)
    shares = [one for one in figures.select(second, "aandeel_ips") if one.value is not None]
    assert shares
    for one in shares:
        assert one.numerator is not None and one.numerator % 5 == 0
        if one.region != "NL":
            part = shown["gestart", one.region, one.period, "ips", "totaal"].value
            assert (one.numerator, one.denominator) == (
                part,
                shown["gestart", one.region, one.period, "totaal", "totaal"].value,
            )


def test_a_file_is_not_held_against_rounded_figures(published: tuple[Path, Edition, Edition]) -> None:
    assert of_edition(published[2])("trajecten", PLACES) == []


@pytest.mark.parametrize("page", ["overzicht", "regiokaart", "doelen", "regio", "gegevens", "verantwoording"])
def test_pages_open_on_a_rounded_edition(published: tuple[Path, Edition, Edition], page: str) -> None:
    with store_at(published[0]):
        visit = pages.opened(page)
        assert not visit.exception
        assert "afgeschermd" not in pages.words(visit) or page in ("gegevens", "verantwoording")


def test_what_was_withheld_is_not_rounded_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = plan.current()
    with store_at(tmp_path):
        world.deliver(delivery(3, PLACES[:2]))
        monkeypatch.setattr(plan, "current", lambda: replace(chosen, rounding=0))
        publish.publish("2026-een")
        monkeypatch.setattr(plan, "current", lambda: chosen)
        assert cli.main(["publish"]) == cli.REFUSED


def test_it_is_refused_when_it_cannot_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sdw.disclosure.rounding.MOST_STEPS", 0)
    with store_at(tmp_path):
        world.deliver(delivery(3, PLACES[:1]))
        assert cli.main(["publish"]) == cli.REFUSED
    assert "niet op veelvouden van 5" in capsys.readouterr().err


def test_an_edition_without_counts_is_rounded_too(tmp_path: Path) -> None:
    with store_at(tmp_path):
        world.deliver(world.context(), dataset="context", origin="openbaar")
        assert publish.publish().fact("protected_cells") == "0"
