"""Benefits by month, for the page Verzuim."""

from __future__ import annotations

from base64 import b64encode

from sdw.dissemination.blocks import benefits as blocks
from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.charts.core.svg_writer import svg
from sdw.dissemination.charts.drawings import benefits as drawings
from sdw.dissemination.figures import benefits
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import html, screen, show
from sdw.dissemination.ui.interaction import controls
from sdw.edition.editions import Edition


def by_month(view: View) -> None:
    """The whole part, the same whichever sector is chosen; nothing in an edition without these months."""
    show.kept(_by_month, view.edition, controls.theme())


def _by_month(edition: Edition, theme: Theme) -> str:
    scene = drawings.of(edition)
    if scene is None:
        return ""
    picture = b64encode(svg(scene, theme=theme, spoken=False).encode()).decode()
    newest = [months[-1] for one in benefits.SHOWN if (months := benefits.months(edition, one))]
    return html.stack(
        [
            screen.part(blocks.opening(edition), linked=True),
            html.picture(f"data:image/svg+xml;base64,{picture}", scene.description),
            screen.part(blocks.told(edition)),
            html.paragraph(show.source_line(edition, newest), "sdw-sources"),
        ]
    )
