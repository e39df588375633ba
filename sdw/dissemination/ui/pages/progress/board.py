"""The texts and small parts of the pages: headings, what needs attention, findings, explanations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sdw.dissemination.charts.core.ordering import Order
from sdw.dissemination.charts.drawings import progress as drawings
from sdw.dissemination.charts.targets import bullet
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import comparing, ips, progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import html, national, tables
from sdw.dissemination.ui.view import link_view as in_url
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, Indicator
from sdw.reference.documents import findings as published
from sdw.reference.documents import targets
from sdw.reference.documents.findings import Finding
from sdw.reference.status import Status
from sdw.text.dutch import number, say

__all__ = ["say"]

#: The findings on the first page, beside the Dutch IPS study: the covenant's own figures, and why it matters.
FOUR = ("hw-2023-trajecten", "hw-duurzaam-aandeel", "ctx-wia-helft", "wil-werken")

#: Fewer different values than this make no classes of a map: each has its own colour.
FEW = 6

#: A period that the source does not name.
NO_PERIOD = ("", "n.b.")


def days_left() -> str:
    """How long the covenant still runs, from today."""
    return progress.days_left(dt.date.today())


def name(region: str) -> str:
    """The name of a region code."""
    return wording.place(region)


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
        [wording.place(row.region) for row in started if row.status is not Status.NOT_DELIVERED],
        is_example=view.edition.has_examples,
    )
    return html.items(lines) if lines else ""


def year_earlier(view: View) -> str:
    """A heading, and both targets beside a year earlier at equal regions."""
    return _compared(view, "")


def year_earlier_and_running(view: View) -> str:
    """As `year_earlier`, with what is in hand of the running year too."""
    return _compared(view, selections.in_hand(view.edition, catalogue.STARTED) or "")


def _compared(view: View, running: str) -> str:
    told = comparing.sentences(view.edition, view.period, running)
    return html.heading(say("comparison.title")) + html.items(told) if told else ""


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


def targets_explained() -> list[str]:
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


def map_sentence(view: View, nation: Figure | None, regional: Sequence[Figure], here: Figure | None) -> str:
    """The sentence above the map."""
    cut = progress.cut(view.method, view.client_group)
    return progress.map_of(nation, selections.spread(regional), here, view.period, cut)


def map_title(view: View) -> str:
    """The heading above the small map."""
    return say("page.overzicht.map") + wording.example(selections.of_regions(view, catalogue.STARTED))


def panel_title(view: View) -> str:
    """The heading beside the map: the chosen region, or the nation."""
    return wording.place(view.region or NATION)


def panel_hint(view: View) -> list[str]:
    """How to choose a region, as long as none is chosen."""
    return [] if view.region else [say("page.regiokaart.choose")]


def classes_explained(view: View, method: str) -> str:
    """What a colour of the map stands for, one line per way of making classes, or why there are no classes."""
    indicator, cut = catalogue.by_id(view.indicator), {"method": view.method, "client_group": view.client_group}
    values = [one.value for one in selections.of_regions(view, indicator, **cut) if one.value is not None]
    if kind := _without_classes(values):
        return say(f"page.regiokaart.classes_{kind}", known=wording.count(len(set(values))))
    target = targets.of_indicator(view.indicator) or targets.STARTED
    return say(f"page.regiokaart.classes_{method}", target=number(target.per_region), name=target.name)


def _without_classes(values: Sequence[float]) -> str:
    """Why these figures make no classes: none, one, all the same, or few different ones; '' when they do."""
    if len(values) < 2:
        return ("none", "one")[len(values)]
    different = len(set(values))
    return "same" if different == 1 else "few" if different < FEW else ""


def map_read(view: View) -> str:
    """How to read the small map: what darker means, where there is a darker and a lighter."""
    values = [one.value for one in selections.of_regions(view, catalogue.STARTED) if one.value is not None]
    kind = _without_classes(values)
    return say("page.overzicht.map_read") if kind in ("", "few") else say(f"page.regiokaart.classes_{kind}")


def map_explained() -> list[str]:
    """How to read the map."""
    return [say("page.regiokaart.explain_classes"), say("page.statuses_explained")]


def table_of_regions(view: View) -> str:
    """The table of 35; beside it how complete it is, and how to read it."""
    read = html.paragraph(say("page.regiokaart.explain_bars"))
    if catalogue.by_id(view.indicator).is_ratio:
        read += html.paragraph(say("page.regiokaart.explain_interval"))
    beside = html.stack([html.of(tables.statuses(view)), read])
    return html.sides(html.of(tables.of_regions(view)), beside, (8, 5))


def indicator_explained(indicator: Indicator) -> list[str]:
    """What the indicator is, of what it is made, and what it does not say."""
    parts = [indicator.definition]
    if indicator.denominator:
        parts.append(say("page.fraction", numerator=indicator.numerator, denominator=indicator.denominator))
    return [*parts, *indicator.caveats]


def region_title(view: View) -> str:
    """'Twente, 2025'."""
    if not view.period:
        return wording.place(view.region)
    return say("page.regio.heading", region=wording.place(view.region), period=wording.period(view.period))


def bullets(view: View, order: Order) -> str:
    """Every region against both targets; empty where no region has a value."""
    return bullet.html(drawings.regions(view, order))


def years(view: View) -> str:
    """The region of the view through the full years; empty where it has no value."""
    return bullet.html(drawings.years(view))


def ledger(view: View, place: str) -> str:
    """A heading, and begin + in − out = end set large, with whether it adds up; empty where there is none."""
    book = selections.ledger(view, place)
    if book is None:
        return ""
    names = ("opening", "started", "ended", "closing")
    parts = [
        (say(f"page.doelen.ledger_{name}"), wording.shown(part))
        for name, part in zip(names, book.parts, strict=True)
    ]
    gap = say("page.ledger_gap", difference=number(book.imbalance)) if book.imbalance else ""
    name = national.named(place, book.parts)
    heading = html.heading(say("page.ledger_title", region=name) + wording.example(book.parts))
    return heading + html.ledger(parts, gap) + html.paragraph(progress.ledger(book))


def ledgers(view: View) -> str:
    """The ledger of every region, closed until a reader asks."""
    content = tables.ledgers(view)
    return html.folded(content) if content.rows else ""


def split(view: View, place: str) -> str:
    """A heading, and started trajectories by method and by client group, or a sentence that says why not."""
    if not view.period:
        return ""
    heading = html.heading(say("page.split_title", region=wording.place(place)))
    why = selections.no_split(view, catalogue.STARTED, place)
    if why:
        told = say(f"page.split_{why}", period=progress.running(view.period), region=wording.place(place))
        return heading + html.paragraph(told)
    found = [tables.split(view, place, by) for by in ("method", "client_group")]
    minimum = view.edition.fact("rate_minimum")
    lacking = any(one is not None and not tables.has_shares(one) for one in found)
    small = html.paragraph(say("page.split_no_share", minimum=minimum), "sdw-quiet") if lacking else ""
    return heading + html.beside(*found) + small


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
