"""Where an error becomes a Dutch sentence: around a whole page, and around a part that runs by itself."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from sdw.dissemination.ui.elements import html
from sdw.text.dutch import say
from sdw.text.errors import UserError


@contextmanager
def shielded() -> Iterator[None]:
    """A user error is one sentence in place of the content; a bug of ours a number, its traceback in the log."""
    try:
        yield
    except UserError as error:
        _sentence(str(error))
    except Exception:
        number = secrets.token_hex(3)
        logging.getLogger("sdw").exception("bug %s", number)
        _sentence(say("frame.bug", number=number))


def _sentence(text: str) -> None:
    st.html(html.note(text, role="alert"))
