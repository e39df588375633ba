"""The drawing of national benefits by month."""

from __future__ import annotations

from sdw.dissemination.charts.absence import months_scene
from sdw.dissemination.charts.absence.months_scene import Kind
from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.figures import benefits
from sdw.dissemination.figures.sentences import benefits as sentences
from sdw.dissemination.figures.view import View
from sdw.edition.editions import Edition
from sdw.text.dutch import say


def scene(view: View, width: float = 860) -> Scene | None:
    """The four kinds, of the edition of the view."""
    return of(view.edition, width)


def of(edition: Edition, width: float = 860) -> Scene | None:
    """The four kinds; None in an edition without them."""
    kinds = [Kind(one.short, benefits.months(edition, one)) for one in benefits.SHOWN]
    words = Words(
        say("page.verzuim.benefits"),
        say("scene.lines", finding=sentences.lead(edition)),
        say("page.verzuim.benefits_what"),
        sentences.lead(edition),
    )
    years = sorted({int(year) for year, _ in benefits.breaks()})
    return months_scene.scene(kinds, [(year, sentences.letters(year)) for year in years], words, width)
