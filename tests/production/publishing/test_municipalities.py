"""Figures of gemeenten: through the importer into the edition, of the region that each was in; none is left out."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from sdw.dissemination.blocks import plain
from sdw.dissemination.blocks.model import Page
from sdw.dissemination.charts.core.scene import Path as Shape
from sdw.dissemination.charts.core.scene import walk
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import screen
from sdw.dissemination.ui.pages.progress.municipalities import notes, within
from sdw.edition import editions, seals
from sdw.edition.editions import Edition
from sdw.edition.figure_row import Source
from sdw.production.importers.engine import engine
from sdw.production.publishing import publish
from sdw.production.publishing.context import municipalities
from sdw.reference.areas import municipal_shapes, regions
from sdw.reference.areas import municipalities as known
from sdw.reference.status import Status
from tests.worlds.edition import store_at
from tests.worlds.shared import Shared

HEAD = "regio;jaar;gemeente;psychisch_beperkt;sterk_eenzaam\n"
DRAWN = ("regio-gemeenten-ao", "regio-gemeenten-bijstand")


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Edition:
    return shared.edition("shipped")


def problems(*lines: str) -> list[str]:
    """The errors of a small file of gemeenten."""
    read = engine.read((HEAD + "\n".join(lines) + "\n").encode(), "gemeenten.csv")
    assert read.dataset is not None and read.dataset.id == "jongvolwassenen_gemeenten"
    return [one.text for one in read.errors]


def test_a_gemeente_is_read_by_its_code_or_name() -> None:
    assert problems("AM05;2024;GM0153;21;25", "Twente;2024;Almelo;18;22") == []


def test_a_gemeente_of_another_region_and_an_unknown_one_are_refused() -> None:
    (other,) = problems("AM06;2024;GM0153;21;25")
    assert "hoorde op 1 januari van dat jaar niet bij deze regio" in other
    (unknown,) = problems("AM05;2024;GM9999;21;25")
    assert "kennen we niet" in unknown


def test_a_gemeente_without_figures_says_so() -> None:
    found = municipalities.cells([("GM0153", "AM05", "2024", "sterk_eenzaam", 25.0, "waarde")])
    rows = list(municipalities.rows(found, {"jongvolwassenen": Source("jongvolwassenen", ("bron",))}))
    assert len(rows) == 342
    by_code = {row.municipality: row for row in rows}
    assert (by_code["GM0153"].value, by_code["GM0153"].status) == (25.0, Status.VALUE)
    assert (by_code["GM0141"].value, by_code["GM0141"].status) == (None, Status.NOT_DELIVERED)


def test_every_gemeente_has_a_shape() -> None:
    assert set(municipal_shapes.by_code()) == {one.code for one in known.ALL}


@pytest.mark.parametrize("region", regions.CODES)
def test_only_the_shapes_of_the_region_are_drawn(shipped: Edition, region: str) -> None:
    inside = [one for one in known.ALL if one.region == region]
    for name in DRAWN:
        for make in (registry.ALL[name].scene, registry.ALL[name].narrow):
            assert make is not None
            scene = make(View(shipped, "", "", region=region))
            assert scene is not None
            keys = [mark.key for mark in walk(scene.marks) if isinstance(mark, Shape) and mark.key]
            assert sorted(keys) == sorted(one.code for one in inside)
            assert sorted(fact.label for fact in scene.facts) == sorted(one.name for one in inside)


def test_an_edition_without_them_says_so(shared: Shared) -> None:
    edition = shared.edition("one_region")
    assert not edition.holds("municipality_figure")
    said = plain.page(Page("Proef", (within(edition, "AM05"),)))
    assert "In deze uitgave staan geen cijfers per gemeente." in said
    assert registry.ALL[DRAWN[0]].scene(View(edition, "", "", region="AM05")) is None


@pytest.mark.parametrize("region", regions.CODES)
def test_the_part_is_light(shipped: Edition, region: str) -> None:
    """What travels when another region is chosen; drawings and table are asked for by address, in their forms."""
    assert len(str(screen.part(within(shipped, region))).encode()) <= 5_300


def test_what_has_no_figure_is_named(shipped: Edition) -> None:
    said = plain.page(Page("Proef", (within(shipped, "AM24"),)))
    assert "geen cijfer in Noord-Beveland" in said
    assert "geen steekproef" in plain.page(Page("Proef", (notes(shipped),)))


def test_a_changed_or_lost_figure_of_a_gemeente_is_damage(shipped: Edition, tmp_path: Path) -> None:
    for number, change in enumerate(
        ("UPDATE municipality_figure SET value = 1 WHERE municipality = 'GM0153'", "DROP TABLE municipality_figure")
    ):
        folder = tmp_path / str(number) / "editions"
        folder.mkdir(parents=True)
        path = folder / shipped.path.name
        shutil.copy(shipped.path, path)
        with store_at(folder.parent):
            path.chmod(0o600)
            with duckdb.connect(str(path)) as connection:
                connection.execute(change)
            assert not seals.path_of(path).exists()
            assert editions.broken() == [path.name]


def test_an_edition_can_be_made_again_with_them(shared: Shared, shipped: Edition) -> None:
    with store_at(shipped.path.parent.parent):
        assert publish.is_made_again(shipped)
