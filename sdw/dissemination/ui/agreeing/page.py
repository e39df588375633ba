"""The list of differences as a page without a script, for who may read the concept: `f/<edition>/verschil`.

Old stands beside new: each drawing as a picture from its own address, each text as it is read. Under it stand
the parties that looked at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import Scope

from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import html, watermark
from sdw.dissemination.ui.server import answers, shelf, visitor
from sdw.dissemination.ui.server.addresses import DRAWINGS
from sdw.edition import editions
from sdw.edition.approval import access, compared, concept, standing
from sdw.edition.approval.compared import Difference
from sdw.edition.approval.standing import Standing
from sdw.edition.editions import Edition
from sdw.reference.areas import regions
from sdw.text.dutch import listing, number, say
from sdw.text.errors import UserError

NAME = "verschil"
_ADDRESS = re.compile(rf"{DRAWINGS}([^/]{{1,60}})/{NAME}")
_FORM = Markup(
    '<!doctype html><html lang="nl"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>{}</title>'
    '<link rel="icon" href="{}"><style>{}</style>'
    '<body class="sdw-lost sdw-light sdw-differences"><main data-testid="stHtml">{}</main>'
)
_BESIDE = Markup(
    "<div class=sdw-two><figure><figcaption>{}</figcaption>{}</figure>"
    "<figure><figcaption>{}</figcaption>{}</figure></div>"
)


async def rooms(scope: Scope, address: str, answering: answers.Answering) -> bool:
    """Answer for the list of a concept; True when the request was for one."""
    found = _ADDRESS.fullmatch(address)
    if found is None or scope["method"] not in ("GET", "HEAD"):
        return False
    token = visitor.shown_in(Headers(scope=scope))
    page = await run_in_threadpool(_page, token, found[1])
    if page is None:
        await answering.refuse(404)
    else:
        await shelf.hand_out(
            shelf.packed(page.encode(), "text/html"), scope, answering, is_fixed=False, is_secret=True
        )
    return True


def _page(token: str, label: str) -> str | None:
    with access.shown(token):
        try:
            edition = editions.find(label)
            one = standing.of(edition.label)
            older, found = compared.of(edition.label, one.compared)
        except UserError:
            return None
        return of(edition, older, found, one) if edition.is_concept else None


def of(edition: Edition, older: str, found: Iterable[Difference], one: Standing) -> str:
    """The whole page as HTML, for whoever asks now. older: the edition that it is against, '' for none."""
    listed = list(found)
    title = say("differences.title", label=edition.label)
    parts = [
        watermark.over(concept.mark(edition)),
        html.paragraph(say("frame.top", product=say("frame.product"), label=edition.label), "sdw-product"),
        Markup("<h1>{}</h1>").format(title),
        html.paragraph(say("differences.intro", older=older) if older else say("differences.first")),
        *_ticked(listed, one),
        *_sections(edition, older, listed, one),
    ]
    head = say("frame.page_title", page=title), answers.ICON, Markup(answers.style())
    return _FORM.format(*head, Markup("").join(parts))


def _ticked(found: list[Difference], one: Standing) -> Iterator[Markup]:
    ids = {each.id for each in found}
    lines = [
        say(
            "differences.ticked",
            name=name,
            done=number(len(one.ticks.get(party, set()) & ids)),
            count=number(len(found)),
        )
        for party, name in one.parties.items()
    ]
    if lines and found:
        yield html.items(lines)


def _sections(edition: Edition, older: str, found: list[Difference], one: Standing) -> Iterator[Markup]:
    for name, group in groupby(found, key=lambda each: each.page):
        yield html.heading(menu.by_name(name).entry)
        for each in group:
            yield _difference(edition, older, each, one)


def _difference(edition: Edition, older: str, each: Difference, one: Standing) -> Markup:
    place = regions.name_of(each.region) if each.region else ""
    what = each.title if each.kind == "drawing" else say("differences.text")
    title = say("differences.item_of", number=each.number, what=what, place=place)
    if not place:
        title = say("differences.item", number=each.number, what=what)
    show = _picture if each.kind == "drawing" else _words
    beside = _BESIDE.format(
        say("differences.old", label=older),
        show(each.old, each.title),
        say("differences.new", label=edition.label),
        show(each.new, each.title),
    )
    names = [name for party, name in one.parties.items() if each.id in one.ticks.get(party, ())]
    more = [say("differences.also", count=number(each.also))] if each.also else []
    more += [say("differences.seen", names=listing(names))] if names else []
    small = html.each("<p class=sdw-quiet>{}</p>", more) if more else Markup()
    return Markup('<article id="{}"><h3>{}</h3>{}{}</article>').format(f"nr-{each.number}", title, beside, small)


def _picture(address: str, title: str) -> Markup:
    """The drawing from its own address, which is beside that of this page; it leads to its figures in a table."""
    if not address:
        return html.paragraph(say("differences.absent"), "sdw-quiet")
    image = Markup('<a href="../{}"><img loading="lazy" src="../{}" alt="{}"></a>')
    there = address.removeprefix(DRAWINGS)
    return image.format(there.replace(".svg", "", 1), there, say("differences.figures", title=title))


def _words(text: str, _: str) -> Markup:
    if not text:
        return html.paragraph(say("differences.absent"), "sdw-quiet")
    return html.each("<p>{}</p>", text.split("\n"))
