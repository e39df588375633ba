"""What stands beside every figure: its status, how complete it is, where it is from, when the next one comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sdw.dissemination.blocks.model import Facts
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.ui.elements import show
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators.model import NATION
from sdw.reference import delivery
from sdw.reference.datasets.state_record import State
from sdw.reference.documents.studies import Study
from sdw.reference.status import Status
from sdw.text.dutch import day, listing, number, say


def facts(edition: Edition, shown: Sequence[Figure], statuses: Sequence[Status], sources: Sequence[str]) -> Facts:
    """Names with texts. statuses: of what is shown; none where that are no figures.

    sources: who says so, where that is not in the figures.
    """
    named = show.named(shown) if shown else listing(list(sources))
    return Facts(
        (
            *_status(statuses),
            *_coverage(shown),
            *([(say("light.told.source"), named)] if named else []),
            *_carried_over(shown),
            (say("light.told.edition"), _edition(edition)),
            (say("light.told.next"), _next()),
        )
    )


def _status(statuses: Sequence[Status]) -> list[tuple[str, str]]:
    """How many have which status, and what that means."""
    counted = Counter(statuses)
    if not statuses:
        return []
    if set(counted) == {Status.VALUE}:
        one = len(statuses) == 1
        told = (
            say("light.told.status_all_one") if one else say("light.told.status_all", count=number(len(statuses)))
        )
        return [(say("light.told.status"), told)]
    found = [(status, say(f"status.{status.value}")) for status in Status if counted[status]]
    parts = [say("light.told.status_part", count=number(counted[one]), status=word) for one, word in found]
    means = [
        say("light.told.status_means", status=progress.capital(word), meaning=say(f"export.meaning.{one.value}"))
        for one, word in found
        if one is not Status.VALUE
    ]
    return [(say("light.told.status"), " ".join((f"{listing(parts)}.", *means)))]


def _coverage(shown: Sequence[Figure]) -> list[tuple[str, str]]:
    """Of how many regions there is a figure, and how many are in those of the nation."""
    told = []
    regional = {one.region for one in shown if one.region != NATION}
    if len(regional) > 1:
        have = {one.region for one in shown if one.region != NATION and one.value is not None}
        told.append(say("light.told.coverage_regions", have=number(len(have)), of=number(len(regional))))
    covered = sorted({one.delivered for one in shown if one.delivered})
    if covered:
        (least, of), (most, _) = covered[0], covered[-1]
        key = "frame.source.coverage" if least == most else "frame.source.coverage_range"
        told.append(say(key, least=least, of=of))
    return [(say("light.told.coverage"), ". ".join(told))] if told else []


def _carried_over(shown: Sequence[Figure]) -> list[tuple[str, str]]:
    labels = sorted({label for one in shown for label in one.carried_from})
    return [("†", say("frame.source.carried_over", labels=listing(labels)))] if labels else []


def _edition(edition: Edition) -> str:
    key = "light.told.source_concept" if edition.is_concept else "light.told.source_edition"
    return say(key, label=edition.label, date=day(edition.published_at.date()))


def _next() -> str:
    planned = delivery.current().next_edition
    return day(planned) if planned else say("light.told.next_unset")


def of_states(states: Sequence[State]) -> list[str]:
    """Where states are from, each once; of those that name nobody, whose they are."""
    return list(dict.fromkeys(one.source or say(f"export.origin.{one.origin}") for one in states))


def of_studies(studies: Sequence[Study]) -> list[str]:
    """Published research by its authors, year and journal, each once."""
    return list(dict.fromkeys(f"{one.authors} ({one.year}), {one.publication}" for one in studies))
