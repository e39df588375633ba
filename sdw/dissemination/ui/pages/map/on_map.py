"""Regiokaart as blocks: any indicator for 35 regions, as a map and as a table."""

from __future__ import annotations

from functools import partial

from sdw.dissemination.blocks import reach, taking
from sdw.dissemination.blocks.drawings import Choice, Map
from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block, Heading, Items, Page, Paragraph, Parts
from sdw.dissemination.charts.core.geometry import View as Form
from sdw.dissemination.charts.drawings import maps, registry
from sdw.dissemination.charts.map.classes import Method
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.need import reach as at
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import beside_nation, show, tables
from sdw.dissemination.ui.pages.map import map_texts
from sdw.edition import figures
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.text.dutch import say


def page(view: View, method: Method = "kwantielen") -> Page:
    """The whole page; the map, that a reader can point at on the screen, as a drawing."""
    drawn = maps.scene(view, method=method)
    make = partial(maps.scene, view, method=method)
    small = () if drawn is None else (Map("kaart", make, drawn.title, drawn.description),)
    told = [*map_texts.indicator_explained(catalogue.by_id(view.indicator)), *map_texts.explained()]
    told += reach.explained()
    explained = tuple(map(Paragraph, told))
    table = (map_texts.table_of_regions(view),)
    before: Parts = (answer(view), (*small, *below(view, "kaart", method)), *panel(view), sources(view), *table)
    need = next(iter(reach.NEEDS))
    beside: Parts = (
        (*reach.opening(view.edition), *reach.dated(view)),
        _choice(view),
        (*reach.maps(view, need), *reach.maps_read(view)),
        reach.points(view, "regio"),
        *need_and_reach(view),
    )
    parts: Parts = (*before, *beside, explained)
    return Page(menu.by_name("regiokaart").title, tuple(filter(None, parts)))


def _choice(view: View) -> tuple[Block, ...]:
    """The kinds of need, of which the first is shown."""
    if not reach.has_maps(view):
        return ()
    answers = tuple((name, say(f"page.control.behoefte_{name}")) for name in reach.NEEDS)
    return (Choice("behoefte", "behoefte", say("page.control.behoefte"), answers, answers[0][0]),)


def need_and_reach(view: View) -> Parts:
    """Where the figures of the two maps and of the points come from, and those of the points as a table."""
    here = at.of_year(view)
    found = at.of(here)
    shown = found.used if found is not None and found.known else []
    kinds = [selections.at_newest(here, one) for one in reach.NEEDS.values()]
    needed = [selections.of_regions(one, kind) for one, kind in zip(kinds, reach.NEEDS.values(), strict=True)]
    return (show.sources_of(view.edition, shown, *needed),), reach.table(view)


def answer(view: View) -> tuple[Block, ...]:
    """The sentence above the map."""
    indicator, cut = catalogue.by_id(view.indicator), {"method": view.method, "client_group": view.client_group}
    regional = selections.of_regions(view, indicator, **cut)
    here = selections.figure(view, indicator, view.region, **cut)
    nation = selections.figure(view, indicator, **cut)
    told = map_texts.sentence(view, nation, regional, here)
    none = not figures.period_codes(view.edition, catalogue.STARTED.id, regional=False)
    missing = (Paragraph(say("page.regiokaart.no_trajectories"), quiet=True),) if none else ()
    is_real = wording.real(regional, view.edition)
    real = (Paragraph(say("page.regiokaart.real", sources=show.named(regional)), quiet=True),) if is_real else ()
    lead = Sentence(told, "lead", tuple(regional), map_texts.stated(view, nation, here))
    return (lead, *real, *missing) if told else missing


def below(view: View, form: Form, method: Method) -> tuple[Block, ...]:
    """What the colours of the map stand for, and how to take it along as it is shown."""
    read = Paragraph(map_texts.classes_explained(view, method), quiet=True)
    name = registry.map_name(form, method)
    return (read, taking.take(name, view)) if taking.shown(name, view) else (read,)


def panel(view: View) -> Parts:
    """Beside the map: all figures of the chosen region, or of the nation."""
    remarks = progress.remarks(selections.remarks(view, view.region))
    beside = taking.with_files("cijfers-op-kaart", view, tables.beside(view, view.region or NATION))
    return (
        (Heading(map_texts.panel_title(view)),),
        tuple(map(Paragraph, map_texts.panel_hint(view))),
        (beside,) if beside.rows else (),
        beside_nation.compared(view, view.region),
        (Items(tuple(remarks)),) if remarks else (),
    )


def sources(view: View) -> tuple[Block, ...]:
    """Where everything comes from."""
    indicator, cut = catalogue.by_id(view.indicator), {"method": view.method, "client_group": view.client_group}
    cited = selections.of_regions(view, indicator, **cut), [selections.figure(view, indicator, **cut)]
    beside = tables.figures_beside(view, view.region or NATION)
    return (show.sources_of(view.edition, *cited, beside),)
