"""The sheets for what has a state and no count: which one, and the sheet."""

from __future__ import annotations

from functools import partial

import streamlit as st

from sdw.dissemination.blocks.model import Block, Paragraph
from sdw.dissemination.exports import delivery_sheet
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import controls
from sdw.reference.areas import regions
from sdw.reference.datasets import states
from sdw.text.dutch import say

#: What a region is asked for comes first.
OFFERED = (
    *(states.BORGING.id, states.IPS_GEMEENTE.id, states.SPEERPUNTEN.id),
    *(states.BESLUITEN.id, states.ACTIVITEITEN.id),
)
#: Those that are about one region.
_OF_REGION = (states.BORGING.id, states.IPS_GEMEENTE.id)
_LABELS = {one.id: one.label for one in states.ALL}
_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def choose(region: str) -> None:
    """Choose one of the sheets and download it, with the region filled in where it is about one."""
    show.kept(about)
    kind = controls.chosen_from(
        say("page.gegevens.sheet.states_kind"),
        "standenblad",
        OFFERED,
        lambda name: _LABELS[name],
        key="states-sheet",
    )
    own = region if kind in _OF_REGION else ""
    st.download_button(
        say("page.gegevens.sheet.get_states"),
        partial(delivery_sheet.template, regions.by_code(own) if own else None, dataset=kind),
        file_name="-".join(part for part in ("sdw", kind, own) if part) + ".xlsx",
        mime=_MIME,
        on_click="ignore",
        key="get-states",
    )


def about() -> tuple[Block, ...]:
    """What these sheets are for."""
    return (Paragraph(say("page.gegevens.sheet.states")),)
