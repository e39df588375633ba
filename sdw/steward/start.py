"""A first start: without a store, build the first edition from the shipped data, the real way."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import call

from sdw.steward import intake, publish
from sdw.store import place, private

DATA = place.ROOT / "data"

#: The files that ship, in the order in which they are imported: path under `data/` and origin.
SHIPPED: tuple[tuple[str, str], ...] = (
    ("reference/context.csv", "openbaar"),
    ("cbs/80072ned.csv", "openbaar"),
    ("cbs/83157NED.csv", "openbaar"),
    ("cbs/83415NED.csv", "openbaar"),
    ("examples/trajecten_voorbeeld.csv", "voorbeeld"),
    ("examples/uitkomsten_voorbeeld.csv", "voorbeeld"),
)


def is_needed() -> bool:
    """True when there is no edition yet."""
    return not any(place.editions_folder().glob("*.duckdb"))


def build() -> Iterator[str]:
    """Import what ships and publish the first edition; yields what it is doing, in Dutch."""
    for name, origin in SHIPPED:
        yield name
        with private.reader() as connection:
            known = {row[3] for row in private.batches(connection)}
        if Path(name).name not in known:
            intake.take(DATA / name, origin=origin)
    yield "publish"
    if is_needed():
        publish.publish()


def serve(host: str, port: int) -> int:
    """Run the dashboard until it is stopped."""
    command = [sys.executable, "-m", "streamlit", "run", str(place.ROOT / "dashboard.py")]
    options = ["--server.address", host, "--server.port", str(port), "--server.headless", "true"]
    return call([*command, *options], cwd=place.ROOT, env=os.environ)
