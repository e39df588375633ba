"""The long series to zoom in on: Plotly, drawn when a reader opens it and not before."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from sdw.dissemination.charts.absence import series
from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.charts.drawings import absence as drawings
from sdw.dissemination.figures import absence
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.interaction.fragment import alone
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.text.dutch import say

if TYPE_CHECKING:
    from plotly.graph_objects import Figure as Drawing

KEY = "inzoomen"


def offer(view: View) -> None:
    """A closed part that holds the series; nothing where there is no moving year."""
    sector = drawings.sector_of(view)
    if absence.moving_year(view.edition, sector):
        _part(view.edition, sector)


@alone
def _part(edition: Edition, sector: str) -> None:
    part = st.expander(say("page.verzuim.zoom"), key=KEY, on_change="rerun")
    if part.open:
        with part:
            show.quiet(say("page.verzuim.zoom_how"))
            show.chart(_series(edition, sector, controls.theme()), key="verzuim-inzoomen")


@lru_cache(maxsize=32)
def _series(edition: Edition, sector: str, theme: Theme) -> Drawing | None:
    quarters = absence.series(edition, catalogue.ABSENCE, sector, "quarter")
    return series.total(quarters, absence.moving_year(edition, sector), drawings.letters(), theme=theme)
