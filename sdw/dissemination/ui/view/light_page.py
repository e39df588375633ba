"""A page about one drawing, without a script: `f/<edition>/<name>`, to link to, to keep and to print.

It says all by itself: what the drawing shows, whether that is invented, its figures in a table, where they come
from, in which edition, and how to take them away.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.drawings import Chart
from sdw.dissemination.blocks.table import Cell, Table, Take
from sdw.dissemination.charts.core.palette import STATUS_CLASS
from sdw.dissemination.charts.core.scene import Fact, Scene
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.drawings.registry import Choices
from sdw.dissemination.exports import explanation
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import html, picture, screen, show, watermark
from sdw.dissemination.ui.server import answers
from sdw.dissemination.ui.server.addresses import CODES
from sdw.edition.figures import Figure
from sdw.text.dutch import say

_FORM = Markup(
    '<!doctype html><html lang="nl"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>{}</title>'
    '<link rel="icon" href="{}"><style>{}</style>'
    '<body class="sdw-lost sdw-light"><main data-testid="stHtml">{}</main>'
)


def of(name: str, view: View, scene: Scene, choices: Choices = (), mark: str = "") -> str:
    """The whole page as HTML. mark: what stands on all that is taken from a concept."""
    shown = taking.shown(name, view, choices)
    stated = taking.stated(name, view, choices)
    invented = any(figure.is_invented for figure in shown) or any(one.is_example for one in stated)
    example = wording.example(shown)
    table = html.table(_table(scene, example, of_states=bool(stated))) if scene.facts else Markup()
    content = Markup("").join(
        [
            watermark.over(mark),
            _banner(invented=invented, of_states=bool(stated)),
            html.paragraph(say("frame.top", product=say("frame.product"), label=view.edition.label), "sdw-product"),
            Markup("<h1>{}</h1>").format(scene.title),
            html.paragraph(scene.subtitle) if scene.subtitle else Markup(),
            picture.of(Chart(scene, _beside(registry.address(name, view, choices=choices)))),
            html.paragraph(scene.description),
            html.paragraph(show.source_line(view.edition, shown), "sdw-sources"),
            screen.element(_here_too(taking.take(name, view, choices))),
            _still_valid(view, shown) if shown else Markup(),
            _to_the_monitor(name, view, choices),
            table,
        ]
    )
    return whole(scene.title, content)


def whole(title: str, content: Markup) -> str:
    """A page without a script, with our style."""
    return _FORM.format(say("frame.page_title", page=title), answers.ICON, Markup(answers.style()), content)


def _banner(*, invented: bool, of_states: bool) -> Markup:
    if not invented:
        return Markup()
    form = Markup('<p class="sdw-banner" data-testid="voorbeeld-banner" role="note"><strong>{}</strong> {}</p>')
    told = say("frame.example.text_states" if of_states else "frame.example.text_drawing")
    return form.format(say("frame.example.word"), told)


def _here_too(take: Take) -> Take:
    return Take(take.title, tuple((words, _beside(address)) for words, address in take.links))


def _beside(address: str) -> str:
    """An address below that of a page, as seen from this page."""
    return address.rsplit("/", 1)[1]


def _still_valid(view: View, shown: Sequence[Figure]) -> Markup:
    """Where to see whether these figures still hold, when this page was kept or printed."""
    code = validity.code(view.edition, shown)
    form = Markup('<p><a href="../../{}{}">{}</a> {}</p>')
    return form.format(CODES, code, say("validity.code"), explanation.validity_of(view.edition, shown))


def _table(scene: Scene, example: str, *, of_states: bool) -> Table:
    return Table(
        caption=say("page.light.states" if of_states else "page.light.figures") + example,
        head=(say("page.light.what"), say("page.light.state" if of_states else "page.light.figure")),
        rows=[(fact.label, _cell(fact)) for fact in scene.facts],
        numbers=frozenset({1}),
    )


def _cell(fact: Fact) -> Cell:
    return Cell(fact.value, "" if fact.status.has_value else STATUS_CLASS[fact.status])


def _to_the_monitor(name: str, view: View, choices: Choices) -> Markup:
    """A link to the page of the monitor with this drawing, on the same choice."""
    drawing = registry.ALL[name]
    page = menu.by_name(drawing.page)
    said = {one: text for one, text in view.said().items() if one in drawing.uses and text}
    asked = urlencode({"uitgave": view.edition.label} | said | dict(choices))
    form = Markup('<p><a href="../../{}?{}">{}</a></p>')
    return form.format(page.name, asked, say("page.light.monitor", page=page.entry))
