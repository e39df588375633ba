"""Check your own file: read in memory, reported, and gone. Nothing is stored, cached or logged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from sdw.dissemination.blocks.model import Block, Heading, Items, Note, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures import published_observations
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction.fragment import alone
from sdw.dissemination.ui.server import uploads
from sdw.edition.editions import Edition
from sdw.exchange.limits import PAGE
from sdw.exchange.pool import readers
from sdw.exchange.problems import SHOWN, Problem
from sdw.exchange.result import FileResult
from sdw.text.dutch import number, say

#: The largest file a browser may hand over, in MB.
LIMIT = PAGE.bytes // 1024**2


@alone
def own_file(edition: Edition, beside: Callable[[], None]) -> None:
    """Ask for a file, and show under it what is right and wrong with it; `beside` it what comes next.

    The form lets go of the file as soon as it is handed in: the report is all that stays on the page.
    """
    with show.columns(1, 1) as (left, right):
        with left:
            _ask(edition)
        with right:
            beside()


def _ask(edition: Edition) -> None:
    show.kept(check_it)
    readers().start()
    with st.form("check", clear_on_submit=True, border=False):
        file = st.file_uploader(say("page.gegevens.check.choose"), max_upload_size=LIMIT)
        handed_in = st.form_submit_button(say("page.gegevens.check.go"))
    if not handed_in:
        return
    if file is None:
        show.block(Note(say("page.gegevens.check.no_file"), urgent=True))
        return
    data, name = file.getvalue(), file.name
    uploads.let_go()
    report(of_page(data, name, edition))


def check_it() -> tuple[Block, ...]:
    """The third step: what checking does with a file."""
    return Heading(say("page.gegevens.check.title")), Paragraph(say("page.gegevens.check.intro"))


def of_page(data: bytes, name: str, edition: Edition) -> FileResult:
    """What the reader says of a file, in a process apart and within the limits of the page."""
    found = readers().read(
        data, name, previous=published_observations.of_edition(edition), limits=PAGE, figures=False
    )
    assert isinstance(found, FileResult)  # of bytes nothing else comes back
    return found


def report(checked: FileResult) -> None:
    """The verdict, the receipt per region, the problems, and all problems as a file."""
    with st.container(key="report"):
        show.blocks(verdict(checked))
        show.blocks(*_receipts(checked))
        if checked.problems:
            show.block(_problems(checked.problems))
            st.download_button(
                say("page.gegevens.check.save"),
                checked.report.to_csv().encode(),
                file_name=say("page.gegevens.check.file_name"),
                mime="text/csv",
                on_click="ignore",
                key="save-report",
            )
        show.block(Paragraph(say("page.gegevens.check.nothing_kept"), quiet=True))


def verdict(checked: FileResult) -> Note:
    """Good, to look at, or refused: in one sentence, with a word and a shape of its own."""
    kind, key, count = _judged(checked)
    if count == 1:
        key += "_one"
    words = say(f"page.gegevens.check.{key}", name=checked.name[:80], count=number(count))
    return Note(words, verdict=kind, word=say(f"page.gegevens.check.word_{kind}"))


def _judged(checked: FileResult) -> tuple[Literal["good", "warned", "refused"], str, int]:
    """What it comes to, the text that says so, and how many remarks that text counts (0: none)."""
    if checked.persons:
        return "refused", "persons", 0
    if checked.errors:
        return "refused", "refused", len(checked.errors)
    if checked.to_accept:
        return "warned", "accept", len(checked.to_accept)
    if checked.warnings:
        return "warned", "warned", len(checked.warnings)
    return "good", "good", 0


def _receipts(checked: FileResult) -> tuple[Block, ...]:
    if not checked.receipts:
        return ()
    return Heading(say("page.gegevens.check.receipt"), 3), Items(tuple(map(str, checked.receipts)))


def _problems(problems: tuple[Problem, ...]) -> Table:
    key = "page.gegevens.check.first" if len(problems) > SHOWN else "page.gegevens.check.problems"
    return Table(
        caption=say(key, shown=SHOWN, count=number(len(problems))),
        head=(
            say("page.gegevens.column.severity"),
            say("page.gegevens.column.place"),
            say("page.gegevens.column.problem"),
        ),
        rows=[
            (
                say(f"import.severity_{problem.severity}"),
                _capital(problem.place or say("page.gegevens.check.whole_file")),
                problem.text,
            )
            for problem in problems[:SHOWN]
        ],
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
