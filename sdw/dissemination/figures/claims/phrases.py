"""Parts of sentences on claims: where, when, how much, and that a figure is invented."""

from __future__ import annotations

from sdw.dissemination.figures.claims.model import Answer
from sdw.dissemination.figures.sentences import progress
from sdw.indicators.model import NATION
from sdw.reference.areas import regions
from sdw.statistics.estimate import Estimate
from sdw.text.dutch import number, say


def where(region: str) -> str:
    """'in Twente', 'landelijk'."""
    kind = "nation" if region == NATION else "region"
    return say(f"pace.where_{kind}", region=regions.name_of(region))


def when(period: str) -> str:
    """'in 2025'."""
    return progress.when(period)


def example(answer: Answer) -> str:
    """' (voorbeeld)' where any of the figures is invented."""
    return say("words.invented", told="") if any(one.is_invented for one in answer.figures) else ""


def percentages(found: Estimate) -> dict[str, str]:
    """The ends of a ratio a year as percentages of growth: '13,1%', '−2,0%'."""
    ends = {"low": found.low, "high": found.high}
    return {name: say("claim.percent", value=number(100 * (end - 1), 1)) for name, end in ends.items()}
