"""The account of the figures: what each means, where it comes from, how people are protected."""

from __future__ import annotations

import datetime as dt

from sdw.dissemination.charts.core.palette import STATUS_CLASS
from sdw.dissemination.exports import explanation
from sdw.dissemination.ui.elements import html, prose
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import label_of
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL, Indicator
from sdw.reference.documents import conflicts, covenant, sources, targets
from sdw.reference.documents import findings as published
from sdw.reference.documents.covenant import Covenant
from sdw.reference.documents.findings import Finding
from sdw.reference.documents.targets import Target
from sdw.reference.status import Status
from sdw.text.dutch import day, listing, number, say

#: The year for which the covenant says how many regions counted, without saying which.
COUNTED_YEAR = "2023"

#: Topics of findings under the headings that a reader looks for; every topic stands in one.
TOPICS: dict[str, tuple[str, ...]] = {
    "page.verantwoording.topic.project": ("hoofdzaak_werk",),
    "page.verantwoording.topic.regions": ("hoofdzaak_werk_regio", "regio"),
    "page.verantwoording.topic.ips_research": ("ips_studie_uwv", "ips_studies_nl"),
    "page.verantwoording.topic.ips_practice": ("ips_getrouwheid", "ips_benchmark", "uwv_ips"),
    "page.verantwoording.topic.ips_money": ("ips_financiering", "ips_regeling"),
    "page.verantwoording.topic.absence": ("verzuim_psychisch", "verzuim_cbs", "burnout", "arboned"),
    "page.verantwoording.topic.disability": ("wia",),
    "page.verantwoording.topic.stigma": ("stigma",),
    "page.verantwoording.topic.disclosure": ("onthulling",),
    "page.verantwoording.topic.organisation": ("organisatie", "communicatie"),
    "page.verantwoording.topic.context": ("context",),
}


#: What a number with this status looks like; the others show their own word.
_SAMPLES = {Status.VALUE: "97", Status.PROVISIONAL: "97*"}


def examples(edition: Edition) -> str:
    """What is invented and what is real; nothing for an edition of delivered figures."""
    if not edition.has_examples:
        return ""
    absent = [
        label_of(figure.region)
        for figure in figures.select(
            edition,
            catalogue.CARRIED_OUT.id,
            period=COUNTED_YEAR,
            method=TOTAL,
            client_group=TOTAL,
        )
        if figure.region != NATION and figure.status is Status.NOT_DELIVERED
    ]
    lines = [
        say("page.verantwoording.examples.invented"),
        say("page.verantwoording.examples.fitted"),
        say("page.verantwoording.examples.absent", names=listing(absent)) if absent else "",
        say("page.verantwoording.examples.opening"),
        say("page.verantwoording.examples.third"),
        say("page.verantwoording.examples.twente"),
        say("page.verantwoording.examples.real"),
    ]
    heading = html.heading(say("page.verantwoording.examples.title"))
    return heading + html.items(line for line in lines if line)


def indicators(edition: Edition) -> str:
    """Every indicator: definition, numerator, denominator, unit, direction, source, caveats."""
    return (
        html.heading(say("page.verantwoording.indicators.title"))
        + html.paragraph(say("page.verantwoording.indicators.intro"))
        + "".join(_indicator(edition, indicator) for indicator in catalogue.ALL)
    )


def _indicator(edition: Edition, indicator: Indicator) -> str:
    found = explanation.sources_of(indicator.id, figures.select(edition, indicator.id))
    title, *lines = explanation.of_indicator(indicator, found)
    return prose.folded(title.title, prose.facts((line.title, line.text) for line in lines))


def national_targets() -> str:
    """Both targets with their sentence, and both versions of the covenant."""
    return (
        html.heading(say("page.verantwoording.targets.title"))
        + html.paragraph(say("page.verantwoording.targets.intro"))
        + prose.beside(_target(target) for target in targets.ALL)
        + "".join(_covenant(version) for version in (covenant.CURRENT, covenant.PREVIOUS))
    )


def _target(target: Target) -> str:
    derived = (
        "page.verantwoording.targets.derived" if target.derived_by_us else "page.verantwoording.targets.stated"
    )
    return (
        html.heading(say("page.verantwoording.targets.heading", label=target.label, name=target.name), 3)
        + prose.quote(target.quote, target.source.title)
        + html.paragraph(target.explanation)
        + prose.facts(
            [
                (say("page.verantwoording.targets.per_region"), f"{number(target.per_region)} {target.unit}"),
                (
                    say("page.verantwoording.targets.national"),
                    say(derived, count=number(target.national), unit=target.unit),
                ),
            ]
        )
    )


def _covenant(version: Covenant) -> str:
    quotes = [text for text in (version.ends_quote, version.durable_quote) if text]
    body = (
        "".join(prose.quote(text, version.source.title) for text in quotes)
        + html.paragraph(version.note)
        + html.heading(say("page.verantwoording.targets.partners"), 3)
        + html.items(
            say("page.verantwoording.targets.partner", name=partner.name, role=partner.role)
            for partner in version.partners
        )
        + html.heading(say("page.verantwoording.targets.priorities"), 3)
        + html.items(f"{priority.number}. {priority.title}" for priority in version.priorities)
    )
    return prose.folded(say("page.verantwoording.targets.covenant", version=version.version), body)


def findings() -> str:
    """Published findings by topic, each with its source and how certain it is."""
    return (
        html.heading(say("page.verantwoording.findings.title"))
        + html.paragraph(say("page.verantwoording.findings.intro"))
        + "".join(_topic(heading, topics) for heading, topics in TOPICS.items())
    )


def _topic(heading: str, topics: tuple[str, ...]) -> str:
    found = [finding for topic in topics for finding in published.on(topic)]
    title = say("page.verantwoording.findings.topic", topic=say(heading), count=len(found))
    return prose.folded(title, prose.entries(_finding(finding) for finding in found))


def _finding(finding: Finding) -> str:
    certainty = say("page.verantwoording.findings.certainty", certainty=finding.certainty, period=finding.period)
    source = prose.link(f"{finding.publisher}, {finding.source_title}", finding.source_url)
    note = f" {html.escape(finding.note[:1].upper() + finding.note[1:])}." if finding.note else ""
    return (
        html.paragraph(finding.statement + ".")
        + f'<p class="sdw-quiet">{source}. {html.escape(certainty)}{note}</p>'
    )


def disagreements() -> str:
    """Where two sources say different things: side by side, with why they may differ."""
    return (
        html.heading(say("page.verantwoording.conflicts.title"))
        + html.paragraph(say("page.verantwoording.conflicts.intro"))
        + "".join(_conflict(conflict) for conflict in conflicts.ALL)
    )


def _conflict(conflict: conflicts.Conflict) -> str:
    return (
        html.heading(conflict.title, 3)
        + prose.beside((_finding(side) for side in conflict.sides), "sdw-card")
        + html.paragraph(conflict.explanation)
    )


def statuses() -> str:
    """What each status of a figure means, and what it looks like in a table."""
    heading, *lines = explanation.statuses()
    return html.heading(heading.title) + html.table(
        html.Table(
            caption=say("page.verantwoording.statuses.caption"),
            head=(
                say("export.header.status"),
                say("page.verantwoording.statuses.shown"),
                say("page.verantwoording.statuses.meaning"),
            ),
            rows=[
                (
                    line.title,
                    html.Cell(_SAMPLES.get(status, line.title), STATUS_CLASS.get(status, "")),
                    line.text,
                )
                for status, line in zip(Status, lines, strict=True)
            ],
        )
    )


def licences() -> str:
    """Where every shipped file comes from, and under which licence it may be used."""
    return (
        html.heading(say("page.verantwoording.licences.title"))
        + html.paragraph(say("page.verantwoording.licences.intro"))
        + prose.entries(_source(source) for source in sources.ALL)
    )


def _source(source: sources.Source) -> str:
    facts = say(
        "page.verantwoording.licences.facts",
        publisher=source.publisher,
        date=_day(source.date),
        licence=source.licence,
    )
    return (
        f"<p>{prose.link(source.title, source.url)}</p>"
        f'<p class="sdw-quiet">{html.escape(facts)} {html.escape(source.note)}</p>'
    )


def _day(text: str) -> str:
    """'2026-11-22' → '22 november 2026'; a year or a month in words stays as it is."""
    return day(dt.date.fromisoformat(text)) if len(text) == len("2026-11-22") and text[4] == "-" else text
