"""Figures of others beside those of CBS, never on their axes: each a card with its own source and population."""

from __future__ import annotations

from sdw.dissemination.blocks.model import Block, Columns, Finding, Findings, Folded, Heading, Paragraph, Parts
from sdw.dissemination.blocks.table import Table
from sdw.indicators import catalogue
from sdw.reference.documents import conflicts, findings
from sdw.reference.documents.findings import Finding as Published
from sdw.reference.series import declared
from sdw.text.dutch import say

#: The figures that the covenant uses, and what they are about.
COVENANT = ("arboned-11", "arboned-240", "arboned-300", "arboned-kwart", "langdurig-psych")

#: What the table on differences holds beside the series of CBS.
_OTHERS = ("arboned-kwart", "arboned-11", "nea-psych-dagen-2017", "nea-psych-reden", "langdurig-psych")

_CONFLICT = "aandeel-psychisch-uitkeringen"
_INFLOW = "ctx-wia-helft"


def covenant() -> Parts:
    """The covenant's own figures as cards, and why they differ from those above."""
    return (
        (Heading(say("page.verzuim.covenant"), linked=True), Paragraph(say("page.verzuim.covenant_intro"))),
        (Findings(tuple(_card(findings.by_id(name)) for name in COVENANT)),),
        (
            Paragraph(say("page.verzuim.ten_months"), quiet=True),
            Folded(say("page.verzuim.why"), (why_they_differ(),)),
        ),
    )


def why_they_differ() -> Table:
    """Per source: who is in it, what is counted, over which period."""
    series = [declared.by_id(one.id) for one in (catalogue.ABSENCE, catalogue.EXHAUSTION, catalogue.ABSENCE_WITH)]
    rows = [
        *([one.source, one.population, one.measure, _how_often(one)] for one in series),
        *(
            [one.publisher, one.population, _joined(one.shown, one.unit), one.period]
            for one in map(findings.by_id, _OTHERS)
        ),
    ]
    return Table(
        caption=say("page.verzuim.why_caption"),
        head=[
            say("page.verzuim.column_source"),
            say("page.verzuim.column_population"),
            say("page.verzuim.column_measure"),
            say("page.verzuim.column_period"),
        ],
        rows=rows,
        words=True,
    )


def _how_often(series: declared.Series) -> str:
    return say("page.verzuim.yearly" if series.margins else "page.verzuim.quarterly")


def disability() -> tuple[Block, ...]:
    """Running benefits in two definitions side by side, and apart from them the inflow."""
    conflict = next(each for each in conflicts.ALL if each.id == _CONFLICT)
    running: tuple[Block, ...] = (
        Heading(say("page.verzuim.running"), 3),
        Findings(tuple(_card(side) for side in conflict.sides)),
        Paragraph(conflict.explanation),
    )
    inflow: tuple[Block, ...] = (
        Heading(say("page.verzuim.inflow"), 3),
        Findings((_card(findings.by_id(_INFLOW)),)),
        Paragraph(say("page.verzuim.inflow_text")),
    )
    return Heading(say("page.verzuim.disability"), linked=True), Columns(running, inflow, (3, 2))


def _card(finding: Published) -> Finding:
    rise = "+" if finding.unit == "% stijging" else ""
    unit = "%" if rise else finding.unit.split(" van ")[0]
    source = say(
        "page.verzuim.card", publisher=finding.publisher, population=finding.population, period=finding.period
    )
    return Finding(finding.statement, source, finding.source_url, figure=rise + _joined(finding.shown, unit))


def _joined(shown: str, unit: str) -> str:
    """'bijna 25' and '% van verzuim' → 'bijna 25% van verzuim'; a fraction in words needs no sign."""
    if not unit.startswith("%"):
        return f"{shown} {unit}"
    return f"{shown}{unit}" if shown[-1].isdigit() else f"{shown}{unit.removeprefix('%')}"
