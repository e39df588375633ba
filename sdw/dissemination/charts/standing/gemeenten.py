"""The map of IPS in gemeenten: in how many of the gemeenten of a region it is open and paid for good."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.standing import kinds_map
from sdw.dissemination.charts.standing.borging import subtitle_of_map
from sdw.dissemination.charts.standing.kinds_map import Kind, Region
from sdw.dissemination.figures.standing import gemeenten
from sdw.dissemination.figures.standing.gemeenten import Tally
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.reference.datasets.state_record import State
from sdw.reference.status import Status
from sdw.text.dutch import number, say

_UNKNOWN = 4


def scene(view: View, width: float = kinds_map.WIDTH, height: float = 0.0) -> Scene | None:
    """Every region by its part with structural IPS; None in an edition that says nothing of gemeenten."""
    if not shown(view):
        return None
    nation, *of_regions = gemeenten.tallies(view.edition)
    kinds = [
        *(
            Kind(ink, Status.VALUE, say(f"ips_gemeente.kind_{place}"))
            for place, ink in enumerate(("s4", "s2", "s1", "s0"))
        ),
        Kind("ground", Status.NOT_DELIVERED, say("ips_gemeente.kind_unknown")),
    ]
    drawn = [
        Region(one.region, figures.place_of(view.edition, one.region), kind_of(one), told(one))
        for one in of_regions
    ]
    words = Words(say("ips_gemeente.title"), lead(nation), subtitle_of_map(view, shown(view)))
    return kinds_map.scene(drawn, kinds, say("ips_gemeente.legend"), words, width, height)


def shown(view: View) -> Sequence[State]:
    """The states in it: the newest of each gemeente."""
    return gemeenten.shown(view.edition)


def kind_of(one: Tally) -> int:
    """All gemeenten, half or more, fewer, none that is known, or nothing known at all."""
    if not one.is_told:
        return _UNKNOWN
    if one.structural == one.of:
        return 0
    if 2 * one.structural >= one.of:
        return 1
    return 2 if one.structural else 3


def told(one: Tally) -> str:
    """'3 van 14 structureel, 5 onbekend'."""
    if not one.is_told:
        return say("ips_gemeente.told_nothing", all=number(one.of))
    return say("ips_gemeente.told", count=number(one.structural), all=number(one.of), unknown=number(one.unknown))


def lead(nation: Tally, example: str = "") -> str:
    """The nation in one sentence: structural, project, no, and of how many it is not known."""
    return say(
        "ips_gemeente.lead",
        count=number(nation.structural),
        all=number(nation.of),
        example=example,
        project=number(nation.project),
        no=number(nation.no),
        unknown=number(nation.unknown),
    )
