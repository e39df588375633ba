"""The drawing of trajectories started beside people who could be meant."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Fact, Scene
from sdw.dissemination.charts.reach import rays, scatter_scene
from sdw.dissemination.charts.reach.rays import Ray
from sdw.dissemination.charts.reach.scatter_scene import Axes, Point
from sdw.dissemination.figures.need import reach
from sdw.dissemination.figures.need.reach import Place, Reach
from sdw.dissemination.figures.sentences import reach as sentences
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference.areas import regions
from sdw.text.dutch import number, say

_WIDE = 720.0


def scene(view: View, width: float = _WIDE) -> Scene | None:
    """A point per region in the year of the view; None where no region has a rate over it."""
    found = reach.of(view)
    if found is None or not found.known:
        return None
    words = Words(
        say("reach.title") + wording.example(found.used),
        say("scene.scatter", finding=sentences.finding(found, view)),
        sentences.what(found, view),
    )
    brief = width < _WIDE
    axes = Axes(
        sentences.people_axis(found), sentences.started_axis(view), say("reach.bare_lines") if brief else ""
    )
    lines = _rays(found, brief=brief)
    return scatter_scene.scene([_point(one) for one in found.places], lines, axes, words, view.region, width)


def shown(view: View) -> Sequence[Figure]:
    """Both figures of every region, and the national rate."""
    found = reach.of(view)
    return [] if found is None else found.used


def _point(place: Place) -> Point:
    value = None if place.rate.value is None else place.rate.numerator
    facts = tuple(_fact(one) for one in (place.started, place.rate))
    return Point(
        place.rate.region, place.rate.place, place.people, value, place.rate.status, facts, sentences.tip(place)
    )


def _fact(one: Figure) -> Fact:
    return Fact(one.place, wording.shown(one), one.status)


def _rays(found: Reach, *, brief: bool) -> list[Ray]:
    """A few lines of equal reach, and the national one where there is a national figure."""
    nation = None if wording.is_few(found.nation) else found.nation
    highest = max(one.rate.value or 0 for one in found.known)
    lines = [
        Ray(rate, (written if brief else say("reach.line", rate=written),))
        for rate in rays.round_rates(highest, nation.value if nation else None)
        for written in (number(rate, 0 if rate == int(rate) else 1),)
    ]
    if nation is None or nation.value is None:
        return lines
    rate = wording.amount(nation.value, catalogue.PER_1000_BENEFITS)
    have, of_all = nation.delivered or (0, 0)
    covered = (say("reach.covered", have=have, of=of_all),) if have < of_all else ()
    named = (regions.NATION_NAME, *covered, say("reach.line", rate=rate))
    words = (say("reach.nation_brief"), rate) if brief else named
    return [Ray(nation.value, words, is_national=True), *lines]
