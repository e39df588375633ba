"""How people are protected, in plain words, and how much of the edition that withholds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sdw.dissemination.blocks.model import Block, Facts, Heading, Items, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.figures import protection
from sdw.edition.editions import Edition
from sdw.reference import plan
from sdw.reference.documents import retention
from sdw.text.dutch import day, number, say


def blocks(edition: Edition) -> tuple[Block, ...]:
    """What is done, the threshold and who decided on it, and what is withheld per table."""
    threshold = int(edition.fact("threshold"))
    rounding = int(edition.fact("rounding"))
    term = retention.current()
    lines = [
        say("page.verantwoording.privacy.counts"),
        say("page.verantwoording.privacy.threshold", highest=threshold - 1, threshold=threshold),
        say("page.verantwoording.privacy.rates", minimum=edition.fact("rate_minimum")),
        say("page.verantwoording.privacy.zero"),
        say("page.verantwoording.privacy.rounded", base=rounding)
        if rounding
        else say("page.verantwoording.privacy.not_rounded"),
        say("page.verantwoording.privacy.hidden"),
        say("page.verantwoording.privacy.persons"),
        say("page.verantwoording.privacy.apart"),
        say("page.verantwoording.privacy.attacked"),
        say(
            "page.verantwoording.privacy.kept",
            years=number(term.years),
            owner=term.owner,
            date=day(term.decided),
        ),
    ]
    return (
        Heading(say("page.verantwoording.privacy.title")),
        Items(tuple(lines)),
        Facts(
            (
                (say("page.verantwoording.privacy.threshold_name"), str(threshold)),
                (say("page.verantwoording.privacy.owner"), edition.fact("decision_owner")),
                (
                    say("page.verantwoording.privacy.decided"),
                    day(dt.date.fromisoformat(edition.fact("decision_date"))),
                ),
                *_protected(edition),
            )
        ),
        *_per_table(edition),
    )


def _per_table(edition: Edition) -> tuple[Block, ...]:
    """How much is withheld, per table of the plan."""
    now = plan.current()
    counted = [
        [
            table.title,
            number(len(table.keys)),
            number(table.hidden),
            _percent(table.hidden / len(table.keys)),
            _percent(table.seen),
        ]
        for table in protection.counts(edition, now)
        if table.keys
    ]
    rated = [
        [table.title, *(number(count) for count in (table.shown - table.old, table.old, table.hidden))]
        for table in protection.rates(edition, now)
    ]
    made = (*_withheld("counts", counted, edition), *_withheld("rates", rated, edition))
    told = [say("page.verantwoording.privacy.per_table_note")]
    facts = dict(edition.manifest)
    # Outcomes are protected beside the newest older edition only: no proof is claimed where that leaves old values.
    doubtful = any(facts.get(name, "0") != "0" for name in ("outcome_lost", "outcome_kept"))
    if facts.get("certificates", "0") != "0" and not doubtful:
        told.append(say("page.verantwoording.privacy.proven"))
    return *made, Paragraph(" ".join(told), quiet=True)


_HEADS = {"counts": ("table", "cells", "hidden", "share", "seen"), "rates": ("table", "new", "old", "hidden")}


def _withheld(kind: str, rows: Sequence[Sequence[str]], edition: Edition) -> tuple[Table, ...]:
    if not rows:
        return ()
    names = _HEADS[kind]
    return (
        Table(
            caption=say(f"page.verantwoording.privacy.caption_{kind}", edition=edition.label),
            head=[say(f"page.verantwoording.privacy.head_{name}") for name in names],
            rows=rows,
            numbers=frozenset(range(1, len(names))),
            stack=True,
        ),
    )


def _percent(part: float | None) -> str:
    return "–" if part is None else f"{number(100 * part)}%"


def _protected(edition: Edition) -> list[tuple[str, str]]:
    """How many counts are withheld and why; nothing for an edition made before these were counted."""
    facts = dict(edition.manifest)
    if "hidden_primary" not in facts:
        return []
    every, withheld = protection.totals(edition)
    names = ("hidden_primary", "hidden_secondary", "kept_old_value")
    small, cover, carried_over = (int(facts.get(name, "0")) for name in names)
    why = {
        "primary": small,
        "secondary": cover,
        "delivered": withheld + carried_over - small - cover,
        "carried_over": carried_over,
    }
    return [
        (
            say(f"page.verantwoording.privacy.{name}"),
            say("page.verantwoording.privacy.cells", count=number(count), of=number(every)),
        )
        for name, count in why.items()
        if count or name in ("primary", "secondary")
    ]
