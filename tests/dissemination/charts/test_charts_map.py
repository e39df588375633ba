"""Rules of the map: what is drawn, what travels, and that it is the geometry of the shipped borders."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest

from sdw.dissemination.charts.core import geometry, svg
from sdw.dissemination.charts.map import classes
from sdw.dissemination.charts.map import drawing as region_map
from sdw.dissemination.charts.map import frame as region_frame
from sdw.dissemination.charts.map.drawing import Options, Row
from sdw.production.steward.map import build_map
from sdw.reference.areas import boundaries, regions
from sdw.reference.status import Status
from tests.worlds.map_rows import SPECIAL, rows

SVG = "{http://www.w3.org/2000/svg}"
VIEWS = list(geometry.VIEWS)


def made(shown: list[Row]) -> classes.Classes:
    return classes.quantile([row.number for row in shown if row.number is not None])


def drawn(view: str = "kaart", **options: object) -> ET.Element:
    shown = rows()
    return ET.fromstring(region_map.svg_text(shown, made(shown), Options(view=view, **options)))  # type: ignore[arg-type]


# ---- the shipped files ---------------------------------------------------------------------------


def test_shipped_files_are_what_the_borders_give(tmp_path):  # type: ignore[no-untyped-def]
    for written in build_map.build(tmp_path):
        shipped = build_map.ROOT / written.relative_to(tmp_path)
        assert written.read_bytes() == shipped.read_bytes(), f"run the build again: {shipped.name}"


def test_frames_are_small():
    for file in build_map.FRAMES.values():
        assert (build_map.ROOT / file).stat().st_size <= 36_000


def test_every_region_is_drawn_once_with_its_official_name():
    drawing = geometry.load()
    assert tuple(drawing.regions) == regions.CODES
    for code, shape in drawing.regions.items():
        assert shape.name == regions.by_code(code).name


def test_labels_lie_within_the_room_they_have():
    for shape in geometry.load().regions.values():
        longest = max(map(len, shape.lines))
        for place, size in ((shape.label, geometry.LABEL_SIZE), (shape.inset_label, geometry.LABEL_SIZE / 2.4)):
            assert place is None or place.width >= longest * size * geometry.LETTER
        assert longest * 16 * geometry.LETTER <= geometry.TILE_WIDTH


# ---- the tile grid -------------------------------------------------------------------------------


def test_each_region_has_a_tile_of_its_own():
    tiles = {(shape.column, shape.row) for shape in geometry.load().regions.values()}
    assert len(tiles) == 35


def test_neighbours_stay_near_on_the_tile_grid():
    drawing = geometry.load().regions
    far = []
    for code, others in boundaries.neighbours().items():
        for other in others:
            one, two = drawing[code], drawing[other]
            distance = max(abs(one.column - two.column), abs(one.row - two.row))
            assert distance <= 2, f"{one.name} and {two.name} are neighbours"
            far.append(distance > 1)
    assert sum(far) / len(far) <= 0.15, "nearly all neighbours are on tiles that touch"


def test_the_tile_grid_keeps_north_up_and_the_coast_on_the_left():
    drawing = geometry.load().regions.values()
    for one, two in combinations(drawing, 2):
        if abs(one.y - two.y) > 600:  # 90 km
            assert (one.row - two.row) * (one.y - two.y) > 0, (one.name, two.name)
        if abs(one.x - two.x) > 600:
            assert (one.column - two.column) * (one.x - two.x) > 0, (one.name, two.name)


@pytest.mark.parametrize("view", VIEWS)
def test_arrow_keys_reach_every_region_from_every_region(view):  # type: ignore[no-untyped-def]
    reach = geometry.steps(geometry.load(), view)
    for start in reach:
        seen, waiting = {start}, [start]
        while waiting:
            for code in reach[waiting.pop()]:
                if code is not None and code not in seen:
                    seen.add(code)
                    waiting.append(code)
        assert len(seen) == 35, start


def test_arrow_keys_go_where_they_point():
    centres = geometry.load().regions
    for code, (up, right, down, left) in geometry.steps(geometry.load(), "kaart").items():
        here = centres[code]
        assert up is None or centres[up].y < here.y
        assert down is None or centres[down].y > here.y
        assert right is None or centres[right].x > here.x
        assert left is None or centres[left].x < here.x


# ---- the finished picture ------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_thirty_five_shapes_with_code_status_and_name(view, theme):  # type: ignore[no-untyped-def]
    found = [shape for shape in drawn(view, theme=theme).iter() if "data-region" in shape.attrib]
    assert sorted(shape.attrib["data-region"] for shape in found) == list(regions.CODES)
    for shape in found:
        code = shape.attrib["data-region"]
        assert shape.attrib["data-status"] == SPECIAL.get(code, Status.VALUE)
        title = shape.find(f"{SVG}title")
        assert title is not None and title.text
    twente = next(shape for shape in found if shape.attrib["data-region"] == "AM05")
    assert twente.findtext(f"{SVG}title") == "Twente: 97 trajecten, waarde"


def test_statuses_differ_in_form_so_also_without_colour():
    picture = drawn()
    by_status = {
        shape.attrib["data-status"]: shape.attrib["fill"]
        for shape in picture.iter()
        if "data-region" in shape.attrib
    }
    assert by_status[Status.SUPPRESSED] == "url(#sdw-kaart-hatch)"
    assert by_status[Status.NOT_DELIVERED] == "url(#sdw-kaart-dots)"
    assert by_status[Status.UNKNOWN] == "url(#sdw-kaart-lines)"
    dashed = [shape for shape in picture.iter(f"{SVG}path") if "stroke-dasharray" in shape.attrib]
    # Drenthe and Achterhoek on the map; Midden-Holland there and in the inset.
    assert len(dashed) == 4


@pytest.mark.parametrize("view", VIEWS)
def test_every_pattern_that_is_used_is_defined(view):  # type: ignore[no-untyped-def]
    picture = drawn(view)
    defined = {pattern.attrib["id"] for pattern in picture.iter(f"{SVG}pattern")}
    used = {
        shape.attrib["fill"][5:-1] for shape in picture.iter() if shape.attrib.get("fill", "").startswith("url(")
    }
    assert used <= defined


def test_legend_counts_regions_per_class_and_names_the_statuses():
    shown = rows()
    words = "".join(drawn(legend="Gestarte trajecten").itertext())
    for item in made(shown).items:
        assert item.label in words
    for status in ("waarvan voorlopig", "afgeschermd", "niet aangeleverd", "onbekend", "n.v.t."):
        assert status in words
    counted = sum(item.count for item in made(shown).items)
    missing = sum(1 for row in shown if row.number is None)
    assert counted + missing == 35


def test_the_inset_repeats_the_randstad_and_can_be_left_out():
    twins = [shape for shape in drawn().iter() if "data-twin" in shape.attrib]
    assert {"AM18", "AM21", "AM34", "AM37"} <= {shape.attrib["data-twin"] for shape in twins}
    assert "Randstad vergroot (2,4×)" in "".join(drawn().itertext())
    assert not [shape for shape in drawn(inset=False).iter() if "data-twin" in shape.attrib]


def test_example_figures_are_marked():
    assert "voorbeeld" in "".join(drawn(subtitle="2025", example=True).itertext())
    assert "voorbeeld" not in "".join(drawn(subtitle="2025").itertext())


def test_the_picture_stands_alone():
    text = region_map.svg_text(rows(), made(rows()), Options(title="Titel", source="Bron: CBS"))
    assert "<style" not in text and "<script" not in text and "<image" not in text
    assert text.count("http") == 1, "only the namespace"


def test_what_comes_from_data_is_escaped():
    shown = rows(AM05='<script>alert("x")</script> & co')
    text = region_map.svg_text(shown, made(shown), Options(title="<b>&", subtitle="<i>", source='"'))
    assert "<script" not in text and "<b>" not in text
    ET.fromstring(text)


def test_an_attribute_cannot_be_broken_out_of():
    assert svg.element("path", d='"><script>') == '<path d="&quot;&gt;&lt;script&gt;"/>'


# ---- rows and payload ----------------------------------------------------------------------------


def test_a_status_without_a_value_carries_no_number():
    with pytest.raises(ValueError, match="disagree"):
        Row("AM05", "Twente", "", 7, Status.SUPPRESSED)
    with pytest.raises(ValueError, match="disagree"):
        Row("AM05", "Twente", "", None, Status.VALUE)


def test_a_true_zero_is_a_value():
    assert Row("AM05", "Twente", "0 trajecten", 0, Status.VALUE).accessible == "Twente: 0 trajecten, waarde"


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (Status.SUPPRESSED, "Twente: afgeschermd"),
        (Status.NOT_DELIVERED, "Twente: niet aangeleverd"),
        (Status.UNKNOWN, "Twente: onbekend"),
        (Status.NOT_APPLICABLE, "Twente: n.v.t."),
    ],
)
def test_a_missing_value_is_named_by_its_status(status, name):  # type: ignore[no-untyped-def]
    assert Row("AM05", "Twente", "wordt niet getoond", None, status).accessible == name


def test_the_map_refuses_a_region_too_few():
    shown = rows()[1:]
    with pytest.raises(ValueError, match="each of the 35"):
        region_map.payload(shown, made(shown), Options())


@pytest.mark.parametrize("view", VIEWS)
def test_what_travels_per_view_is_small(view):  # type: ignore[no-untyped-def]
    shown = rows()
    sent = json.dumps(region_map.payload(shown, made(shown), Options(view=view, legend="Gestarte trajecten")))
    assert len(sent) <= 1.75 * 1024


def test_a_hidden_value_does_not_travel():
    shown = [
        Row(row.code, row.name, "63 trajecten", None, Status.SUPPRESSED, "63") if row.code == "AM05" else row
        for row in rows()
    ]
    sent = region_map.payload(shown, made(shown), Options())
    twente = sent["rows"][sorted(geometry.load().regions).index("AM05")]
    assert twente == [list(Status).index(Status.SUPPRESSED)]
    assert ">63<" not in region_map.svg_text(shown, made(shown), Options(view="tegels"))


def test_the_frame_holds_no_values_and_can_be_reached_by_keyboard():
    for view in geometry.VIEWS:
        frame = ET.fromstring(region_frame.frame(geometry.load(), view))
        options = [shape for shape in frame.iter() if shape.attrib.get("role") == "option"]
        assert len(options) == 35
        assert all("data-status" not in shape.attrib for shape in options)
        assert all(len(shape.attrib["data-steps"].split()) == 4 for shape in options)
