"""Editions that are out already: an attacker has them all, so a new edition is protected together with each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sdw.disclosure.cells import Cell
from sdw.disclosure.counts import assembly, release_sequence
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.production.publishing.trajectories.totals import MEASURES, Totals
from sdw.production.store import sql
from sdw.production.store.private import Connection
from sdw.reference.dimensions import Key
from sdw.reference.plan import Plan
from sdw.reference.status import Status
from sdw.text.dutch import listing
from sdw.text.errors import UserError

#: The remark with a cell that still shows the value of an older edition.
CARRIED_OVER = "correctie_volgt"


@dataclass(frozen=True, slots=True)
class PriorEdition:
    """An edition that is out: the counts behind it, what it shows, and which cells show a still older value.

    was_public: False for a concept that only parties had seen at the moment of the new edition: that is protected
    beside it, and shows and calculates nothing from it.
    """

    edition: Edition
    counted: Totals
    shown: Mapping[Key, Figure]
    carried_over: frozenset[Key]
    was_public: bool = True

    def withholds(self, key: Key) -> bool:
        """True when its own value of this cell was never published."""
        return key in self.carried_over or (key in self.shown and self.shown[key].status is Status.SUPPRESSED)

    def own(self, key: Key) -> Cell | None:
        """The cell as this edition published it from its own counts; None where it did not."""
        figure = self.shown.get(key)
        if figure is None or figure.value is None or key in self.carried_over:
            return None
        cell = self.counted.by_key[key]
        return replace(cell, value=figure.value, status=figure.status, carried_from=(self.edition.label,))

    def as_release(self, plan: Plan) -> release_sequence.ReleasedSystem:
        """Its counts as a system, with what it withholds."""
        assembled = assemble(self.counted, plan)
        return assembled.edition({key for key in assembled.keys if self.withholds(key)})


def assemble(counted: Totals, plan: Plan) -> assembly.Assembled:
    """The system of all counts that have a value."""
    published = {cell.key for cell in counted.cells if cell.value is not None}
    return assembly.assemble(counted.counts, published, plan)


def before(
    origin: str, again: Edition | None, count: Callable[[Sequence[int], Iterable[Key]], Totals]
) -> tuple[PriorEdition, ...]:
    """All older editions of the same origin, newest first, but one of those that tell exactly the same.

    count: the counts that batches make, for the cells that are asked. again: the edition that is made again;
    None for a new one.
    """
    found: dict[tuple[object, ...], PriorEdition] = {}
    at = dt.datetime.now(dt.UTC) if again is None else again.published_at
    for edition in editions.ever_made():
        if edition.fact("origin") != origin or (again is not None and edition.order >= again.order):
            continue
        shown = _shown(edition)
        told = tuple((key, one.value, one.status, one.is_carried_over) for key, one in shown.items())
        same = (_deliveries(edition), told)
        was_public = _was_public(edition, at)
        if same not in found:
            counted = count(edition.batches, shown)
            found[same] = PriorEdition(edition, counted, shown, _carried_over(shown), was_public)
        elif was_public and not found[same].was_public:
            found[same] = replace(found[same], edition=edition, was_public=True)
    return tuple(found.values())


def _was_public(edition: Edition, at: dt.datetime) -> bool:
    """True where everybody could see this edition at a moment: always the same, whatever became of it since."""
    return not edition.is_concept and (edition.public_from is None or edition.public_from <= at)


def carried_over_values(prior: Sequence[PriorEdition], keys: Iterable[Key]) -> dict[Key, Cell]:
    """What the newest older edition shows of these cells: value, status and the regions that were in it then.

    prior: newest first. A cell that the newest edition withholds stays withheld: it is left out here.
    """
    found = {}
    for key in keys:
        for past in prior:
            figure = past.shown.get(key)
            if figure is not None and figure.value is None:
                break
            cell = past.own(key) if past.was_public else None
            if cell is not None:
                found[key] = cell
                break
    return found


def keys_in(edition: Edition) -> dict[Key, bool]:
    """Every count that an edition publishes, and whether it withholds it."""
    return {key: one.status is Status.SUPPRESSED for key, one in _shown(edition).items()}


def carried_over_in(edition: Edition) -> frozenset[Key]:
    """Every count of which an edition shows the value of an older one."""
    return _carried_over(_shown(edition))


def unknown_batches(connection: Connection, edition: Edition) -> UserError | None:
    """Why an edition cannot be calculated from this store: batches that are not in it, or are others."""
    known = set(sql.run(connection, "batch_known").fetchall())
    made_of = {(row[0], row[3]) for row in editions.query(edition, "edition_batches")}
    gone = sorted(number for number, _ in made_of - known)
    if not gone:
        return None
    return UserError(
        "steward.unknown_batches", label=edition.label, batches=listing([str(number) for number in gone])
    )


def _deliveries(edition: Edition) -> frozenset[int]:
    """Batches with counts of regions: other tables can be renewed without touching these."""
    return frozenset(row[0] for row in editions.query(edition, "edition_batches") if row[1] == "trajecten")


def _shown(edition: Edition) -> dict[Key, Figure]:
    return {
        (measure, one.region, one.period, one.method, one.client_group): one
        for measure in MEASURES
        for one in figures.select(edition, measure)
    }


def _carried_over(shown: Mapping[Key, Figure]) -> frozenset[Key]:
    """Cells of which an edition shows the value of a still older one: its own value was never published."""
    return frozenset(key for key, one in shown.items() if one.is_carried_over)
