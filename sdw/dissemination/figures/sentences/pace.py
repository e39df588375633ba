"""Where a running year is expected to end, in words: the chance stands in the sentence itself.

Strong words only where the chance is strong: readers agree far better on what a word means with the number beside
it (Wintle et al. 2019, PLOS ONE 14: e0213522). What holds for all of it is said each time: as in earlier years.
"""

from __future__ import annotations

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.claims.stated import Says, Stated, of_target
from sdw.dissemination.figures.sentences import progress, wording
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, Chance
from sdw.reference.documents import targets
from sdw.reference.documents.targets import Target
from sdw.reference.status import Status
from sdw.text.dutch import number, say

#: From how many percent on a chance has these words; the strongest first, and below all of them the last ones.
_WORDS = ((100, "reached"), (90, "on_course"), (10, "open"), (0, "off_course"))
#: The ends of what is said of a chance that is not certain.
_ENDS = {1: "pace.least", 99: "pace.most"}


def of_place(edition: Edition, region: str = NATION) -> list[str]:
    """A sentence for each target on the running year of the nation or a region; none where no year runs, and of an
    older edition that it does not hold this."""
    return [words for words, _ in told_of_place(edition, region)]


def told_of_place(edition: Edition, region: str = NATION) -> list[tuple[str, tuple[Stated, ...]]]:
    """The same, each with what it says of its target."""
    pairs = selections.paces(edition, region)
    if not pairs and selections.in_hand(edition, catalogue.STARTED) is not None:
        return [(say("pace.not_in_edition", edition=edition.label), ())]
    shown = [pair for pair in pairs if pair[0].status is not Status.NOT_APPLICABLE]
    return [(sentence(*pair), stated(pair[1]) if pair[0].value is not None else ()) for pair in shown]


def in_short(edition: Edition) -> str:
    """Both targets of the running year of the nation in one sentence, as far as that can be said; '' without."""
    pairs = [pair for pair in selections.paces(edition) if pair[0].value is not None]
    if not pairs:
        return ""
    parts = [
        say(
            f"pace.short_{aim_of(chance).indicator}",
            value=number(expected.value or 0),
            aside=_aside(expected),
            verdict=verdict(chance),
        )
        for expected, chance in pairs
    ]
    return say("pace.short", year=pairs[0][0].period, parts="; ".join(parts))


def stated_in_short(edition: Edition) -> tuple[Stated, ...]:
    """What that one sentence says."""
    return stated(*(chance for expected, chance in selections.paces(edition) if expected.value is not None))


def sentence(expected: Figure, chance: Figure) -> str:
    """Where the year is expected to end, between which ends, and what that means for the target."""
    told = where(expected, chance)
    return told if expected.value is None else f"{told} {against(chance)}"


def where(expected: Figure, chance: Figure) -> str:
    """The first of these two alone: where the year is expected to end, or why that is not known."""
    aim = aim_of(chance)
    place = "nation" if expected.region == NATION else "region"
    facts = {"where": say(f"pace.where_{place}", region=expected.place), "year": expected.period}
    if expected.value is None:
        return say(f"pace.without_{aim.indicator}", why=say(f"pace.why_{expected.status}"), **facts)
    return say(f"pace.{aim.indicator}", value=number(expected.value), aside=_aside(expected), **facts)


def against(chance: Figure) -> str:
    """'Doel convenant 2021-2024 (100 in een jaar): op koers (kans 93%).'"""
    aim = aim_of(chance)
    of_nation = chance.region == NATION
    return say(
        "pace.against",
        name=progress.capital(aim.name),
        target=number(aim.national if of_nation else aim.per_region),
        derived=say("sentence.derived") if of_nation and aim.derived_by_us else "",
        verdict=verdict(chance),
    )


def verdict(chance: Figure) -> str:
    """'nog niet te zeggen (kans 88%)': what a chance means, with the chance; its status where there is none."""
    if chance.value is None:
        return say("pace.unknown") if chance.status is Status.UNKNOWN else wording.status(chance)
    return say(f"pace.{_word(chance.value)}", chance=percent(chance))


def _word(chance: float) -> str:
    return next(word for least, word in _WORDS if chance >= least)


def stated(*chances: Figure) -> tuple[Stated, ...]:
    """What sentences with these chances say of the targets; nothing where there is no chance."""
    return tuple(of_target(one, Says(_word(one.value))) for one in chances if one.value is not None)


def percent(chance: Figure) -> str:
    """'88%', '99% of meer', '1% of minder'; its status where there is none."""
    if chance.value is None:
        return wording.status(chance)
    end = _ENDS.get(round(chance.value))
    return say(end) if end else f"{number(chance.value)}%"


def percent_marked(chance: Figure) -> str:
    """The cell of a table, in the same words: '1% of minder*'."""
    return percent(chance) + wording.marks(chance)


def brief(expected: Figure, chance: Figure) -> str:
    """The cell of a table: '113 (81%)', or its status."""
    if expected.value is None or chance.value is None:
        return wording.status(expected)
    return say("pace.brief", value=number(expected.value), chance=number(chance.value))


def _aside(expected: Figure) -> str:
    low, high = (number(end or 0) for end in (expected.low, expected.high))
    parts = [say("pace.interval", low=low, high=high)]
    parts += [say("pace.may_rise")] if expected.status is Status.PROVISIONAL else []
    return "; ".join([*parts, *filter(None, [wording.aside(expected)])])


def aim_of(chance: Figure) -> Target:
    """The target that this is the chance of. Raises ValueError for another figure."""
    formula = catalogue.by_id(chance.indicator).formula
    aim = targets.of_indicator(formula.measure) if isinstance(formula, Chance) else None
    if aim is None:
        raise ValueError(f"{chance.indicator} is no chance of a target")
    return aim
