"""The bullet rows of Doelen and Regio."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.targets import bullet, bullet_scene, fan_scene, spark_scene, years_panels
from sdw.dissemination.charts.targets.bullet import Against, Bullets, Pace
from sdw.dissemination.charts.targets.fan_scene import Fan
from sdw.dissemination.charts.targets.look import PLAIN, Look
from sdw.dissemination.charts.targets.years_panels import Panel
from sdw.dissemination.figures import run_up, selections
from sdw.dissemination.figures.need import yardstick
from sdw.dissemination.figures.sentences import pace, progress, wording
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL, Indicator
from sdw.reference import periods
from sdw.reference.areas.regions import CODES
from sdw.reference.documents import targets
from sdw.text.dutch import listing, number, say

#: The counts of a year of one region: two bars, and two more numbers.
YEARLY = (catalogue.STARTED, catalogue.DURABLE, catalogue.CARRIED_OUT, catalogue.CLOSING)


def regions(view: View, look: Look = PLAIN) -> Bullets | None:
    """Every region against both targets; None where no region has a value."""
    started = selections.of_regions(view, catalogue.STARTED)
    durable = selections.of_regions(view, catalogue.DURABLE)
    against = Against(yardstick.aims(view.edition, look.yardstick), look.yardstick, paces(view), look.only)
    return bullet.targets_of_regions(started, durable, against, order=look.order, selected=view.region)


def paces(view: View) -> dict[str, tuple[Pace, ...]]:
    """Region → where its running year is expected to end, of both targets; nothing outside the part in hand."""
    if not view.period or view.period != selections.in_hand(view.edition, catalogue.STARTED):
        return {}
    found = {code: tuple(selections.paces(view.edition, code)) for code in CODES}
    return found if all(len(both) == len(targets.ALL) for both in found.values()) else {}


def regions_scene(view: View, look: Look = PLAIN, width: float = 760) -> Scene | None:
    """The same as a scene."""
    rows = regions(view, look)
    if rows is None:
        return None
    started = selections.of_regions(view, catalogue.STARTED)
    durable = selections.of_regions(view, catalogue.DURABLE)
    reached = (selections.reach(started), selections.reach(durable))
    finding = progress.regions_on_target(*reached, view.period, selections.missing_by_reason(started, durable))
    return bullet_scene.scene(rows, say("scene.bullets", finding=finding), width)


def years(view: View) -> Bullets | None:
    """The region of the view through the full years; None where it has no value."""
    return bullet.targets_of_years(*selections.years(view, YEARLY, view.region))


def years_scene(view: View) -> Scene | None:
    """The same as a scene; None without a region too."""
    rows = years(view) if view.region else None
    if rows is None:
        return None
    started, durable = rows.rows[-1].started, rows.rows[-1].durable
    finding = progress.region(figures.place_of(view.edition, view.region), started, durable)
    return bullet_scene.scene(rows, say("scene.bullets", finding=finding))


def line(view: View, counted: Indicator) -> Scene | None:
    """One count of the region of the view through the full years, for a tile; None where it has no value."""
    shown = line_shown(view, counted)
    if not any(one.value is not None for one in shown):
        return None
    aim = targets.of_indicator(counted.id)
    said = say("scene.line_title", indicator=counted.label, place=shown[-1].place, first=shown[0].period)
    title = said + wording.example([one for one in shown if one.value is not None])
    words = Words(title, say("scene.line", title=title, years=listing([wording.shown(one) for one in shown])))
    return spark_scene.scene(shown, words, aim.per_region if aim else None)


def line_shown(view: View, counted: Indicator) -> list[Figure]:
    """The published figures in it; nothing without a region."""
    return selections.years(view, (counted,), view.region)[0] if view.region else []


def since_shown(view: View) -> list[Figure]:
    """Both counts of the nation and every region in all full years."""
    return [one for panel in _panels(view) for one in (*panel.started, *panel.durable)]


def since(view: View, width: float = 1040) -> Scene | None:
    """The nation and every region through the full years; None where there are none."""
    panels = _panels(view)
    if not panels:
        return None
    nation, shown = panels[0], since_shown(view)
    told = [_of_then_and_now(counts) for counts in (nation.started, nation.durable)]
    words = Words(
        say("page.doelen.since", first=nation.started[0].period) + wording.example(shown),
        say("scene.since", started=told[0], durable=told[1]),
        say("page.doelen.since_what", nation=number(nation.target), region=number(targets.STARTED.per_region))
        + wording.notes(shown),
    )
    return years_panels.scene(panels, words, width)


def _of_then_and_now(counts: Sequence[Figure]) -> str:
    """'2.013 trajecten (29 van de 35 regio's) in 2021 en 3.650 trajecten (35 van de 35 regio's) in 2025'."""
    ends = dict.fromkeys((counts[0], counts[-1]))
    told = [
        say("scene.in_year", figure=wording.valued(one), aside=wording.aside(one), year=one.period) for one in ends
    ]
    return listing(told).replace(" ()", "")


def _panels(view: View) -> list[Panel]:
    """The nation first, the regions by name; none in an edition without full years."""
    counts = [_full_years(view, indicator) for indicator in (catalogue.STARTED, catalogue.DURABLE)]
    years = sorted({one.period for found in counts for one in found if one.region == NATION})
    by_place = [{(one.region, one.period): one for one in found} for found in counts]
    panels = []
    for code in (NATION, *CODES):
        rows = [[found[code, year] for year in years if (code, year) in found] for found in by_place]
        if years and all(len(row) == len(years) for row in rows):
            target = targets.STARTED.national if code == NATION else targets.STARTED.per_region
            panels.append(Panel(rows[0][0].place, rows[0], rows[1], target))
    return [*panels[:1], *sorted(panels[1:], key=lambda one: one.name)]


def _full_years(view: View, indicator: Indicator) -> list[Figure]:
    found = figures.select(view.edition, indicator.id, method=TOTAL, client_group=TOTAL)
    return [one for one in found if periods.parse(one.period).kind == "year"]


def fan_of_nation(
    view: View, counted: Indicator, width: float = fan_scene.WIDTH, height: float = fan_scene.HEIGHT
) -> Scene | None:
    """Where the running year of the nation is expected to end, whichever region is chosen."""
    return _fan_scene(fan(view, counted, NATION), width, height)


def fan_of_region(
    view: View, counted: Indicator, width: float = fan_scene.WIDTH, height: float = fan_scene.HEIGHT
) -> Scene | None:
    """The same of the region of the view; None without one."""
    return _fan_scene(fan(view, counted, view.region), width, height) if view.region else None


def fan_shown(view: View, counted: Indicator, *, of_nation: bool) -> list[Figure]:
    """The published figures in it."""
    found = fan(view, counted, NATION if of_nation else view.region)
    return found.shown if found is not None and found.is_drawn else []


def fan(view: View, counted: Indicator, place: str) -> Fan | None:
    """What is known of the running year of a place, of the year before, and where it may end; None where no year
    runs."""
    aim = targets.of_indicator(counted.id)
    wanted = catalogue.expected(counted).id
    pairs = [pair for pair in selections.paces(view.edition, place) if pair[0].indicator == wanted]
    if aim is None or not pairs:
        return None
    (expected, chance) = pairs[0]
    year = int(expected.period)
    now, before = (run_up.of(view.edition, counted, place, one) for one in (year, year - 1))
    target = aim.national if place == NATION else aim.per_region
    begun = [one for one in now if one.months <= expected.months]
    return Fan(begun, before, expected, chance, target, counted.id, _pledged(view, counted, place, expected.period))


def _pledged(view: View, counted: Indicator, place: str, year: str) -> Figure | None:
    """What the place pledged, where that is of all of it: some regions are not the nation."""
    found = figures.select(view.edition, catalogue.pledged(counted).id, region=place, period=year)
    known = [one for one in found if one.value is not None]
    return next((one for one in known if one.delivered is None or one.delivered[0] == one.delivered[1]), None)


def _fan_scene(found: Fan | None, width: float, height: float) -> Scene | None:
    if found is None or not found.is_drawn:
        return None
    kind = say(f"fan.kind_{found.counted}")
    facts = {"year": found.expected.period, "kind": kind, "value": wording.shown(found.expected)}
    words = Words(
        say("fan.title", place=found.expected.place, **facts) + wording.example(found.shown),
        pace.sentence(found.expected, found.chance),
        say("fan.what", last=int(found.expected.period) - 1, **facts) + wording.notes(found.shown),
    )
    return fan_scene.scene(found, words, width, height)
