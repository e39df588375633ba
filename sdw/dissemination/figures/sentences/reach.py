"""What is said of trajectories started beside the people who could be meant. Pure: figures in, Dutch out."""

from __future__ import annotations

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.claims import beside
from sdw.dissemination.figures.claims.stated import Stated
from sdw.dissemination.figures.need.reach import Place, Reach
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.reference.status import Status
from sdw.text.dutch import listing, number, say

#: More regions than this are counted, not named.
_NAMED = 8


def finding(found: Reach, view: View) -> str:
    """How many started per 1,000: the middle half of the regions, the nation, and the chosen region."""
    rates = [one.rate for one in found.places]
    here = next((one for one in rates if one.region == view.region), None)
    nation = None if wording.is_few(found.nation) else found.nation
    verdict = beside.verdict(view.edition, here, nation) if here is not None else ""
    return progress.map_of(nation, selections.spread(rates), here, view.period, "", verdict)


def stated(found: Reach, view: View) -> tuple[Stated, ...]:
    """What that says of the chosen region beside the nation."""
    here = next((one.rate for one in found.places if one.rate.region == view.region), None)
    return beside.stated(here, beside.verdict(view.edition, here, found.nation) if here is not None else "")


def what(found: Reach, view: View) -> str:
    """Under the title: what, of which years, with what the marks mean."""
    years = say("reach.years", started=view.period, people=found.people_in) if found.people_in else ""
    nation = found.nation
    covered = wording.coverage(nation) if nation is not None and not wording.is_few(nation) else ""
    told = say("reach.what", years=years or say("reach.year", started=view.period))
    return told + (say("reach.coverage", coverage=covered) if covered else "") + wording.notes(found.used)


def people_axis(found: Reach) -> str:
    """What the lying axis counts."""
    return say("reach.people_axis") + (f" ({found.people_in})" if found.people_in else "")


def started_axis(view: View) -> str:
    """What the upright axis counts."""
    return say("reach.started_axis", year=view.period)


def tip(place: Place) -> str:
    """A region when pointed at: both numbers and the rate, or why there is none."""
    rate = place.rate
    if rate.value is None:
        return say("reach.tip_missing", region=rate.place, status=wording.status(rate))
    return say(
        "reach.tip",
        region=rate.place,
        started=wording.shown(place.started),
        people=number(rate.denominator or 0),
        rate=wording.spoken(rate),
    )


def years(found: Reach, view: View) -> str:
    """Of which year the people are, beside the year of the trajectories."""
    key = "reach.denominator_years" if found.people_in else "reach.denominator_source"
    return say(key, started=view.period, people=found.people_in)


def missing(found: Reach) -> str:
    """The regions without a figure by why, and where they stand in the drawing; '' where there is none."""
    parts = []
    for status in (Status.NOT_DELIVERED, Status.SUPPRESSED, Status.UNKNOWN, Status.NOT_APPLICABLE):
        shown = [one.rate for one in found.missing if one.rate.status is status]
        if shown:
            count = len(shown)
            named = count <= _NAMED
            regions = listing([one.place for one in shown]) if named else say("reach.regions", count=number(count))
            parts.append(say("reach.missing_part", regions=regions, status=wording.status(shown[0])))
    return say("reach.missing", parts="; ".join(parts)) if parts else ""


def nothing(found: Reach | None, view: View) -> str:
    """What is said where no region has a figure."""
    statuses = {one.rate.status for one in found.places} if found is not None else set()
    if statuses - {Status.NOT_DELIVERED}:
        return say("reach.nothing_shown", year=view.period)
    return say("reach.nothing_delivered")
