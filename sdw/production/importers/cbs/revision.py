"""What a newer edition of a table changes in figures that were there before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.areas.regions import NATION
from sdw.reference.datasets.statistics import CONTEXT
from sdw.reference.series import sectors
from sdw.reference.series.declared import by_id
from sdw.text import dutch

Kind = Literal["changed", "final", "gone"]

_SENTENCES: dict[Kind, str] = {
    "changed": "cbs.revision_changed",
    "final": "cbs.revision_final",
    "gone": "cbs.revision_gone",
}
_KEYS = ("region", "sector", "measure", "period")
_FIGURES = ("value", "low", "high")
_DECIMALS = 1
#: A series in percentages is of employees in a sector; any other counts in areas.
_PERCENT = "%"

Row = dict[str, object]
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """One figure that differs. `kind`: its value or margins `changed`, it became `final` (only its status
    differs), or it is `gone` from the newer table. `new` and `new_status` are None when it is gone. `region`: NL,
    save in a table with regions."""

    measure: str
    sector: str
    period: str
    kind: Kind
    old: float | None
    new: float | None
    old_status: str
    new_status: str | None
    region: str = NATION

    @property
    def sentence(self) -> str:
        """The revision in one Dutch sentence."""
        name, is_percentage = _about(self.measure)
        where = sectors.by_code(self.sector).label if self.sector else dutch.say("cbs.no_sector")
        decimals = _DECIMALS if is_percentage else 0
        return dutch.say(
            _SENTENCES[self.kind],
            series=name,
            sector=where if is_percentage else regions.name_of(self.region),
            period=periods.parse(self.period).label,
            old=_said(self.old, self.old_status, decimals),
            new=_said(self.new, self.new_status, decimals),
        )


def _about(measure: str) -> tuple[str, bool]:
    """What a series, or a measure of the context, is called, and whether it is a percentage."""
    context = {one.id: one.label for one in CONTEXT.measures}
    if measure in context:
        return context[measure], False
    series = by_id(measure)
    return series.name, series.unit == _PERCENT


def compare(older: pa.Table, newer: pa.Table) -> tuple[Revision, ...]:
    """Revisions between two editions as observations (`declarations.observations`), in time.

    Periods that only `newer` has are new, not revised: they are not in the answer.
    """
    after = _by_key(newer)
    found = [_compared(key, row, after.get(key)) for key, row in _by_key(older).items()]
    return tuple(
        sorted(
            filter(None, found),
            key=lambda each: (each.measure, periods.parse(each.period), each.region, each.sector),
        )
    )


def _in_time(one: Revision) -> tuple[str, periods.Period, str, str]:
    return one.measure, periods.parse(one.period), one.region, one.sector


def revised_periods(found: Iterable[Revision]) -> tuple[str, ...]:
    """The periods with a revision, in time, each once."""
    return tuple(sorted({each.period for each in found}, key=periods.parse))


def _by_key(table: pa.Table) -> dict[Key, Row]:
    return {tuple(row[name] for name in _KEYS): row for row in table.to_pylist()}


def _compared(key: Key, old: Row, new: Row | None) -> Revision | None:
    kind: Kind = "gone"
    if new is not None:
        if all(old[name] == new[name] for name in (*_FIGURES, "status")):
            return None
        kind = "final" if all(old[name] == new[name] for name in _FIGURES) else "changed"
    return Revision(
        measure=str(key[2]),
        sector=str(key[1]),
        period=str(key[3]),
        kind=kind,
        old=_value(old),
        new=_value(new),
        old_status=str(old["status"]),
        new_status=None if new is None else str(new["status"]),
        region=str(key[0]),
    )


def _value(row: Row | None) -> float | None:
    value = row["value"] if row else None
    return value if isinstance(value, float) else None


def _said(value: float | None, status: str | None, decimals: int) -> str:
    if value is None:
        return dutch.say(f"status.{status}") if status else ""
    return dutch.number(value, decimals) + ("*" if status == "voorlopig" else "")
