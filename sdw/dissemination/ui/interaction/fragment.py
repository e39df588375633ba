"""A part of a page that runs by itself, so that using it leaves the rest of the page as it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from sdw.dissemination.ui.elements.shield import shielded
from sdw.dissemination.ui.server import visitor
from sdw.dissemination.ui.view import link, link_view
from sdw.edition.approval import access

P = ParamSpec("P")


def alone(draw: Callable[P, None]) -> Callable[P, None]:
    """`draw` as a fragment with a shield of its own: when it runs again, it is not inside the entry's.

    Who visits is looked at again too: a secret link can be revoked meanwhile.
    """

    @wraps(draw)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        with shielded(), access.shown(visitor.shown(), visitor.moment_shown()):
            draw(*args, **kwargs)
        if link.is_part():
            link.tell(link_view.said())

    return st.fragment(guarded)
