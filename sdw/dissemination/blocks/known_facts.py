"""What is publicly known of a region, and why the figures of the Werkmonitor and of the covenant differ."""

from __future__ import annotations

from sdw.dissemination.blocks.model import Block, Entries, Finding, Heading, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures.standing import facts
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.reference.documents import findings, regional_facts
from sdw.reference.documents.regional_facts import Fact
from sdw.text.dutch import number, say

#: The figures beside each other: of one quarter (IPS alone), and of the covenant and the ggz.
_QUARTER = ("wm-2023q2-gestart", "wm-2023q2-lopend", "wm-2023q2-beeindigd", "wm-2023q2-werk", "wm-2023q2-duurzaam")
_COVENANT = ("hw-2023-trajecten", "hw-2024-lopend", "hw-4800")


def _of_topic(edition: Edition, region: str, topic: str) -> tuple[Fact, ...]:
    """The facts of a region (or NL) on a topic; none where nothing was found."""
    return tuple(one for one in facts.every(edition) if (one.region, one.topic) == (region, topic))


def of_region(edition: Edition, region: str) -> tuple[Block, ...]:
    """What was found of a region per topic, each with source, date and certainty; what was not found is said."""
    if not region:
        return ()
    if not facts.every(edition):
        return Heading(say("known.title")), Paragraph(say("known.none"))
    blocks: list[Block] = [Heading(say("known.title")), Paragraph(say("known.intro"), quiet=True)]
    for topic in regional_facts.LOOKED_FOR:
        found = _of_topic(edition, region, topic)
        blocks.append(Heading(say(f"known.topic_{topic}"), 3))
        if found:
            blocks.append(Entries(tuple(map(_finding, found))))
        else:
            blocks.append(Paragraph(say("known.not_found", region=regions.name_of(region))))
    return tuple(blocks)


def _finding(fact: Fact) -> Finding:
    note = say("known.note", note=fact.note) if fact.note else ""
    source = say("known.source", source=fact.source, period=fact.period)
    return Finding(f"{fact.statement}.{note}", source, fact.url, say(f"known.certainty_{fact.certainty}"))


def reconciliation(edition: Edition) -> tuple[Block, ...]:
    """Why the figures differ: what counts, of whom, when, of how many organisations or regions."""
    by_id = {fact.id: fact for fact in facts.every(edition)}
    rows = [
        [
            _joined(number(float(fact.shown), int("." in fact.shown)), fact.unit),
            say(f"known.counts_{fact.id}"),
            fact.population,
            fact.period,
            fact.source,
        ]
        for fact in (by_id[name] for name in _QUARTER if name in by_id)
    ]
    rows += [
        [_joined(one.shown, one.unit), one.statement, one.population, one.period, one.publisher]
        for one in map(findings.by_id, _COVENANT)
    ]
    columns = ("figure", "what", "whom", "when", "source")
    return (
        Heading(say("known.why")),
        Paragraph(say("known.why_intro")),
        Table(
            caption=say("known.why_caption"),
            head=[say(f"known.column_{name}") for name in columns],
            rows=rows,
            words=True,
        ),
    )


def _joined(figure: str, unit: str) -> str:
    return f"{figure}{unit}" if unit == "%" else f"{figure} {unit}"
