"""Why there is no number: nobody delivered one, too few regions did, or there is one that is not shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.reference import periods
from sdw.reference.comparisons import LEAST_REGIONS
from sdw.reference.status import Status
from sdw.text.dutch import number, say


def nation(shown: Iterable[Figure | None]) -> str:
    """Of national figures of one period without a value."""
    given = [one for one in shown if one is not None]
    few = [one for one in given if wording.is_few(one) and one.delivered is not None]
    if not few:
        return of({one.status for one in given})
    have, whole = few[0].delivered or (0, 0)
    parsed = periods.parse(few[0].period)
    period = say(f"sentence.at_{parsed.kind}", number=parsed.number, year=parsed.year, label=parsed.label)
    facts = {"period": period, "have": number(have), "of": number(whole), "least": wording.count(LEAST_REGIONS)}
    return say("untold.few_one" if have == 1 else "untold.few", **facts)


def of(statuses: Collection[Status]) -> str:
    """Of figures of one period of which none has a value, by their statuses."""
    return say("untold.withheld") if Status.SUPPRESSED in statuses else say("untold.nothing_yet")
