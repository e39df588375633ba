"""What came with a newer version of the monitor and is not in the store yet: imported at a start, once.

Only what the store never had is taken: a region, year and measure without any delivery, a table without any
edition. So nothing that a steward imported or undid is changed. A store that was not made from the shipped files is
left alone.
"""

from __future__ import annotations

import csv
import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sdw.edition import paths
from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.production.steward.start import DATA, SHIPPED
from sdw.production.store import private, sql
from sdw.production.store.private import Connection
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State
from sdw.reference.documents import regional_facts
from sdw.text.dutch import say
from sdw.text.errors import UserError

_OPEN = "openbaar"
#: Shipped files that are no tables of CBS: path → dataset.
_DATASETS = {
    "reference/context.csv": "context",
    "regional/young_adults_2024.csv": "jongvolwassenen",
    "regional/benefits_municipalities_2024.csv": "uitkeringen_gemeenten",
    "regional/young_adults_whole_municipalities_2024.csv": "jongvolwassenen_gemeenten",
    "regional/known_facts.csv": regional_facts.DATASET,
    "regional/known_borging.csv": states.BORGING.id,
}

Unit = tuple[str, str, str]


def pick_up() -> Iterator[str]:
    """Import what is new and publish it where nothing was delivered; yields what was done, in Dutch.

    Where regions delivered, publishing is left to the steward: a new edition is theirs to make.
    """
    if paths.is_public() or not paths.private_file().is_file():
        return
    with private.reader() as connection:
        batches = private.batches(connection)
        names = [name for name, origin in SHIPPED if origin == _OPEN]
        if not {row[3] for row in batches} & {Path(name).name for name in names}:
            return
        found = [(name, rows) for name in names if (rows := _new_rows(connection, name))]
    for name, rows in found:
        _import(name, rows)
        yield say("cli.picked_up", name=Path(name).name)
    if not found:
        return
    if any(row[2] == "aangeleverd" and row[5] is None for row in batches):
        yield say("cli.picked_up_publish")
    else:
        yield say("cli.picked_up_published", label=publish.publish(is_shipped=True).label)


def _new_rows(connection: Connection, name: str) -> list[list[str]]:
    """The lines of a shipped file that the store never had, the head first; none where it had all."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        head, *lines = list(csv.reader(file, delimiter=";", strict=True))
    if name not in _DATASETS:
        known = {row[0] for row in sql.run(connection, "tables_ever").fetchall()}
        return [] if Path(name).stem.lower() in known else [head, *lines]
    facts = {"dataset": _DATASETS[name], "origin": _OPEN}
    units = set(sql.run(connection, "units_ever", **facts).fetchall())
    if _DATASETS[name] == states.BORGING.id:
        new = [line for line in lines if _state_unit(dict(zip(head, line, strict=True))) not in units]
        return [head, *new] if new else []
    if _DATASETS[name] == regional_facts.DATASET:  # a list of facts is one unit
        return [] if units else [head, *lines]
    new = [line for line in lines if _unit(dict(zip(head, line, strict=True))) not in units]
    return [head, *new] if new else []


def _unit(line: dict[str, str]) -> Unit:
    return line["regio"], line["jaar"], line.get("maat", "")


def _state_unit(line: dict[str, str]) -> Unit:
    """Of a shipped line of borging, which has codes and ISO days."""
    day = dt.date.fromisoformat(line["datum"])
    state = State(
        dataset=states.BORGING.id, region=line["regio"], element=line["onderdeel"], day=day, state=line["stand"]
    )
    return state.unit_of_delivery


def _import(name: str, rows: list[list[str]]) -> None:
    """Import these lines through the same door as any file, under the name of the shipped one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(name).name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";", lineterminator="\n").writerows(rows)
        receipt = import_file.import_file(path, origin=_OPEN)
    if not receipt.ok:
        raise UserError("cli.not_picked_up", name=Path(name).name, why=" ".join(receipt.lines))
