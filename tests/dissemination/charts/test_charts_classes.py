"""Rules of the classes of a map."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.map import classes

COUNTS = st.lists(st.integers(0, 5000).map(float), min_size=1, max_size=35)
SHARES = st.lists(st.floats(0, 100, allow_nan=False), min_size=1, max_size=35)


@pytest.mark.parametrize("make", [classes.quantile, classes.equal])
@given(values=COUNTS)
def test_every_value_is_in_exactly_one_class_and_counts_add_up(make, values):  # type: ignore[no-untyped-def]
    made = make(values)
    assert 1 <= len(made.items) <= 5
    assert sum(item.count for item in made.items) == len(values)
    assert all(item.count > 0 for item in made.items)
    for left, right in pairwise(made.items):
        assert left.high < right.low, "classes do not overlap and rise"
    assert [item.step for item in made.items] == sorted({item.step for item in made.items})


@pytest.mark.parametrize("make", [classes.quantile, classes.equal])
@given(values=SHARES, decimals=st.integers(0, 2))
def test_figures_that_read_the_same_share_a_colour(make, values, decimals):  # type: ignore[no-untyped-def]
    made = make(values, decimals=decimals)
    seen: dict[float, int] = {}
    for value in values:
        shown = classes.as_shown(value, decimals)
        assert seen.setdefault(shown, made.index(value)) == made.index(value)


@given(values=COUNTS, target=st.integers(10, 1000).map(float))
def test_around_a_target_there_are_seven_mirrored_classes(values, target):  # type: ignore[no-untyped-def]
    made = classes.around(values, target)
    assert len(made.items) == 7
    assert made.items[0].low is None and made.items[-1].high is None
    middle = made.items[3]
    assert middle.low <= target <= middle.high
    assert target - middle.low == middle.high - target, "as far under the target as above it"
    assert target - made.items[0].high == made.items[-1].low - target
    assert sum(item.count for item in made.items) == len(values)
    assert all(item.high is None or item.high >= 0 for item in made.items), "no negative bound of a count"


def test_empty_classes_around_a_target_stay_because_none_above_is_a_finding():
    made = classes.around([10, 20, 30, 40], 100)
    assert [item.count for item in made.items[4:]] == [0, 0, 0]


def test_bounds_are_round_and_leave_no_figure_in_another_class():
    made = classes.quantile([3, 11, 19, 27, 48, 52, 77, 96, 104, 213])
    assert [item.label for item in made.items] == ["3 – 14", "15 – 39", "40 – 59", "60 – 99", "100 – 213"]
    assert [item.count for item in made.items] == [2, 2, 2, 2, 2]


def test_equal_classes_are_multiples_of_one_round_step():
    made = classes.equal([2, 14, 33, 58, 71, 99])
    assert [item.low for item in made.items][1:] == [20, 40, 60, 80]


def test_decimals_show_in_the_bounds_with_a_comma():
    made = classes.equal([1.24, 3.75, 5.55, 8.99, 2.0, 7.0], decimals=1)
    assert made.items[0].label == "1,2 – 1,9"
    assert made.items[-1].label.endswith(" – 9,0")


def test_few_distinct_figures_get_a_class_each():
    made = classes.quantile([0, 0, 0, 5, 5, 12])
    assert [(item.label, item.count) for item in made.items] == [("0", 3), ("5", 2), ("12", 1)]
    assert [item.step for item in made.items] == [0, 2, 4]


def test_ties_are_never_split():
    made = classes.quantile([1, *[10] * 30, 11, 12, 13, 14])
    assert made.index(10) != made.index(11)
    assert sum(item.count for item in made.items if item.low <= 10 <= item.high) >= 30


def test_no_figures_means_no_classes():
    assert classes.quantile([]).items == ()
    assert classes.equal([]).items == ()


def test_all_figures_equal_is_one_class_in_the_middle_colour():
    (only,) = classes.quantile([42] * 35).items
    assert (only.label, only.step, only.count) == ("42", 2, 35)


def test_more_than_five_classes_are_refused():
    with pytest.raises(ValueError, match="1 to 5"):
        classes.quantile([1, 2, 3], most=6)


def test_a_value_outside_the_classes_is_a_bug():
    with pytest.raises(ValueError, match="outside"):
        classes.quantile([1, 2, 3]).index(9)


def test_the_sequential_ramp_survives_greyscale():
    assert palette.falls_in_lightness(palette.SEQUENTIAL)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_reads_on_its_ground(theme):  # type: ignore[no-untyped-def]
    colours = palette.of(theme)
    for ink in (colours.text, colours.quiet, colours.primary, colours.accent):
        assert palette.contrast(ink, colours.ground) >= 4.5


@pytest.mark.parametrize("fill", [*palette.SEQUENTIAL, *palette.DIVERGING])
def test_labels_read_on_every_class(fill):  # type: ignore[no-untyped-def]
    assert palette.contrast(palette.ink_on(fill), fill) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_higher_a_class_the_more_it_stands_out(theme: palette.Theme) -> None:
    ramp = [palette.classes(theme)[f"s{step}"] for step in range(5)]
    against = [palette.contrast(fill, palette.of(theme).ground) for fill in ramp]
    assert all(palette.contrast(one, other) >= 1.3 for one, other in pairwise(ramp))
    assert against == sorted(against)
    assert against[-1] >= 8


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_mark_is_seen_on_its_ground(theme: palette.Theme) -> None:
    colours = palette.of(theme)
    marks = {name: getattr(colours, name) for name in ("primary", "accent", "coast", "hatch", "dots", "others")}
    assert {name: ink for name, ink in marks.items() if palette.contrast(ink, colours.ground) < 3} == {}


def test_a_class_as_dark_as_a_dark_ground_has_an_outline() -> None:
    faint = [fill for fill in palette.classes("dark").values() if palette.contrast(fill, palette.DARK.ground) < 3]
    assert faint
    assert palette.contrast(palette.DARK.gap, palette.DARK.ground) >= 3
