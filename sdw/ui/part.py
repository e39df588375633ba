"""A part of a page that runs by itself, so that using it leaves the rest of the page as it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from sdw.text.errors import UserError
from sdw.ui import html

P = ParamSpec("P")


def alone(draw: Callable[P, None]) -> Callable[P, None]:
    """`draw` as a fragment; a user error becomes its sentence, in place of what comes after it.

    A fragment that runs again is not inside the entry, where the other user errors are caught.
    """

    @wraps(draw)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            draw(*args, **kwargs)
        except UserError as error:
            st.html(html.note(str(error), role="alert"))

    return st.fragment(guarded)
