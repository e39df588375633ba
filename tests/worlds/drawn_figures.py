"""What each drawing must show: the figures of its table, as (text, status), asked of the edition itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from sdw.dissemination.figures import absence, evidence, outcomes, selections
from sdw.dissemination.figures.need import municipalities
from sdw.dissemination.figures.outcomes import Lens, Rate
from sdw.dissemination.figures.sentences import comparing, wording
from sdw.dissemination.figures.view import View
from sdw.edition import editions
from sdw.edition.figures import Figure, select
from sdw.indicators import catalogue
from sdw.indicators.model import Indicator
from sdw.reference.areas import municipalities as there
from sdw.reference.areas import regions
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import COLUMNS, State
from sdw.reference.series.sectors import TOTAL
from sdw.reference.status import Status
from sdw.statistics.estimate import Estimate, Unit
from sdw.text.dutch import day, number, say

Shown = list[tuple[str, Status]]


def _of(figures: Iterable[Figure]) -> Shown:
    return [(wording.shown(one), one.status) for one in figures]


def _regional(view: View, indicator: Indicator | None = None) -> list[Figure]:
    return selections.of_regions(view, indicator or catalogue.by_id(view.indicator))


def _map(view: View) -> Shown:
    """Every region once, by code; one that the edition has no figure of has nothing delivered."""
    known = {one.region: one for one in _regional(view)}
    none = (say("status.niet_aangeleverd"), Status.NOT_DELIVERED)
    return [_of([known[one.code]])[0] if one.code in known else none for one in regions.ALL]


def _fan(counted: str, *, of_nation: bool = False) -> Callable[[View], Shown]:
    """What is known of the running year and the year before of all methods, what is expected, and the chance."""

    def shown(view: View) -> Shown:
        place = "NL" if of_nation else view.region
        (expected,) = select(view.edition, f"verwacht_{counted}", region=place)
        years = {expected.period, str(int(expected.period) - 1)}
        cut = {"method": "totaal", "client_group": "totaal"}
        known = [
            one
            for one in select(view.edition, counted, region=place, **cut)
            if one.period[:4] in years and one.value is not None and one.period[4:] in ("", "-Q1", "-H1")
        ]
        pledged = select(view.edition, f"toegezegd_{counted}", region=place, period=expected.period)
        whole = [one for one in pledged if one.value is not None and place != "NL"]
        return _of([*known, *whole, expected]) + [
            chance(one) for one in select(view.edition, f"kans_{counted}", region=place)
        ]

    return shown


def chance(one: Figure) -> tuple[str, Status]:
    """A chance as its sentence says it: rounded, so that 1 is 1 or less, and 99 is 99 or more."""
    ends = {1.0: "1% of minder", 99.0: "99% of meer"}
    rounded = ends.get(-1.0 if one.value is None else one.value)
    return (f"{rounded}*" if rounded else wording.shown(one)), one.status


def _started_map(view: View) -> Shown:
    return _map(replace(view, indicator="gestart"))


def _reach(view: View) -> Shown:
    both = [
        {one.region: one for one in _regional(view, each)}
        for each in (catalogue.STARTED, catalogue.PER_1000_BENEFITS)
    ]
    return _of(one[code] for code in both[1] for one in both)


def _nation(view: View) -> Shown:
    """Both national counts, then each of a year earlier where it is of the same regions."""
    both = [selections.figure(view, one) for one in (catalogue.STARTED, catalogue.DURABLE)]
    now = [one for one in both if one is not None]
    if all(one.value is None for one in now):
        return []
    compared = [
        comparing.with_year_earlier(view.edition, catalogue.by_id(one.indicator), one.period) for one in now
    ]
    earlier = [
        found.before
        for one, found in zip(now, compared, strict=True)
        if isinstance(found, comparing.Comparison) and found.now.value == one.value
    ]
    return _of([*now, *earlier])


def _bullets(view: View) -> Shown:
    both = [{one.region: one for one in _regional(view, each)} for each in (catalogue.STARTED, catalogue.DURABLE)]
    return _of(one[code] for code in sorted(both[0], key=regions.name_of) for one in both)


def _years(view: View) -> Shown:
    asked = (catalogue.STARTED, catalogue.DURABLE, catalogue.CARRIED_OUT, catalogue.CLOSING)
    columns = selections.years(view, asked, view.region)
    return _of(one for row in zip(*columns, strict=True) for one in row)


def _line(counted: Indicator) -> Callable[[View], Shown]:
    """Every full year of one count of the region."""
    chosen = {"method": "totaal", "client_group": "totaal"}
    return lambda view: _of(
        one for one in select(view.edition, counted.id, region=view.region, **chosen) if one.period.isdigit()
    )


def _every_year(view: View) -> Shown:
    """Nation first, then the regions by name: started in each full year, and durable in each."""
    places = ["NL", *sorted(regions.CODES, key=regions.name_of)]
    both = (catalogue.STARTED, catalogue.DURABLE)
    return _of(one for code in places for row in selections.years(view, both, code) for one in row)


def _estimate(one: Estimate) -> str:
    decimals = {Unit.PERCENT: 0, Unit.RATIO: 2, Unit.PERCENTAGE_POINT: 1}[one.unit]
    value, low, high = (number(end, decimals) for end in (one.value, one.low, one.high))
    return f"{value} ({low} tot {high})"


def _plain(estimates: Iterable[Estimate]) -> Shown:
    return [(_estimate(one), Status.VALUE) for one in estimates]


def _lens(view: View) -> Lens:
    return Lens(view.edition, view.indicator, view.months, view.client_group, view.region)


def _band(view: View) -> Shown:
    study = evidence.dutch(view.indicator)
    return _plain((study.highest, study.lowest))


def _differences(view: View) -> Shown:
    own = evidence.own_pooling()
    return _plain([one for _, one in evidence.differences(view.indicator)] + ([own.mean] if own else []))


def _ratios(_: View) -> Shown:
    return _plain(one for _, one in evidence.ratios())


def _two_rates(_: View) -> Shown:
    both = [(one.ips.rate, one.control.rate) for one in evidence.rates_only()]
    texts = [(number(ips), number(rest)) for ips, rest in both if ips is not None and rest is not None]
    return [(f"{ips}% met IPS, {rest}% in de andere groep", Status.VALUE) for ips, rest in texts]


def _rate(one: Rate) -> tuple[str, Status]:
    return (_estimate(one.estimate) if one.estimate else say(f"status.{one.status}")), one.status


def _months(view: View) -> Shown:
    pairs = outcomes.over_months(_lens(view))
    return [_rate(one.ips) for one in pairs] + [_rate(one.others) for one in pairs]


def _funnel(view: View) -> Shown:
    found = outcomes.of_regions(Lens(view.edition, view.indicator, view.months))
    return [(f"{number(one.estimate.value)}%", Status.VALUE) for one in found.values() if one.estimate]


def _equal(view: View) -> Shown:
    found = outcomes.comparison(_lens(view))
    assert found is not None
    return _plain(one for one in (found.crude, found.mean, found.adjusted) if one is not None)


def _sector(view: View) -> str:
    return view.sector or TOTAL


def _quarters(view: View) -> tuple[Figure, ...]:
    return absence.series(view.edition, catalogue.ABSENCE, _sector(view), "quarter")


def _series(view: View) -> Shown:
    mean = absence.moving_year(view.edition, _sector(view))[-1]
    return [*_of(_quarters(view)), (f"{number(mean.value, 1)}%{'*' * mean.provisional}", Status.VALUE)]


def _four_years(view: View) -> Shown:
    known = [one for one in _quarters(view) if one.value is not None]
    years = sorted({one.period[:4] for one in known})[-4:]
    return _of(one for one in known if one.period[:4] in years)


def _sections(indicator: Indicator, kind: str) -> Callable[[View], Shown]:
    def shown(view: View) -> Shown:
        rows = absence.side_by_side(view.edition, indicator, absence.SECTION, kind)  # type: ignore[arg-type]
        return _of(one.now for one in rows)

    return shown


def _complaint_years(view: View) -> Shown:
    codes = dict.fromkeys((TOTAL, _sector(view)))
    lines = [absence.series(view.edition, catalogue.EXHAUSTION, code, "year") for code in codes]
    return _of(one for line in lines if any(each.value is not None for each in line) for one in line)


def _with_without(view: View) -> Shown:
    both = (catalogue.ABSENCE_WITH, catalogue.ABSENCE_WITHOUT)
    return _of(one for each in both for one in absence.series(view.edition, each, "", "year"))


def _benefits(view: View) -> Shown:
    kinds = ("uitkeringen_wia", "uitkeringen_wga", "uitkeringen_ww", "uitkeringen_bijstand")
    return _of(one for kind in kinds for one in select(view.edition, kind))


def _gemeenten(indicator: str) -> Callable[[View], Shown]:
    """Every gemeente of the region, as the part of the page has it."""
    return lambda view: _of(municipalities.of(municipalities.of_region(view.edition, view.region), indicator))


def borging(element: str = "", mark: str = "") -> Callable[[View], Shown]:
    """Every region and element (or one): its newest state in the edition, what is real before what is invented."""

    def shown(view: View) -> Shown:
        found: dict[tuple[str, str], State] = {}
        every = editions.query(view.edition, "states", dataset="borging")
        for row in sorted(
            every, key=lambda row: (row[COLUMNS.index("origin")] != "voorbeeld", str(row[COLUMNS.index("day")]))
        ):
            one = State(**dict(zip(COLUMNS, row, strict=True)))
            found[one.region, one.element] = one
        places = [
            (code, one.code) for code in regions.CODES for one in states.ELEMENTS if element in ("", one.code)
        ]
        return [_state(found.get(place), mark) for place in places]

    return shown


def _state(one: State | None, mark: str) -> tuple[str, Status]:
    if one is None:
        return "onbekend: niets geleverd", Status.NOT_DELIVERED
    word = one.state.replace("_", " ")
    status = Status.UNKNOWN if word == "onbekend" else Status.VALUE
    if mark:
        return word + mark * (one.origin != "voorbeeld"), status
    sure = {"zelf_gemeld": "zelf gemeld", "openbare_bron": "openbare bron"}.get(one.certainty, one.certainty)
    example = ", voorbeeld" if one.origin == "voorbeeld" else ""
    return f"{word} ({day(one.day)}, {sure}{example})", status


def _ips_in_gemeenten(view: View) -> Shown:
    """Of every region how many of its gemeenten have it for good; the newest day of each."""
    rows = [
        dict(zip(COLUMNS, row, strict=True))
        for row in editions.query(view.edition, "states", dataset="ips_gemeente")
    ]
    newest = {row["municipality"]: row["state"] for row in sorted(rows, key=lambda row: str(row["day"]))}
    told = []
    for code in regions.CODES:
        found = [newest.get(one.code, "onbekend") for one in there.of_region(code)]
        fixed, unknown = found.count("structureel"), found.count("onbekend")
        told.append((f"{fixed} van {len(found)} structureel, {unknown} onbekend", Status.VALUE))
    return told


#: By name of the drawing. None: what it shows is simulated, and stands in no table.
EXPECTED: dict[str, Callable[[View], Shown] | None] = {
    "overzicht-doelen": _nation,
    "overzicht-kaart": _started_map,
    "kaart": _map,
    "kaart-gelijk": _map,
    "kaart-rond-doel": _map,
    "tegels": _map,
    "tegels-gelijk": _map,
    "tegels-rond-doel": _map,
    "kaart-klein": _map,
    "bereik": _reach,
    "doelen": _bullets,
    "doelen-jaren": _every_year,
    "regio-ligging": None,
    "verwacht-gestart": _fan("gestart", of_nation=True),
    "verwacht-duurzaam": _fan("duurzaam_geplaatst", of_nation=True),
    "regio-verwacht-gestart": _fan("gestart"),
    "regio-verwacht-duurzaam": _fan("duurzaam_geplaatst"),
    "regio-lijn-gestart": _line(catalogue.STARTED),
    "regio-lijn-duurzaam": _line(catalogue.DURABLE),
    "regio-lijn-uitgevoerd": _line(catalogue.CARRIED_OUT),
    "regio-lijn-eindstand": _line(catalogue.CLOSING),
    "regio-jaren": _years,
    "regio-gemeenten-ao": _gemeenten("ao_per_1000_15_64"),
    "regio-gemeenten-bijstand": _gemeenten("bijstand_per_1000_15_64"),
    "ips-band": _band,
    "ips-verschillen": _differences,
    "ips-verhoudingen": _ratios,
    "ips-percentages": _two_rates,
    "ips-maanden": _months,
    "ips-trechter": _funnel,
    "ips-trechter-gekrompen": _funnel,
    "ips-gelijk": _equal,
    "ips-scenario": None,
    "verzuim-reeks": _series,
    "verzuim-kwartalen": _four_years,
    "verzuim-sectoren": _sections(catalogue.ABSENCE, "quarter"),
    "verzuim-klein": _sections(catalogue.ABSENCE, "year"),
    "burnout-jaren": _complaint_years,
    "burnout-sectoren": _sections(catalogue.EXHAUSTION, "year"),
    "met-en-zonder": _with_without,
    "uitkeringen-maanden": _benefits,
    "borging-matrix": borging(mark="‡"),
    "borging-kaart": borging("werkcentrum"),
    "ips-gemeenten": _ips_in_gemeenten,
}
