"""Reading published outcomes: IPS beside the other methods, at equal follow-up. Published cells only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators.model import NATION, TOTAL
from sdw.indicators.outcome_catalogue import difference
from sdw.reference import dimensions, periods
from sdw.reference.status import Status
from sdw.statistics import proportions
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.variation.standardise import MAXIMUM_SHIFT, MINIMUM_USABLE
from sdw.statistics.worst_case import Bounds

DEFAULT_MONTHS = 12
IPS = "ips"


@dataclass(frozen=True, slots=True)
class Lens:
    """What the page looks at: threshold (`measure`), months since the start, client group, region ('' for none)."""

    edition: Edition
    measure: str
    months: int
    client_group: str = TOTAL
    region: str = ""


def lens_of(view: View) -> Lens:
    """What a view of the page looks at."""
    return Lens(view.edition, view.indicator, view.months, view.client_group, view.region)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in percent over the people followed, with worst and best case where these are published.

    `estimate` is None where nothing may be shown: `status` says why. `is_carried_over`: still that of an older
    edition.
    """

    estimate: Estimate | None
    status: Status
    events: float = 0
    followed: float = 0
    bounds: Bounds | None = None
    is_carried_over: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """IPS and all other methods together, of the same cohorts after equally many months."""

    months: int
    ips: Rate
    others: Rate


def months(edition: Edition, measure: str) -> tuple[int, ...]:
    """The months since the start with a national figure over all cohorts."""
    return tuple(sorted({cut.months for cut in figures.cuts(edition, measure) if not cut.period and cut.has_value}))


def client_groups(edition: Edition, measure: str) -> tuple[str, ...]:
    """The client groups with a national figure, the total first."""
    found = {cut.client_group for cut in figures.cuts(edition, measure) if not cut.period and cut.has_value}
    return (TOTAL, *(group for group in dimensions.CLIENT_GROUP_PARTS if group in found))


def rate_of(figure: Figure | None) -> Rate:
    """A published figure as a rate."""
    if figure is None:
        return Rate(None, Status.NOT_DELIVERED)
    if figure.value is None or figure.low is None or figure.high is None:
        return Rate(None, figure.status)
    bounds = None
    if figure.bound_low is not None and figure.bound_high is not None:
        bounds = Bounds(figure.bound_low, figure.bound_high, Unit.PERCENT)
    estimate = Estimate(figure.value, Interval(figure.low, figure.high, Unit.PERCENT))
    return Rate(
        estimate, figure.status, figure.numerator or 0, figure.denominator or 0, bounds, figure.is_carried_over
    )


def others_of(total: Figure | None, ips: Figure | None) -> Rate:
    """All methods but IPS: the total minus IPS, where both are shown and cover the same regions.

    Protection has seen to it that this difference is not too small (`sdw.disclosure.outcomes.outcome_cells`).
    """
    whole, part = rate_of(total), rate_of(ips)
    for one in (whole, part):
        if one.estimate is None:
            return Rate(None, one.status)
    if (
        total is None
        or ips is None
        or (total.delivered, total.cited, total.carried_from)
        != (
            ips.delivered,
            ips.cited,
            ips.carried_from,
        )
    ):
        return Rate(None, Status.NOT_DELIVERED)
    events, followed = whole.events - part.events, whole.followed - part.followed
    if followed <= 0:
        return Rate(None, Status.NOT_APPLICABLE)
    bounds = None
    if whole.bounds and part.bounds:
        bounds = _bounds_of_rest(whole, part, events)
    return Rate(proportions.wilson(events, followed), whole.status, events, followed, bounds, whole.is_carried_over)


def _bounds_of_rest(whole: Rate, part: Rate, events: float) -> Bounds | None:
    """Worst and best case of the rest: the cohort follows from the worst case, events over everybody."""
    if whole.bounds is None or part.bounds is None or not whole.bounds.worst or not part.bounds.worst:
        return None
    everybody = round(100 * whole.events / whole.bounds.worst) - round(100 * part.events / part.bounds.worst)
    followed = whole.followed - part.followed
    return Bounds(100 * events / everybody, 100 * (events + everybody - followed) / everybody, Unit.PERCENT)


@lru_cache(maxsize=256)
def pair(lens: Lens, period: str = "") -> Pair:
    """IPS and the rest in the nation, over all cohorts or one start half-year."""
    found = {
        method: _one(lens, NATION, method, period=period, client_group=lens.client_group) for method in (TOTAL, IPS)
    }
    return Pair(lens.months, rate_of(found[IPS]), others_of(found[TOTAL], found[IPS]))


def over_months(lens: Lens) -> tuple[Pair, ...]:
    """`pair` for each number of months with a national figure."""
    return tuple(
        pair(Lens(lens.edition, lens.measure, count, lens.client_group))
        for count in months(lens.edition, lens.measure)
    )


@dataclass(frozen=True, slots=True)
class Cohort:
    """One start half-year: the rate with IPS for each number of months; `nvt` where it is too young."""

    period: str
    rates: tuple[Rate, ...]

    @property
    def label(self) -> str:
        """'1e halfjaar 2024'."""
        return periods.parse(self.period).label


@lru_cache(maxsize=64)
def cohorts(lens: Lens, method: str = IPS) -> tuple[Cohort, ...]:
    """Start half-years, oldest first, of one method and the client group of the lens."""
    found = figures.select(lens.edition, lens.measure, region=NATION, method=method, client_group=lens.client_group)
    by_key = {(figure.period, figure.months): figure for figure in found if figure.period}
    starts = sorted({period for period, _ in by_key})
    steps = (6, 12, 18, 24, 30, 36)
    return tuple(Cohort(start, tuple(rate_of(by_key.get((start, step))) for step in steps)) for start in starts)


@lru_cache(maxsize=64)
def of_regions(lens: Lens, method: str = IPS) -> dict[str, Rate]:
    """Region → its rate after so many months, over all its cohorts and client groups."""
    found = figures.select(
        lens.edition, lens.measure, period="", months=lens.months, method=method, client_group=TOTAL
    )
    return {figure.region: rate_of(figure) for figure in found if figure.region != NATION}


def _one(lens: Lens, region: str, method: str, *, period: str, client_group: str) -> Figure | None:
    found = figures.select(
        lens.edition,
        lens.measure,
        region=region,
        period=period,
        months=lens.months,
        method=method,
        client_group=client_group,
    )
    return found[0] if found else None


def of_place(lens: Lens, region: str, method: str) -> Figure | None:
    """The figure of a region (or NL) over all cohorts and client groups; None where none is published."""
    return _one(lens, region, method, period="", client_group=TOTAL)


def national(lens: Lens, method: str) -> Figure | None:
    """The national figure over all cohorts, in the client group of the lens."""
    return _one(lens, NATION, method, period="", client_group=lens.client_group)


@dataclass(frozen=True, slots=True)
class Measured:
    """The difference that a next region would measure, with so many people with IPS and with other methods."""

    interval: Interval
    ips: int
    others: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """IPS minus the rest in percentage points: without correction, and at equal region and client group.

    `usable`: the percentage of people in strata with both. `mean` over `regions` regions, not corrected for client
    group (`one_group`: there is only one), with in `prediction` where the true difference of a next region would
    lie; None where too few have enough people. `measured`: what a region of median size would measure.
    `is_carried_over`: one of them is still that of an older edition.
    """

    crude: Estimate
    adjusted: Estimate
    usable: float
    mean: Estimate | None
    prediction: Interval | None
    regions: int
    is_carried_over: bool = False
    one_group: bool = False
    measured: Measured | None = None

    @property
    def shift(self) -> float:
        """Adjusted minus crude, in percentage points."""
        return self.adjusted.value - self.crude.value

    @property
    def headline(self) -> bool:
        """True where the two agree and enough people are in comparable strata."""
        return abs(self.shift) <= MAXIMUM_SHIFT and self.usable >= MINIMUM_USABLE


@lru_cache(maxsize=64)
def comparison(lens: Lens) -> Comparison | None:
    """The published differences; None where the edition has none for this lens."""
    kinds = ("crude", "adjusted", "regions", "next_region", "next_measured")
    crude, adjusted, mean, following, measured = found = [difference_of(lens, kind) for kind in kinds]
    if crude is None or adjusted is None:
        return None
    return Comparison(
        crude=_points(crude),
        adjusted=_points(adjusted),
        usable=adjusted.numerator or 0,
        mean=_points(mean) if mean else None,
        prediction=_points(following).interval if following else None,
        regions=int(mean.numerator or 0) if mean else 0,
        is_carried_over=any(one.is_carried_over for one in found if one is not None),
        one_group=lens.client_group != TOTAL,
        measured=_measured(measured),
    )


def _measured(figure: Figure | None) -> Measured | None:
    """None in an edition from before this was published."""
    if figure is None:
        return None
    return Measured(_points(figure).interval, int(figure.numerator or 0), int(figure.denominator or 0))


def difference_of(lens: Lens, kind: str) -> Figure | None:
    """The published difference of this kind (`indicators.outcome_catalogue`); None where there is none."""
    found = figures.select(
        lens.edition,
        difference(lens.measure, kind).id,
        region=NATION,
        months=lens.months,
        client_group=lens.client_group,
    )
    return found[0] if found and found[0].value is not None else None


def _points(figure: Figure) -> Estimate:
    if figure.value is None or figure.low is None or figure.high is None:
        raise ValueError(f"{figure.indicator} has no value")
    return Estimate(figure.value, Interval(figure.low, figure.high, Unit.PERCENTAGE_POINT))
