"""Under which licence a table may be used: what is decided, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.dissemination.exports.open.table import Table
from sdw.edition.editions import Edition
from sdw.indicators.model import DELIVERED
from sdw.reference.datasets import states
from sdw.reference.documents import sources
from sdw.reference.open import publisher
from sdw.text.dutch import say

#: What regions, parties and the stuurgroep deliver themselves.
_OURS = frozenset((*DELIVERED, *(one.id for one in states.ALL)))


@dataclass(frozen=True, slots=True)
class Licence:
    """A value of the list of licences, and in Dutch what may be done with whose figures.

    is_open: it is an open licence; otherwise the words say what holds.
    """

    value: str
    words: str
    is_open: bool


def of(edition: Edition, table: Table) -> Licence:
    """The licence of a table of an edition."""
    return of_sources(table.sources(edition), has_examples=edition.has_examples)


def of_sources(names: tuple[str, ...], *, has_examples: bool) -> Licence:
    """The licence of what is made of these sources: ids of `data/sources.toml`, or of delivered datasets."""
    settled = publisher.current().licence
    public = [sources.by_id(one) for one in names if one not in _OURS]
    told = [
        say("open_data.licence.public", whose=one.publisher, licence=one.licence) for one in dict.fromkeys(public)
    ]
    values = {settled.known.get(one.licence, "") for one in public}
    if len(public) < len(names):
        told.insert(0, say("open_data.licence.example" if has_examples else "open_data.licence.delivered"))
        values.add("" if has_examples else settled.delivered)
        if settled.delivered and not has_examples:
            told[0] = say("open_data.licence.decided")
    value = values.pop() if len(values) == 1 else ""
    return Licence(value or settled.without, " ".join(dict.fromkeys(told)), bool(value))
