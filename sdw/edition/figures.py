"""Published figures: read from an edition, never calculated for the asking."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sdw.edition import carried_over, editions
from sdw.edition.editions import Edition
from sdw.edition.figure_row import Source
from sdw.indicators.at_most import HOW
from sdw.indicators.catalogue import by_id
from sdw.indicators.model import NATION, TOTAL, Indicator, Series
from sdw.reference import dimensions, periods
from sdw.reference.areas import regions
from sdw.reference.documents import real_in_examples
from sdw.reference.documents.real_in_examples import RealNumber
from sdw.reference.series.sectors import by_code
from sdw.reference.status import Status
from sdw.text.dutch import number, say
from sdw.text.errors import UserError


@dataclass(frozen=True, slots=True)
class Figure:
    """One published value with its status, numerator, denominator, interval, bounds, coverage and source.

    `low`-`high` is a 95% interval; `bound_low`-`bound_high` is what missing regions could make of it.
    Percentages run from 0 to 100. `months` is 0 and `sector` empty where they do not apply. `delivered`: of a
    national figure over how many regions, of how many: (31, 35); None where that does not apply. `cited`: who says
    so. `carried_from`: the older editions that the value is still of, because its correction follows; none for
    its own. `called`: the name of the region in the edition; empty where the edition holds no names.
    """

    indicator: str
    region: str
    period: str
    method: str
    client_group: str
    sector: str
    months: int
    value: float | None
    status: Status
    numerator: float | None
    denominator: float | None
    low: float | None
    high: float | None
    bound_low: float | None
    bound_high: float | None
    delivered: tuple[int, int] | None
    cited: Source
    carried_from: tuple[str, ...]
    edition: str
    origin: str
    called: str = field(default="", compare=False)

    @property
    def place(self) -> str:
        """What the region ('Nederland' for the nation) was called when this was published."""
        return self.called or regions.name_of(self.region)

    @property
    def coverage(self) -> str:
        """'31/35'; '' where coverage does not apply."""
        return "" if self.delivered is None else f"{self.delivered[0]}/{self.delivered[1]}"

    @property
    def source(self) -> str:
        """Who says so in words, with the older editions that the value is of."""
        return carried_over.told(self.cited, self.carried_from)

    @property
    def is_example(self) -> bool:
        """True for a figure of an example series; `is_invented` leaves out the few real numbers in it."""
        return self.origin == "voorbeeld"

    @property
    def real(self) -> RealNumber | None:
        """The published number that this figure of an example series repeats; None for any other figure."""
        if not self.is_example or self.value is None or not self.is_total:
            return None
        found = real_in_examples.at(self.indicator, self.region, self.period)
        return found if found is not None and found.value == self.value else None

    @property
    def is_invented(self) -> bool:
        """True for a figure of which nothing is real: the word "voorbeeld" goes with it wherever it is shown."""
        return self.is_example and self.real is None

    @property
    def is_total(self) -> bool:
        """True over all methods and all client groups."""
        return self.method in (TOTAL, "") and self.client_group in (TOTAL, "")

    @property
    def is_carried_over(self) -> bool:
        """True for a value that is still that of an older edition: its correction follows."""
        return bool(self.carried_from)


#: The columns of a file of figures for analysis.
COLUMNS = (
    *("indicator", "region", "period", "method", "client_group", "sector", "months", "value", "status"),
    *("numerator", "denominator", "low", "high", "bound_low", "bound_high"),
    *("coverage", "source", "edition", "origin"),
)
_cells_of = attrgetter(*COLUMNS)
_STATUS, _MONTHS, _REGION = (COLUMNS.index(name) for name in ("status", "months", "region"))


def row(figure: Figure) -> tuple[object, ...]:
    """The figure as a row in the order of `COLUMNS`; no value is empty text, no months is empty too."""
    cells = ["" if cell is None else cell for cell in _cells_of(figure)]
    cells[_STATUS] = figure.status.value
    if not figure.months:
        cells[_MONTHS] = ""
    return tuple(cells)


def select(
    edition: Edition,
    indicator: str,
    *,
    region: str | None = None,
    period: str | None = None,
    method: str | None = None,
    client_group: str | None = None,
    sector: str | None = None,
    months: Any = None,  # int | None; callers hand on filters of which the others are texts
) -> tuple[Figure, ...]:
    """All published figures that fit the filters (None: no filter), totals and nation first.

    Raises:
        UserError: the edition is a concept that who asks may not read, also where its figures were read before.
    """
    editions.refuse_unread(edition)
    return _select(edition, indicator, region, period, method, client_group, sector, months)


@lru_cache(maxsize=512)
def _select(
    edition: Edition,
    indicator: str,
    region: str | None,
    period: str | None,
    method: str | None,
    client_group: str | None,
    sector: str | None,
    months: int | None,
) -> tuple[Figure, ...]:
    rows = editions.query(
        edition,
        "edition_figures",
        indicator=indicator,
        region=region,
        period=period,
        method=method,
        client_group=client_group,
        sector=sector,
        months=months,
    )
    known, names = sources(edition), _names(edition)
    return tuple(_figure(cells, known, names, edition.label) for cells in rows)


@lru_cache(maxsize=64)
def sources(edition: Edition) -> dict[str, Source]:
    """Id → who says so."""
    found = editions.query(edition, "edition_sources")
    return {name: Source(name, tuple(texts), table, modified) for name, texts, table, modified in found}


@lru_cache(maxsize=64)
def _names(edition: Edition) -> dict[str, str]:
    """Region → its name in the edition; nothing for an edition that holds no names (format 1)."""
    return dict(editions.query(edition, "edition_regions"))


def place_of(edition: Edition, region: str) -> str:
    """What a region ('NL': the nation) was called when the edition was published, as far as it holds names.

    An unknown code is our bug: KeyError.
    """
    return _names(edition).get(region) or regions.name_of(region)


def _figure(cells: tuple[Any, ...], known: dict[str, Source], names: dict[str, str], label: str) -> Figure:
    *before, have, of_all, source, carried_from, origin = cells
    before[_STATUS] = Status(before[_STATUS])
    delivered = None if of_all is None else (have, of_all)
    called = names.get(before[_REGION], "")
    figure = Figure(*[*before, delivered, known[source], tuple(carried_from or ()), label, origin, called])
    real = figure.real
    return figure if real is None else replace(figure, cited=_source_of(real), carried_from=())


def _source_of(real: RealNumber) -> Source:
    told = say("source.real", publisher=real.finding.publisher, value=number(real.value), means=real.means)
    return Source(real.finding.id, (told,))


def one(edition: Edition, indicator: str, region: str, period: str, **filters: str) -> Figure:
    """The one figure of a region (or NL) in a period; totals unless filters say otherwise.

    Raises:
        UserError: this combination is not in the publication plan of the edition.
    """
    filters = {"method": TOTAL, "client_group": TOTAL} | filters
    found = select(edition, indicator, region=region, period=period, **filters)
    if len(found) != 1:
        raise UserError("figures.not_published", indicator=by_id(indicator).label, region=region, period=period)
    return found[0]


def of_regions(
    edition: Edition, indicator: str, period: str, *, method: str = TOTAL, client_group: str = TOTAL
) -> tuple[Figure, ...]:
    """The 35 regions, by code; empty when the plan does not publish this cut for regions."""
    found = select(edition, indicator, period=period, method=method, client_group=client_group)
    return tuple(figure for figure in found if figure.region != NATION)


@dataclass(frozen=True, slots=True)
class Cut:
    """One combination of an indicator that an edition publishes."""

    period: str
    method: str
    client_group: str
    sector: str
    months: int
    has_value: bool
    has_regions: bool


@lru_cache(maxsize=8)
def _cuts(edition: Edition) -> dict[str, tuple[Cut, ...]]:
    found: dict[str, list[Cut]] = {}
    for indicator, *cells in editions.query(edition, "edition_periods"):
        found.setdefault(indicator, []).append(Cut(*cells))
    return {indicator: tuple(cuts) for indicator, cuts in found.items()}


def cuts(edition: Edition, indicator: str) -> tuple[Cut, ...]:
    """What the edition publishes of an indicator: what is not here is not offered as a filter."""
    editions.refuse_unread(edition)
    return _cuts(edition).get(indicator, ())


def published(edition: Edition) -> tuple[str, ...]:
    """Ids of the indicators in the edition."""
    return tuple(_cuts(edition))


def period_codes(edition: Edition, indicator: str, *, regional: bool = True) -> list[str]:
    """Periods with at least one value, newest first, years before halves, quarters and months."""
    codes = {
        cut.period
        for cut in cuts(edition, indicator)
        if cut.period and cut.has_value and (cut.has_regions or not regional)
    }
    return sorted(codes, key=_newest_years_first)


def _newest_years_first(code: str) -> tuple[int, int, int]:
    period = periods.parse(code)
    return (("year", "half", "quarter", "month").index(period.kind), -period.year, -period.number)


def default_period(edition: Edition, indicator: str) -> str | None:
    """The newest full year, else the newest period; None when there is no value at all."""
    codes = period_codes(edition, indicator, regional=False)
    return codes[0] if codes else None


#: What stands in a cut that is not split.
_NO_SPLIT: set[str | int] = {"", 0}


def refuse_unknown(indicator: Indicator, edition: Edition, wanted: dict[str, str | int | None]) -> None:
    """Refuse a cut outside the publication plan with a sentence that says what there is.

    Raises:
        UserError: nothing of this cut is published in this edition.
    """
    known = cuts(edition, indicator.id)
    if not known:
        raise UserError("figures.not_in_edition", indicator=indicator.label, edition=edition.label)
    if isinstance(indicator.formula, Series) and wanted.get("region") not in (None, NATION):
        raise UserError("verzuim.national", indicator=indicator.label)
    for name, value in wanted.items():
        if name == "region" or value is None:
            continue
        published = {getattr(cut, name) for cut in known}
        if value not in published:
            there = sorted(published - _NO_SPLIT)
            key = f"figures.no_such_{name}" if there else f"figures.never_by_{name}"
            raise UserError(key, indicator=indicator.label, value=value, known=", ".join(map(str, there[:30])))
    raise UserError("figures.not_in_plan", indicator=indicator.label, edition=edition.label)


def label_of(region: str) -> str:
    """'NL' → 'Nederland', 'AM05' → 'Twente'."""
    return regions.name_of(region)


def cut_label(method: str, client_group: str, sector: str = "") -> str:
    """'' for totals, otherwise 'IPS, UWV', 'Zorg en welzijn'."""
    parts = []
    if method not in (TOTAL, ""):
        parts.append(dimensions.METHODS[method].label)
    if client_group not in (TOTAL, ""):
        parts.append(dimensions.CLIENT_GROUPS[client_group].label)
    if sector:
        parts.append(by_code(sector).label)
    return ", ".join(parts)


def have_bounds(edition: Edition) -> bool:
    """True for an edition with bounds as they are made now; those of older editions say something else."""
    return dict(edition.manifest).get("bounds") == HOW
