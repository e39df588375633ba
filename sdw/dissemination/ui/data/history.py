"""Which editions there are, what is in one, and what it shows differently from the one before."""

from __future__ import annotations

from sdw.dissemination.exports.table import origin_text
from sdw.dissemination.figures import corrections
from sdw.dissemination.figures.corrections import Correction
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.ui.elements import html, show
from sdw.edition import editions
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure, cut_label, label_of
from sdw.indicators import catalogue
from sdw.reference import periods
from sdw.reference.datasets.catalogue import LABELS
from sdw.text.dutch import day, number, say

#: How many corrections a person reads on a page.
SHOWN = 50


def list_editions(current: Edition) -> None:
    """All editions, newest first; the one on screen is marked."""
    show.kept(_listed, tuple(editions.every()), current)


def _listed(known: tuple[Edition, ...], current: Edition) -> str:
    return (
        html.heading(say("page.gegevens.editions.title"))
        + html.paragraph(say("page.gegevens.editions.intro"))
        + html.table(
            html.Table(
                caption=say("page.gegevens.editions.caption", label=current.label),
                head=(
                    say("page.gegevens.column.edition"),
                    say("page.gegevens.column.published"),
                    say("page.gegevens.column.origin"),
                    say("page.gegevens.column.threshold"),
                ),
                rows=[
                    (
                        edition.label,
                        day(edition.published_at.date()),
                        origin_text(edition.fact("origin")),
                        edition.fact("threshold"),
                    )
                    for edition in known
                ],
                numbers=frozenset({3}),
                marked=known.index(current) if current in known else None,
            )
        )
        + _links(known, current)
    )


def _links(known: tuple[Edition, ...], current: Edition) -> str:
    """A link to every other edition, which opens the same page on it."""
    others = [edition.label for edition in known if edition.label != current.label]
    if not others:
        return ""
    links = ", ".join(
        f'<a href="?uitgave={html.escape(label)}" target="_self">{html.escape(label)}</a>' for label in others
    )
    return f"<p>{html.escape(say('page.gegevens.editions.open'))} {links}</p>"


def batches(edition: Edition) -> None:
    """The batches an edition is made of, as its manifest says."""
    show.kept(_batches, edition)


def _batches(edition: Edition) -> str:
    rows = editions.query(edition, "edition_batches")
    if not rows:
        return html.note(say("page.gegevens.batches.none"))
    return (
        '<div class="sdw-batches">'
        + html.table(
            html.Table(
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
            )
        )
        + "</div>"
    )


def _span(first: str, last: str) -> str:
    """'1e halfjaar 2021 tot en met 1e halfjaar 2026'; one period by itself, and '' for none."""
    labels = [periods.parse(code).label for code in (first, last) if code]
    if first == last:
        return "".join(labels[:1])
    return say("page.gegevens.batches.span", first=labels[0], last=labels[1])


def log(edition: Edition) -> None:
    """The figures that this edition shows differently from the edition before it."""
    show.kept(_log, edition, corrections.previous(edition))


def _log(edition: Edition, older: Edition | None) -> str:
    heading = html.heading(say("page.gegevens.log.title"))
    if older is None:
        return heading + html.paragraph(say("page.gegevens.log.first", label=edition.label))
    found = corrections.between(older, edition)
    facts = {"label": edition.label, "older": older.label, "count": number(len(found))}
    if not found:
        return heading + html.paragraph(say("page.gegevens.log.none", **facts))
    return heading + html.table(
        html.Table(
            caption=say("page.gegevens.log.caption", shown=min(SHOWN, len(found)), **facts),
            head=(
                say("page.gegevens.column.indicator"),
                say("page.gegevens.column.region"),
                say("page.gegevens.column.period"),
                say("page.gegevens.column.before"),
                say("page.gegevens.column.now"),
            ),
            rows=[_correction(correction) for correction in found[:SHOWN]],
            numbers=frozenset({3, 4}),
        )
    )


def _correction(correction: Correction) -> tuple[str, ...]:
    now = correction.now
    cut = cut_label(now.method, now.client_group, now.sector)
    label = catalogue.by_id(now.indicator).label
    return (
        f"{label} ({cut})" if cut else label,
        label_of(now.region),
        periods.parse(now.period).label,
        _shown(correction.before),
        _shown(now),
    )


def _shown(figure: Figure) -> str:
    return "" if figure.value is None else wording.shown(figure)
