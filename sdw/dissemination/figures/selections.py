"""What the pages ask of an edition, beyond single figures. Pure: a view in, plain answers out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from sdw.dissemination.figures.view import View
from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL, Indicator
from sdw.reference import dimensions, periods
from sdw.reference.areas import regions
from sdw.reference.documents import targets
from sdw.reference.status import Status


def figure(view: View, indicator: Indicator, region: str = NATION, **cut: str) -> Figure | None:
    """The figure of a region (or the nation) in the period of the view; None where none is published."""
    wanted = {"method": TOTAL, "client_group": TOTAL} | cut
    found = figures.select(view.edition, indicator.id, region=region, period=view.period, **wanted)
    return found[0] if found else None


def bounded(figure: Figure, edition: Edition) -> Figure:
    """The figure without bounds in an edition with bounds of an older kind, which say something else."""
    return figure if figures.have_bounds(edition) else replace(figure, bound_low=None, bound_high=None)


def of_regions(view: View, indicator: Indicator, *, method: str = TOTAL, client_group: str = TOTAL) -> list[Figure]:
    """The 35 regions in the period of the view, by name; empty where this is not published for regions."""
    found = figures.of_regions(view.edition, indicator.id, view.period, method=method, client_group=client_group)
    return sorted(found, key=attrgetter("place"))


def at_newest(view: View, indicator: Indicator) -> View:
    """The view in its own period where the indicator is published in it, otherwise in the newest full year."""
    codes = figures.period_codes(view.edition, indicator.id, regional=False)
    if view.period in codes or not codes:
        return view
    return replace(view, period=codes[0])


def all_cuts(view: View, indicator: Indicator) -> tuple[Figure, ...]:
    """Every published figure of an indicator in the period of the view: nation, regions and their parts."""
    return figures.select(view.edition, indicator.id, period=view.period)


@dataclass(frozen=True, slots=True)
class Reach:
    """Of the regions with a figure (`known`), how many are at or above their target."""

    reached: int
    known: int
    of: int
    is_invented: bool = False


def reach(shown: Iterable[Figure]) -> Reach:
    """How many regions reached the target of the indicator of these figures.

    Raises ValueError when the indicator has no target.
    """
    rows = list(shown)
    target = targets.of_indicator(rows[0].indicator) if rows else targets.STARTED
    if target is None:
        raise ValueError(f"{rows[0].indicator} has no target")
    known = [row.value for row in rows if row.value is not None]
    reached = sum(value >= target.per_region for value in known)
    return Reach(reached, len(known), len(regions.CODES), any(row.is_invented for row in rows))


@dataclass(frozen=True, slots=True)
class Ledger:
    """Begin + started − ended = end, of one region or of the nation; a part may be missing.

    `imbalance` is end − (begin + started − ended): 0 when the books close, None when a part is missing or of an
    older edition, or when the parts of a national ledger come from different numbers of regions.
    """

    opening: Figure
    started: Figure
    ended: Figure
    closing: Figure

    @property
    def parts(self) -> tuple[Figure, Figure, Figure, Figure]:
        """The four figures in the order of the sum."""
        return self.opening, self.started, self.ended, self.closing

    @property
    def same_regions(self) -> bool:
        """True when the four parts cover equally many regions."""
        return len({part.delivered for part in self.parts}) == 1

    @property
    def imbalance(self) -> float | None:
        """What does not add up, in trajectories."""
        opening, started, ended, closing = (part.value for part in self.parts)
        if opening is None or started is None or ended is None or closing is None or not self.same_regions:
            return None
        return None if any(part.is_carried_over for part in self.parts) else closing - (opening + started - ended)


def ledger(view: View, region: str = NATION) -> Ledger | None:
    """The ledger of a region in the period of the view; None where no part of it has a value."""
    parts = [figure(view, indicator, region) for indicator in catalogue.LEDGER]
    found = [part for part in parts if part is not None]
    whole = len(found) == len(catalogue.LEDGER) and any(part.value is not None for part in found)
    return Ledger(*found) if whole else None


def split(view: View, indicator: Indicator, region: str, by: str) -> list[Figure]:
    """The parts of an indicator by `method` or `client_group`; empty where none is published with a value."""
    codes = dimensions.METHOD_PARTS if by == "method" else dimensions.CLIENT_GROUP_PARTS
    found = [figure(view, indicator, region, **{by: code}) for code in codes]
    parts = [figure for figure in found if figure is not None]
    return parts if any(part.value is not None for part in parts) else []


def no_split(view: View, indicator: Indicator, region: str) -> str:
    """Why a period has no split over methods and client groups: `part_of_year`, `absent`, `totals`, `hidden` or
    `unknown`; '' where it has one.
    """
    if any(split(view, indicator, region, by) for by in ("method", "client_group")):
        return ""
    whole = figure(view, indicator, region)
    if whole is None or whole.status is Status.NOT_DELIVERED:
        return "absent"
    if periods.parse(view.period).kind != "year":
        return "part_of_year"
    parts = [figure(view, indicator, region, method=code) for code in dimensions.METHOD_PARTS]
    parts += [figure(view, indicator, region, client_group=code) for code in dimensions.CLIENT_GROUP_PARTS]
    statuses = {part.status for part in parts if part is not None}
    if Status.SUPPRESSED in statuses:
        return "hidden"
    return "unknown" if Status.UNKNOWN in statuses else "totals"


def years(view: View, indicators: Sequence[Indicator], region: str) -> list[list[Figure]]:
    """Per indicator the full years of one region, oldest first: those in which any of them has a value anywhere.

    Every list holds the same years, also where only one of the indicators has a value in a year.
    """
    codes = {
        code
        for indicator in indicators
        for code in figures.period_codes(view.edition, indicator.id, regional=False)
        if periods.parse(code).kind == "year"
    }
    found = [
        figures.select(view.edition, indicator.id, region=region, method=TOTAL, client_group=TOTAL)
        for indicator in indicators
    ]
    by_year = [{figure.period: figure for figure in shown} for shown in found]
    return [[shown[code] for code in sorted(codes)] for shown in by_year]


def in_hand(edition: Edition, indicator: Indicator) -> str | None:
    """The newest period with a value that is not part of a full year with a value; None when there is none."""
    codes = figures.period_codes(edition, indicator.id, regional=False)
    full = [periods.parse(code) for code in codes if periods.parse(code).kind == "year"]
    loose = [
        period
        for period in (periods.parse(code) for code in codes)
        if period.kind != "year" and not any(year.contains(period) for year in full)
    ]
    return max(loose, key=lambda period: (period.end, period.months)).code if loose else None


def newest(edition: Edition, indicator: Indicator) -> list[str]:
    """The newest full year with a value, and what is in hand after it: what a meeting looks at."""
    codes = figures.period_codes(edition, indicator.id, regional=False)
    return list(dict.fromkeys(code for code in (*codes[:1], in_hand(edition, indicator)) if code))


def paces(edition: Edition, region: str = NATION) -> list[tuple[Figure, Figure]]:
    """Of each count with a target what its running year is expected to be, and the chance of the target; nothing in
    an edition without a running year, or of before this was calculated."""
    found: list[tuple[Figure, Figure]] = []
    for counted in (catalogue.STARTED, catalogue.DURABLE):
        both = (catalogue.expected(counted), catalogue.chance(counted))
        expected, chance = (figures.select(edition, one.id, region=region) for one in both)
        found += zip(expected, chance, strict=True)
    return found


def names_with(shown: Iterable[Figure], *statuses: Status) -> list[str]:
    """Names of the regions whose figure has one of these statuses, by name."""
    return sorted(figure.place for figure in shown if figure.status in statuses)


def missing_by_reason(*shown: Sequence[Figure]) -> dict[Status, int]:
    """How many regions lack one of these figures, by why: not delivered first, then withheld, then unknown."""
    statuses: dict[str, set[Status]] = {}
    for figure in chain(*shown):
        statuses.setdefault(figure.region, set()).add(figure.status)
    order = (Status.NOT_DELIVERED, Status.SUPPRESSED, Status.UNKNOWN)
    first = [next((why for why in order if why in found), None) for found in statuses.values()]
    return {why: first.count(why) for why in order if why in first}


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning that was accepted with a delivery and travels with its figures."""

    region: str
    period: str
    kind: str
    is_invented: bool = False


@lru_cache(maxsize=8)
def _remarks(edition: Edition) -> tuple[Remark, ...]:
    found = editions.query(edition, "edition_remarks")
    return tuple(Remark(region, period, kind, edition.has_examples) for region, period, kind in found)


def remarks(view: View, region: str | None = None) -> list[Remark]:
    """Remarks on periods that lie in the period of the view; of one region, or of all."""
    if not view.period:
        return []
    asked = periods.parse(view.period)
    return [
        remark
        for remark in _remarks(view.edition)
        if (region is None or remark.region == region) and asked.contains(periods.parse(remark.period))
    ]


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle half of the regions: a quarter lies under `low`, a quarter above `high`."""

    low: float
    high: float
    known: int
    is_invented: bool = False


def spread(shown: Sequence[Figure]) -> Spread | None:
    """The middle half of the published values (nearest rank); None under eight values."""
    values = sorted(figure.value for figure in shown if figure.value is not None)
    if len(values) < 8:
        return None
    quarter = len(values) // 4
    invented = any(figure.is_invented for figure in shown)
    return Spread(values[quarter], values[-1 - quarter], len(values), invented)
