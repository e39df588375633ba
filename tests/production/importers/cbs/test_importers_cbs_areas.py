"""Tables with areas: regions, old regions, gemeenten of their time. No part passes for all, nothing is guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sdw.production.importers import cbs
from sdw.production.importers.cbs import absence, declarations
from sdw.production.importers.cbs.areas import members
from sdw.reference.areas import municipalities, regions
from sdw.text.errors import UserError
from tests.worlds import benefits


def observed(source: Any) -> dict[tuple[str, str, str], float | None]:
    found = declarations.observations(cbs.read(source)).to_pylist()
    return {(row["measure"], row["region"], row["period"]): row["value"] for row in found}


def test_every_region_and_the_nation_are_read_and_no_other_area(tmp_path: Path) -> None:
    found = observed(benefits.write(tmp_path / "t", benefits.regional()))
    assert {region for _, region, _ in found} == {"NL", *regions.CODES}
    assert found["ao_maand", "AM01", "2026-M02"] == 8012
    assert found["bijstand_maand", "NL", "2026-M03"] == 7003
    assert found["ww_maand", "AM38", "2026-M01"] == 4000 + 350 + 1
    assert len(found) == 3 * 36 * 3


def test_old_regions_are_told_and_not_taken(tmp_path: Path) -> None:
    notes = absence.read(benefits.write(tmp_path / "t", benefits.regional())).notes
    assert [note[:4] for note in notes] == ["AM04", "AM99"]


def test_gemeenten_are_added_up_where_there_are_no_regions(tmp_path: Path) -> None:
    areas = ("NL01", *(one.code for one in municipalities.ALL))
    found = observed(benefits.write(tmp_path / "t", benefits.regional(areas=areas)))
    inside = [
        place
        for place, code in enumerate(areas)
        if code != "NL01" and municipalities.by_code(code).region == "AM05"
    ]
    assert len(inside) == 14
    assert found["ao_maand", "AM05", "2026-M01"] == sum(8001 + 10 * place for place in inside)


def test_a_month_with_a_gemeente_that_has_no_place_is_left_out(tmp_path: Path) -> None:
    areas = ("NL01", *(one.code for one in municipalities.ALL), "GM0003")
    parts = benefits.regional(areas=areas)
    for row in parts["TypedDataSet"]:
        if row["RegioS"].startswith("GM0003") and row["Perioden"] != "2026MM01":
            row |= dict.fromkeys(benefits.TOPICS)
    found = observed(benefits.write(tmp_path / "t", parts))
    assert {period for _, _, period in found} == {"2026-M02", "2026-M03"}


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        (("NL01", *regions.CODES[1:]), "ontbreken gebieden over januari 2026: Groningen"),
        (tuple(regions.CODES), "Nederland"),
        (("NL01", *regions.CODES, "AM39"), "AM39"),
        (("NL01", "PV23"), "geen arbeidsmarktregio's"),
    ],
)
def test_a_part_or_an_unknown_region_is_refused(tmp_path: Path, areas: tuple[str, ...], said: str) -> None:
    with pytest.raises(UserError, match=said):
        observed(benefits.write(tmp_path / "t", benefits.regional(areas=areas)))


def test_a_column_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    parts = benefits.regional()
    parts["DataProperties"] = [row for row in parts["DataProperties"] if row["Key"] != benefits.TOPICS[7]]
    for row in parts["TypedDataSet"]:
        del row[benefits.TOPICS[7]]
    with pytest.raises(UserError, match="ArbeidsongeschiktheidTotaal"):
        observed(benefits.write(tmp_path / "t", parts))


def test_without_one_total_of_all_people_nothing_is_chosen(tmp_path: Path) -> None:
    parts = benefits.unemployment()
    parts["Persoonskenmerken"][0]["Title"] = "Iedereen"
    with pytest.raises(UserError, match="Persoonskenmerken niet precies één totaal"):
        observed(benefits.write(tmp_path / "t", parts))


def test_a_statline_download_with_names_gives_the_same_figures(tmp_path: Path) -> None:
    months = {"2026 januari": "2026-M01", "2026 februari*": "2026-M02"}
    areas = {"Nederland": 9000, "Overijssel (PV)": 1, "IJsselvechtstreek (AM)": 2}
    areas |= {f"{region.name} (AM)": 100 + place for place, region in enumerate(regions.ALL)}
    table = cbs.read(benefits.statline(months, areas), "tabel.csv")
    found = declarations.observations(table).to_pylist()
    by_key = {(row["measure"], row["region"], row["period"]): (row["value"], row["status"]) for row in found}
    assert by_key["ww_maand", "AM01", "2026-M01"] == (100, "waarde")
    assert by_key["ao_maand", "NL", "2026-M02"] == (9002, "voorlopig")
    assert [note[:4] for note in declarations.notes(table)] == ["AM04"]
    assert len(by_key) == 3 * 36 * 2


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Nederland", "Twente"), "wat voor gebied"),
        (("FoodValley (AM)", "Food Valley (AM)"), "twee gebieden"),
        (("Verweggistan (AM)",), "Verweggistan"),
    ],
)
def test_a_name_that_can_be_two_things_is_refused(names: tuple[str, ...], said: str) -> None:
    with pytest.raises(UserError, match=said):
        members.of(names)


def drop_gemeente(parts: benefits.Parts) -> None:
    parts["TypedDataSet"] = [
        row for row in parts["TypedDataSet"] if not row["WijkenEnBuurten"].startswith("GM0153")
    ]


def other_title(parts: benefits.Parts) -> None:
    parts["TableInfos"][0]["Title"] = "Kerncijfers wijken en buurten 2026"


def new_gemeente(parts: benefits.Parts) -> None:
    parts["TypedDataSet"].append(parts["TypedDataSet"][1] | {"ID": 999, "WijkenEnBuurten": "GM2000    "})


def no_column(parts: benefits.Parts) -> None:
    parts["DataProperties"] = [row for row in parts["DataProperties"] if not row["Key"].startswith("k_25Tot45")]
    for row in parts["TypedDataSet"]:
        del row["k_25Tot45Jaar_10"]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (drop_gemeente, "ontbreken 1 gemeenten, waaronder Enschede"),
        (other_title, "volgens onze lijst die van 2025"),
        (new_gemeente, "GM2000"),
        (no_column, "k_25Tot45Jaar"),
    ],
)
def test_a_yearly_table_that_does_not_fit_is_refused(tmp_path: Path, damage: Any, said: str) -> None:
    parts = benefits.yearly()
    damage(parts)
    with pytest.raises(UserError, match=said):
        absence.read(benefits.write(tmp_path / "t", parts))


def test_a_gemeente_without_a_figure_makes_its_region_unknown(tmp_path: Path) -> None:
    parts = benefits.yearly()
    for row in parts["TypedDataSet"]:
        if row["WijkenEnBuurten"].startswith("GM0153"):
            row["PersonenPerSoortUitkeringAO_88"] = None
    rows = absence.read(benefits.write(tmp_path / "t", parts)).observations.to_pylist()
    status = {(row["region"], row["measure"]): row["status"] for row in rows}
    assert status["AM05", "arbeidsongeschiktheid"] == "onbekend"
    assert status["AM05", "bijstand"] == status["AM01", "arbeidsongeschiktheid"] == "waarde"
