"""Layers 2 and 3 of the IPS page: outcomes as delivered, and the difference at equal groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.figures import outcomes
from sdw.dissemination.figures.outcomes import Lens, Rate
from sdw.dissemination.figures.sentences import ips as sentences
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.ui.elements import html, show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.pages.ips import drawings, layers, tables
from sdw.edition import figures
from sdw.reference.areas import regions
from sdw.text.dutch import say


def delivered(lens: Lens, theme: Theme) -> None:
    """What regions delivered: IPS beside the rest, start half-years, and regions around the nation."""
    with layers.layer("regions"):
        figure = outcomes.national(lens, outcomes.IPS)
        everywhere = replace(lens, region="")
        show.kept(_delivered, everywhere)
        if figure is None:
            return
        show.chart(drawings.over_months(lens, theme), key="ips-maanden")
        show.kept(_people, everywhere)
        around_nation(lens, theme)
        with show.together():
            show.kept(_of_regions, lens)
            show.sources(lens.edition, [figure])


def _delivered(lens: Lens) -> str:
    """The head of the layer, and the message of its first drawing or why there is none."""
    figure = outcomes.national(lens, outcomes.IPS)
    head = layers.head("regions")
    if figure is None:
        note = html.note(say("page.ips.regions_none", threshold=sentences.threshold(lens.measure)))
        return html.stack([head, note])
    subtitle = say(
        "page.ips.regions_subtitle",
        threshold=sentences.threshold(lens.measure),
        group=sentences.group(lens),
        coverage=wording.coverage(figure),
        example=sentences.example(lens.edition.has_examples),
    ) + _carried_over(rate for pair in outcomes.over_months(lens) for rate in (pair.ips, pair.others))
    title = sentences.outcomes_title(outcomes.pair(lens), lens)
    return html.stack(
        [head, layers.titled(sentences.marked(title, lens), subtitle) + html.note(say("page.ips.regions_why"))]
    )


def _carried_over(rates: Iterable[Rate]) -> str:
    """Under the title of a drawing, which has no room for the mark at each value."""
    return say("page.ips.carried_over_rates") if any(rate.is_carried_over for rate in rates) else ""


def _people(lens: Lens) -> str:
    """How to read the drawing; under it the people out of sight, beside the start half-years."""
    cases = html.heading(say("page.ips.case_title"), 3) + html.table(tables.cases(lens))
    cohorts = html.heading(say("page.ips.cohort_title"), 3) + html.table(tables.cohorts(lens))
    left = html.stack([cases, layers.read(say("page.ips.case_read"), is_open=True)])
    right = html.stack([cohorts, layers.read(say("page.ips.cohort_read"))])
    read = layers.read(say("page.ips.regions_read"), say("page.ips.regions_read_months"))
    return html.stack([read, html.sides(left, right, (2, 3))])


def _of_regions(lens: Lens) -> str:
    found = drawings.around_nation(lens)
    return "" if found is None else html.folded(tables.of_regions(found, lens))


def around_nation(lens: Lens, theme: Theme) -> None:
    """The funnel of regions and its notes, or why there is none."""
    show.kept(_funnel_title, lens)
    if drawings.around_nation(lens) is None:
        return
    with show.columns(3, 2) as (left, right):
        with left:
            pooled = controls.pooled()
            show.chart(drawings.funnel(lens, pooled, theme), key="ips-trechter")
        with right:
            show.kept(_funnel_notes, lens)


def _funnel_title(lens: Lens) -> str:
    found = drawings.around_nation(lens)
    if found is None:
        return html.note(say("page.ips.funnel_none"))
    subtitle = say(
        "page.ips.funnel_subtitle",
        threshold=sentences.threshold(lens.measure),
        months=lens.months,
        coverage=say("words.coverage", have=len(found.funnel.verdicts), of=len(regions.CODES)),
        example=sentences.example(lens.edition.has_examples),
    ) + _carried_over(found.rates.values())
    chosen = ""
    if lens.region:
        verdict = found.standings.get(lens.region, "")
        name = figures.place_of(lens.edition, lens.region)
        chosen = sentences.chosen_region(name, found.rates[lens.region], verdict, lens.months)
        (chosen,) = sentences.noted([chosen], lens)
    title = sentences.marked(sentences.funnel_title(found.funnel, found.pooled), lens)
    return layers.titled(title, subtitle, chosen)


def _funnel_notes(lens: Lens) -> str:
    found = drawings.around_nation(lens)
    if found is None:
        return ""
    notes = sentences.noted(sentences.funnel_notes(found.funnel, found.absent), lens)
    return html.items(notes) + layers.read(*sentences.funnel_read(found.funnel), is_open=True)


def at_equal_groups(lens: Lens) -> None:
    """The difference as it is, and at equal region and client group."""
    with layers.layer("equal"):
        show.kept(_equal, lens)


def _equal(lens: Lens) -> str:
    """The head of the layer, and its drawing with its message and notes, or why there is none."""
    found = outcomes.comparison(lens)
    if found is None:
        return html.stack([layers.head("equal"), html.note(say("page.ips.equal_none"))])
    subtitle = say(
        "page.ips.equal_subtitle",
        threshold=sentences.threshold(lens.measure),
        months=lens.months,
        group=sentences.group(lens),
        example=sentences.example(lens.edition.has_examples),
    ) + (say("page.ips.carried_over_difference") if found.is_carried_over else "")
    read = layers.read(say("page.ips.equal_read"), say("page.ips.equal_read_regions"))
    left = html.stack([drawings.equal(found), read])
    sides = html.sides(left, html.items(sentences.noted(sentences.equal_notes(found), lens)), (3, 2))
    title = sentences.marked(sentences.equal_title(found), lens)
    return html.stack([layers.head("equal"), layers.titled(title, subtitle), sides])
