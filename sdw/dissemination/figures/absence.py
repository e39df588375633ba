"""What the page on absence asks of an edition: series, the same quarter a year earlier, sectors side by side.

Values are percentages as CBS publishes them, with one decimal; a difference of two is in percentage points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import Indicator
from sdw.reference import periods
from sdw.reference.series import sectors as declared
from sdw.reference.series.sectors import TOTAL, Kind
from sdw.reference.status import Status
from sdw.statistics import trend

#: The two kinds of categories that are set side by side; never mixed.
SECTION: Kind = "bedrijfstak"
SIZE: Kind = "bedrijfsgrootte"


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure beside the same period a year earlier, where there is one."""

    now: Figure
    earlier: Figure | None

    @property
    def difference(self) -> float | None:
        """Now minus a year earlier in percentage points, with one decimal; None where one is missing."""
        if self.now.value is None or self.earlier is None or self.earlier.value is None:
            return None
        return round(self.now.value - self.earlier.value, 1)


@dataclass(frozen=True, slots=True)
class Moving:
    """Our own mean of the four quarters up to and including `period`; provisional when one of them is."""

    period: str
    value: float
    provisional: bool


@dataclass(frozen=True, slots=True)
class Revised:
    """One figure that a newer edition of a CBS table changed; a status None: it is gone."""

    measure: str
    sector: str
    period: str
    old_value: float | None
    old_status: str | None
    new_value: float | None
    new_status: str | None
    batch_id: int


@lru_cache(maxsize=16)
def _by_sector(edition: Edition, indicator: str) -> Mapping[str, tuple[Figure, ...]]:
    found: dict[str, list[Figure]] = {}
    for figure in figures.select(edition, indicator):
        found.setdefault(figure.sector, []).append(figure)
    order = {code: periods.parse(code) for code in {figure.period for rows in found.values() for figure in rows}}
    return {
        sector: tuple(sorted(rows, key=lambda figure: (order[figure.period].end, order[figure.period].months)))
        for sector, rows in found.items()
    }


def series(edition: Edition, indicator: Indicator, sector: str, kind: periods.Kind) -> tuple[Figure, ...]:
    """The figures of one sector ('' where the series has none) by quarter or by year, oldest first."""
    rows = _by_sector(edition, indicator.id).get(sector, ())
    return tuple(figure for figure in rows if periods.parse(figure.period).kind == kind)


def sectors(edition: Edition, indicator: Indicator) -> tuple[str, ...]:
    """The sectors and company sizes that have at least one value, in our order."""
    known = {
        sector
        for sector, rows in _by_sector(edition, indicator.id).items()
        if any(figure.value is not None for figure in rows)
    }
    return tuple(
        sector.code for sector in sorted(declared.ALL, key=lambda each: each.order) if sector.code in known
    )


def newest(edition: Edition, indicator: Indicator, sector: str, kind: periods.Kind) -> Compared | None:
    """The newest figure with a value, beside the same period a year earlier; None when there is none."""
    rows = series(edition, indicator, sector, kind)
    now = next((figure for figure in reversed(rows) if figure.value is not None), None)
    return None if now is None else _compared(now, rows)


def _compared(now: Figure, rows: tuple[Figure, ...]) -> Compared:
    wanted = periods.parse(now.period).year_earlier().code
    return Compared(now, next((figure for figure in rows if figure.period == wanted), None))


def compared(edition: Edition, sector: str, count: int) -> tuple[Compared, ...]:
    """The last `count` quarters of absence, newest first, each beside the same quarter a year earlier."""
    rows = series(edition, catalogue.ABSENCE, sector, "quarter")
    return tuple(_compared(now, rows) for now in reversed(rows[-count:]))


@lru_cache(maxsize=128)
def moving_year(edition: Edition, sector: str) -> tuple[Moving, ...]:
    """The moving year of absence, for every quarter with four known quarters up to it."""
    rows = series(edition, catalogue.ABSENCE, sector, "quarter")
    known = {_quarter(figure): figure for figure in rows}
    values = {quarter: figure.value for quarter, figure in known.items()}
    found = []
    for quarter, figure in known.items():
        value = trend.moving_year(values, quarter)
        if value is not None:
            four = [known[each] for each in trend.four_up_to(quarter)]
            provisional = any(one.status is Status.PROVISIONAL for one in four)
            found.append(Moving(figure.period, value, provisional))
    return tuple(found)


def _quarter(figure: Figure) -> trend.Quarter:
    period = periods.parse(figure.period)
    return period.year, period.number


@lru_cache(maxsize=32)
def side_by_side(edition: Edition, indicator: Indicator, kind: Kind, of: periods.Kind) -> tuple[Compared, ...]:
    """The sectors of one kind in the newest period of the total, highest first; only those with a value."""
    total = newest(edition, indicator, TOTAL, of)
    if total is None:
        return ()
    found = []
    for sector in declared.of_kind(kind):
        rows = series(edition, indicator, sector.code, of)
        now = next((figure for figure in rows if figure.period == total.now.period), None)
        if now is not None and now.value is not None:
            found.append(_compared(now, rows))
    return tuple(sorted(found, key=lambda each: -(each.now.value or 0)))


@lru_cache(maxsize=8)
def revisions(edition: Edition) -> tuple[Revised, ...]:
    """What CBS changed in figures that were published before; nothing in an edition without absence."""
    if catalogue.ABSENCE.id not in figures.published(edition):
        return ()
    return tuple(Revised(*row) for row in editions.query(edition, "edition_revisions"))
