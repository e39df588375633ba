"""How an edition was agreed before it was public, as the record beside it says: parties, early access, warnings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sdw.dissemination.blocks.model import Block, Heading, Items, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.ui.elements import show
from sdw.edition.approval import release
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.text.dutch import ZONE, day, listing, moment, say


def tell(edition: Edition) -> None:
    """The answers of the parties and who could see the edition before; nothing for one that was public at once."""
    if edition.public_from is not None:
        show.kept(told, edition)


def told(edition: Edition) -> tuple[Block, ...]:
    """The same as blocks."""
    record = None if edition.public_from is None else release.read(edition.path)
    if record is None or edition.public_from is None:
        return ()
    made = next((one["at"] for one in record.get("states", ()) if one["state"] == "concept"), "")
    since = say("concept.agreed.since", label=edition.label, moment=moment(edition.public_from), made=_day(made))
    warnings = tuple(one["text"] for one in record.get("warnings", ()))
    return (
        Heading(say("concept.agreed.title")),
        Paragraph(since),
        *_parties(edition, record),
        *_early(edition, record),
        *_notes(record),
        *((Paragraph(say("concept.agreed.warnings")), Items(warnings)) if warnings else ()),
    )


def _parties(edition: Edition, record: Mapping[str, Any]) -> tuple[Block, ...]:
    rows = [(one["name"], _answer(one)) for one in record.get("parties", ())]
    if not rows:
        return ()
    head = (say("concept.agreed.party"), say("concept.agreed.answer"))
    return (Table(caption=say("concept.agreed.parties", label=edition.label), head=head, rows=rows),)


def _answer(one: Mapping[str, str]) -> str:
    if one["answer"] == "agreed":
        return say("concept.agreed.agreed", date=_day(one["at"]))
    if one["answer"] == "decided":
        return say("concept.agreed.decided", text=one["text"])
    return say("concept.agreed.silent")


def _early(edition: Edition, record: Mapping[str, Any]) -> tuple[Block, ...]:
    seen = record.get("early_access", ())
    if not seen:
        return (Paragraph(say("concept.agreed.nobody")),)
    rows = [(one["for"], one["party"], _day(one["from"]), _day(one["until"])) for one in seen]
    head = tuple(say(f"concept.agreed.{name}") for name in ("holder", "party", "from", "until"))
    return (Table(caption=say("concept.agreed.early", label=edition.label), head=head, rows=rows),)


def _notes(record: Mapping[str, Any]) -> tuple[Block, ...]:
    """Why figures are different from those of the edition before; the same words for more indicators once."""
    found: dict[str, list[str]] = {}
    for one in record.get("notes", ()):
        found.setdefault(one["text"], []).append(catalogue.by_id(one["indicator"]).label)
    lines = tuple(say("concept.agreed.note", names=listing(names), text=text) for text, names in found.items())
    return (Paragraph(say("concept.agreed.notes")), Items(lines)) if lines else ()


def _day(text: str) -> str:
    return day(dt.datetime.fromisoformat(text).astimezone(ZONE).date()) if text else ""
