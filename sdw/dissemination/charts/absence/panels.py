"""Small multiples: one small drawing per sector on one scale, as SVG text, so that a phone can reflow them."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.core.palette import Theme
from sdw.edition.figures import Figure
from sdw.reference.periods import parse

_WIDTH, _HEIGHT, _PAD = 180, 78, 4


def panel(
    figures: Sequence[Figure], total: Sequence[Figure], ceiling: float, years: tuple[int, int], theme: Theme
) -> str:
    """An SVG of one sector by year (thick) on top of the total (thin grey), from zero to `ceiling` percent.

    A year without a value is a gap. The rule at the bottom is zero.
    """
    colours = palette.of(theme)
    lines = [
        *(_polyline(points, colours.others, 1.25) for points in _runs(total, ceiling, years)),
        *(_polyline(points, colours.primary, 2.25) for points in _runs(figures, ceiling, years)),
    ]
    base = _HEIGHT - _PAD
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<path d="M0 {base}H{_WIDTH}" stroke="{colours.quiet}" stroke-width="1"/>{"".join(lines)}</svg>'
    )


def _runs(figures: Sequence[Figure], ceiling: float, years: tuple[int, int]) -> list[list[str]]:
    runs: list[list[str]] = [[]]
    first, last = years
    for figure in figures:
        if figure.value is None:
            runs.append([])
            continue
        x = _PAD + (_WIDTH - 2 * _PAD) * (parse(figure.period).year - first) / max(last - first, 1)
        y = _HEIGHT - _PAD - (_HEIGHT - 2 * _PAD) * figure.value / ceiling
        runs[-1].append(f"{x:.0f},{y:.1f}")
    return [run for run in runs if run]


def _polyline(points: Sequence[str], colour: str, width: float) -> str:
    return f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
