"""States in a world of its own: delivered without a file, as an import does after its checks."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa

from sdw.production.importers.engine.states.reading import CARRIED, SCHEMA
from sdw.production.store import private, state_lists
from sdw.production.store.state_lists import IncomingStates
from sdw.reference.areas import municipalities
from sdw.reference.datasets.state_record import State


def borging(region: str, element: str, state: str, day: dt.date) -> State:
    """How an element of a region stood on a day."""
    return State(dataset="borging", region=region, element=element, state=state, day=day, certainty="zelf_gemeld")


def ips(municipality: str, state: str, day: dt.date) -> State:
    """Whether IPS was open in a gemeente on a day."""
    one = municipalities.by_code(municipality)
    where = {"municipality": municipality, "place": one.name, "region": one.region}
    return State(dataset="ips_gemeente", state=state, day=day, certainty="zelf_gemeld", **where)


def deliver(*states: State, origin: str = "aangeleverd") -> None:
    """Accept states of one dataset as one batch."""
    columns = {name: [getattr(one, name) for one in states] for name in CARRIED}
    incoming = IncomingStates(states[0].dataset, origin, "standen.csv", "1" * 64, pa.table(columns, SCHEMA))
    with private.writer() as connection:
        state_lists.accept(connection, incoming)
