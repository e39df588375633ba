"""The borders of the 35 regions: complete, valid, without overlaps, touching whom they should."""

import pytest

from sdw.reference.areas import boundaries, context, municipalities, regions

TRUE_NEIGHBOURS = {
    "AM03": {"AM01", "AM02", "AM36"},  # Drenthe: Groningen, Friesland, Regio Zwolle
    "AM05": {"AM06", "AM09", "AM36"},
    "AM30": {"AM33"},
    "AM24": {"AM22", "AM25"},
}


@pytest.mark.parametrize("frame", [boundaries.full, boundaries.simplified])
def test_35_valid_shapes_in_order_of_code(frame) -> None:
    shapes = frame()
    assert tuple(shapes["region"]) == regions.CODES
    assert shapes.crs.to_epsg() == 28992
    assert shapes.geometry.is_valid.all()
    assert set(shapes.geometry.geom_type) <= {"Polygon", "MultiPolygon"}


@pytest.mark.parametrize("frame", [boundaries.full, boundaries.simplified])
def test_area_with_water_is_35091_km2(frame) -> None:
    assert frame().area.sum() / 1e6 == pytest.approx(35_091, abs=1)


def test_borders_hold_more_than_the_land() -> None:
    for code, area in zip(regions.CODES, boundaries.full().area, strict=True):
        land = context.value(code, 2024, "oppervlakte_land_ha") * 1e4
        assert area > 0.97 * land, code


@pytest.mark.parametrize("frame", [boundaries.full, boundaries.simplified])
def test_no_two_regions_overlap_by_a_square_metre(frame) -> None:
    shapes = frame().geometry
    for index, shape in enumerate(shapes[:-1]):
        assert shapes.iloc[index + 1 :].intersection(shape).area.max() < 1


def test_simplifying_moves_no_border_visibly() -> None:
    moved = boundaries.full().geometry.hausdorff_distance(boundaries.simplified().geometry)
    assert 0 < moved.max() < 110
    assert len(boundaries.simplified().get_coordinates()) <= len(boundaries.full().get_coordinates())


@pytest.mark.parametrize("code", TRUE_NEIGHBOURS)
def test_known_neighbours(code: str) -> None:
    assert set(boundaries.neighbours()[code]) == TRUE_NEIGHBOURS[code]


def test_neighbours_are_mutual_and_every_region_has_one() -> None:
    touching = boundaries.neighbours()
    assert set(touching) == set(regions.CODES)
    for code, others in touching.items():
        assert others and code not in others
        assert all(code in touching[other] for other in others)


def test_simplified_regions_touch_the_same_neighbours() -> None:
    shapes = boundaries.simplified().set_index("region").geometry
    for code, others in boundaries.neighbours().items():
        assert all(shapes[code].intersection(shapes[other]).length > 0 for other in others)


def test_a_second_call_costs_nothing() -> None:
    assert boundaries.simplified() is boundaries.simplified()


def test_342_gemeenten_fill_all_35_regions() -> None:
    assert len({municipality.code for municipality in municipalities.ALL}) == 342
    assert {municipality.region for municipality in municipalities.ALL} == set(regions.CODES)
    assert municipalities.by_code("GM0153").region == "AM05"
    for code in regions.CODES:
        assert len(municipalities.of_region(code)) == context.value(code, 2024, "gemeenten")
