"""Bullet rows: 35 regions against 100 in both definitions, two thin bars per region and one target line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import plotly.graph_objects as go

from sdw.charts import palette, plot
from sdw.charts.ordering import Order, ordered
from sdw.charts.palette import Colours, Theme
from sdw.indicators import catalogue, wording
from sdw.indicators.figures import Figure
from sdw.reference import periods, regions, targets
from sdw.text.dutch import number, say

#: Heights in pixels: one region, above the rows, below the rows.
_ROW, _TOP, _BOTTOM = 24, 152, 8
#: A bar of a row that is 1 high, and where each of the two begins, seen from the middle of the row.
_WIDTH, _UPPER, _LOWER = 0.34, 0.03, -0.37
#: A figure that is missing is drawn as a stub with the pattern of its status: this part of the axis.
_STUB = 0.03
#: From the top of the drawing to the legend, under the title.
_LEGEND = 66


@lru_cache(maxsize=32)
def targets_of_regions(
    started: tuple[Figure, ...],
    durable: tuple[Figure, ...],
    *,
    order: Order = "alfabet",
    selected: str = "",
    theme: Theme = "light",
) -> go.Figure | None:
    """Two bars per region from zero, in counts per period, and the target line at 100.

    `started` and `durable`: one figure per region. A provisional figure has an asterisk; a missing one is a
    word where its bar would start. The targets are of a year: a shorter period has no target line. None when
    no region has a value.
    """
    if not any(figure.value is not None for figure in (*started, *durable)):
        return None
    colours = palette.of(theme)
    codes = ordered([figure.region for figure in started], order)
    rows = {code: len(codes) - 1 - position for position, code in enumerate(codes)}
    # In the order of the rows: then the browser counts where each bar stands.
    started, durable = (
        tuple(sorted(figures, key=lambda figure: -rows[figure.region])) for figures in (started, durable)
    )
    series = ((started, _UPPER, colours.primary), (durable, _LOWER, colours.others))
    target = targets.STARTED.per_region
    whole_year = periods.parse(started[0].period).kind == "year"
    highest = max(figure.value for figure in (*started, *durable) if figure.value is not None)
    longest = max(highest, target) if whole_year else highest
    height = _TOP + _BOTTOM + _ROW * len(codes)
    layout = {
        "title": plot.title(*_title(started), height, colours),
        "height": height,
        "margin": {"l": 8, "r": 24, "t": _TOP, "b": _BOTTOM},
        "barmode": "overlay",
        "bargap": 0,
        "xaxis": plot.axis(
            colours, range=[0, round(longest * 1.12, 2)], side="top", tickformat=",d", showgrid=False
        ),
        "yaxis": plot.axis(
            colours,
            tickmode="array",
            tickvals=list(rows.values()),
            ticktext=[_name(code, selected) for code in rows],
            range=[-0.7, len(codes) - 0.3],
            showgrid=False,
            zeroline=False,
            ticks="outside",
            ticklen=6,
            tickcolor="rgba(0,0,0,0)",
            tickfont={"size": 13},
        ),
        "shapes": [_target_line(target, colours)] if whole_year else [],
        "annotations": [_target_label(target, colours)] if whole_year else [],
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": round(1 - _LEGEND / height, 4),
            "yref": "container",
            "yanchor": "top",
        },
    }
    labels = (plot.labels(started), plot.labels(durable, beside=started))
    stub = _STUB * longest
    bars = [
        _bars(figures, texts, shift, colour, colours, stub)
        for (figures, shift, colour), texts in zip(series, labels, strict=True)
    ]
    return plot.figure(bars, layout, colours)


def _title(shown: Sequence[Figure]) -> tuple[str, str]:
    example = say("chart.example") if any(figure.is_example for figure in shown) else ""
    key = "chart.bullet.subtitle" if periods.parse(shown[0].period).kind == "year" else "chart.bullet.subtitle_part"
    subtitle = say(key, period=wording.period(shown[0].period), example=example)
    return say("chart.bullet.title"), subtitle


def _name(code: str, selected: str) -> str:
    name = regions.name_of(code)
    return f"<b>{name}</b>" if code == selected else name


def _bars(
    shown: Sequence[Figure],
    texts: list[str],
    shift: float,
    colour: str,
    colours: Colours,
    stub: float,
) -> dict[str, object]:
    indicator = catalogue.by_id(shown[0].indicator)
    has_interval = any(figure.low is not None for figure in shown)
    bars: dict[str, object] = {
        "type": "bar",
        "orientation": "h",
        "name": indicator.label,
        "width": _WIDTH,
        "offset": shift,
        "x": [round(stub, 2) if figure.value is None else plot.plain(figure.value) for figure in shown],
        "y0": len(shown) - 1,
        "dy": -1,
        "text": texts,
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": 11, "color": colours.quiet},
        "marker": plot.marker(shown, colour, colours),
        **plot.hover(shown, texts, "y"),
    }
    if has_interval:
        bars["error_x"] = {
            "type": "data",
            "symmetric": False,
            "array": [(figure.high or 0) - (figure.value or 0) if figure.high else 0 for figure in shown],
            "arrayminus": [(figure.value or 0) - (figure.low or 0) if figure.low else 0 for figure in shown],
            "thickness": 1,
            "width": 2,
            "color": colours.text,
        }
    return bars


def _target_line(target: int, colours: Colours) -> dict[str, object]:
    return {
        "type": "line",
        "x0": target,
        "x1": target,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "layer": "below",  # a figure next to the line stays readable
        "line": {"color": colours.accent, "width": 2},
    }


def _target_label(target: int, colours: Colours) -> dict[str, object]:
    return {
        "x": target,
        "yref": "paper",
        "y": 1,
        "yshift": 34,
        "text": say("chart.target", target=number(target)),
        "showarrow": False,
        "font": {"color": colours.accent},
        "xanchor": "center",
    }
