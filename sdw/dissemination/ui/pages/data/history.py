"""Which editions there are, what is in one, and what it shows differently from the one before."""

from __future__ import annotations

import streamlit as st

from sdw.dissemination.blocks.model import Block, Heading, Note, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.exports.table import origin_text
from sdw.dissemination.figures import corrections
from sdw.dissemination.figures.corrections import Correction
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.ui.elements import edition_list, show
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure, cut_label
from sdw.indicators import catalogue
from sdw.reference import periods
from sdw.reference.datasets.catalogue import LABELS
from sdw.text.dutch import day, number, say

#: How many corrections a person reads on a page.
SHOWN = 50


def list_editions(current: Edition) -> None:
    """All editions, newest first; the one on screen is marked."""
    show.kept(edition_list.listed, tuple(editions.every()), current)


def list_batches(edition: Edition) -> None:
    """The batches an edition is made of."""
    with st.container(key="batches"):
        show.kept(batches, edition)


def batches(edition: Edition) -> tuple[Block, ...]:
    """The batches an edition is made of, as its manifest says."""
    rows = editions.query(edition, "edition_batches")
    if not rows:
        return (Note(say("page.gegevens.batches.none")),)
    return (
        Table(
            caption=say("page.gegevens.batches.caption", label=edition.label),
            head=(
                say("page.gegevens.column.batch"),
                say("page.gegevens.column.dataset"),
                say("export.header.origin"),
                say("page.gegevens.column.imported"),
                say("page.gegevens.column.regions"),
                say("page.gegevens.column.periods"),
                say("page.gegevens.column.lines"),
            ),
            rows=[
                (
                    str(batch),
                    LABELS[dataset],
                    origin_text(origin),
                    day(imported.date()),
                    number(regions),
                    _span(first, last),
                    number(lines),
                )
                for batch, dataset, origin, imported, regions, first, last, lines in rows
            ],
            numbers=frozenset({4, 6}),
        ),
    )


def _span(first: str, last: str) -> str:
    """'1e halfjaar 2021 tot en met 1e halfjaar 2026'; one period by itself, and '' for none."""
    labels = [periods.parse(code).label for code in (first, last) if code]
    if first == last:
        return "".join(labels[:1])
    return say("page.gegevens.batches.span", first=labels[0], last=labels[1])


def list_corrections(edition: Edition) -> None:
    """The figures that this edition shows differently from the edition before it."""
    show.kept(log, edition, corrections.previous(edition))


def log(edition: Edition, older: Edition | None) -> tuple[Block, ...]:
    """The figures that this edition shows differently from an older one (None: there is none to compare with)."""
    heading = Heading(say("page.gegevens.log.title"))
    if older is None:
        return heading, Paragraph(say("page.gegevens.log.first", label=edition.label))
    found = corrections.between(older, edition)
    facts = {"label": edition.label, "older": older.label, "count": number(len(found))}
    if not found:
        return heading, Paragraph(say("page.gegevens.log.none", **facts))
    listed = [one for correction in found[:SHOWN] for one in (correction.before, correction.now)]
    caption = say("page.gegevens.log.caption", shown=min(SHOWN, len(found)), **facts)
    return (
        heading,
        Table(
            caption=f"{caption}.{wording.notes(listed)}",
            head=(
                say("page.gegevens.column.indicator"),
                say("page.gegevens.column.region"),
                say("page.gegevens.column.period"),
                say("page.gegevens.column.before"),
                say("page.gegevens.column.now"),
            ),
            rows=[_correction(correction) for correction in found[:SHOWN]],
            numbers=frozenset({3, 4}),
        ),
    )


def _correction(correction: Correction) -> tuple[str, ...]:
    now = correction.now
    cut = cut_label(now.method, now.client_group, now.sector)
    label = catalogue.by_id(now.indicator).label
    return (
        f"{label} ({cut})" if cut else label,
        now.place,
        periods.parse(now.period).label,
        _shown(correction.before),
        _shown(now),
    )


def _shown(figure: Figure) -> str:
    """The value; of a nation with how many regions it is of, which can differ between the two."""
    if figure.value is None:
        return ""
    if figure.delivered is None:
        return wording.shown(figure)
    have, of = map(number, figure.delivered)
    return say("words.own_coverage", value=wording.shown(figure), have=have, of=of)
