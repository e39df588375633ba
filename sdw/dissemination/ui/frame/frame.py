"""The frame around every page: menu, banner, heading, filters, footer."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import streamlit as st
from markupsafe import Markup

from sdw.dissemination.ui import menu
from sdw.dissemination.ui.elements import html, watermark
from sdw.dissemination.ui.frame import first_start
from sdw.dissemination.ui.server import shell, visitor
from sdw.dissemination.ui.view import address, filters, link, link_view
from sdw.dissemination.ui.view.choices import NAMES
from sdw.edition import editions, figures
from sdw.edition.approval import access, concept
from sdw.edition.editions import Edition
from sdw.text.dutch import day, say

MENU_POSITION: Literal["top"] = "top"
_PAGES = "_pages"


def draw(root: Path) -> None:
    """Draw the page that the URL names, inside the frame, for who visits: a holder of a secret link, or anybody.

    Raises:
        UserError: something a person can mend; the entry shows its sentence.
    """
    with access.shown(visitor.shown(), visitor.moment_shown()):
        _draw(root)


def _draw(root: Path) -> None:
    start, *files = _pages(root)
    running = st.navigation([start, *files], position=MENU_POSITION)
    page = next((page for page, file in zip(menu.ALL, files, strict=True) if file is running), menu.ALL[0])
    st.set_page_config(page_title=say("frame.page_title", page=page.entry), layout="wide")
    shell.refuse_private()
    first_start.ensure_edition()
    asked = address.read(page.name)
    chosen = link_view.follow(page, asked)
    link.follow(asked)
    address.write(link_view.said(), steps=NAMES)  # before the page: a reader who acts again acts on this address
    edition = chosen.view.edition
    top = _banner(edition) if edition.has_examples and page.regional else Markup()
    product = say("frame.top", product=say("frame.product"), label=edition.label)
    st.html(_mark(edition) + top + Markup("<p class=sdw-product>{}</p><h1>{}</h1>").format(product, page.title))
    filters.draw(page, chosen)
    for note in chosen.notes:
        st.html(html.note(note))
    running.run()
    _footer(edition, with_content=page.regional)
    link.tell(link_view.said())


def _pages(root: Path) -> list[st.Page]:
    """The page of the bare address, and those of the menu. Made once per visit: making them looks at each file."""
    made: list[st.Page] | None = st.session_state.get(_PAGES)
    if made is None:
        first, *_ = menu.ALL
        start = st.Page(root / first.file, title=first.entry, url_path="start", default=True, visibility="hidden")
        made = [start, *(st.Page(root / page.file, title=page.entry, url_path=page.name) for page in menu.ALL)]
        st.session_state[_PAGES] = made
    return made


def _mark(edition: Edition) -> Markup:
    """The mark of a concept, over the whole page; nothing for an edition that is public."""
    return watermark.as_on(access.moment()) + watermark.over(concept.mark(edition), concept.until(edition))


def _banner(edition: Edition) -> Markup:
    form = Markup(
        '<p class="sdw-banner" data-testid="voorbeeld-banner" role="note">'
        '<strong>{}</strong> {} <a href="./{}?uitgave={}">{}</a></p>'
    )
    word, text, more = (say(f"frame.example.{one}") for one in ("word", "text", "link"))
    return form.format(word, text, menu.EXPLANATION, edition.label, more)


def _content(edition: Edition) -> str:
    """What the edition holds about trajectories."""
    if edition.has_examples:
        return "example"
    return "delivered" if figures.period_codes(edition, "gestart", regional=False) else "none"


def _footer(edition: Edition, *, with_content: bool) -> None:
    """with_content: also what the edition holds about trajectories; not under a page without any."""
    count, date = len(editions.every()), day(edition.published_at.date())
    facts = [
        say("frame.product"),
        say("concept.footer" if edition.is_concept else "frame.footer.edition", label=edition.label, date=date),
        *([say(f"frame.footer.{_content(edition)}")] if with_content else []),
        say("frame.footer.editions_one") if count == 1 else say("frame.footer.editions_more", count=count),
    ]
    facts += [say("frame.footer.broken", name=name) for name in editions.broken()]
    st.html(Markup("<footer>{}</footer>").format(" · ".join(facts)))
