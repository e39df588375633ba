"""What the missing regions could make of a national count: never less than the edition itself tells, never more
than can be said, and nothing that is withheld."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest

from sdw.disclosure.cells import Cell
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import tiles
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import at_most
from sdw.production.publishing import publish
from sdw.production.publishing.publication_inputs import Context, Inputs
from sdw.production.publishing.trajectories import least_sums, suppression, totals
from sdw.production.store import private
from sdw.reference import periods, plan
from sdw.reference.areas import regions
from sdw.reference.dimensions import CLIENT_GROUP_PARTS, METHOD_PARTS, TOTAL
from sdw.reference.status import Status
from tests.worlds import editions as small
from tests.worlds import figures as made
from tests.worlds import store as world
from tests.worlds.deliveries import delivery
from tests.worlds.shared import Shared

Key = tuple[str, str, str, str, str]
COUNTS = ("beginstand", "gestart", "uitgevoerd", "duurzaam_geplaatst", "beeindigd", "eindstand")
FINER: Mapping[str, tuple[periods.Kind, ...]] = {"year": ("half",), "half": ("quarter",), "quarter": ()}


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Edition:
    return shared.edition("shipped")


def cells_of(edition: Edition) -> dict[Key, Figure]:
    return {
        (name, one.region, one.period, one.method, one.client_group): one
        for name in COUNTS
        for one in figures.select(edition, name)
    }


class Adding:
    """Every "at least" that anybody gets by adding up what is published: parts of a sum, at any depth."""

    def __init__(self, shown: Mapping[Key, float | None]) -> None:
        self._shown = shown

    def least(self, key: Key) -> float:
        found = [self._shown.get(key) or 0.0]
        found += [sum(map(self.least, parts)) for parts in self._parts(key) if any(self._has(one) for one in parts)]
        if key[1] == "NL":
            found.append(sum(self.least((key[0], code, *key[2:])) for code in regions.CODES))
        return max(found)

    def _has(self, key: Key) -> bool:
        return key in self._shown

    def _parts(self, key: Key) -> Iterator[list[Key]]:
        measure, region, period, method, group = key
        if measure == "uitgevoerd":
            yield [(part, *key[1:]) for part in ("beginstand", "gestart")]
            return
        if measure in ("beginstand", "eindstand"):
            return
        if method == TOTAL:
            yield [(measure, region, period, one, group) for one in METHOD_PARTS]
        if group == TOTAL:
            yield [(measure, region, period, method, one) for one in CLIENT_GROUP_PARTS]
        for kind in FINER[periods.parse(period).kind]:
            yield [(measure, region, part.code, method, group) for part in periods.parse(period).parts(kind)]


def test_b2_durable_2025_is_at_least_what_the_edition_itself_adds_up_to(shipped: Edition) -> None:
    durable = figures.one(shipped, "duurzaam_geplaatst", "NL", "2025")
    methods = [figures.one(shipped, "duurzaam_geplaatst", "NL", "2025", method=one) for one in METHOD_PARTS]
    halves = [figures.one(shipped, "duurzaam_geplaatst", "NL", f"2025-H{half}").value for half in (1, 2)]
    assert durable.value == 1382
    # Two methods still show what the edition before this one showed, of fewer regions.
    assert [one.method for one in methods if one.is_carried_over] == ["werk_als_beste_zorg", "overig"]
    assert (sum(one.value or 0 for one in methods), sum(one or 0 for one in halves)) == (1386, 1396)
    assert durable.bound_low == 1409


@pytest.mark.rule("bounds")
def test_b2_no_bound_is_contradicted_by_the_same_edition(shipped: Edition) -> None:
    published = cells_of(shipped)
    adding = Adding({key: one.value for key, one in published.items()})
    incomplete = [key for key, one in published.items() if key[1] == "NL" and one.bound_low is not None]
    assert len(incomplete) > 40
    for key in incomplete:
        assert published[key].bound_low >= adding.least(key), key  # type: ignore[operator]


def mixed(seed: int) -> tuple[list[world.Observation], dict[tuple[str, ...], float]]:
    """A delivery with every status in it, and the counts that are behind what was not told."""
    chance = random.Random(seed)
    rows = delivery(seed, regions.CODES[: chance.randint(3, 6)], size=(0.2, 2.0))
    names = ("measure", "region", "period", "method", "client_group")
    true = {tuple(str(row[name]) for name in names): float(str(row["value"])) for row in rows}
    part = chance.choice((0.01, 0.05, 0.2))
    for row in rows:
        if chance.random() < part:
            row |= {"value": None, "status": chance.choice(("onbekend", "afgeschermd", "niet_aangeleverd"))}
    dropped = chance.choice([None, *regions.CODES[:3]])  # one region still lacks its last half-year
    return [row for row in rows if (row["region"], row["period"]) != (dropped, "2025-H2")], true


def truth(true: Mapping[tuple[str, ...], float], key: Key) -> float:
    measure, region, period, method, group = key
    if measure == "uitgevoerd":
        return truth(true, ("beginstand", *key[1:])) + truth(true, ("gestart", *key[1:]))
    asked = periods.parse(period)
    found = 0.0
    for (name, code, when, one, two), value in true.items():
        if name != measure or region not in (code, "NL") or method not in (one, TOTAL) or group not in (two, TOTAL):
            continue
        inside = periods.parse(when)
        if measure == "beginstand":
            counts = inside.start == asked.start
        elif measure == "eindstand":
            counts = inside.end == asked.end
        else:
            counts = asked.contains(inside)
        found += value if counts else 0.0
    return found


@pytest.mark.parametrize("seed", range(12))
def test_b2_the_least_holds_in_random_worlds(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At least every sum of published parts, at most the truth, and to be had from published figures alone."""
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    rows, true = mixed(seed)
    world.deliver(rows)
    chosen = plan.current()
    with private.reader() as connection:
        counted = totals.count(connection, private.active_batches(connection), chosen)
    protected = suppression.suppress(counted, chosen, ())
    cells = {cell.key: cell for cell in protected.cells}
    inputs = Inputs(cells, counted.periods, Context({}), chosen, "aangeleverd")
    adding = Adding({key: cell.value for key, cell in cells.items()})
    tried = 0
    for measure in COUNTS:
        least = least_sums.least(inputs, measure)
        assert least == least_sums.least(_as_published(inputs), measure)
        for key, low in least.items():
            tried += 1
            assert low >= adding.least(key), (seed, key)
            assert low <= truth(true, key), (seed, key)
    assert tried


def _as_published(inputs: Inputs) -> Inputs:
    """The same cells as anybody reads them: which regions are in a national count follows from their figures."""
    seen = {}
    for key, cell in inputs.cells.items():
        told = [code for code in regions.CODES if least_sums.is_told(inputs.cells.get((key[0], code, *key[2:])))]
        number = len(cell.covered)
        same = told if len(told) == number else [*regions.CODES[:number]]
        seen[key] = Cell(*key, cell.value, cell.status, tuple(same) if key[1] == "NL" else ())
    return Inputs(seen, inputs.periods, inputs.context, inputs.plan, inputs.origin)


def test_b2_the_known_parts_of_an_unknown_sum_of_a_region_count(shipped: Edition) -> None:
    zeeland = figures.one(shipped, "duurzaam_geplaatst", "AM24", "2025")
    assert (zeeland.value, zeeland.status) == (None, Status.UNKNOWN)
    assert zeeland.bound_low == 27  # 1.409 − 1.382: anybody can subtract that
    assert wording.bounds(zeeland) == "Een deel is onbekend. Wat wel bekend is, telt op tot 27."


def test_b2_of_a_region_nothing_is_said_about_fewer_people_than_the_threshold(shipped: Edition) -> None:
    low = [one.bound_low for one in cells_of(shipped).values() if one.region != "NL" and one.bound_low is not None]
    assert low
    assert min(low) >= 10


def test_b2_what_is_withheld_has_no_bound(shipped: Edition) -> None:
    for one in cells_of(shipped).values():
        if one.status is Status.SUPPRESSED:
            assert (one.bound_low, one.bound_high) == (None, None)


@pytest.mark.rule("bounds")
def test_b3_there_is_no_upper_bound_under_twenty_regions_and_never_the_count_itself(shipped: Edition) -> None:
    published = cells_of(shipped)
    bounded = 0
    for (name, region, period, method, group), one in published.items():
        if region != "NL" or one.value is None or one.delivered is None or one.delivered[0] == one.delivered[1]:
            continue
        beside = [published.get((name, code, period, method, group)) for code in regions.CODES]
        shown = sum(each is not None and each.value is not None for each in beside)
        assert one.bound_high is None or shown >= at_most.LEAST_REGIONS
        assert one.bound_high is None or one.bound_high > one.value
        assert one.bound_high is None or one.bound_high >= (one.bound_low or 0)
        bounded += one.bound_high is not None
    assert bounded > 20


@pytest.mark.parametrize(("have", "high"), [(19, None), (20, 20 * 30 + 15 * 30)])
def test_b3_the_highest_rate_times_the_own_benefits_of_what_is_missing(have: int, high: float | None) -> None:
    shown = dict.fromkeys(regions.CODES[:have], 30.0)
    everyone = dict.fromkeys(regions.CODES, 1000.0)
    assert at_most.most(sum(shown.values()), shown, regions.CODES[have:], everyone, {}) == high


def test_b3_a_large_missing_region_counts_as_large_and_one_without_benefits_gives_no_bound() -> None:
    shown = dict.fromkeys(regions.CODES[:34], 10.0) | {regions.CODES[0]: 20.0}
    have = dict.fromkeys(regions.CODES, 1000.0)
    missing = regions.CODES[34]
    assert at_most.most(350, shown, [missing], have, {}) == 370
    assert at_most.most(350, shown, [missing], have | {missing: 5000.0}, {}) == 450
    assert at_most.most(350, shown, [missing], have, {missing: 60.0}) == 410
    del have[missing]
    assert at_most.most(350, shown, [missing], have, {}) is None


def test_b3_where_nobody_did_anything_it_says_nothing() -> None:
    shown = dict.fromkeys(regions.CODES[:30], 0.0)
    assert at_most.most(0, shown, regions.CODES[30:], dict.fromkeys(regions.CODES, 1000.0), {}) is None


def above(chance: np.random.Generator, spread: float, delivered: int, tries: int, size: np.ndarray) -> float:
    """In which part of so many worlds the true total is above "at most"; regions are missing by chance."""
    have = dict(zip(regions.CODES, size.tolist(), strict=True))
    found = 0
    for _ in range(tries):
        counts = chance.poisson(size * 0.003 * chance.lognormal(0, spread, len(size))).astype(float)
        order = chance.permutation(len(size))
        shown = {regions.CODES[place]: counts[place] for place in order[:delivered]}
        missing = [regions.CODES[place] for place in order[delivered:]]
        most = at_most.most(sum(shown.values()), shown, missing, have, {})
        found += most is not None and counts.sum() > most
    return found / tries


@pytest.mark.parametrize(("delivered", "most"), [(20, 0.01), (27, 0.01), (31, 0.02), (33, 0.03), (34, 0.05)])
def test_b3_the_truth_is_seldom_above_it(shipped: Edition, delivered: int, most: float) -> None:
    """docs/methods.md has the table; seeds are fixed."""
    rates = figures.select(shipped, "per_1000_uitkeringen", period="2025")
    size = np.array([one.denominator for one in rates if one.region != "NL"], dtype=float)
    chance = np.random.default_rng(20261126 + delivered)
    assert len(size) == 35
    assert max(above(chance, spread, delivered, 400, size) for spread in (0.2, 0.4, 0.7)) <= most


def test_b3_the_old_upper_bound_was_too_low_far_more_often() -> None:
    """A check of the check: with the highest count of three regions the truth is above it in many worlds."""
    chance = np.random.default_rng(3)
    found = 0
    for _ in range(400):
        counts = chance.lognormal(4, 0.6, 35)
        found += counts.sum() > counts[:3].sum() + 32 * counts[:3].max()
    assert found > 40


@pytest.mark.rule("bounds")
def test_b3_the_words_say_could_be_and_where_an_end_is_missing_why() -> None:
    both = wording.bounds(made.nation(2844, 31, bound_low=2844.0, bound_high=3600.0))
    assert both.startswith(
        "Als de vier ontbrekende regio's meetellen, zou het totaal tussen 2.844 en 3.600 liggen."
    )
    assert "per 1.000 uitkeringen" in both
    one = wording.bounds(made.nation(2844, 34, bound_low=2844.0, bound_high=2900.0))
    assert one.startswith("Als de ene ontbrekende regio meetelt, zou het totaal")
    few = wording.bounds(made.nation(175, 3, bound_low=175.0))
    assert "175 of meer" in few
    assert "ten minste 20 regio's" in few
    assert "niet te zeggen" in wording.bounds(made.nation(175, 34))
    assert wording.bounds(made.nation(3000)) == ""
    assert wording.bounds(made.nation(None, 2)) == ""


def test_b3_every_incomplete_national_tile_says_what_it_could_be(shipped: Edition) -> None:
    for period in ("2026-H1", "2025", "2023"):
        view = View(shipped, "gestart", period)
        for tile in [*tiles.of_nation(view), *tiles.with_coverage(view)[:2]]:
            if "35 van de 35" not in tile.coverage and tile.coverage:
                assert "zou het totaal" in tile.detail, (period, tile)


def test_b3_an_edition_with_bounds_of_the_older_kind_says_there_are_none(tmp_path: Path) -> None:
    old = small.build(tmp_path, [made.nation(175, 3, bound_low=175.0, bound_high=3000.0)])
    [started, _] = tiles.with_coverage(View(old, "gestart", "2025"))[:2]
    assert "3.000" not in started.detail
    assert "niet te zeggen" in started.detail


def test_b2_publishing_twice_gives_the_same_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDW_STORE", str(tmp_path))
    world.deliver(mixed(3)[0])
    one, two = publish.publish("2026-voorjaar"), publish.publish("2026-najaar")
    assert one.fact("digest") == two.fact("digest")
