"""Nobody can be worked out from published outcomes: the attack on editions, downloads and series of editions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sdw.disclosure.outcomes.outcome_cells import NEVER_SHOWN, Cell, Count, Key, Part, Release, counts_of
from sdw.disclosure.outcomes.series import Decision
from sdw.dissemination.attack import attack as attacking
from sdw.dissemination.attack import outcomes as attacking_outcomes
from sdw.dissemination.exports import edition as whole
from sdw.dissemination.exports.reading import outcomes as reading_outcomes
from sdw.dissemination.exports.reading.outcomes import Line
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.production.publishing import publish
from sdw.production.publishing.outcomes import rows as outcomes
from sdw.production.publishing.outcomes.prior_editions import Name
from sdw.production.steward.privacy import report
from sdw.reference.areas import regions
from sdw.reference.status import Status
from sdw.statistics.proportions import wilson
from tests.worlds import outcome_series as world
from tests.worlds import store

PLACES = regions.CODES[:8]


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    monkeypatch.delenv("SDW_EDITION", raising=False)


def some() -> list[store.Observation]:
    """The shipped examples of eight regions, up to 12 months."""
    return [one for one in world.examples() if one["region"] in PLACES and int(str(one["months"])) <= 12]


def published(rows: Sequence[store.Observation], label: str) -> Edition:
    store.deliver(rows, dataset="uitkomsten", origin="voorbeeld", name=f"{label}.csv")
    return publish.publish(label)


def attack(*both: Edition, sample: int = 0) -> list[attacking_outcomes.Range]:
    found, hidden = attacking_outcomes.seen(both, [attacking_outcomes.lines(one) for one in both], sample=sample)
    assert hidden > 0
    return found


def pinned(found: Sequence[attacking_outcomes.Range]) -> list[Cell]:
    return [cell for _, cell, low, high in found if low == high]


def narrow(found: Sequence[attacking_outcomes.Range]) -> list[Cell]:
    return [cell for _, cell, _, high in found if high < 10]


def test_the_shipped_outcomes_and_their_downloads_give_nobody_away(tmp_path: Path) -> None:
    edition = published(world.examples(), "2026-een")
    assert edition.fact("outcome_kept") == "0"
    folder = tmp_path / "files"
    folder.mkdir()
    whole.write(edition, folder)
    found = attacking.on(edition, exports=folder, sample=40)
    assert found.hidden > 500
    assert found.pinned == found.narrow == []
    pages, files = attacking_outcomes.lines(edition), reading_outcomes.folder(folder)
    told = {(one.measure, one.months, one.cut): reading_outcomes.counts(one) for one in pages}
    assert len(files) >= len(pages) > 1000
    assert all(reading_outcomes.counts(one) == told[one.measure, one.months, one.cut] for one in files)
    assert "Percentages met werk zijn beschermd" in report.markdown(edition, found)


@pytest.mark.parametrize("change", ["fresh", "corrected"])
def test_two_editions_beside_each_other_give_nobody_away(change: str, tmp_path: Path) -> None:
    rows = some()
    first = published(world.without_newest(rows) if change == "fresh" else rows, "2026-een")
    second = published(rows if change == "fresh" else world.corrected(rows), "2026-twee")
    found = attack(first, second, sample=30)
    assert pinned(found) == narrow(found) == []
    kept = [one for one in figures.select(second, "werk_12u") if one.is_carried_over]
    old = {Name.of(one): one for one in figures.select(first, "werk_12u")}
    assert kept
    for one in kept:
        before = old[Name.of(one)]
        assert (one.value, one.numerator, one.coverage) == (before.value, before.numerator, before.coverage)
        assert one.source == f"{before.source}; waarde uit uitgave 2026-een (correctie volgt)"
    marked = {row[0] for row in editions.query(second, "edition_remarks") if row[2] == "uitkomst_volgt"}
    assert marked >= {one.region for one in kept}
    assert int(second.fact("outcome_kept")) >= len(kept)
    assert publish.is_made_again(second)


def test_a_third_edition_looks_at_the_first_where_its_values_are_still_shown(tmp_path: Path) -> None:
    rows = [one for one in some() if int(str(one["months"])) == 12]
    published(world.without_newest(world.without_newest(rows)), "2026-een")
    second = published(world.without_newest(rows), "2026-twee")
    third = published(rows, "2026-drie")
    first = editions.find("2026-een")
    assert any("2026-een" in one.source for one in figures.select(second, "werk_12u"))
    for older in (first, second):
        found = attack(older, third, sample=30)
        assert pinned(found) == narrow(found) == []
    assert publish.is_made_again(third)


def careless(parts: Mapping[int, Sequence[Part]], threshold: int, older: Sequence[Release] = ()) -> Decision:
    """Only small counts are withheld, nothing to cover them."""
    sums: dict[tuple[int, Key], list[float]] = {}
    for months, found in parts.items():
        for part in found:
            for cut in part.within:
                before = sums.get((months, cut), [0.0] * 4)
                sums[months, cut] = [a + b for a, b in zip(before, part.counts, strict=True)]
    cells = set()
    for (months, cut), (cohort, followed, work_1u, work_12u) in sums.items():
        values = {
            Count.WORK_12U: work_12u,
            Count.NO_WORK_12U: followed - work_12u,
            Count.WORK_1U: work_1u,
            Count.NO_WORK_1U: followed - work_1u,
            Count.FOLLOWED: followed,
            Count.COHORT: cohort,
        }
        cells |= {
            Cell(months, cut, count)
            for count in counts_of(cut)
            if count not in NEVER_SHOWN and values[count] >= threshold
        }
    return Decision(frozenset(cells))


def test_the_attacker_has_teeth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "decide", careless)
    edition = published([one for one in some() if one["months"] == 12], "2026-kaal")
    found = attack(edition)
    assert len(pinned(found)) > 0
    assert len(narrow(found)) > len(pinned(found)) / 2
    assert attacking.on(edition, sample=0).pinned, "and so the command ends with a warning"


CUT = Key("NL", "", "ips", "totaal")
LINE = Line(
    measure="werk_12u",
    months=12,
    cut=CUT,
    status=Status.VALUE,
    value=100 * 23 / 61,
    low=26.609,
    high=50.259,
    bound_low=100 * 23 / 70,
)


def test_a_percentage_with_its_interval_tells_how_many_people() -> None:
    found = wilson(23, 61)
    line = replace(LINE, low=found.low, high=found.high)
    assert reading_outcomes.counts(line) == {
        Count.WORK_12U: 23,
        Count.NO_WORK_12U: 38,
        Count.FOLLOWED: 61,
        Count.COHORT: 70,
    }
    rounded = replace(LINE, value=37.7, low=26.6, high=50.3, bound_low=None)
    assert reading_outcomes.counts(rounded) in ({}, {Count.WORK_12U: 23, Count.NO_WORK_12U: 38, Count.FOLLOWED: 61})
    with_people = replace(LINE, value=38.0, low=None, high=None, denominator=61.0, bound_low=None)
    assert reading_outcomes.counts(with_people)[Count.WORK_12U] == 23
    assert reading_outcomes.counts(replace(LINE, value=None)) == {}
