"""A pace tells an intruder nothing: who knows the formula and the published counts makes every pace himself.

And a region of which the part in hand is withheld has no pace on any page, in any file, or in any drawing.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from sdw.dissemination.blocks import plain
from sdw.dissemination.blocks.model import Page
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports import edition as whole
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.pages.map import on_map
from sdw.dissemination.ui.pages.methodology import page as methodology
from sdw.dissemination.ui.pages.progress import one_region, overview, targets
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.production.publishing import publish
from sdw.reference.areas.regions import CODES
from sdw.reference.documents import targets as aims
from sdw.reference.measures import TARGETS
from sdw.reference.status import Status
from sdw.statistics import pace
from sdw.statistics.season import RegionYear, Season, season
from tests.worlds import store as world
from tests.worlds import ten
from tests.worlds.blocks import TODAY
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

NATION = "NL"
PARTS = {3: ("Q1",), 6: ("H1",), 9: ("H1", "Q3")}
Counts = dict[tuple[str, str], Figure]


def counts(edition: Edition, measure: str) -> Counts:
    """What anybody can read of a count."""
    found = figures.select(edition, measure, method="totaal", client_group="totaal")
    return {(one.region, one.period): one for one in found}


def value(shown: Counts, region: str, *periods: str) -> int | None:
    found = [shown.get((region, period)) for period in periods]
    values = [None if one is None else one.value for one in found]
    return None if None in values else round(sum(value or 0 for value in values))


def learned(shown: Counts, year: int, months: int) -> Season | None:
    """The season, by the formula of docs/methods.md and what anybody can read; of one edition by itself."""
    history = []
    for region in CODES:
        for one in {int(period) for _, period in shown if period.isdecimal() and int(period) < year}:
            part = value(shown, region, *(f"{one}-{name}" for name in PARTS[months]))
            total = value(shown, region, str(one))
            if part is not None and total is not None and part <= total:
                history.append(RegionYear(one, part, total))
    return season(sorted(history, key=lambda one: one.year))


def made_by_an_intruder(shown: Counts, told: Figure, measure: str) -> tuple[float, ...] | None:
    """Value, ends and chance of a pace, from published counts alone; None where they do not make one."""
    year, known = told.period, learned(shown, int(told.period), told.months)
    if known is None:
        return None
    names = tuple(f"{year}-{name}" for name in PARTS[told.months])
    aim = aims.of_indicator(measure)
    assert aim is not None
    if told.region != NATION:
        count = value(shown, told.region, *names)
        if count is None:
            return None
        found, done, certain = pace.of_region(count, known, aim.per_region), 0, count >= aim.per_region
    else:
        ended = [code for code in CODES if value(shown, code, year) is not None]
        running = [
            code
            for code in CODES
            if shown.get((code, year)) is None or shown[code, year].status is Status.NOT_DELIVERED
            if value(shown, code, *names) is not None
        ]
        done = sum(value(shown, code, year) or 0 for code in ended)
        parts = [value(shown, code, *names) or 0 for code in running]
        found = pace.of_all(parts, known, aim.national - done)
        certain = done + sum(parts) >= aim.national
    chance = 100.0 if certain else min(max(round(100 * (found.reaches or 0)), 1), 99)
    total = found.total
    return total.value + done, total.low + done, total.high + done, chance


def unlike(edition: Edition) -> Iterator[str]:
    """Every pace that published counts do not make: it would tell of something else."""
    for measure in TARGETS:
        shown = counts(edition, measure)
        both = (figures.select(edition, f"{kind}_{measure}") for kind in ("verwacht", "kans"))
        for expected, chance in zip(*both, strict=True):
            told = (expected.value, expected.low, expected.high, chance.value)
            if told == (None, None, None, None):
                continue
            mine = made_by_an_intruder(shown, expected, measure)
            if mine is None or None in told or not all(map(_alike, told, mine)):
                yield f"{expected.indicator} {expected.region}: {told}, not {mine}"


def _alike(one: float | None, other: float) -> bool:
    return one is not None and math.isclose(one, other, rel_tol=1e-12)


@pytest.mark.parametrize("name", ["shipped", "examples", "outcomes", *ten.NAMES])
def test_who_knows_the_formula_makes_every_pace_from_published_counts(shared: Shared, name: str) -> None:
    """So it tells nothing that these do not: no withheld count is in it, not of a region, not in the nation."""
    assert list(unlike(shared.edition(name))) == []


def test_there_are_paces_and_withheld_counts_to_try_it_on(shared: Shared) -> None:
    edition = shared.edition("shipped")
    durable = figures.select(edition, "verwacht_duurzaam_geplaatst")
    assert sum(one.value is not None for one in durable) > 20
    assert sum(one.status is Status.SUPPRESSED for one in durable) > 2


def test_a_pace_of_anything_else_is_found(shared: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test can fail: one person more in hand, or a region in the nation that shows nothing."""
    edition = shared.edition("shipped")
    shown = counts(edition, "gestart")
    (told,) = figures.select(edition, "verwacht_gestart", region="AM05")
    known = learned(shown, 2026, 6)
    count = value(shown, "AM05", "2026-H1")
    assert known is not None and count is not None
    assert pace.of_region(count, known).total.value == told.value
    assert pace.of_region(count + 1, known).total.value != told.value
    every = [one for code in CODES if (one := value(shown, code, "2026-H1")) is not None]
    assert pace.of_all(every, known).total.value != pace.of_all([*every, 5], known).total.value


SMALL, PLACES = CODES[8], CODES[:5]


def running(small: int) -> Edition:
    """Two whole years and half a year that runs; of one region each half-year is withheld."""
    rows: list[world.Observation] = []
    for period, started in {"2024-H1": 40, "2024-H2": 50, "2025-H1": 44, "2025-H2": 46, "2026-H1": 48}.items():
        for number, place in enumerate(PLACES):
            rows += world.ledger(place, period, 100, started + 2 * number, started, started // 2)
        rows += world.ledger(SMALL, period, 60, small, small, 0)
    world.deliver(rows)
    return publish.publish("2026-najaar")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    folders: dict[int, Path] = {}

    def make(count: int) -> Path:
        if count not in folders:
            folders[count] = tmp_path_factory.mktemp(f"small-{count}")
            with store_at(folders[count]):
                running(count)
        return folders[count]

    return make


def paces(edition: Edition) -> list[tuple[object, ...]]:
    names = [f"{kind}_{measure}" for kind in ("verwacht", "kans") for measure in TARGETS]
    found = [one for name in names for one in figures.select(edition, name)]
    return [
        (one.indicator, one.region, one.value, one.status, one.numerator, one.low, one.high, one.delivered)
        for one in found
    ]


def test_another_withheld_count_gives_the_same_paces(small: Callable[[int], Path]) -> None:
    """Three stores that differ in a count that nobody sees: every pace, status and coverage is the same."""
    found = []
    for count in (5, 7, 9):
        with store_at(small(count)):
            edition = editions.find()
            hidden = figures.one(edition, "gestart", SMALL, "2026-H1")
            assert (hidden.value, hidden.status) == (None, Status.SUPPRESSED)
            assert list(unlike(edition)) == []
            found.append(paces(edition))
    assert found[0] == found[1] == found[2]
    assert any(one[2] is not None for one in found[0])


# Nowhere a pace of a withheld count


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Iterator[Edition]:
    with store_at(shared("shipped")):
        yield editions.find()


def withheld(edition: Edition) -> list[str]:
    found = figures.select(edition, "duurzaam_geplaatst", period="2026-H1", method="totaal", client_group="totaal")
    return [one.region for one in found if one.status is Status.SUPPRESSED]


def pages(edition: Edition, region: str) -> Iterator[Page]:
    """Every page with figures of regions, as the region is chosen; in the running year and in a whole one."""
    for period in ("2026-H1", "2025"):
        view = View(edition, "gestart", period, region=region)
        durable = View(edition, "duurzaam_geplaatst", period, region=region)
        yield from (one_region.page(view), targets.page(view), overview.page(view, TODAY))
        yield from (on_map.page(view), on_map.page(durable))
    yield methodology.of(edition, tuple(editions.every()))


def paced(lines: Sequence[str], place: str) -> list[str]:
    """The lines that tell where durable work of a region ends: its sentence, its row on Doelen, its drawing."""
    aim = f"in {place} in 2026 ongeveer"
    told = [line for line in lines if aim in line and "duurzaam" in line]
    rows = [line.split(" | ") for line in lines if line.startswith(f"{place} | ")]
    told += [" | ".join(row) for row in rows if len(row) == 5 and "%)" in row[4]]
    titles = [line for line in lines if line.startswith(f"### {place}: in 2026 naar verwachting")]
    return told + [line for line in titles if "duurza" in line]


def test_no_page_tells_it(shipped: Edition) -> None:
    regions = withheld(shipped)
    assert len(regions) > 2
    for region in regions:
        lines = [line for page in pages(shipped, region) for line in plain.page(page).splitlines()]
        assert paced(lines, figures.place_of(shipped, region)) == []
        assert any("niet te zeggen: het aantal tot nu toe is afgeschermd" in line for line in lines)


def test_of_a_region_that_shows_its_count_they_do(shipped: Edition) -> None:
    """What the test above looks for is what pages say: a sentence, a row, the title of a drawing."""
    lines = [line for page in pages(shipped, "AM05") for line in plain.page(page).splitlines()]
    found = paced(lines, "Twente")
    assert any("krijgen in Twente in 2026 ongeveer" in line for line in found)
    assert any(line.startswith("Twente | ") for line in found)
    assert any(line.startswith("### Twente") for line in found)


def test_no_file_holds_it(shipped: Edition) -> None:
    rows = []
    for name, content in whole.files(shipped):
        if "kans_duurzaam" in name.replace("-", "_") or "verwacht_duurzaam" in name.replace("-", "_"):
            if not name.endswith(".csv"):
                continue
            text = content.decode("utf-8-sig")
            reader = csv.reader(io.StringIO(text), delimiter=";" if text.count(";") > text.count(",") else ",")
            rows += [(name, row) for row in reader]
    assert len({name for name, _ in rows}) >= 4, "both, for people and for analysis"
    for region in withheld(shipped):
        place = figures.place_of(shipped, region)
        mine = [row for _, row in rows if region in row or place in row]
        assert len(mine) >= 4
        for row in mine:
            assert "afgeschermd" in row
            assert [cell for cell in row if cell.replace(",", "").replace(".", "").isdigit()] in (
                ["2026"],
                ["2026", "6"],
            ), row


def test_no_drawing_draws_it(shipped: Edition) -> None:
    """Every drawing of every page, as the region is chosen: by the figures that it says are in it."""
    seen = 0
    for region in withheld(shipped):
        for drawing in registry.ALL.values():
            if drawing.page not in ("overzicht", "doelen", "regio", "regiokaart") or drawing.shown is None:
                continue
            view = View(shipped, "duurzaam_geplaatst", "2026-H1", region=region)
            for one in drawing.shown(view):
                if isinstance(one, Figure) and one.indicator in (
                    "verwacht_duurzaam_geplaatst",
                    "kans_duurzaam_geplaatst",
                ):
                    seen += 1
                    assert one.region != region or (one.value, one.low, one.high, one.numerator) == (None,) * 4
        fan = registry.ALL["regio-verwacht-duurzaam"]
        assert fan.scene(View(shipped, "gestart", "2025", region=region)) is None
    assert seen
    assert fan.scene(View(shipped, "gestart", "2025", region="AM05")) is not None
