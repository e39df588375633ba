"""The account of the figures: what each means, where it comes from, how people are protected."""

from __future__ import annotations

import datetime as dt

from sdw.dissemination.blocks.model import (
    Beside,
    Block,
    Entries,
    Facts,
    Folded,
    Heading,
    Items,
    Paragraph,
    Quote,
)
from sdw.dissemination.blocks.model import Finding as Told
from sdw.dissemination.blocks.model import Source as Named
from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core.palette import STATUS_CLASS
from sdw.dissemination.exports import explanation
from sdw.edition import figures
from sdw.edition.editions import Edition
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


def examples(edition: Edition) -> tuple[Block, ...]:
    """What is invented and what is real; nothing for an edition of delivered figures."""
    if not edition.has_examples:
        return ()
    absent = [
        figure.place
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
    return Heading(say("page.verantwoording.examples.title")), Items(tuple(line for line in lines if line))


def indicators(edition: Edition) -> tuple[Block, ...]:
    """Every indicator: definition, numerator, denominator, unit, direction, source, caveats."""
    return (
        Heading(say("page.verantwoording.indicators.title")),
        Paragraph(say("page.verantwoording.indicators.intro")),
        *(_indicator(edition, indicator) for indicator in catalogue.ALL),
    )


def _indicator(edition: Edition, indicator: Indicator) -> Folded:
    found = explanation.sources_of(indicator.id, figures.select(edition, indicator.id))
    title, *lines = explanation.of_indicator(indicator, found)
    return Folded(title.title, (Facts(tuple((line.title, line.text) for line in lines)),))


def national_targets() -> tuple[Block, ...]:
    """Both targets with their sentence, and every version of the covenant."""
    return (
        Heading(say("page.verantwoording.targets.title")),
        Paragraph(say("page.verantwoording.targets.intro")),
        Beside(tuple(map(_target, targets.ALL))),
        *map(_covenant, covenant.ALL),
    )


def _target(target: Target) -> tuple[Block, ...]:
    derived = (
        "page.verantwoording.targets.derived" if target.derived_by_us else "page.verantwoording.targets.stated"
    )
    return (
        Heading(say("page.verantwoording.targets.heading", label=target.label, name=target.name), 3),
        Quote(target.quote, target.source.title),
        Paragraph(target.explanation),
        Facts(
            (
                (say("page.verantwoording.targets.per_region"), f"{number(target.per_region)} {target.unit}"),
                (
                    say("page.verantwoording.targets.national"),
                    say(derived, count=number(target.national), unit=target.unit),
                ),
            )
        ),
    )


def _covenant(version: Covenant) -> Folded:
    quotes = [text for text in (version.ends_quote, version.durable_quote) if text]
    body: tuple[Block, ...] = (
        *(Quote(text, version.source.title) for text in quotes),
        Paragraph(version.note),
        Heading(say("page.verantwoording.targets.partners"), 3),
        Items(
            tuple(
                say("page.verantwoording.targets.partner", name=partner.name, role=partner.role)
                for partner in version.partners
            )
        ),
        Heading(say("page.verantwoording.targets.priorities"), 3),
        Items(tuple(f"{priority.number}. {priority.title}" for priority in version.priorities)),
    )
    return Folded(say("page.verantwoording.targets.covenant", version=version.version), body)


def findings() -> tuple[Block, ...]:
    """Published findings by topic, each with its source and how certain it is."""
    return (
        Heading(say("page.verantwoording.findings.title")),
        Paragraph(say("page.verantwoording.findings.intro")),
        *(_topic(heading, topics) for heading, topics in TOPICS.items()),
    )


def _topic(heading: str, topics: tuple[str, ...]) -> Folded:
    found = [finding for topic in topics for finding in published.on(topic)]
    title = say("page.verantwoording.findings.topic", topic=say(heading), count=len(found))
    return Folded(title, (Entries(tuple(map(_finding, found))),))


def _finding(finding: Finding) -> Told:
    certainty = say("page.verantwoording.findings.certainty", certainty=finding.certainty, period=finding.period)
    source = f"{finding.publisher}, {finding.source_title}"
    note = f" {finding.note[:1].upper() + finding.note[1:]}." if finding.note else ""
    return Told(finding.statement + ".", source, finding.source_url, certainty + note)


def disagreements() -> tuple[Block, ...]:
    """Where two sources say different things: side by side, with why they may differ."""
    return (
        Heading(say("page.verantwoording.conflicts.title")),
        Paragraph(say("page.verantwoording.conflicts.intro")),
        *(block for conflict in conflicts.ALL for block in _conflict(conflict)),
    )


def _conflict(conflict: conflicts.Conflict) -> tuple[Block, ...]:
    return (
        Heading(conflict.title, 3),
        Beside(tuple((_finding(side),) for side in conflict.sides), cards=True),
        Paragraph(conflict.explanation),
    )


def statuses() -> tuple[Block, ...]:
    """What each status of a figure means, and what it looks like in a table."""
    heading, *lines = explanation.statuses()
    return (
        Heading(heading.title),
        Table(
            caption=say("page.verantwoording.statuses.caption"),
            head=(
                say("export.header.status"),
                say("page.verantwoording.statuses.shown"),
                say("page.verantwoording.statuses.meaning"),
            ),
            rows=[
                (
                    line.title,
                    Cell(_SAMPLES.get(status, line.title), STATUS_CLASS.get(status, "")),
                    line.text,
                )
                for status, line in zip(Status, lines, strict=True)
            ],
        ),
    )


def licences(edition: Edition) -> tuple[Block, ...]:
    """Where every shipped file comes from, and under which licence; those of examples only where there are any."""
    shown = [one for one in sources.ALL if edition.has_examples or not one.of_examples]
    return (
        Heading(say("page.verantwoording.licences.title")),
        Paragraph(say("page.verantwoording.licences.intro")),
        Entries(tuple(map(_source, shown))),
    )


def _source(source: sources.Source) -> Named:
    facts = say(
        "page.verantwoording.licences.facts",
        publisher=source.publisher,
        date=_day(source.date),
        licence=source.licence,
    )
    return Named(source.title, source.url, f"{facts} {source.note}")


def _day(text: str) -> str:
    """'2026-11-22' → '22 november 2026'; a year or a month in words stays as it is."""
    return day(dt.date.fromisoformat(text)) if len(text) == len("2026-11-22") and text[4] == "-" else text
