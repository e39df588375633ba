"""The rows that an edition will hold, before they are written, and who says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sdw.reference.datasets.state_record import State
from sdw.reference.documents.regional_facts import Fact
from sdw.reference.status import Status


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so. `id` names it inside an edition, `texts` are its words: one for each source that it is made of.

    Of a published table also its number, and the day on which it was changed (ISO); '' where that is unknown.
    """

    id: str
    texts: tuple[str, ...]
    table_id: str = ""
    modified: str = ""

    @property
    def words(self) -> str:
        """All of it in one line."""
        return "; ".join(self.texts)

    def beside(self, other: Source) -> Source:
        """Both, for a figure that is calculated from the two."""
        return Source(f"{self.id}+{other.id}", (*self.texts, *other.texts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure to publish. `delivered`: of a national figure over how many regions, of how many.

    `carried_from`: the labels of the older editions that the value is of, in order; none for its own.
    """

    indicator: str
    region: str
    period: str
    method: str = "totaal"
    client_group: str = "totaal"
    sector: str = ""
    months: int = 0
    value: float | None = None
    status: Status
    numerator: float | None = None
    denominator: float | None = None
    low: float | None = None
    high: float | None = None
    bound_low: float | None = None
    bound_high: float | None = None
    delivered: tuple[int, int] | None = None
    cited: Source
    carried_from: tuple[str, ...] = ()
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityRow:
    """One public figure of a gemeente to publish, with the region that it was in then and its name of then."""

    municipality: str
    name: str
    region: str
    indicator: str
    period: str
    value: float | None
    status: Status
    numerator: float | None = None
    denominator: float | None = None
    cited: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that an edition holds but its label.

    `facts`: what there is one of. `batches`: number, dataset, origin, moment, regions, first and last period, rows.
    `remarks`: region, period, kind. `revisions`: as the table `revision`. `protected_beside`: labels of editions.
    `municipalities`: the figures of gemeenten. `known`: facts as read in public sources, in their order.
    `states`: what has a state and no count, in their order.
    """

    rows: Sequence[Row]
    facts: Mapping[str, str]
    batches: Sequence[tuple[Any, ...]] = ()
    remarks: Sequence[tuple[Any, ...]] = ()
    revisions: Sequence[tuple[Any, ...]] = ()
    protected_beside: Sequence[str] = ()
    municipalities: Sequence[MunicipalityRow] = ()
    known: Sequence[Fact] = ()
    states: Sequence[State] = ()
