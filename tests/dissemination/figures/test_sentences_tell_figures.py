"""Generated sentences tell nothing but shown figures of the same edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from sdw.dissemination.figures import outcomes, selections
from sdw.dissemination.figures.claims import beside
from sdw.dissemination.figures.outcomes import Lens
from sdw.dissemination.figures.sentences import ips, progress, wording
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue, outcome_catalogue
from sdw.indicators.model import NATION, Count, PerThousand, Share
from sdw.reference.areas import regions
from sdw.reference.documents import covenant, targets
from sdw.reference.status import Status
from sdw.statistics.number_needed import number_needed
from sdw.text.dutch import number, say
from tests.worlds.shared import Shared

NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
OF_REGIONS = [one for one in catalogue.ALL if isinstance(one.formula, Count | Share | PerThousand)]


@pytest.fixture(scope="module")
def shipped(shared: Shared) -> Edition:
    return shared.edition("shipped")


@pytest.fixture(scope="module", params=["shipped", "every status"])
def edition(request: pytest.FixtureRequest, shared: Shared) -> Edition:
    return shared.edition({"every status": "examples"}.get(request.param, request.param))


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def of_figures(shown: Iterable[Figure | None]) -> set[str]:
    """Every number that the figures say, as a reader meets it."""
    found: set[str] = set()
    for one in shown:
        if one is None:
            continue
        for text in (wording.shown(one), wording.coverage(one), wording.bounds(one), wording.interval(one)):
            found |= numbers(text)
    return found


def always(period: str) -> set[str]:
    """Numbers that are about no figure: the period, the targets, the covenant, how many regions there are."""
    known = {number(len(regions.CODES)), *numbers(" ".join(one.label + one.unit for one in OF_REGIONS))}
    for target in (targets.STARTED, targets.DURABLE):
        known |= {number(target.national), number(target.per_region)}
    return known | numbers(progress.when(period)) | numbers(progress.against_target(period)) | {"95"}


def _parts(reach: selections.Reach) -> tuple[int, ...]:
    return reach.reached, reach.known, reach.of - reach.known


def told(edition: Edition) -> Iterator[tuple[str, str, set[str]]]:
    """Each generated sentence with its period, and the numbers that it may say of figures."""
    periods = {code for one in OF_REGIONS for code in figures.period_codes(edition, one.id, regional=False)}
    for period in sorted(periods):
        view = View(edition, "gestart", period)
        nation = {one.id: selections.figure(view, one) for one in OF_REGIONS}
        totals = {one.id: selections.of_regions(view, one) for one in OF_REGIONS}
        yield period, progress.nation(nation["gestart"], nation["duurzaam_geplaatst"]), of_figures(nation.values())
        reach = [selections.reach(totals[name]) for name in ("gestart", "duurzaam_geplaatst")]
        lacking = selections.missing_by_reason(totals["gestart"], totals["duurzaam_geplaatst"])
        counted = {number(one) for one in lacking.values()} | {
            number(one) for one in (*_parts(reach[0]), *_parts(reach[1]))
        }
        yield period, progress.regions_on_target(*reach, period, lacking), counted
        for place in (NATION, *regions.CODES):
            mine = {one.id: selections.figure(view, one, place) for one in OF_REGIONS}
            yield (
                period,
                progress.region("X", mine["gestart"], mine["duurzaam_geplaatst"]),
                of_figures(mine.values()),
            )
            book = selections.ledger(view, place)
            parts = [] if book is None else [part.value for part in book.parts]
            known = [part for part in parts if part is not None]
            gap = {number(abs(known[3] - (known[0] + known[1] - known[2])))} if len(known) == 4 else set()
            yield period, progress.ledger(book), gap
            pairs = [
                (one, nation[name], beside.verdict(edition, one, nation[name]))
                for name, one in mine.items()
                if one is not None
            ]
            yield period, progress.compared(pairs), of_figures([*mine.values(), *nation.values()])
        for one in OF_REGIONS:
            shown = [figure for figure in totals[one.id] if figure.value is not None]
            spread = selections.spread(shown)
            for chosen in (None, *totals[one.id]):
                verdict = beside.verdict(edition, chosen, nation[one.id]) if chosen is not None else ""
                text = progress.map_of(nation[one.id], spread, chosen, period, "", verdict)
                yield period, text, of_figures([nation[one.id], chosen, *shown])


def test_every_number_in_a_generated_sentence_follows_from_shown_figures(edition: Edition) -> None:
    checked = withheld = 0
    for period, text, may in told(edition):
        extra = numbers(text) - may - always(period)
        assert not extra, f"{extra} in: {text}"
        checked += bool(numbers(text))
        withheld += "afgeschermd" in text
    assert checked > 1000
    hidden = [one for one in figures.select(edition, "gestart") if one.status is Status.SUPPRESSED]
    assert bool(hidden) and withheld > 0, "the edition has withheld cells, and sentences say so"


def test_how_long_is_left_is_about_no_figure() -> None:
    ends = covenant.CURRENT.ends
    assert ends is not None
    assert numbers(progress.days_left(ends)) <= numbers(f"{ends.day} {ends.year} {covenant.CURRENT.version}") | {
        "0"
    }


def _of_outcomes(lens: Lens, region: str) -> set[str]:
    """The figures of a place after so many months, as a sentence writes them: whole or with one digit.

    Only those over all start half-years: a sentence says no others.
    """
    found: set[str] = set()
    for one in outcome_catalogue.OUTCOMES:
        if lens.measure.removeprefix("werk_") not in one.id:
            continue
        for figure in figures.select(
            lens.edition, one.id, region=region, period="", months=lens.months, client_group=lens.client_group
        ):
            for value in (figure.value, figure.low, figure.high, figure.numerator, figure.denominator):
                if value is not None:
                    found |= {number(abs(value)), number(abs(value), 1)}
    return found


def _about_outcomes(lens: Lens) -> Iterator[tuple[str, str]]:
    """Each sentence with the place that it is about."""
    pair, found = outcomes.pair(lens), outcomes.comparison(lens)
    national = [ips.outcomes_title(pair, lens)]
    national += (f"{card.figure} {card.about}" for card in ips.cards(lens, pair, found)[1:])
    if found is not None:
        national += [ips.equal_title(found), *ips.equal_notes(found)]
    yield from ((NATION, text) for text in national)
    for code, rate in outcomes.of_regions(lens).items():
        yield code, ips.chosen_region("X", rate, say("ips.verdict.indistinguishable"), lens.months)


def test_sentences_about_outcomes_say_published_rates_only(shipped: Edition) -> None:
    checked = 0
    for measure in ("werk_12u", "werk_1u"):
        for months in outcomes.months(shipped, measure):
            lens = Lens(shipped, measure, months)
            about = numbers(ips.threshold(measure)) | {number(months), "95"}
            for place, text in _about_outcomes(lens):
                known = _of_outcomes(lens, place) | (_worked_out(lens) if place == NATION else set())
                assert numbers(text) <= known | about, text
                checked += bool(numbers(text) - about)
    assert checked > 100


def _worked_out(lens: Lens) -> set[str]:
    """What is worked out from shown rates: the rest without IPS, and how many people one more at work takes."""
    found: set[str] = set()
    rest = outcomes.pair(lens).others.estimate
    if rest is not None:
        found.add(number(rest.value))
    difference = outcomes.comparison(lens)
    needed = None if difference is None else number_needed(difference.adjusted)
    if needed is not None:
        found |= {number(needed.value), number(needed.low), number(needed.high)}
    return found
