"""Under which licence a table may be used: what is decided, and nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sdw.dissemination.exports.open.table import Table
from sdw.dissemination.figures.record import licences
from sdw.edition.editions import Edition
from sdw.reference.documents import sources
from sdw.reference.open import publisher


@dataclass(frozen=True, slots=True)
class Licence:
    """A value of the list of licences, and in Dutch what may be done with whose figures.

    is_open: it is an open licence; otherwise the words say what holds.
    """

    value: str
    words: str
    is_open: bool


def of(edition: Edition, table: Table) -> Licence:
    """The licence of a table of an edition, by what stands in its lines."""
    return of_sources(table.sources(edition))


def of_sources(names: Iterable[str]) -> Licence:
    """The licence of what is made of these: ids of `data/sources.toml`, or what is delivered (`licences.OWN`).

    It is as open as the least open of them.
    """
    names, settled = tuple(names), publisher.current().licence
    values = {
        settled.delivered if one in licences.OWN else settled.known.get(sources.by_id(one).licence, "")
        for one in names
    }
    value = values.pop() if len(values) == 1 else ""
    return Licence(value or settled.without, f"{licences.told(names)}.", bool(value))
