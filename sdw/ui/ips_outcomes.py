"""Layers 2 and 3 of the IPS page: outcomes as delivered, and the difference at equal groups."""

from __future__ import annotations

from sdw.charts.palette import Theme
from sdw.indicators import ips_sentences as sentences
from sdw.indicators import outcome_reading, wording
from sdw.indicators.outcome_reading import Lens
from sdw.text.dutch import say
from sdw.ui import controls, html, ips, ips_drawings, ips_tables, show


def delivered(lens: Lens, theme: Theme) -> None:
    """What regions delivered: IPS beside the rest, start half-years, and regions around the nation."""
    with ips.layer("regions"):
        figure = outcome_reading.national(lens, outcome_reading.IPS)
        if figure is None:
            show.note(say("page.ips.regions_none", threshold=sentences.threshold(lens.measure)))
            return
        subtitle = say(
            "page.ips.regions_subtitle",
            threshold=sentences.threshold(lens.measure),
            group=sentences.group(lens),
            coverage=wording.coverage(figure),
            example=sentences.example(lens.edition.has_examples),
        )
        title = sentences.outcomes_title(outcome_reading.pair(lens), lens)
        show.raw(ips.titled(title, subtitle) + html.note(say("page.ips.regions_why")))
        show.chart(ips_drawings.over_months(lens, theme), key="ips-maanden")
        show.raw(ips.read(say("page.ips.regions_read"), say("page.ips.regions_read_months")))
        with show.columns(2, 3) as (left, right):
            with left:
                show.raw(html.heading(say("page.ips.case_title"), 3) + html.table(ips_tables.cases(lens)))
                show.raw(ips.read(say("page.ips.case_read"), is_open=True))
            with right:
                show.raw(html.heading(say("page.ips.cohort_title"), 3) + html.table(ips_tables.cohorts(lens)))
                show.raw(ips.read(say("page.ips.cohort_read")))
        around_nation(lens, theme)
        show.sources(lens.edition, [figure])


def around_nation(lens: Lens, theme: Theme) -> None:
    """The funnel of regions, its notes, and its twin as a table."""
    found = ips_drawings.around_nation(lens)
    if found is None:
        show.note(say("page.ips.funnel_none"))
        return
    subtitle = say(
        "page.ips.funnel_subtitle",
        threshold=sentences.threshold(lens.measure),
        months=lens.months,
        example=sentences.example(lens.edition.has_examples),
    )
    chosen = ""
    if lens.region:
        verdict = found.funnel.verdicts.get(lens.region)
        name = wording.place(lens.region)
        chosen = sentences.chosen_region(name, found.rates[lens.region], verdict, lens.months)
    show.raw(ips.titled(sentences.funnel_title(found.funnel), subtitle, chosen))
    with show.columns(3, 2) as (left, right):
        with left:
            pooled = controls.pooled()
            show.chart(ips_drawings.funnel(lens, pooled, theme), key="ips-trechter")
        with right:
            how = (say(f"page.ips.funnel_{name}") for name in ("read", "read_no_ranks", "read_pooled"))
            show.raw(html.items(sentences.funnel_notes(found.funnel, found.absent)) + ips.read(*how, is_open=True))
    show.raw(html.folded(ips_tables.of_regions(found, lens)))


def at_equal_groups(lens: Lens, theme: Theme) -> None:
    """The difference as it is, and at equal region and client group."""
    with ips.layer("equal"):
        found = outcome_reading.comparison(lens)
        if found is None:
            show.note(say("page.ips.equal_none"))
            return
        subtitle = say(
            "page.ips.equal_subtitle",
            threshold=sentences.threshold(lens.measure),
            months=lens.months,
            group=sentences.group(lens),
            example=sentences.example(lens.edition.has_examples),
        )
        show.raw(ips.titled(sentences.equal_title(found), subtitle))
        with show.columns(3, 2) as (left, right):
            with left:
                show.chart(ips_drawings.equal(lens, theme), key="ips-gelijk")
                show.raw(ips.read(say("page.ips.equal_read"), say("page.ips.equal_read_regions")))
            with right:
                show.items(sentences.equal_notes(found))
