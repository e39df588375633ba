"""The colours of the style in both themes: text at 4.5 : 1, marks at 3 : 1 (WCAG 1.4.3, 1.4.11)."""

from __future__ import annotations

import re

import pytest

from sdw.dissemination.charts.core.palette import DARK, LIGHT, contrast
from sdw.dissemination.ui.server import answers

_PAIR = re.compile(r"--([a-z-]+): light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\)")
COLOURS = {name: pair for name, *pair in _PAIR.findall(answers.style())}
TEXTS = ("text", "quiet", "primary", "accent")
MARKS = ("durable", "hatch", "dots", "primary", "accent")


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("ground", ["ground", "card"])
@pytest.mark.parametrize("name", TEXTS)
def test_f2_text_can_be_read(name: str, ground: str, theme: int) -> None:
    assert contrast(COLOURS[name][theme], COLOURS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("name", MARKS)
def test_f2_a_bar_a_line_and_a_pattern_can_be_seen(name: str, theme: int) -> None:
    assert contrast(COLOURS[name][theme], COLOURS["ground"][theme]) >= 3


def test_f2_the_style_has_the_colours_of_the_palette() -> None:
    for name in ("text", "quiet", "ground", "card", "primary", "accent"):
        assert [one.upper() for one in COLOURS[name]] == [getattr(LIGHT, name), getattr(DARK, name)]


def test_f2_no_letter_of_the_style_is_smaller_than_twelve_pixels() -> None:
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)px", answers.style())]
    assert [size for size in sizes if 0 < size < 12] == []
