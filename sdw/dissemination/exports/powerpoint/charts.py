"""A plot as a chart of PowerPoint: its figures in a sheet that a reader can open and change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.chart import XL_TICK_LABEL_POSITION as LABELS
from pptx.enum.chart import XL_TICK_MARK as TICKS
from pptx.enum.dml import MSO_LINE_DASH_STYLE as DASH
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Emu, Pt

from sdw.dissemination.blocks.presenting.plot import Plot, Series
from sdw.dissemination.charts.core import lettering, palette
from sdw.dissemination.charts.core.scene import Ink
from sdw.dissemination.exports.powerpoint import shapes, stage
from sdw.dissemination.exports.powerpoint.sheet import Data, Said

#: Letters in a chart, in points.
LETTERS = 18
_KINDS = {"lines": XL_CHART_TYPE.LINE_MARKERS, "bars": XL_CHART_TYPE.BAR_CLUSTERED}
_DASHES = {"solid": DASH.SOLID, "dashed": DASH.DASH, "dotted": DASH.ROUND_DOT}
_DOTS = {"full": XL_MARKER_STYLE.CIRCLE, "open": XL_MARKER_STYLE.CIRCLE, "square": XL_MARKER_STYLE.SQUARE}
_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NAMESPACE, _C = f'xmlns:c="{_URI}"', f"{{{_URI}}}"
#: Room in pixels around lines: for the values at the axis and the categories under it, the name of an axis, above.
_TICKS, _NAME, _ABOVE = (74.0, 40.0), 36.0, 14.0
#: A line at least so thick carries the message.
_EMPHASISED = 3
#: The most of the width of a chart of lines that its legend may take; what of that its keys take, and the height of
#: an entry, in pixels.
_LEGEND, _KEY, _ENTRY = 0.34, 90.0, 40.0


def add(slide: Slide, plot: Plot, box: shapes.Box, name: str, told: str, said: Said) -> Chart:
    """The chart on a slide, in a box of pixels. told: the same for who cannot see it. said: of its sheet."""
    plot = _clean(plot)
    x, y, width, height = (Emu(round(one)) for one in shapes.emu(box))
    frame: Any = slide.shapes.add_chart(_KINDS[plot.kind], x, y, width, height, _data(plot, said))
    described = frame._element.nvGraphicFramePr.cNvPr
    described.set("name", name)
    described.set("descr", shapes.clean(told))
    chart: Chart = frame.chart
    chart.has_title = False
    chart.font.size = Pt(LETTERS)
    chart.font.color.rgb = _rgb("text")
    _legend(chart, plot, box)
    if plot.kind == "bars":
        _bars(chart, plot)
    else:
        _lines(chart, plot)
    _in_dutch(chart)
    _numbered(chart)
    return chart


def _clean(plot: Plot) -> Plot:
    """The same without letters that a file cannot hold."""
    return replace(
        plot,
        categories=tuple(map(shapes.clean, plot.categories)),
        series=tuple(replace(one, name=shapes.clean(one.name)) for one in plot.series),
        across=shapes.clean(plot.across),
        up=shapes.clean(plot.up),
    )


def _data(plot: Plot, said: Said) -> Data:
    data = Data(said, plot.form)
    data.categories = plot.categories
    for one in plot.series:
        data.add_series(one.name, one.values)  # type: ignore[no-untyped-call]
    return data


def _legend(chart: Chart, plot: Plot, box: shapes.Box) -> None:
    """What each row is; the ends of an interval have the look of what they are of, and are not named again."""
    chart.has_legend = True
    chart.legend.include_in_layout = False
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM if plot.kind == "bars" else XL_LEGEND_POSITION.RIGHT
    chart.legend.font.size = Pt(LETTERS)
    if plot.kind == "bars":
        return
    legend = chart.legend._element
    for place, one in reversed(list(enumerate(plot.series))):
        if one.role == "limit":
            hidden = f'<c:legendEntry {_NAMESPACE}><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
            legend.insert(1, parse_xml(hidden))
    names = [one.name for one in plot.series if one.role != "limit"]
    widest = lettering.widest(names, LETTERS / shapes.POINT * stage.KNOWN) + _KEY
    part = min(_LEGEND, widest / box[2])
    lines = sum(
        -(-(lettering.width(one, LETTERS / shapes.POINT * stage.KNOWN) + _KEY) // (part * box[2])) for one in names
    )
    high = min(1.0, lines * _ENTRY / box[3])
    _laid_out(legend, (1 - part, 0.0, part, high), inner=False)
    left, below = _TICKS[0] + _NAME * bool(plot.up), _TICKS[1] + _NAME * bool(plot.across)
    across, up = left / box[2], (below + _ABOVE) / box[3]
    inner = (across, _ABOVE / box[3], 1 - part - across - 0.02, 1 - up)
    _laid_out(chart._chartSpace.chart.plotArea, inner, inner=True)


def _laid_out(parent: Any, part: shapes.Box, *, inner: bool) -> None:
    """Where a part of the chart stands, as parts of its width and height."""
    x, y, width, height = part
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    xml = (
        f"<c:layout {_NAMESPACE}><c:manualLayout>{target}"
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )
    for old in parent.findall(f"{_C}layout"):
        parent.remove(old)
    place = 0 if inner else 1 + sum(child.tag.endswith("}legendEntry") for child in parent)
    parent.insert(place, parse_xml(xml))


def _bars(chart: Chart, plot: Plot) -> None:
    """Bars from the top down, each with its value; the axis of values says nothing more."""
    across, up = chart.category_axis, chart.value_axis
    across.reverse_order = True
    across.major_tick_mark = TICKS.NONE
    across.format.line.color.rgb = _rgb("quiet")
    up.visible = False
    up.has_major_gridlines = False
    up.minimum_scale = plot.low
    drawn = chart.plots[0]
    drawn.gap_width, drawn.overlap = 40, -5
    drawn.has_data_labels = True
    labels = drawn.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = plot.form, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size = Pt(LETTERS)
    for series, one in zip(drawn.series, plot.series, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(one.ink)
        series.invert_if_negative = False


def _lines(chart: Chart, plot: Plot) -> None:
    across, up = chart.category_axis, chart.value_axis
    across.major_tick_mark = up.major_tick_mark = TICKS.NONE
    across.tick_label_position = LABELS.LOW
    across.format.line.color.rgb = _rgb("quiet")
    up.format.line.fill.background()
    up.major_gridlines.format.line.color.rgb = _rgb("line")
    up.minimum_scale, up.maximum_scale = plot.low, plot.high
    if plot.step:
        up.major_unit = plot.step
    up.tick_labels.number_format, up.tick_labels.number_format_is_linked = plot.ticks or plot.form, False
    for axis, name in ((across, plot.across), (up, plot.up)):
        axis.tick_labels.font.size = Pt(LETTERS)
        axis.has_title = bool(name)
        if name:
            axis.axis_title.text_frame.text = name
            run = axis.axis_title.text_frame.paragraphs[0].runs[0]
            run.font.size, run.font.bold = Pt(LETTERS), False
    for series, one in zip(chart.plots[0].series, plot.series, strict=True):
        _line(series, one, plot.form)
    blanks = chart._chartSpace.chart.find(f"{_C}dispBlanksAs")
    blanks.set("val", "span" if plot.joins else "gap")


def _line(series: Any, one: Series, form: str) -> None:
    series.smooth = False
    look = series.format.line
    look.width = Pt(one.width * shapes.POINT * 1.5)
    look.color.rgb = _rgb(one.ink)
    look.dash_style = _DASHES[one.stroke]
    if one.dot == "none":
        series.marker.style = XL_MARKER_STYLE.NONE
        return
    series.marker.style = _DOTS[one.dot]
    series.marker.size = 9
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = _rgb("ground" if one.dot == "open" else one.ink)
    series.marker.format.line.color.rgb = _rgb(one.ink)
    if one.width >= _EMPHASISED:
        _newest(series, one, form)


def _newest(series: Any, one: Series, form: str) -> None:
    """The value of the last point of the line that carries the message."""
    last = max(place for place, value in enumerate(one.values) if value is not None)
    label = series.points[last].data_label
    label.position = XL_LABEL_POSITION.ABOVE
    label.font.size, label.font.bold = Pt(LETTERS), True
    label.font.color.rgb = _rgb(one.ink)
    written = label._get_or_add_dLbl()
    written.find(f"{_C}showVal").set("val", "1")
    place = list(written).index(written.find(f"{_C}spPr")) if written.find(f"{_C}spPr") is not None else None
    shown = parse_xml(f'<c:numFmt {_NAMESPACE} formatCode={quoteattr(form)} sourceLinked="0"/>')
    written.insert(1 if place is None else place, shown)


def _rgb(ink: Ink) -> RGBColor:
    value = palette.colour(ink, "light").lstrip("#")
    red, green, blue = (int(value[place : place + 2], 16) for place in (0, 2, 4))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def _in_dutch(chart: Chart) -> None:
    for one in chart._chartSpace.iter():
        if one.tag.endswith(("}defRPr", "}rPr", "}endParaRPr")):
            one.set("lang", "nl-NL")


def _numbered(chart: Chart) -> None:
    """python-pptx gives axes of bars a number below zero, which the standard does not know (ISO 29500-1)."""
    for one in chart._chartSpace.iter(f"{_C}axId", f"{_C}crossAx"):
        one.set("val", one.get("val").lstrip("-"))
