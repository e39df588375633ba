"""A first start: without a store, build the first editions from the shipped data, the real way."""

from __future__ import annotations

import csv
import datetime as dt
import errno
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from sdw.edition import editions, paths
from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.production.store import private
from sdw.reference import tables
from sdw.text.dutch import say
from sdw.text.errors import UserError

DATA = paths.ROOT / "data"

#: Addresses that mean every address of this machine.
EVERYWHERE = ("0.0.0.0", "::")

EXAMPLE = "voorbeeld"

#: The column with the date of a state, by which its line came in.
_DATE = "datum"
#: When the invented files came in, and which editions a first start makes of them.
_EXAMPLES = tables.document("examples/deliveries.toml")

#: The files that ship, in the order in which they are imported: path under `data/` and origin.
SHIPPED: tuple[tuple[str, str], ...] = (
    ("reference/context.csv", "openbaar"),
    ("regional/young_adults_2024.csv", "openbaar"),
    ("cbs/80072ned.csv", "openbaar"),
    ("cbs/83157NED.csv", "openbaar"),
    ("cbs/83415NED.csv", "openbaar"),
    ("cbs/37789ksz.csv", "openbaar"),
    ("regional/benefits_municipalities_2024.csv", "openbaar"),
    ("regional/young_adults_whole_municipalities_2024.csv", "openbaar"),
    ("regional/known_facts.csv", "openbaar"),
    ("regional/known_borging.csv", "openbaar"),
    *((name, EXAMPLE) for name in dict.fromkeys(one["file"] for one in _EXAMPLES["delivery"])),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a first start: a file of `SHIPPED` to import, or the label of an edition to publish.

    at: the moment of it in the invented examples; None where nothing is invented. after: of a file of which the
    lines came in by their own date, those after this day and up to `at`; None for a whole file.
    """

    name: str
    origin: str = ""
    at: dt.datetime | None = None
    after: dt.date | None = None

    @property
    def file_name(self) -> str:
        """What the file is called in the store: 'borging_voorbeeld_2026-04-15.csv' for a part of it."""
        path = Path(self.name)
        if self.after is None or self.at is None:
            return path.name
        return f"{path.stem}_{self.at.date().isoformat()}{path.suffix}"


def steps(*, examples: bool = True) -> tuple[Step, ...]:
    """What a first start does, in order: with the examples by day, so that an edition knows nothing of later."""
    public = [name for name, origin in SHIPPED if origin != EXAMPLE]
    if not examples:
        return (*(Step(name, "openbaar") for name in public), Step(""))
    days = {one["file"]: one["day"] for one in _EXAMPLES["public"]}
    found = [Step(name, "openbaar", _at(days.get(name, _EXAMPLES["shipped"]["day"]))) for name in public]
    seen: dict[str, dt.date] = {}
    for one in _EXAMPLES["delivery"]:
        name, day = one["file"], one["day"]
        after = seen.get(name, dt.date.min) if one.get("by_date") else None
        found.append(Step(name, EXAMPLE, _at(day), after))
        seen[name] = day
    found += [Step(one["label"], "", _at(one["day"])) for one in _EXAMPLES["edition"]]
    # A file of the same day as an edition is in it.
    return tuple(sorted(found, key=lambda step: (step.at, not step.origin)))


def _at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(8, 30), dt.UTC)


def is_needed() -> bool:
    """True when there is no edition yet, in any state, or a first start was cut off between its two editions."""
    folders = (paths.editions_folder(), paths.concepts_folder())
    found = {path.stem for folder in folders for path in folder.glob("*.duckdb")}
    return not found or _is_cut_off(found)


def _is_cut_off(found: set[str]) -> bool:
    """True where some of the first editions are there, made by a first start, and the last is not."""
    meant = {step.name: step.at for step in steps() if not step.origin}
    if found != set(list(meant)[: len(found)]) or len(found) == len(meant):
        return False
    return all(one.published_at == meant.get(one.label) for one in editions.every())


def build(*, examples: bool = True) -> Iterator[str]:
    """Import what ships and publish the first editions; yields what it is doing, in Dutch.

    examples: False leaves out what is invented, so that everything that is shown is real.
    """
    for step in steps(examples=examples):
        yield step.name if step.origin else say("cli.building_edition", label=step.name)
        if step.origin:
            _import(step)
        elif is_needed() and not (paths.editions_folder() / f"{step.name}.duckdb").exists():
            publish.publish(step.name or None, is_shipped=True, at=step.at)


def _import(step: Step) -> None:
    """Import one file, or what came in of it on this day, unless the store had that before."""
    with private.reader() as connection:
        known = {row[3] for row in private.batches(connection)}
    if step.file_name in known:
        return
    if step.after is None or step.at is None:
        import_file.import_file(DATA / step.name, origin=step.origin, at=step.at)
        return
    with (DATA / step.name).open(encoding="utf-8", newline="") as file:
        head, *lines = list(csv.reader(file, delimiter=";", strict=True))
    place, first, last = head.index(_DATE), step.after.isoformat(), step.at.date().isoformat()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / step.file_name
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = (line for line in lines if first < line[place] <= last)
            csv.writer(file, delimiter=";", lineterminator="\n").writerows([head, *rows])
        import_file.import_file(path, origin=step.origin, at=step.at)


def leave_out_examples() -> str:
    """Undo what is invented in the store and publish what is left; the label, '' where nothing was invented."""
    with private.writer() as connection:
        found = [row[0] for row in private.batches(connection) if row[2] == EXAMPLE and row[5] is None]
        for batch in found:
            private.undo(connection, batch)
    return publish.publish().label if found else ""


def refuse_occupied(host: str, port: int) -> None:
    """Say in time that the dashboard cannot listen here.

    Raises:
        UserError: another program has the port, or the address is not of this machine.
    """
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as place_to_listen:
            place_to_listen.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            place_to_listen.bind((host, port))
    except (OSError, OverflowError) as error:
        key = "cli.port_taken" if getattr(error, "errno", None) == errno.EADDRINUSE else "cli.no_such_address"
        raise UserError(key, host=host, port=port) from error


def serve(host: str, port: int) -> NoReturn:
    """Become the server of the dashboard: a signal to this process is a signal to the server."""
    command = [sys.executable, "-m", "streamlit", "run", str(paths.ROOT / "dashboard.py")]
    options = ["--server.address", host, "--server.port", str(port), "--server.headless", "true"]
    sys.stdout.flush()
    sys.stderr.flush()
    os.chdir(paths.ROOT)
    os.execv(sys.executable, [*command, *options])
