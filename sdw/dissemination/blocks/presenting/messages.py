"""The message of each slide: a generated sentence of a page, with its figures and what it says of claims.

Those that lead are the message; a plain one after them says what it rests on. A sentence whose figure has no value
says so itself, in the words of the pages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.charts.drawings import nation, registry
from sdw.dissemination.charts.standing import gemeenten as gemeenten_scene
from sdw.dissemination.figures import absence, outcomes, selections
from sdw.dissemination.figures.claims import beside
from sdw.dissemination.figures.sentences import absence as absence_sentences
from sdw.dissemination.figures.sentences import ips, pace, progress, toward
from sdw.dissemination.figures.standing import current, gemeenten
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, Indicator
from sdw.reference.series.sectors import TOTAL
from sdw.text.dutch import number, say

Message = Callable[[View], tuple[Sentence, ...]]
_COUNTS = (catalogue.STARTED, catalogue.DURABLE)


def targets(view: View) -> tuple[Sentence, ...]:
    """How far the nation is on the way to both targets; what is there, where it is held against none."""
    rows = nation.rows(view)
    if rows and all(row.target for row in rows):
        shown = (row.figure for row in rows)
        return tuple(Sentence(toward.told(one), "lead", (one,), toward.stated(one)) for one in shown)
    found = [selections.figure(view, one) for one in _COUNTS]
    return _one(progress.nation(*found), *found)


def _expected(view: View, counted: Indicator) -> tuple[Sentence, ...]:
    """Where the running year of the nation, or of the region of the view, is expected to end."""
    wanted = catalogue.expected(counted).id
    found = [pair for pair in selections.paces(view.edition, view.region or NATION) if pair[0].indicator == wanted]
    if not found:
        return _one(say("present.no_running_year", label=counted.label))
    expected, chance = found[0]
    told = pace.where(expected, chance)
    if expected.value is None:
        return _one(told, expected, chance)
    against = Sentence(pace.against(chance), "lead", (chance,), pace.stated(chance))
    return against, Sentence(told, "plain", (expected,))


def _on_map(view: View) -> tuple[Sentence, ...]:
    """The middle half of the regions, the nation, and the region of the view beside it."""
    indicator = catalogue.by_id(view.indicator)
    whole, regional = selections.figure(view, indicator), selections.of_regions(view, indicator)
    here = selections.figure(view, indicator, view.region) if view.region else None
    judged = beside.verdict(view.edition, here, whole) if here is not None else ""
    told = progress.map_of(whole, selections.spread(regional), None, view.period, "")
    if here is None:
        return _one(told, whole, *regional)
    chosen = progress.chosen_on_map(here, judged)
    return (
        Sentence(chosen, "lead", (here,), beside.stated(here, judged)),
        Sentence(told, "plain", _there(whole, *regional)),
    )


def _region(view: View) -> tuple[Sentence, ...]:
    """Where the region of the view stands on both targets."""
    found = [selections.figure(view, one, view.region) for one in _COUNTS]
    name = figures.place_of(view.edition, view.region)
    return _one(progress.region(name, *found), *found)


def _studied(view: View) -> tuple[Sentence, ...]:
    """What the Dutch study found, at which threshold, with whom and how: too long to stand out."""
    return (Sentence(ips.message(outcomes.lens_of(view)), "plain"),)


def _delivered(view: View) -> tuple[Sentence, ...]:
    """Outcomes of IPS beside other methods; that there are none, where nobody delivered any."""
    lens = outcomes.lens_of(view)
    found = outcomes.national(lens, outcomes.IPS)
    if found is None:
        return _one(say("page.ips.regions_none", threshold=ips.threshold(lens.measure)))
    title = ips.marked(ips.outcomes_title(outcomes.pair(lens), lens), lens)
    drawn = import_module("sdw.dissemination.charts.drawings.ips_regions")  # it takes scipy with it
    return Sentence(title, "lead", (found,)), Sentence(drawn.over_months_words(lens).subtitle, "plain")


def _gemeenten(view: View) -> tuple[Sentence, ...]:
    tally = gemeenten.tallies(view.edition)[0]
    if not tally.is_told:
        return _one(say("ips_gemeente.none", all=number(tally.of)))
    example = say("borging.lead_example") if current.has_examples(gemeenten.shown(view.edition)) else ""
    return _one(gemeenten_scene.lead(tally, example))


def _element(view: View) -> tuple[Sentence, ...]:
    """How an element of borging stands over the regions, in the words of its map."""
    scene = registry.find("borging-kaart").scene(view)
    return _one(say("borging.none") if scene is None else scene.description)


def _absence(view: View) -> tuple[Sentence, ...]:
    found = absence.newest(view.edition, catalogue.ABSENCE, TOTAL, "quarter")
    shown = _there(found.now, found.earlier) if found else ()
    return (Sentence(absence_sentences.lead(found), "lead", shown, absence_sentences.stated(found)),)


def _complaints(view: View) -> tuple[Sentence, ...]:
    found = absence.newest(view.edition, catalogue.EXHAUSTION, TOTAL, "year")
    if found is None:
        return _one(say("page.verzuim.empty"))
    return _one(absence_sentences.complaints(found.now, None), found.now)


def _with_and_without(view: View) -> tuple[Sentence, ...]:
    both = [
        absence.newest(view.edition, one, "", "year") for one in (catalogue.ABSENCE_WITH, catalogue.ABSENCE_WITHOUT)
    ]
    having, lacking = (one.now if one else None for one in both)
    told = absence_sentences.with_and_without(having, lacking)
    return _one(told or say("page.verzuim.empty"), having, lacking)


def _one(words: str, *found: Figure | None) -> tuple[Sentence, ...]:
    return (Sentence(words, "lead", _there(*found)),)


def _there(*found: Figure | None) -> tuple[Figure, ...]:
    return tuple(one for one in found if one is not None)


#: By the name that a slide gives (`data/presenting/sets.toml`).
ALL: dict[str, Message] = {
    "doelen": targets,
    "verwacht-gestart": partial(_expected, counted=catalogue.STARTED),
    "verwacht-duurzaam": partial(_expected, counted=catalogue.DURABLE),
    "kaart": _on_map,
    "regio": _region,
    "ips-onderzoek": _studied,
    "ips-regio": _delivered,
    "ips-gemeenten": _gemeenten,
    "borging": _element,
    "verzuim": _absence,
    "burnout": _complaints,
    "met-en-zonder": _with_and_without,
}
