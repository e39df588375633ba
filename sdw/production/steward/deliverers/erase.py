"""`python -m sdw erase`: what is past its term, and taking deliveries away for good."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import Namespace

from sdw.production.steward import terminal
from sdw.production.store import erasure, private, sql
from sdw.reference.documents import retention
from sdw.text.dutch import day, listing, number, say
from sdw.text.errors import UserError

_COLUMNS = (
    *(terminal.Column(name, name) for name in ("batch", "dataset", "file", "regions", "periods")),
    terminal.Column("kept_until", "kept_until"),
)


def run(options: Namespace) -> bool:
    """Without numbers: list what is past its term. With numbers: erase these deliveries."""
    if not options.batches:
        return _list(dt.date.today())
    if not (options.reason or "").strip():
        raise UserError("erase.no_reason")
    numbers = tuple(dict.fromkeys(options.batches))
    _tell(_before(numbers))
    if terminal.asks() and not terminal.agrees(say("erase.question", batches=_named(numbers))):
        raise UserError("erase.refused")
    private.erase(erasure.Task(numbers, options.reason.strip(), options.backups))
    _tell([say("erase.done", batches=_named(numbers)), *_held(numbers), say("erase.elsewhere")])
    return True


def past_term(today: dt.date) -> list[tuple[object, ...]]:
    """Deliveries that should be gone, the oldest first: number, dataset, file, regions, periods, last day."""
    term = retention.current()
    with private.reader() as connection:
        rows = sql.run(connection, "batch_newest_period").fetchall()
    found = [(*row[:5], term.last_day(row[5])) for row in rows]
    return sorted((row for row in found if row[5] < today), key=lambda row: row[5])


def _list(today: dt.date) -> bool:
    term = retention.current()
    found = past_term(today)
    terminal.show(_COLUMNS, found)
    facts = {"years": number(term.years), "owner": term.owner, "date": day(term.decided)}
    _tell([say("erase.term", **facts), say("erase.due", count=number(len(found)))])
    return True


def _before(numbers: tuple[int, ...]) -> list[str]:
    """What else will be so afterwards: older deliveries that count again."""
    with private.reader() as connection:
        rows = sql.run(connection, "batch_under", batches=list(numbers)).fetchall()
    return [say("erase.counts_again", batches=listing([str(row[0]) for row in rows]))] if rows else []


def _held(numbers: tuple[int, ...]) -> list[str]:
    """The backups in the store that still hold them, by name."""
    with private.exclusive():
        found = [(file.name, held) for file, held in erasure.backups_with(numbers) if held]
    return [say("erase.backup", name=name, batches=listing([str(one) for one in held])) for name, held in found]


def _named(numbers: tuple[int, ...]) -> str:
    return listing([str(one) for one in numbers])


def _tell(lines: list[str]) -> None:
    sys.stderr.writelines(f"{line}\n" for line in lines)
