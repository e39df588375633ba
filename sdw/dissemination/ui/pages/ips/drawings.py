"""The drawings of the IPS page. Those of Plotly are kept per edition and choice: an edition never changes.

Drawings that are HTML are kept by `show.kept`, with the words around them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, cast

import plotly.graph_objects as go

from sdw.dissemination.charts.core import dots
from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.charts.core.plot import Finished
from sdw.dissemination.charts.drawings import ips_regions, ips_research
from sdw.dissemination.charts.drawings.ips_regions import Regions, around_nation
from sdw.dissemination.charts.ips import band as ips_band
from sdw.dissemination.charts.ips import funnel as ips_funnel
from sdw.dissemination.charts.ips import outcomes
from sdw.dissemination.figures.outcomes import Comparison, Lens

__all__ = ["Regions", "around_nation"]

P = ParamSpec("P")


def kept(most: int) -> Callable[[Callable[P, go.Figure | None]], Callable[P, go.Figure | None]]:
    """Keep the `most` latest drawings of a function, ready to be sent."""

    def keep(draw: Callable[P, go.Figure | None]) -> Callable[P, go.Figure | None]:
        def ready(*args: P.args, **kwargs: P.kwargs) -> go.Figure | None:
            drawing = draw(*args, **kwargs)
            return None if drawing is None else Finished(drawing)

        return cast(Callable[P, go.Figure | None], wraps(draw)(lru_cache(maxsize=most)(ready)))

    return keep


def band(measure: str) -> str:
    """The Dutch study as a flat band."""
    return ips_band.flat_band(ips_research.band(measure))


def differences(measure: str) -> str:
    """Published differences in percentage points, and our own pooled one where there is one."""
    return dots.html(ips_research.differences(measure))


def ratios() -> str:
    """Published meta-analyses as risk ratios."""
    return dots.html(ips_research.ratios())


def rates() -> str:
    """Trials with two percentages and no interval."""
    return dots.html(ips_research.rates())


@kept(64)
def over_months(lens: Lens, theme: Theme) -> go.Figure | None:
    """IPS and the other methods after equally many months; None without a single rate."""
    lines = ips_regions.over_months(lens)
    return outcomes.outcome_lines(lines, theme) if lines else None


@kept(64)
def funnel(lens: Lens, pooled: bool, theme: Theme) -> go.Figure | None:
    """The funnel plot; with `pooled` an open dot beside each region."""
    found = around_nation(lens)
    if found is None:
        return None
    places = ips_regions.places(found, pooled=pooled)
    return ips_funnel.funnel_plot(found.funnel, places, lens.region, theme)


def equal(found: Comparison) -> str:
    """Without correction (everybody, and the mean over regions) and at equal groups, on one axis of points."""
    return dots.html(ips_regions.equal(found))
