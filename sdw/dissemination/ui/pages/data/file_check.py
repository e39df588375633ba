"""Check your own file: read in memory, reported, and gone. Nothing is stored, cached or logged."""

from __future__ import annotations

import streamlit as st

from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures import published_observations
from sdw.dissemination.ui.elements import html, verdict
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
def own_file(edition: Edition) -> None:
    """Ask for a file, and show what is right and wrong with it.

    The form lets go of the file as soon as it is handed in: the report is all that stays on the page.
    """
    st.html(html.heading(say("page.gegevens.check.title")) + html.paragraph(say("page.gegevens.check.intro")))
    readers().start()
    with st.form("check", clear_on_submit=True, border=False):
        file = st.file_uploader(say("page.gegevens.check.choose"), max_upload_size=LIMIT)
        handed_in = st.form_submit_button(say("page.gegevens.check.go"))
    if not handed_in:
        return
    if file is None:
        st.html(html.note(say("page.gegevens.check.no_file"), role="alert"))
        return
    data, name = file.getvalue(), file.name
    uploads.let_go()
    report(of_page(data, name, edition))


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
        st.html(_verdict(checked))
        if checked.receipts:
            st.html(
                html.heading(say("page.gegevens.check.receipt"), 3)
                + html.items(str(receipt) for receipt in checked.receipts)
            )
        if checked.problems:
            st.html(_problems(checked.problems))
            st.download_button(
                say("page.gegevens.check.save"),
                checked.report.to_csv().encode(),
                file_name=say("page.gegevens.check.file_name"),
                mime="text/csv",
                on_click="ignore",
                key="save-report",
            )
        st.html(html.paragraph(say("page.gegevens.check.nothing_kept"), "sdw-quiet"))


def _verdict(checked: FileResult) -> str:
    name = checked.name[:80]
    if checked.persons:
        return verdict.told("refused", say("page.gegevens.check.persons", name=name))
    if checked.errors:
        count = len(checked.errors)
        key = "page.gegevens.check.refused_one" if count == 1 else "page.gegevens.check.refused"
        return verdict.told("refused", say(key, name=name, count=number(count)))
    if checked.to_accept:
        count = len(checked.to_accept)
        key = "page.gegevens.check.accept_one" if count == 1 else "page.gegevens.check.accept"
        return verdict.told("warned", say(key, name=name, count=number(count)))
    if checked.warnings:
        count = len(checked.warnings)
        key = "page.gegevens.check.warned_one" if count == 1 else "page.gegevens.check.warned"
        return verdict.told("warned", say(key, name=name, count=number(count)))
    return verdict.told("good", say("page.gegevens.check.good", name=name))


def _problems(problems: tuple[Problem, ...]) -> str:
    key = "page.gegevens.check.first" if len(problems) > SHOWN else "page.gegevens.check.problems"
    return html.table(
        Table(
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
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
