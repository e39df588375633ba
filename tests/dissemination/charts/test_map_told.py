"""What a map says of itself: its classes, its ends, what has no figure, and the name of the highest region."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdw.dissemination.charts.core.geometry import load
from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Group, Text
from sdw.dissemination.charts.map import classes, map_scene, told
from sdw.dissemination.charts.map.classes import Classes
from sdw.dissemination.charts.map.drawing import Options, Row
from sdw.reference.status import Status
from tests.worlds.map_rows import rows

CODES = sorted(load().regions)


def sorted_in(shown: list[Row]) -> Classes:
    return classes.quantile([row.number for row in shown if row.number is not None])


def described(shown: list[Row]) -> str:
    return told.described(shown, sorted_in(shown))


def of(*numbers: int) -> list[Row]:
    """The first regions by code with these numbers; the others delivered nothing."""
    known = [
        Row(code, code, str(one), one, Status.VALUE, str(one)) for code, one in zip(CODES, numbers, strict=False)
    ]
    return known + [Row(code, code, "", None, Status.NOT_DELIVERED) for code in CODES[len(numbers) :]]


def test_the_description_has_classes_both_ends_and_every_status() -> None:
    shown = rows()
    known = {row.number: row for row in shown if row.number is not None}
    top, low = known[max(known)], known[min(known)]
    words = described(shown)
    assert words.startswith("Regio's met een cijfer: 29, in deze klassen: ")
    assert f"Hoogste: {top.name} ({top.brief}). Laagste: {low.name} ({low.brief})." in words
    assert words.endswith("Zonder cijfer: 2 afgeschermd, 2 niet aangeleverd, 1 onbekend en 1 n.v.t.")


@pytest.mark.parametrize(
    ("numbers", "named"),
    [((3, 9, 4), CODES[1]), ((9, 9, 4), None), ((9,), None), ((), None), ((0, 0), None)],
)
def test_the_highest_region_is_named_where_there_is_one(numbers: tuple[int, ...], named: str | None) -> None:
    assert told.highest(of(*numbers)) == named


def test_a_map_without_figures_says_only_that() -> None:
    assert described(of()) == "Zonder cijfer: 35 niet aangeleverd."


def test_a_whole_map_says_so() -> None:
    assert described(of(*range(35))).endswith("Elke regio heeft een cijfer.")


def test_an_end_that_many_regions_share_is_not_named() -> None:
    words = described(of(*[5] * 20, 9))
    assert "Laagste" not in words
    assert f"Hoogste: {CODES[20]} (9)." in words


def test_a_withheld_number_is_in_no_word_of_it() -> None:
    shown = [Row("AM05", "Twente", "", None, Status.SUPPRESSED), *of(1, 2, 3)[1:]]
    assert "Twente" not in described(shown)


def test_on_paper_too_the_highest_region_has_its_name() -> None:
    shown = of(*range(1, 36))
    top = next(shape for shape in load().regions.values() if not (shape.label or shape.inset_label))

    def names(options: Options) -> set[str]:
        scene = map_scene.scene(shown, sorted_in(shown), options, Words("Titel", "Bevinding"))
        groups = [group for group in scene.marks if isinstance(group, Group)]
        return {mark.words for group in groups for mark in group.marks if isinstance(mark, Text)}

    without = Options(legend="Gestarte trajecten")
    assert names(replace(without, highest=top.code)) - names(without) == {top.name}
