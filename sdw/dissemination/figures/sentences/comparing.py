"""Two periods beside each other at equal regions: the one way to compare over time. Published figures only.

A count over 31 regions is never held against one over 35. Where other regions are in the two periods, the sums over
the regions in both serve (`reference.comparisons`); where these are not published, a sentence says why not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sdw.dissemination.figures.claims.model import Claim, Form
from sdw.dissemination.figures.claims.stated import Says, Stated
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.sentences.progress import capital, when
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL, Indicator
from sdw.reference import comparisons, periods
from sdw.reference.areas import regions
from sdw.reference.measures import TARGETS
from sdw.reference.status import Status
from sdw.text.dutch import number, say

#: A difference of less than this many percent reads as 0,0%.
_NONE = 0.05


class Why(StrEnum):
    """Why two periods cannot be compared."""

    NO_EARLIER = "no_earlier"
    NONE = "none"
    FEW = "few"
    WITHHELD = "withheld"
    CARRIED_OVER = "carried_over"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A count and that of a year earlier, both over the same regions. `change` is in percent; None from zero."""

    now: Figure
    before: Figure
    regions: int

    @property
    def change(self) -> float | None:
        """By how many percent the count is higher (or lower, below zero) than a year earlier."""
        if self.now.value is None or not self.before.value:
            return None
        return 100 * (self.now.value - self.before.value) / self.before.value


def with_year_earlier(edition: Edition, indicator: Indicator, period: str) -> Comparison | Why:
    """The national count of a period beside the same period a year earlier, or why there is none.

    Raises ValueError for an indicator that is not compared.
    """
    if indicator.id not in TARGETS:
        raise ValueError(f"{indicator.id} is not compared over time")
    earlier = periods.parse(period).year_earlier().code
    sums = [_nation(edition, one.id, period) for one in comparisons.of(indicator.id)]
    told = [_told(edition, indicator.id, one) for one in (period, earlier)]
    if not told[1]:
        return Why.NO_EARLIER
    nations = [_nation(edition, indicator.id, one) for one in (period, earlier)]
    now, before = (same or nation for same, nation in zip(sums, nations, strict=True))
    if not any(sums) and told[0] != told[1]:
        return _too_few(len(told[0] & told[1])) or Why.ABSENT
    if now is None or before is None or now.delivered is None or before.delivered is None:
        return Why.ABSENT
    if now.value is None or before.value is None:
        return _too_few(now.delivered[0]) or Why.WITHHELD
    if now.is_carried_over or before.is_carried_over:
        return Why.CARRIED_OVER
    if now.delivered != before.delivered:
        return Why.ABSENT
    return _too_few(now.delivered[0]) or Comparison(now, before, now.delivered[0])


def _too_few(count: int) -> Why | None:
    if count >= comparisons.LEAST_REGIONS:
        return None
    return Why.FEW if count else Why.NONE


def _nation(edition: Edition, indicator: str, period: str) -> Figure | None:
    found = figures.select(edition, indicator, region=NATION, period=period, method=TOTAL, client_group=TOTAL)
    return found[0] if found else None


def _told(edition: Edition, indicator: str, period: str) -> set[str]:
    """The regions with a count in a period, shown or withheld: anybody can see that."""
    shown = figures.of_regions(edition, indicator, period)
    return {one.region for one in shown if one.value is not None or one.status is Status.SUPPRESSED}


def sentence(edition: Edition, indicator: Indicator, period: str) -> str:
    """The comparison in words, with how many regions are in it, or why there is none; "" without a count."""
    mine = _nation(edition, indicator.id, period)
    if mine is None or mine.status not in (Status.VALUE, Status.PROVISIONAL, Status.SUPPRESSED):
        return ""
    found = with_year_earlier(edition, indicator, period)
    kind = periods.parse(period).kind
    earlier = periods.parse(period).year_earlier().code
    if isinstance(found, Why):
        why = say(f"comparison.why_{found}", periods=say(f"comparison.{kind}"))
        return say(
            "comparison.not",
            subject=catalogue.by_id(indicator.id).label,
            period=wording.period(period),
            before=wording.period(earlier),
            why=why,
        )
    facts = {
        "now_when": capital(when(period)),
        "before_when": when(earlier),
        "did": say(f"comparison.did_{indicator.id}"),
        "what": say(f"comparison.what_{indicator.id}"),
        "regions": _regions(found, kind),
        "now": wording.shown(found.now),
        "before": wording.shown(found.before),
        "example": say("comparison.example") if found.now.is_invented else "",
    }
    if found.change is None:
        return say("comparison.counts", **facts)
    change = f"{number(abs(found.change), 1)}%"
    return say(f"comparison.{_which(found.change)}", change=change, **facts)


def _which(change: float) -> str:
    """The word for a change in percent: one that reads as 0,0% is none."""
    return "same" if abs(change) < _NONE else "more" if change > 0 else "fewer"


def stated(edition: Edition, indicator: Indicator, period: str) -> tuple[Stated, ...]:
    """What the comparison says: more, fewer or as many as a year earlier; nothing where it only tells counts."""
    found = with_year_earlier(edition, indicator, period)
    if isinstance(found, Why) or found.change is None:
        return ()
    says = {"same": Says.SAME, "more": Says.MORE, "fewer": Says.LESS}[_which(found.change)]
    return (Stated(Claim(Form.GROWS, indicator.id, NATION, period=period), says),)


def _regions(found: Comparison, kind: periods.Kind) -> str:
    if found.regions == len(regions.CODES):
        return say("comparison.all_regions", count=found.regions)
    return say("comparison.regions", count=found.regions, periods=say(f"comparison.{kind}"))


def sentences(edition: Edition, period: str, *more: str) -> list[str]:
    """The same in words alone."""
    return [words for words, _ in told(edition, period, *more)]


def told(edition: Edition, period: str, *more: str) -> list[tuple[str, tuple[Stated, ...]]]:
    """The comparisons of a period (and of `more` periods) with a year earlier, of both measures with a target: each
    in words, and what it says."""
    every = [one for one in dict.fromkeys((period, *more)) if one]
    pairs = [(measure, one) for one in every for measure in (catalogue.STARTED, catalogue.DURABLE)]
    found = [(sentence(edition, *pair), stated(edition, *pair)) for pair in pairs]
    return [each for each in found if each[0]]
