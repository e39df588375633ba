"""Every table to take away, in every form, and the whole edition at once."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.model import Block, Heading, Note, Paragraph
from sdw.dissemination.exports import edition as whole
from sdw.dissemination.exports import names
from sdw.dissemination.exports.forms import FORMS
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.interaction.fragment import alone
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.text.dutch import number, say


@alone
def offer(edition: Edition) -> None:
    """Choose a table and a form; a file is made when its button is pressed, not before."""
    show.kept(opening, edition)
    known = _offered(edition)
    if not known:
        return
    if edition.is_concept:
        show.raw(_links(edition, known))
        return
    chosen = controls.chosen_from(
        say("page.gegevens.download.choose"),
        "tabel",
        known,
        lambda name: catalogue.by_id(name).label,
        key="download-table",
    )
    table = figures.select(edition, chosen)
    show.block(Paragraph(_size(chosen, table), quiet=True))
    with st.container(horizontal=True, key="forms"):
        for form in FORMS:
            st.download_button(
                say(form.label),
                partial(form.make, edition, table, ""),
                file_name=names.file_name(edition.label, chosen, table, form.ending),
                mime=form.mime,
                help=say(form.purpose),
                on_click="ignore",
                key=f"download{form.ending}",
            )
    st.download_button(
        say("page.gegevens.download.everything"),
        partial(whole.zipped, edition),
        file_name=whole.zip_name(edition),
        mime="application/zip",
        on_click="ignore",
        key="download-everything",
    )


def _links(edition: Edition, known: list[str]) -> Markup:
    """Every table of a concept, at addresses that ask each time who shows a link: no file of it waits."""
    line = Markup('<li><a href="./f/{}/alles{}" download>{}</a>')
    found = [line.format(edition.label, ".zip", say("concept.everything"))]
    found.append(line.format(edition.label, ".xlsx", say("take.everything")))
    for name in known:
        for form in FORMS:
            words = say("concept.file", table=catalogue.by_id(name).label, form=say(form.label))
            found.append(line.format(edition.label, f"/{name}{form.ending}", words))
    return Markup("<p>{}</p><ul>{}</ul>").format(say("concept.downloads"), Markup().join(found))


def opening(edition: Edition) -> tuple[Block, ...]:
    """A heading, and which forms there are, or that there are no figures yet."""
    has_figures = bool(_offered(edition))
    intro = (
        Paragraph(say("page.gegevens.download.intro")) if has_figures else Note(say("page.gegevens.download.empty"))
    )
    sheets = (taking.everything(edition),) if has_figures and not edition.is_concept else ()
    return Heading(say("page.gegevens.download.title")), intro, *sheets, taking.factsheets(edition)


def _offered(edition: Edition) -> list[str]:
    """The indicators that the edition has figures of, in the order of the catalogue."""
    published = figures.published(edition)
    return [indicator.id for indicator in catalogue.ALL if indicator.id in published]


def _size(indicator: str, table: tuple[Figure, ...]) -> str:
    label = catalogue.by_id(indicator).label
    return say("page.gegevens.download.size", table=label, count=number(len(table)))
