"""Parts of the page Regio: its years, the nation and similar regions beside it."""

from __future__ import annotations

from sdw.dissemination.charts.drawings import progress as drawings
from sdw.dissemination.charts.targets import bullet
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import html, tables
from sdw.edition import figures
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.text.dutch import say


def title(view: View) -> str:
    """'Twente, 2025'."""
    if not view.period:
        return name(view)
    return say("page.regio.heading", region=name(view), period=wording.period(view.period))


def name(view: View) -> str:
    """The name of the region of the view in its edition."""
    return figures.place_of(view.edition, view.region)


def years(view: View) -> str:
    """The region of the view through the full years; empty where it has no value."""
    return bullet.html(drawings.years(view))


def compared(view: View, region: str) -> str:
    """How the ratios of a region lie beside the nation; empty for the nation itself."""
    pairs = []
    for indicator in catalogue.ALL if region not in ("", NATION) else ():
        here = tables.at_newest(view, indicator)
        mine = selections.figure(here, indicator, region)
        if mine is not None:
            pairs.append((mine, selections.figure(here, indicator)))
    told = progress.compared(pairs)
    return html.paragraph(told, "sdw-quiet") if told else ""


def similar(view: View) -> str:
    """A heading, and the region of the view beside the regions that are most like it."""
    content = tables.similar_regions(view)
    return html.heading(say("page.regio.similar_title")) + html.table(content) if content.rows else ""


def similar_explained() -> list[str]:
    """What makes regions alike here."""
    return [say("page.regio.similar_explained")]
