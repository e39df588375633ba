"""What became of people with IPS and with other methods, and what research found, as rows of figures."""

from __future__ import annotations

from math import floor

from sdw.dissemination.blocks.presenting.plot import PERCENT, WHOLE, Dot, Plot, Series
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.charts.core.scene import Ink, Stroke
from sdw.dissemination.charts.drawings import ips_regions, ips_research
from sdw.dissemination.charts.ips import band_scene, frame
from sdw.dissemination.figures.outcomes import lens_of
from sdw.dissemination.figures.sentences import ips
from sdw.dissemination.figures.view import View
from sdw.text.dutch import say


def months(view: View) -> Plot | None:
    """IPS and other methods after equally many months, with their limits; without a rate the line breaks."""
    lens = lens_of(view)
    lines = ips_regions.over_months(lens)
    if not lines:
        return None
    after = [point.months for point in lines[0].points]
    made: list[Series] = []
    for one in lines:
        rates = [point.rate for point in one.points]
        ink: Ink = "primary" if one.emphasised else "quiet"
        values, lows, highs = (
            tuple(getattr(rate, end) if rate else None for rate in rates) for end in ("value", "low", "high")
        )
        thick = 3.0 if one.emphasised else 1.5
        dot: Dot = "full" if one.emphasised else "square"
        made.append(Series(ips.marked(one.label, lens), values, "value", ink, thick, "solid", dot))
        made.append(
            Series(ips.marked(say("powerpoint.low_of", name=one.label), lens), lows, "limit", ink, 1, "dotted")
        )
        made.append(
            Series(ips.marked(say("powerpoint.high_of", name=one.label), lens), highs, "limit", ink, 1, "dotted")
        )
    told = [
        [frame.with_interval(point.rate) if point.rate else say(f"status.{point.status}") for point in one.points]
        for one in lines
    ]
    table = Table(
        ips_regions.over_months_words(lens).title,
        (say("ips.chart.months"), *(one.label for one in lines)),
        [(str(month), *(words[place] for words in told)) for place, month in enumerate(after)],
        frozenset({1, 2}),
    )
    gaps = tuple(
        say("powerpoint.gap_month", what=one.label, months=point.months, status=say(f"status.{point.status}"))
        for one in lines
        for point in one.points
        if point.rate is None
    )
    across, up = say("ips.chart.months"), say("ips.chart.rate_axis")
    return Plot(
        "lines", tuple(map(str, after)), tuple(made), table, across, up, form=PERCENT, ticks=WHOLE, gaps=gaps
    )


def band(view: View) -> Plot | None:
    """The lowest and the highest estimate of the Dutch study over its months, with their limits."""
    lens = lens_of(view)
    found = ips_research.band(lens.measure)
    months = tuple(range(band_scene.FROM, band_scene.TO + 1, 6))
    inner = (None,) * (len(months) - 2)
    made: list[Series] = []
    rows = []
    for key, one, ink in (("highest", found.highest, "primary"), ("lowest", found.lowest, "accent")):
        told = say(f"ips.chart.{key}", figure=frame.with_interval(one))
        bare = say(f"ips.chart.{key}", figure="").rstrip(" :")
        rows.append((bare, frame.with_interval(one)))
        made.append(Series(told, (one.value, *inner, one.value), "value", ink, 3))
        limits = ((say("powerpoint.low_of", name=bare), one.low), (say("powerpoint.high_of", name=bare), one.high))
        stroke: Stroke = "dotted" if key == "highest" else "dashed"
        made += [Series(name, (end, *inner, end), "limit", ink, 1, stroke) for name, end in limits]
    head = (say("powerpoint.what"), say("ips.chart.effect_axis"))
    scene = ips_research.band_of(lens)
    table = Table(scene.title, head, rows, frozenset({1}))
    across, up = say("ips.chart.months"), say("ips.chart.effect_axis")
    low = min(0.0, float(floor(min(one.low for one in (found.highest, found.lowest)))))
    return Plot(
        "lines", tuple(map(str, months)), tuple(made), table, across, up, low, form="0.0", ticks="0", joins=True
    )
