"""Check your own file: read in memory, reported, and gone. Nothing is stored, cached or logged."""

from __future__ import annotations

import streamlit as st

from sdw.importers import engine
from sdw.importers.checked import CheckedFile, Receipt
from sdw.importers.problems import SHOWN, Problem
from sdw.indicators import earlier
from sdw.reference import periods, regions
from sdw.store.editions import Edition
from sdw.text.dutch import listing, number, say
from sdw.ui import html
from sdw.ui.part import alone

#: The largest file a browser may hand over, in MB.
LIMIT = 20


@alone
def own_file(edition: Edition) -> None:
    """Ask for a file, and show what is right and wrong with it.

    The form lets go of the file as soon as it is handed in: the report is all that stays on the page.
    """
    st.html(html.heading(say("page.gegevens.check.title")) + html.paragraph(say("page.gegevens.check.intro")))
    with st.form("check", clear_on_submit=True, border=False):
        file = st.file_uploader(say("page.gegevens.check.choose"), max_upload_size=LIMIT)
        handed_in = st.form_submit_button(say("page.gegevens.check.go"), type="primary")
    if not handed_in:
        return
    if file is None:
        st.html(html.note(say("page.gegevens.check.no_file"), role="alert"))
        return
    report(engine.read(file.getvalue(), file.name, earlier=earlier.of_edition(edition)))


def report(checked: CheckedFile) -> None:
    """The verdict, the receipt per region, the problems, and all problems as a file."""
    with st.container(key="report"):
        st.html(_verdict(checked))
        receipts = checked.receipt()
        checked.connection.close()
        if receipts:
            st.html(_receipt(receipts))
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


def _verdict(checked: CheckedFile) -> str:
    name = checked.name[:80]
    if checked.persons:
        return html.note(say("page.gegevens.check.persons", name=name), role="alert")
    if checked.errors:
        count = len(checked.errors)
        key = "page.gegevens.check.refused_one" if count == 1 else "page.gegevens.check.refused"
        return html.note(say(key, name=name, count=number(count)), role="alert")
    if checked.warnings:
        count = len(checked.warnings)
        key = "page.gegevens.check.warned_one" if count == 1 else "page.gegevens.check.warned"
        return html.note(say(key, name=name, count=number(count)), role="status")
    return html.note(say("page.gegevens.check.good", name=name), role="status")


def _receipt(receipts: list[Receipt]) -> str:
    return html.table(
        html.Table(
            caption=say("page.gegevens.check.receipt"),
            head=(
                say("page.gegevens.column.region"),
                say("page.gegevens.column.periods"),
                say("page.gegevens.column.with_value"),
                say("page.gegevens.column.without_value"),
                say("page.gegevens.column.warnings"),
                say("page.gegevens.column.notices"),
            ),
            rows=[
                (
                    f"{regions.name_of(receipt.region)} ({receipt.region})",
                    listing([periods.parse(code).label for code in receipt.periods]),
                    number(receipt.with_value),
                    number(receipt.without_value),
                    number(receipt.warnings),
                    " ".join(receipt.notices),
                )
                for receipt in receipts
            ],
            numbers=frozenset({2, 3, 4}),
        )
    )


def _problems(problems: tuple[Problem, ...]) -> str:
    key = "page.gegevens.check.first" if len(problems) > SHOWN else "page.gegevens.check.problems"
    return html.table(
        html.Table(
            caption=say(key, shown=SHOWN, count=number(len(problems))),
            head=(
                say("page.gegevens.column.severity"),
                say("page.gegevens.column.sheet"),
                say("page.gegevens.column.row"),
                say("page.gegevens.column.column"),
                say("page.gegevens.column.problem"),
            ),
            rows=[
                (
                    say(f"import.severity_{problem.severity}"),
                    problem.sheet,
                    str(problem.row or ""),
                    problem.column,
                    problem.text,
                )
                for problem in problems[:SHOWN]
            ],
            numbers=frozenset({2}),
        )
    )
