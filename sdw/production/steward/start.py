"""A first start: without a store, build the first edition from the shipped data, the real way."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from sdw.edition import paths
from sdw.production.publishing import publish
from sdw.production.steward import import_file
from sdw.production.store import private
from sdw.text.errors import UserError

DATA = paths.ROOT / "data"

#: Addresses that mean every address of this machine.
EVERYWHERE = ("0.0.0.0", "::")

EXAMPLE = "voorbeeld"

#: The files that ship, in the order in which they are imported: path under `data/` and origin.
SHIPPED: tuple[tuple[str, str], ...] = (
    ("reference/context.csv", "openbaar"),
    ("regional/young_adults_2024.csv", "openbaar"),
    ("cbs/80072ned.csv", "openbaar"),
    ("cbs/83157NED.csv", "openbaar"),
    ("cbs/83415NED.csv", "openbaar"),
    ("cbs/37789ksz.csv", "openbaar"),
    ("examples/trajecten_voorbeeld.csv", EXAMPLE),
    ("examples/uitkomsten_voorbeeld.csv", EXAMPLE),
    ("examples/toezeggingen_voorbeeld.csv", EXAMPLE),
    ("examples/speerpunten_voorbeeld.csv", EXAMPLE),
    ("examples/borging_voorbeeld.csv", EXAMPLE),
    ("examples/ips_gemeente_voorbeeld.csv", EXAMPLE),
    ("examples/besluiten_voorbeeld.csv", EXAMPLE),
    ("examples/activiteiten_voorbeeld.csv", EXAMPLE),
    ("regional/benefits_municipalities_2024.csv", "openbaar"),
    ("regional/young_adults_whole_municipalities_2024.csv", "openbaar"),
    ("regional/known_facts.csv", "openbaar"),
    ("regional/known_borging.csv", "openbaar"),
)


def is_needed() -> bool:
    """True when there is no edition yet, in any state."""
    folders = (paths.editions_folder(), paths.concepts_folder())
    return not any(path for folder in folders for path in folder.glob("*.duckdb"))


def build(*, examples: bool = True) -> Iterator[str]:
    """Import what ships and publish the first edition; yields what it is doing, in Dutch.

    examples: False leaves out what is invented, so that everything that is shown is real.
    """
    for name, origin in SHIPPED:
        if origin == EXAMPLE and not examples:
            continue
        yield name
        with private.reader() as connection:
            known = {row[3] for row in private.batches(connection)}
        if Path(name).name not in known:
            import_file.import_file(DATA / name, origin=origin)
    yield "publish"
    if is_needed():
        publish.publish(is_shipped=True)


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
