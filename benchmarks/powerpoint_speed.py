"""What a PowerPoint costs: a set, made anew, beside the floor of its package: as many empty slides and charts."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from benchmarks.measuring import best, sets, shipped, spent
from sdw.dissemination.blocks.presenting import deck
from sdw.dissemination.exports.powerpoint import writer


def _floor(slides: int, charts: int) -> None:
    """So many slides with notes, and so many charts of four points, as python-pptx makes them by itself."""
    made = Presentation()
    for place in range(slides):
        slide = made.slides.add_slide(made.slide_layouts[5])
        slide.notes_slide.notes_text_frame.text = "x"
        if place < charts:
            data = CategoryChartData()
            data.categories = "abcd"
            data.add_series("x", (1, 2, 3, 4))
            slide.shapes.add_chart(XL_CHART_TYPE.LINE, Inches(1), Inches(1), Inches(5), Inches(4), data)
    made.save(io.BytesIO())


def measure() -> Iterator[tuple[str, float, str]]:
    """(what, figure, unit): the target is a second of CPU for a deck."""
    with shipped() as edition:
        first = spent(lambda: writer.of(deck.of(edition, "stuurgroep")))
        yield "PowerPoint, the first of a process", first, "ms CPU"
        for name, region in sets():

            def whole(name: str = name, region: str = region) -> bytes:
                deck.of.cache_clear()
                return writer.of(deck.of(edition, name, (), region))

            yield f"PowerPoint, set {name}", best(whole), "ms CPU"
            yield f"PowerPoint, set {name}", len(whole()) / 1000, "kB"
            opened = Presentation(io.BytesIO(whole()))
            charts = sum(shape.has_chart for slide in opened.slides for shape in slide.shapes)
            slides = len(opened.slides)
            floor = best(lambda slides=slides, charts=charts: _floor(slides, charts))
            yield f"its floor: {slides} empty slides, {charts} small charts", floor, "ms CPU"
