"""A page about one region, without a script of Streamlit: `r/AM05`.

Its figures beside the nation with their statuses, its drawings, and where more of it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

from markupsafe import Markup

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.table import Table, Take
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.exports import explanation, qr
from sdw.dissemination.figures import selections, tabled
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import html, screen, tables, watermark
from sdw.dissemination.ui.server.addresses import CODES, REGIONS
from sdw.dissemination.ui.view.choices import choose
from sdw.dissemination.ui.view.light import drawing, parts, share, shell, told
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.text.dutch import say

#: The page of the monitor about the same.
PAGE = "regio"
#: The drawings on the page, and those that the page leads to.
DRAWN = ("regio-jaren", "regio-verwacht-gestart", "regio-verwacht-duurzaam")
LINKED = (
    *("kaart", "bereik", "doelen"),
    *("regio-lijn-gestart", "regio-lijn-duurzaam", "regio-lijn-uitgevoerd", "regio-lijn-eindstand"),
    *("regio-gemeenten-ao", "regio-gemeenten-bijstand"),
)
_UP = "../"


def address(edition: Edition, code: str) -> str:
    """Where the page stays the same for ever, relative to the root of the addresses."""
    return f"{REGIONS}{code}?{urlencode({'uitgave': edition.label})}"


def of(edition: Edition, code: str, mark: str = "") -> str:
    """The whole page as HTML. mark: what stands on all that is taken from a concept."""
    view = choose(edition, menu.by_name(PAGE), {"regio": code}).view
    name = figures.place_of(edition, code)
    title = name
    if view.period:
        title = say("page.regio.heading", region=name, period=wording.period(view.period))
    words = _sentence(view, name)
    found = tabled.beside(view, code)
    used = tables.figures_beside(view, code)
    facts = told.facts(edition, used, [mine.status for _, mine, _ in found], ())
    drawn = [(one, made) for one in DRAWN if (made := drawing.of(one, view, mark=mark, up=_UP))]
    shown = [*used, *(figure for one, _ in drawn for figure in taking.shown(one, view))]
    content = [
        watermark.over(mark),
        parts.banner(invented=any(one.is_invented for one in shown)),
        parts.top(edition),
        _opening(view, mark, title, words),
        _table(view, code) if found else Markup(),
        screen.element(facts),
        *(_drawn(one, scene, figure, view) for one, (scene, figure) in drawn),
        _further(view, name),
        _still_valid(edition, used),
        parts.every_region(edition, _UP, say("light.region.others")),
        share.embedding(title, address(edition, code), edition.label),
        share.scanned(qr.of_figures(edition, used)),
    ]
    picture = registry.address(drawing.PLACE, view, share.CARD)
    head = share.head(title, words, address(edition, code), picture)
    return shell.whole(title, Markup("").join(content), head, is_live=True)


def _sentence(view: View, name: str) -> str:
    """Where it stands on both targets, or that nothing is delivered yet."""
    return progress.region(
        name, *(selections.figure(view, one, view.region) for one in (catalogue.STARTED, catalogue.DURABLE))
    )


def _opening(view: View, mark: str, title: str, words: str) -> Markup:
    """The title and its sentence, with beside them where the region lies."""
    head = Markup("").join(parts.heading(title, words))
    place = drawing.of(drawing.PLACE, view, mark=mark, up=_UP)
    form = Markup('<div class="sdw-two"><div>{}</div>{}</div>')
    return form.format(head, place[1]) if place else head


def _table(view: View, code: str) -> Markup:
    content = taking.with_files("cijfers", view, tables.beside(view, code))
    return html.table(replace(content, take=_above(content.take)))


def _above(take: Take | None) -> Take | None:
    """Its addresses as seen from this page."""
    return take and Take(take.title, tuple((words, _UP + where) for words, where in take.links))


def _drawn(name: str, scene: Scene, figure: Markup, view: View) -> Markup:
    """A drawing under its title, with its figures as a table and the forms in which it can be taken along."""
    table = Table(
        say("light.figures"),
        (say("light.what"), say("light.figure")),
        [(fact.label, fact.value) for fact in scene.facts],
        numbers=frozenset({1}),
        closed=True,
    )
    take = _above(taking.take(name, view))
    words = html.paragraph(scene.description), html.paragraph(scene.subtitle, "sdw-quiet")
    return Markup("").join(
        [html.heading(scene.title), *words, figure, html.table(table), screen.element(take) if take else Markup()]
    )


def _further(view: View, name: str) -> Markup:
    """What else shows this region: other drawings by their titles, and the page of the monitor."""
    form = Markup('<section class="sdw-links"><h2>{}</h2><ul class="sdw-list">{}</ul></section>')
    return form.format(say("light.region.drawings", region=name), Markup().join(_links(view, name)))


def _links(view: View, name: str) -> Iterator[Markup]:
    item = Markup('<li><a href="{}{}">{}</a>')
    for one in LINKED:
        known = registry.ALL[one]
        page = menu.by_name(known.page)
        there = choose(view.edition, page, {"regio": view.region}).view
        scene = known.scene(there)
        if scene is not None:
            yield item.format(_UP, registry.address(one, there, ""), scene.title)
    page = menu.by_name(PAGE)
    asked = urlencode({"uitgave": view.edition.label, "regio": view.region})
    yield item.format(_UP, f"{page.name}?{asked}", say("light.region.monitor", region=name, page=page.entry))


def _still_valid(edition: Edition, shown: list[Figure]) -> Markup:
    if not shown or edition.is_concept:
        return Markup()
    form = Markup('<p class="sdw-quiet"><a href="{}{}{}">{}</a> {}</p>')
    code = validity.code(edition, shown)
    return form.format(_UP, CODES, code, say("validity.code"), explanation.validity_of(edition, shown))
