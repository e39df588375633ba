"""A page about one drawing, without a script of Streamlit: `f/<edition>/<name>`, to link to, to keep and to print.

It says all by itself: what the drawing shows, whether that is invented, its figures in a table, their status, how
complete they are, where they come from, in which edition, and how to take them away. `?insluiten=1` is the same for
in a frame on another site.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.table import Cell, Table, Take
from sdw.dissemination.charts.core.palette import STATUS_CLASS
from sdw.dissemination.charts.core.scene import Fact, Scene
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.drawings.registry import Choices
from sdw.dissemination.exports import explanation, qr
from sdw.dissemination.figures.record import validity
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import html, screen, watermark
from sdw.dissemination.ui.server.addresses import CODES
from sdw.dissemination.ui.view.light import drawing, parts, share, shell, told
from sdw.edition.figures import Figure
from sdw.reference.status import Status
from sdw.text.dutch import say

#: A table with more rows is closed until a reader asks; one with many more is not on paper either.
_LONG, _ENDLESS = 75, 400


def of(name: str, view: View, choices: Choices = (), mark: str = "", *, is_framed: bool = False) -> str | None:
    """The whole page as HTML; None where there is nothing to draw.

    mark: what stands on all that is taken from a concept. is_framed: the form for in a frame.
    """
    drawn = drawing.of(name, view, choices, mark)
    if drawn is None:
        return None
    scene, figure = drawn
    shown, stated = taking.shown(name, view, choices), taking.stated(name, view, choices)
    address = registry.address(name, view, "", choices)
    invented = any(one.is_invented for one in shown) or any(one.is_example for one in stated)
    sources = told.of_states(stated) if stated else told.of_studies(registry.studies(name, view))
    statuses = [] if stated else [fact.status for fact in scene.facts]
    facts = told.facts(view.edition, shown, statuses, sources)
    content = [
        watermark.over(mark),
        parts.banner(invented=invented, of_states=bool(stated)),
        parts.top(view.edition),
        *parts.heading(scene.headline, "" if scene.message else scene.description),
        html.heading(scene.title) if scene.message else Markup(),
        html.paragraph(scene.subtitle, "sdw-quiet") if scene.subtitle else Markup(),
        figure,
        parts.in_words(scene.description) if scene.message else Markup(),
        screen.element(facts),
        _table(scene, wording.example(shown), of_states=bool(stated), is_closed=is_framed),
    ]
    content += [_whole(address)] if is_framed else [*_further(name, view, choices, shown, address, scene)]
    picture = registry.address(name, view, share.CARD, choices)
    head = share.head(scene.headline, scene.description, address, picture)
    return shell.whole(scene.headline, Markup("").join(content), head, is_live=True, is_framed=is_framed)


def _further(
    name: str, view: View, choices: Choices, shown: Sequence[Figure], address: str, scene: Scene
) -> list[Markup]:
    """To take along, to see whether it still holds, to show elsewhere, to read on."""
    return [
        screen.element(_here_too(taking.take(name, view, choices))),
        _still_valid(view, shown) if shown and not view.edition.is_concept else Markup(),
        _to_the_monitor(name, view, choices),
        parts.every_region(view.edition, "../../", say("light.region.all")) if name in drawing.MAPS else Markup(),
        share.embedding(scene.headline, address, view.edition.label),
        share.scanned(qr.of_figures(view.edition, shown)),
    ]


def _here_too(take: Take) -> Take:
    return Take(take.title, tuple((words, _beside(address)) for words, address in take.links))


def _beside(address: str) -> str:
    """An address below that of a page, as seen from this page."""
    return address.rsplit("/", 1)[1]


def _whole(address: str) -> Markup:
    """From a frame to the page itself."""
    return Markup('<p class="sdw-links"><a href="{}">{}</a></p>').format(_beside(address), say("light.whole"))


def _still_valid(view: View, shown: Sequence[Figure]) -> Markup:
    """Where to see whether these figures still hold, when this page was kept or printed."""
    code = validity.code(view.edition, shown)
    form = Markup('<p class="sdw-quiet"><a href="../../{}{}">{}</a> {}</p>')
    return form.format(CODES, code, say("validity.code"), explanation.validity_of(view.edition, shown))


def _table(scene: Scene, example: str, *, of_states: bool, is_closed: bool) -> Markup:
    """The drawing as a table, open where it is short; with a column for statuses where one is no plain value."""
    if not scene.facts:
        return Markup()
    has_status = not of_states and any(fact.status is not Status.VALUE for fact in scene.facts)
    names = ["light.what", "light.state" if of_states else "light.figure"]
    content = Table(
        caption=say("light.states" if of_states else "light.figures") + example,
        head=[*map(say, names), *([say("light.status")] if has_status else [])],
        rows=[(fact.label, _cell(fact), *_status(fact, has_status)) for fact in scene.facts],
        numbers=frozenset() if of_states else frozenset({1}),
        closed=is_closed or len(scene.facts) > _LONG,
    )
    made = html.table(content)
    return Markup('<div class="sdw-long">{}</div>').format(made) if len(scene.facts) > _ENDLESS else made


def _cell(fact: Fact) -> Cell:
    return Cell(fact.value, "" if fact.status.has_value else STATUS_CLASS[fact.status])


def _status(fact: Fact, has_status: bool) -> list[str]:
    return [say(f"status.{fact.status.value}")] if has_status else []


def _to_the_monitor(name: str, view: View, choices: Choices) -> Markup:
    """A link to the page of the monitor with this drawing, on the same choice."""
    one = registry.ALL[name]
    page = menu.by_name(one.page)
    said = {key: text for key, text in view.said().items() if key in one.uses and text}
    asked = urlencode({"uitgave": view.edition.label} | said | dict(choices))
    form = Markup('<p class="sdw-links"><a href="../../{}?{}">{}</a></p>')
    return form.format(page.name, asked, say("light.monitor", page=page.entry))
