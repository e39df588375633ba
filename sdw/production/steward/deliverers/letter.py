"""The letter to one region after an edition, as blocks: what it delivered, what was asked, what is shown of it,
what is withheld and why, what changed, and by when the next is due. It holds figures of that region alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sdw.dissemination.blocks.model import Block, Facts, Heading, Items, Note, Page, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures import corrections
from sdw.dissemination.figures.sentences import wording
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure, cut_label
from sdw.indicators import catalogue
from sdw.indicators.model import TOTAL
from sdw.production.steward.deliverers.own import ASKED, Delivery, Own, wanted
from sdw.reference import delivery, periods
from sdw.reference.datasets.catalogue import LABELS
from sdw.reference.measures import COUNTS
from sdw.reference.status import Status
from sdw.text.dutch import day, listing, number, say

#: So many years of counts are shown one by one, and so many changes.
_YEARS, _CHANGES = 2, 40


def page(own: Own, edition: Edition, older: Edition | None) -> Page:
    """The whole letter. older: the edition before this one; None for the first."""
    name = figures.place_of(edition, own.region)
    parts = (
        _opening(edition),
        _delivered(own),
        _asked(own, edition),
        _shown(own, edition),
        _withheld(own, edition),
        _changed(own, edition, older),
        _next(edition),
    )
    return Page(say("letter.title", region=name, label=edition.label), parts)


def late(found: dict[str, dict[str, str]], edition: Edition) -> Page:
    """For the steward: which regions are late, by dataset, and what they delivered last; no counts."""
    on = edition.published_at.date()
    parts: list[tuple[Block, ...]] = []
    for dataset, regions in found.items():
        title = Heading(say("letter.late.dataset", dataset=LABELS[dataset], period=wanted(dataset, on).label))
        if not regions:
            parts.append((title, Paragraph(say("letter.late.nobody"))))
            continue
        rows = [
            (figures.place_of(edition, region), periods.parse(last).label if last else say("letter.late.never"))
            for region, last in regions.items()
        ]
        head = (say("letter.late.region"), say("letter.late.last"))
        parts.append((title, Table(say("letter.late.caption", count=number(len(rows))), head, rows)))
    return Page(say("letter.late.title", label=edition.label), tuple(parts))


def _opening(edition: Edition) -> tuple[Block, ...]:
    since = edition.public_from or edition.published_at
    told = Paragraph(say("letter.opening", label=edition.label, date=day(since.date())))
    kept = Note(say("letter.private"))
    return (told, kept, Note(say("letter.example"))) if edition.has_examples else (told, kept)


def _delivered(own: Own) -> tuple[Block, ...]:
    title = Heading(say("letter.delivered.title"))
    if not own.deliveries:
        return title, Paragraph(say("letter.delivered.nothing"))
    return title, Items(tuple(map(_delivery, own.deliveries)))


def _delivery(one: Delivery) -> str:
    first, last = (periods.parse(code).label if code else "" for code in (one.first, one.last))
    over = first if first == last else say("letter.delivered.span", first=first, last=last)
    facts = {"number": one.number, "dataset": LABELS[one.dataset], "date": day(one.on), "over": over}
    if not one.file:
        return say("letter.delivered.erased", **facts)
    return say("letter.delivered.line", file=one.file, **facts)


def _asked(own: Own, edition: Edition) -> tuple[Block, ...]:
    on = edition.published_at.date()
    lines = [
        say(
            "letter.asked.there" if own.has(dataset, wanted(dataset, on)) else "letter.asked.lacks",
            dataset=LABELS[dataset],
            period=wanted(dataset, on).label,
        )
        for dataset in ASKED
    ]
    return Heading(say("letter.asked.title")), Items(tuple(lines))


def _shown(own: Own, edition: Edition) -> tuple[Block, ...]:
    """Each count over all methods and client groups, as delivered and as published."""
    found = [one for one in _of_region(edition, own.region) if _is_total(one)]
    years = sorted({one.period[:4] for one in found if own.counts.get((one.indicator, one.period))})[-_YEARS:]
    rows = [
        (
            catalogue.by_id(one.indicator).label,
            periods.parse(one.period).label,
            _own(own, one),
            wording.shown(one),
            _why(own, one, edition),
        )
        for one in found
        if one.period[:4] in years
    ]
    title = Heading(say("letter.shown.title"))
    if not rows:
        return title, Paragraph(say("letter.shown.nothing"))
    head = [say(f"letter.shown.{name}") for name in ("figure", "period", "own", "public", "why")]
    caption = say("letter.shown.caption", years=listing(years)) + wording.notes(found)
    return title, Table(caption, head, rows, numbers=frozenset({2, 3}), words=True)


def _withheld(own: Own, edition: Edition) -> tuple[Block, ...]:
    """How many figures of the region are withheld, and what that protects."""
    found = [one for one in _of_region(edition, own.region) if one.status.has_value or _is_withheld(one)]
    withheld = [one for one in found if _is_withheld(one)]
    cuts = [cut_label(one.method, one.client_group) for one in withheld if not _is_total(one)]
    lines = [say("letter.withheld.count", hidden=number(len(withheld)), of=number(len(found)))]
    if cuts:
        lines.append(say("letter.withheld.cuts", cuts=listing(sorted(set(cuts)))))
    if withheld:
        threshold = int(edition.fact("threshold"))
        lines.append(say("letter.withheld.why", highest=threshold - 1))
    return Heading(say("letter.withheld.title")), Items(tuple(lines))


def _changed(own: Own, edition: Edition, older: Edition | None) -> tuple[Block, ...]:
    title = Heading(say("letter.changed.title"))
    if older is None:
        return title, Paragraph(say("letter.changed.first"))
    found = [one for one in corrections.between(older, edition) if one.now.region == own.region]
    if not found:
        return title, Paragraph(say("letter.changed.none", label=older.label))
    rows = [
        (
            _named(one.now),
            periods.parse(one.now.period).label if one.now.period else say("letter.changed.all"),
            wording.shown(one.before),
            wording.shown(one.now),
        )
        for one in found[:_CHANGES]
    ]
    head = [say(f"letter.changed.{name}") for name in ("figure", "period", "before", "now")]
    caption = say("letter.changed.caption", label=older.label, count=number(len(found)), shown=number(len(rows)))
    return title, Table(caption, head, rows, numbers=frozenset({2, 3}), stack=True)


def _next(edition: Edition) -> tuple[Block, ...]:
    set_ = delivery.current()
    on = edition.published_at.date()
    unset = say("letter.next.unset")
    period = wanted(ASKED[0], on).following()
    return (
        Heading(say("letter.next.title")),
        Facts(
            (
                (say("letter.next.period"), period.label),
                (say("letter.next.deadline"), _day(set_.deadline) or unset),
                (say("letter.next.channel"), set_.channel or unset),
                (say("letter.next.contact"), set_.contact or unset),
                (say("letter.next.edition"), _day(set_.next_edition) or unset),
            )
        ),
    )


def _day(date: dt.date | None) -> str:
    return "" if date is None else day(date)


def _of_region(edition: Edition, region: str) -> Sequence[Figure]:
    """The counts that the edition has of a region."""
    return [one for measure in COUNTS for one in figures.select(edition, measure, region=region)]


def _is_total(one: Figure) -> bool:
    return one.method == TOTAL and one.client_group == TOTAL


def _is_withheld(one: Figure) -> bool:
    return one.status is Status.SUPPRESSED


def _own(own: Own, one: Figure) -> str:
    value, status = own.counts.get((one.indicator, one.period), (None, Status.NOT_DELIVERED))
    if value is None:
        return say(f"status.{status.value}")
    return number(value) + ("*" if status is Status.PROVISIONAL else "")


def _why(own: Own, one: Figure, edition: Edition) -> str:
    """Why the edition does not show what was delivered; '' where it does."""
    value, _ = own.counts.get((one.indicator, one.period), (None, Status.NOT_DELIVERED))
    if one.is_carried_over:
        return say("letter.why.carried_over")
    if not _is_withheld(one) or value is None:
        return ""
    if value == 0:
        return say("letter.why.zero")
    highest = int(edition.fact("threshold")) - 1
    return say("letter.why.small", highest=highest) if value <= highest else say("letter.why.cover")


def _named(one: Figure) -> str:
    cut = cut_label(one.method, one.client_group, one.sector)
    label = catalogue.by_id(one.indicator).label
    return f"{label} ({cut})" if cut else label
