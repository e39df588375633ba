"""What an attack found, held against what was delivered; and what an edition shows that it should not.

Read here from the store itself, past the code that protects: an edition must not tell a small count, nor that
nobody or everybody of a group in which somebody is got durable work.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sdw.disclosure.intervals import EXACT
from sdw.disclosure.outcomes.outcome_cells import Cell, Count, Counts
from sdw.dissemination.attack import outcomes
from sdw.dissemination.attack.attack import Attack
from sdw.dissemination.attack.findings import Finding
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import Chance, Expected, OutcomeRate, Share
from sdw.production.publishing.outcomes import suppression
from sdw.production.publishing.outcomes.totals import Material
from sdw.production.publishing.trajectories import prior_editions, totals
from sdw.production.store import private, sql
from sdw.reference import comparisons, periods, plan
from sdw.reference.areas.regions import CODES, NATION

Key = tuple[str, ...]
Truth = Mapping[str, Mapping[Key, float]]

_PLACED = "duurzaam_geplaatst"
_STOCKS = ("beginstand", "eindstand")
#: Of so many regions or fewer that turn out not to be as an attacker guessed, it guesses again without them.
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many withheld counts there are and were attacked, which of them are known or known to be small, and how
    many that are not small can be worked out. lost: those that an older edition itself shows, the same value."""

    withheld: int
    attacked: int
    pinned: Sequence[Finding]
    narrow: Sequence[Finding]
    large: int
    lost: Sequence[Finding]


def truth(every: Sequence[Edition]) -> Truth:
    """The counts behind each edition, by its label: of trajectories, and those behind the rates of outcomes."""
    with private.reader() as connection:
        return {
            one.label: {
                cell.key: cell.value
                for cell in totals.count_cells(connection, one.batches, prior_editions.keys_in(one)).cells
                if cell.value is not None
            }
            | _outcomes(connection, one)
            for one in every
        }


def _outcomes(connection: private.Connection, edition: Edition) -> dict[Key, float]:
    sql.prepare(connection)
    sql.run(connection, "chosen", batches=edition.batches)
    records = suppression.records(connection, edition.published_at.date())
    return {
        outcomes.key(Cell(months, cut, what)): value
        for (months, cut), counts in Material.of(records, plan.current()).counts.items()
        for what, value in _of_outcome(counts).items()
    }


def _of_outcome(counts: Counts) -> dict[Count, float]:
    return {
        Count.COHORT: counts.cohort,
        Count.FOLLOWED: counts.followed,
        Count.WORK_1U: counts.work_1u,
        Count.NO_WORK_1U: counts.followed - counts.work_1u,
        Count.WORK_12U: counts.work_12u,
        Count.NO_WORK_12U: counts.followed - counts.work_12u,
    }


def judged(attack: Callable[[Collection[str], int], Attack], known: Truth, out: Truth) -> Verdict:
    """The verdict on an attack. What it guessed wrong, it has to do without: of these regions it is told to take
    nothing for granted, and of outcomes less and less.

    out: what editions before each show, and nothing can take back: the attack tells nothing new of it.
    attack: with the regions of which nothing is taken for granted, and the number of wrong guesses on outcomes.
    """
    doubted: set[str] = set()
    for _ in range(_ROUNDS):
        found = attack(doubted, 0)
        wrong = {one.key[1] for one in _of_trajectories(found) if _is_wrong(one, known)} - doubted
        if not wrong:
            break
        doubted |= wrong
    else:
        doubted = {NATION, *CODES}
        found = attack(doubted, 0)
    for tries in range(1, len(outcomes.GUESSES)):
        if not any(_is_wrong(one, known) for one in found.findings if one.key[0] not in totals.MEASURES):
            break
        found = attack(doubted, tries)
    true = [one for one in found.findings if not _is_wrong(one, known)]
    told = [one for one in true if one.pinned and out[one.edition].get(one.key) == one.low]
    pinned = [one for one in true if one.pinned and one not in told]
    narrow = [one for one in true if one.narrow or _is_high(one, known)]
    large = sum(one.large for one in true)
    rest = [one for one in narrow if one not in pinned and one not in told]
    return Verdict(found.hidden, len(found.findings), pinned, rest, large, told)


def out(every: Sequence[Edition]) -> Truth:
    """The counts of trajectories that the editions before each (by its label) show as their own; oldest first."""
    found: dict[str, dict[Key, float]] = {}
    shown: dict[Key, float] = {}
    for edition in every:
        found[edition.label] = dict(shown)
        for measure in totals.MEASURES:
            for one in figures.select(edition, measure):
                if one.value is not None and not one.is_carried_over:
                    shown[(measure, one.region, one.period, one.method, one.client_group)] = one.value
    return found


def _of_trajectories(found: Attack) -> list[Finding]:
    return [one for one in found.findings if one.key[0] in totals.MEASURES]


def _count(one: Finding, known: Truth) -> float | None:
    return known[one.edition].get(one.key)


def _is_wrong(one: Finding, known: Truth) -> bool:
    count = _count(one, known)
    return count is not None and not one.low - EXACT <= count <= one.high + EXACT


def _is_high(one: Finding, known: Truth) -> bool:
    """A small count of which the lower end is the count itself."""
    count = _count(one, known)
    small = count is not None and 0 < count < one.threshold and not one.base
    return small and not one.known and count is not None and one.low > count - 1 + EXACT


def exposed(edition: Edition) -> list[str]:
    """What the edition shows that tells of people: none is right."""
    threshold = int(edition.fact("threshold"))
    with private.reader() as connection:
        counted = totals.count_cells(connection, edition.batches, prior_editions.keys_in(edition)).by_key
        people = _people(connection, edition.batches)
    shown: dict[Key, Figure] = {}
    for measure in totals.MEASURES:
        for one in figures.select(edition, measure):
            if one.value is not None:
                shown[(measure, one.region, one.period, one.method, one.client_group)] = one
    found = [f"small: {key}" for key, one in shown.items() if 0 < (one.value or 0) < threshold]
    for key, one in shown.items():
        if one.region == NATION and one.delivered and one.delivered[0] < plan.current().fewest_regions:
            found.append(f"few regions: {key}")
        measure, period = comparisons.behind(key[0], key[2])
        if measure != _PLACED or one.is_carried_over:
            continue
        places = counted[key].covered or (key[1],)  # type: ignore[index]
        if one.value == 0 and any((place, period, *key[3:]) in people for place in places):
            found.append(f"nobody: {key}")
        whole = shown.get(("uitgevoerd", *key[1:]))
        if whole is not None and not whole.is_carried_over and whole.coverage == one.coverage and whole.value:
            left = whole.value - (one.value or 0)
            if 0 <= left < threshold:
                found.append(f"all but {left:.0f}: {key}")
    return [*found, *_rates(edition, threshold), *paces_of_withheld(edition)]


def paces_of_withheld(edition: Edition) -> Iterator[str]:
    """Every pace with a value that starts from anything but published counts: its interval would tell them."""
    for indicator in catalogue.ALL:
        if not isinstance(indicator.formula, Expected | Chance):
            continue
        shown = figures.select(edition, indicator.formula.measure, method="totaal", client_group="totaal")
        counts = {(one.region, one.period): one.value for one in shown}
        for one in figures.select(edition, indicator.id):
            parts = {3: ("Q1",), 6: ("H1",), 9: ("H1", "Q3")}[one.months]
            own = {
                code: [counts.get((code, f"{one.period}-{part}")) for part in parts] for code in (*CODES, NATION)
            }
            if one.value is not None and None in own[one.region]:
                yield f"pace of a withheld count: {one}"
            whole = {code: counts.get((code, one.period)) for code in CODES}
            if one.region == NATION and one.numerator is not None:
                begun = [sum(own[code]) for code in CODES if whole[code] is None and None not in own[code]]
                ended = [value for value in whole.values() if value is not None]
                if one.numerator != sum(begun) + sum(ended) or one.delivered[0] != len(begun) + len(ended):
                    yield f"pace of more than published counts: {one}"


def _rates(edition: Edition, threshold: int) -> Iterator[str]:
    for indicator in catalogue.ALL:
        if isinstance(indicator.formula, Share | OutcomeRate):
            for one in figures.select(edition, indicator.id):
                above, below = one.numerator, one.denominator
                if one.value in (0.0, 100.0):
                    yield f"rate of {one.value}: {one}"
                elif above is not None and below is not None and min(above, below - above) < threshold:
                    yield f"few in a rate: {one}"
                if one.value is not None and one.region == NATION and one.delivered and one.delivered[0] < 3:
                    yield f"rate over few regions: {one}"


def _people(connection: private.Connection, batches: list[int]) -> set[Key]:
    """Region, period, method and client group of which some delivered count, or a stock just before or after, says
    that somebody is in it."""
    sql.prepare(connection)
    sql.run(connection, "chosen", batches=batches)
    rows = connection.execute(
        "SELECT measure, region, period, method, client_group, value FROM chosen WHERE dataset = 'trajecten'"
    ).fetchall()
    spans = {(region, period) for _, region, period, *_ in rows}
    found: set[Key] = set()
    for measure, region, period, method, group, value in rows:
        if not value:
            continue
        parsed = periods.parse(period)
        day = parsed.start if measure == "beginstand" else parsed.following().start
        touched = {period}
        if measure in _STOCKS:
            others = {code: periods.parse(code) for place, code in spans if place == region}
            touched |= {code for code, one in others.items() if day in (one.start, one.following().start)}
        finer = [periods.parse(code) for code in touched if len(code) > 4]
        years = [periods.parse(year) for year in {code[:4] for code in touched}]
        halves = [half for year in years for half in year.parts("half") if any(map(half.contains, finer))]
        touched |= {one.code for one in (*years, *halves)}
        found |= {
            (region, code, one, two) for code in touched for one in (method, "totaal") for two in (group, "totaal")
        }
    return found
