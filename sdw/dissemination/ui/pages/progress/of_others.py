"""What others published: real, with its source, whoever delivered."""

from __future__ import annotations

from sdw.dissemination.blocks.model import Block, Finding, Findings, Heading, Parts
from sdw.dissemination.figures.sentences import ips, wording
from sdw.edition.editions import Edition
from sdw.reference.documents import findings as published
from sdw.reference.documents.findings import Finding as Published
from sdw.text.dutch import say

#: The findings on the first page, beside the Dutch IPS study: the covenant's own figures, and why it matters.
FOUR = ("hw-2023-trajecten", "hw-duurzaam-aandeel", "ctx-wia-helft", "wil-werken")

#: A period that the source does not name.
NO_PERIOD = ("", "n.b.")


def findings(edition: Edition) -> Parts:
    """Five published findings under their heading, each with its source."""
    shown = (*(_finding(published.by_id(one)) for one in FOUR), _ips_finding())
    return ((Heading(say("page.overzicht.findings") + wording.real((), edition)),), (Findings(shown),))


def covenant() -> tuple[Block, ...]:
    """What the covenant itself says was done, under its heading."""
    done = tuple(_finding(published.by_id(one)) for one in FOUR[:2])
    return Heading(say("page.overzicht.covenant")), Findings(done)


def _finding(one: Published) -> Finding:
    unit = {"%": "%", "aandeel": ""}.get(one.unit, f" {one.unit}")
    return Finding(f"{one.statement}.", _source(one), one.source_url, figure=f"{one.shown}{unit}")


def _ips_finding() -> Finding:
    """The Dutch IPS study at the covenant's own threshold: lowest and highest estimate, never one of them."""
    low, high = (published.by_id(f"ips-nl-12u-{end}") for end in ("min", "max"))
    figure = say("page.overzicht.ips_figure", low=low.shown, high=high.shown)
    statement = say("page.overzicht.ips_statement", studied=ips.studied())
    return Finding(statement, _source(low), low.source_url, figure=figure)


def _source(one: Published) -> str:
    """Who says it and over when; the whole title stands on the page that accounts for every finding."""
    if one.period in NO_PERIOD:
        return one.publisher
    return say("page.overzicht.finding_source", publisher=one.publisher, period=one.period)
