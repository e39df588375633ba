"""Both targets: every region against them, beside a year earlier, and what they rest on."""

from __future__ import annotations

from sdw.dissemination.charts.core.ordering import Order
from sdw.dissemination.charts.drawings import progress as drawings
from sdw.dissemination.charts.targets import bullet
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import comparing, progress
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import html
from sdw.indicators import catalogue
from sdw.reference.documents import targets
from sdw.text.dutch import say


def bullets(view: View, order: Order) -> str:
    """Every region against both targets; empty where no region has a value."""
    return bullet.html(drawings.regions(view, order))


def year_earlier(view: View) -> str:
    """A heading, and both targets beside a year earlier at equal regions."""
    return _compared(view, "")


def year_earlier_and_running(view: View) -> str:
    """As `year_earlier`, with what is in hand of the running year too."""
    return _compared(view, selections.in_hand(view.edition, catalogue.STARTED) or "")


def _compared(view: View, running: str) -> str:
    told = comparing.sentences(view.edition, view.period, running)
    return html.heading(say("comparison.title")) + html.items(told) if told else ""


def explained() -> list[str]:
    """The ambition and the target, each with the covenant sentence it rests on."""
    told = [
        say(
            "page.target_quote",
            name=progress.capital(one.name),
            told_in=one.told_in,
            quote=one.quote,
            explanation=one.explanation,
        )
        for one in targets.ALL
    ]
    return [say("page.targets_years"), *told, say("page.statuses_explained")]
