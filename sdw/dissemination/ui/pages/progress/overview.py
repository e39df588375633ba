"""Parts of the page Overzicht: how long the covenant runs, what needs attention, what is known already."""

from __future__ import annotations

import datetime as dt

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import ips, progress
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import html
from sdw.dissemination.ui.view import link_view as in_url
from sdw.indicators import catalogue
from sdw.reference.documents import findings as published
from sdw.reference.documents.findings import Finding
from sdw.reference.status import Status
from sdw.text.dutch import say

#: The findings on the first page, beside the Dutch IPS study: the covenant's own figures, and why it matters.
FOUR = ("hw-2023-trajecten", "hw-duurzaam-aandeel", "ctx-wia-helft", "wil-werken")

#: A period that the source does not name.
NO_PERIOD = ("", "n.b.")


def days_left() -> str:
    """How long the covenant still runs, from today."""
    return progress.days_left(dt.date.today())


def open_region(code: str | None) -> None:
    """Go to the page of a region that was chosen on the small map."""
    if code:
        in_url.go(menu.by_name("regio"))


def attention(view: View) -> str:
    """What needs attention in the period of the view."""
    started = selections.of_regions(view, catalogue.STARTED)
    durable = selections.of_regions(view, catalogue.DURABLE)
    if not started:
        return html.items([say("sentence.nobody_yet")])
    hidden = sum(row.status is Status.SUPPRESSED for row in selections.all_cuts(view, catalogue.STARTED))
    lines = progress.attention(
        selections.names_with(started, Status.NOT_DELIVERED),
        hidden,
        selections.names_with(durable, Status.UNKNOWN),
        selections.remarks(view),
        [row.place for row in started if row.status is not Status.NOT_DELIVERED],
        is_example=view.edition.has_examples,
    )
    return html.items(lines) if lines else ""


def findings() -> str:
    """Five published findings, each with its source."""
    return html.findings([_finding(published.by_id(one)) for one in FOUR] + [_ips_finding()])


def _finding(one: Finding) -> tuple[str, str, str, str]:
    unit = {"%": "%", "aandeel": ""}.get(one.unit, f" {one.unit}")
    return f"{one.shown}{unit}", f"{one.statement}.", _source(one), one.source_url


def _ips_finding() -> tuple[str, str, str, str]:
    """The Dutch IPS study at the covenant's own threshold: lowest and highest estimate, never one of them."""
    low, high = (published.by_id(f"ips-nl-12u-{end}") for end in ("min", "max"))
    figure = say("page.overzicht.ips_figure", low=low.shown, high=high.shown)
    statement = say("page.overzicht.ips_statement", studied=ips.studied())
    return figure, statement, _source(low), low.source_url


def _source(one: Finding) -> str:
    """Who says it and over when; the whole title stands on the page that accounts for every finding."""
    if one.period in NO_PERIOD:
        return one.publisher
    return say("page.overzicht.finding_source", publisher=one.publisher, period=one.period)
