"""Every table to take away, in every form, and the whole edition at once."""

from __future__ import annotations

from functools import partial

import streamlit as st

from sdw.exports import edition as whole
from sdw.exports import names
from sdw.exports.forms import FORMS
from sdw.indicators import catalogue, figures
from sdw.indicators.figures import Figure
from sdw.store.editions import Edition
from sdw.text.dutch import number, say
from sdw.ui import controls, html
from sdw.ui.part import alone


@alone
def offer(edition: Edition) -> None:
    """Choose a table and a form; a file is made when its button is pressed, not before."""
    published = figures.published(edition)
    heading = html.heading(say("page.gegevens.download.title"))
    known = [indicator.id for indicator in catalogue.ALL if indicator.id in published]
    if not known:
        st.html(heading + html.note(say("page.gegevens.download.empty")))
        return
    st.html(heading + html.paragraph(say("page.gegevens.download.intro")))
    chosen = controls.chosen_from(
        say("page.gegevens.download.choose"),
        "tabel",
        known,
        lambda name: catalogue.by_id(name).label,
        key="download-table",
    )
    table = figures.select(edition, chosen)
    st.html(html.paragraph(_size(chosen, table), "sdw-quiet"))
    with st.container(horizontal=True, key="forms"):
        for form in FORMS:
            st.download_button(
                say(form.label),
                partial(form.make, edition, table),
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


def _size(indicator: str, table: tuple[Figure, ...]) -> str:
    label = catalogue.by_id(indicator).label
    return say("page.gegevens.download.size", table=label, count=number(len(table)))
