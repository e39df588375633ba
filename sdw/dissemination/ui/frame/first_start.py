"""A first start without a store: make the first edition through the command line, once.

The interface never imports the steward: it starts the same command that a person would type.
"""

from __future__ import annotations

import subprocess
import sys
import threading

import streamlit as st

from sdw.dissemination.ui.elements import html
from sdw.edition import editions, paths
from sdw.text.dutch import say
from sdw.text.errors import UserError

COMMAND = (sys.executable, "-m", "sdw", "start", "--build-only")
_BUILDING = threading.Lock()


def ensure_edition() -> None:
    """Return at once when there is an edition; otherwise make one, with a line that shows how far it is.

    Raises:
        UserError: this is a deployment for visitors, which never makes one; or making it failed.
    """
    if editions.every() or editions.broken():
        return
    if paths.is_public():
        raise UserError("frame.no_edition_yet")
    line = st.empty()
    line.html(html.progress(say("frame.building")))
    with _BUILDING:
        if not editions.every():
            _build(line)
    line.empty()


def _build(line: st.delta_generator.DeltaGenerator) -> None:
    with subprocess.Popen(COMMAND, cwd=paths.ROOT, stderr=subprocess.PIPE, text=True) as process:
        said = ""
        for said in process.stderr or ():
            line.html(html.progress(say("frame.building"), said.strip()))
    if process.returncode:
        raise UserError("frame.build_failed", said=said.strip()[:300])
