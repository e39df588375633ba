"""A deck: the slides that a presenter shows of an edition, each made of one message and one drawing.

The dashboard and the file for a hall write the same deck. It holds what the edition shows and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import Chart
from sdw.dissemination.blocks.figures import Sentence, Sources, source_line
from sdw.dissemination.blocks.presenting import drawn, messages, plots
from sdw.dissemination.blocks.presenting.plot import Plot
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.drawings import maps, registry
from sdw.dissemination.charts.drawings.registry import Choices
from sdw.dissemination.figures import evidence, outcomes, selections
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.standing import current
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference.areas import regions
from sdw.reference.datasets.state_record import State
from sdw.reference.documents import studies
from sdw.reference.presenting import sets as presenting
from sdw.reference.presenting.sets import Slide as Declared
from sdw.reference.series.sectors import TOTAL
from sdw.text.dutch import listing, say
from sdw.text.errors import UserError


@dataclass(frozen=True, slots=True)
class Slide:
    """One message, one drawing, and what goes with them.

    `said`: the message, and after it what it rests on. `chart` is the drawing as it is on its page; `make` draws
    the same in a width and a height (units), in a part `beside` of the slide (0: under the message). Where there is
    no `chart` there is nothing to draw, and the message says why. `caption` stands above the drawing, `address` is
    where that has a page of its own. `plot` gives its figures to a program that draws charts itself; None for a
    map. `figures` are all published figures in it.
    """

    name: str
    title: str
    said: tuple[Sentence, ...]
    chart: Chart | None
    make: Callable[[float, float], Scene | None]
    beside: float
    source: Sources
    remarks: str
    is_example: bool
    note: str
    caption: str
    address: str
    plot: Callable[[], Plot | None]
    figures: tuple[Figure, ...] = ()

    @property
    def words(self) -> str:
        """All that is said on it."""
        return " ".join(one.words for one in self.said)

    @property
    def aloud(self) -> tuple[str, ...]:
        """What there is to see, for the presenter: what the lines are, and the finding in words."""
        if self.chart is None:
            return ()
        return tuple(filter(None, (self.chart.scene.subtitle, self.chart.scene.description)))


@dataclass(frozen=True, slots=True)
class Place:
    """A region to jump to: what is told of it, as (what, figure in words)."""

    code: str
    name: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides in the order of showing, and at the end the map of every region.

    `name` is that of the set, `region` the one that a regional set is of ('' otherwise).
    """

    edition: Edition
    name: str
    title: str
    region: str
    slides: tuple[Slide, ...]
    places: tuple[Place, ...]
    map: Slide

    @property
    def shown(self) -> tuple[Figure, ...]:
        """Every published figure in it."""
        return tuple(dict.fromkeys(one for slide in (*self.slides, self.map) for one in slide.figures))

    @property
    def is_example(self) -> bool:
        """True when anything in it is invented."""
        return any(slide.is_example for slide in (*self.slides, self.map))


@lru_cache(maxsize=64)
def of(edition: Edition, name: str, picked: tuple[str, ...] = (), region: str = "") -> Deck:
    """The deck of a set, with the slides that a presenter picked in their order; those of the set without a choice.

    Raises:
        UserError: there is no such set, slide or region, a slide stands in it twice, or one is of a region and no
            region was said.
    """
    chosen = presenting.named(name)
    names = picked or chosen.slides
    if twice := [one for one in dict.fromkeys(names) if names.count(one) > 1]:
        raise UserError("present.twice", name=listing(twice))
    declared = [presenting.slide(one) for one in names]
    if region and region not in regions.CODES:
        raise UserError("present.no_region_known", region=region)
    if not any(one.regional for one in declared):
        region = ""  # nothing in it is of one
    elif not region:
        raise UserError("present.needs_region", set=chosen.title)
    title = say("present.of_region", title=chosen.title, region=figures.place_of(edition, region)) if region else ""
    return Deck(
        edition,
        name,
        title or chosen.title,
        region,
        tuple(slide(edition, one, region) for one in declared),
        places(edition),
        _whole_map(edition),
    )


def slide(edition: Edition, one: Declared, region: str = "") -> Slide:
    """One slide of an edition."""
    view = view_of(edition, one, region if one.regional else "")
    choices: Choices = (("onderdeel", one.element),) if one.element and _is_other(one) else ()
    return _made(one, messages.ALL[one.message](view), view, choices)


def view_of(edition: Edition, one: Declared, region: str = "") -> View:
    """What a slide looks at: the newest full period of its indicator, as its page opens."""
    page = registry.ALL[one.drawing].page
    if page == "verzuim":
        return View(edition, catalogue.ABSENCE.id, "", sector=TOTAL)
    if page == "ips":
        months = outcomes.months(edition, _OUTCOME)
        after = outcomes.DEFAULT_MONTHS if outcomes.DEFAULT_MONTHS in months else next(iter(months), 0)
        return View(edition, _OUTCOME, "", months=after)
    indicator = one.indicator or catalogue.STARTED.id
    regional = bool(one.indicator)
    codes = figures.period_codes(edition, indicator, regional=regional)
    return View(edition, indicator, codes[0] if codes else "", region=region)


#: At the covenant's own threshold.
_OUTCOME = "werk_12u"


def _is_other(one: Declared) -> bool:
    """True where the element is not the one that is shown without a choice."""
    return one.element != registry.ALL[one.drawing].choices["onderdeel"][0]


def _made(one: Declared, said: tuple[Sentence, ...], view: View, choices: Choices = ()) -> Slide:
    fit = drawn.of(one.drawing, one.element)
    shown = tuple(
        dict.fromkeys(
            (
                *taking.shown(one.drawing, view, choices),
                *(figure for sentence in said for figure in sentence.figures),
            )
        )
    )
    states = taking.stated(one.drawing, view, choices)
    scene = registry.find(one.drawing, choices).scene(view)
    return Slide(
        name=one.name,
        title=one.title,
        said=said,
        chart=None if scene is None else _chart(one.drawing, view, choices, scene),
        make=partial(fit.make, view),
        beside=fit.beside,
        source=Sources(source_line(view.edition, shown, _others(one, states))),
        remarks=wording.notes(shown, named=False).strip(),
        is_example=any(figure.is_invented for figure in shown) or current.has_examples(states),
        note=one.note,
        caption=_caption(one, said[0].words, scene),
        address="" if scene is None else registry.address(one.drawing, view, "", choices),
        plot=partial(plots.of, one.drawing, view),
        figures=shown,
    )


def _chart(name: str, view: View, choices: Choices, scene: Scene) -> Chart:
    """The drawing as its page has it, with how to take it along."""
    taken = taking.take(name, view, choices)
    return Chart(scene, registry.address(name, view, ".svg", choices), level=0, take=taken)


def _caption(one: Declared, message: str, scene: Scene | None) -> str:
    """What stands above the drawing: its title, where that is not the message."""
    if scene is None:
        return ""
    return one.caption or ("" if scene.title == message else scene.title)


def _others(one: Declared, states: Sequence[State]) -> list[str]:
    """Sources of what is no figure of the edition: states that somebody told, and published research."""
    if one.drawing == "ips-band":
        return [evidence.label(studies.by_id(f"{evidence.DUTCH}_12u_min"))]
    kinds = {"example" if state.is_example else "public" if state.source else "told" for state in states}
    return [say(f"present.source_{kind}") for kind in sorted(kinds)]


def places(edition: Edition) -> tuple[Place, ...]:
    """Every region by name, with both counts of the newest year as they are published."""
    view = maps.first(view_of(edition, presenting.slides()["kaart-gestart"]))
    both = [catalogue.STARTED, catalogue.DURABLE] if view.indicator == catalogue.STARTED.id else []
    counted = both or [catalogue.by_id(view.indicator)]
    found = [{one.region: one for one in selections.of_regions(view, each)} for each in counted]
    return tuple(
        sorted(
            (
                Place(
                    code,
                    figures.place_of(edition, code),
                    tuple(
                        (f"{each.label}, {wording.period(view.period)}", wording.spoken(known[code]))
                        for each, known in zip(counted, found, strict=True)
                        if code in known
                    ),
                )
                for code in regions.CODES
            ),
            key=lambda one: one.name,
        )
    )


def _whole_map(edition: Edition) -> Slide:
    """The map with every region, to point at."""
    declared = presenting.slides()["kaart-gestart"]
    view = maps.first(view_of(edition, declared))
    both = (catalogue.STARTED, catalogue.DURABLE) if view.indicator == catalogue.STARTED.id else ()
    shown = tuple(one for each in both for one in selections.of_regions(view, each))
    said = (Sentence(say("present.map_message"), "lead", shown),)
    whole = Declared("regio-kiezen", say("present.map_title"), "kaart", "kaart-klein", say("present.map_note"))
    return _made(whole, said, view)
