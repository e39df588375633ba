"""The published figures of tables without a drawing: what a page shows, and what a reader takes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sdw.dissemination.figures import absence, benefits, corrections, outcomes, selections
from sdw.dissemination.figures.meeting import changes, moves
from sdw.dissemination.figures.meeting.changes import Kind
from sdw.dissemination.figures.need import municipalities
from sdw.dissemination.figures.record import releases
from sdw.dissemination.figures.view import View
from sdw.edition import editions, figures
from sdw.edition.figures import Figure
from sdw.indicators import catalogue, need_catalogue
from sdw.indicators.model import NATION, Indicator
from sdw.indicators.model import TOTAL as METHODS_TOTAL
from sdw.reference.areas import regions, similar
from sdw.reference.series.sectors import TOTAL, by_code

#: Quarters in the table under the series of absence: three years.
QUARTERS = 12
#: A reader may set so many regions beside one; as many as we choose.
MOST = 5
#: Of the period of the view, then what makes regions alike, of its own newest year.
DELIVERED = (catalogue.STARTED, catalogue.DURABLE, catalogue.PER_1000_BENEFITS)
NEED = tuple(map(catalogue.by_id, ("inwoners", "ao_per_1000_15_64", "bijstand_per_1000_15_64")))


def place(view: View) -> str:
    """The region of the view, or the nation."""
    return view.region or NATION


def beside(view: View, region: str) -> list[tuple[Indicator, Figure, Figure | None]]:
    """Each indicator of the map with the figure of the region and of the nation, in the newest period of each."""
    found = []
    for indicator in (each for each in catalogue.ALL if each.on_map):
        here = selections.at_newest(view, indicator)
        mine = selections.figure(here, indicator, region)
        if mine is not None:
            found.append((indicator, mine, selections.figure(here, indicator)))
    return found


def all_of(view: View) -> list[Figure]:
    """The figures of that table, each once."""
    found = [one for _, mine, nation in beside(view, place(view)) for one in (mine, nation) if one is not None]
    return list({(one.indicator, one.region, one.period): one for one in found}.values())


def moved(view: View) -> list[Figure]:
    """Both national counts with a target of each period that moved since the edition before: then and now."""
    older = corrections.previous(view.edition)
    found = moves.twice(older, view.edition) if older else ()
    return [figure for one in found for figure in (one.before, one.now)]


def moved_per_edition(view: View) -> list[Figure]:
    """Every national figure that moved, as each of the newest editions published it."""
    line = releases.line(view.edition, editions.every())
    return [figure for one in moves.of(line) if one.has_moved for figure in one.figures]


def changed_regions(view: View) -> list[Figure]:
    """The numbers of regions that changed or went since the edition before: then, and now."""
    older = corrections.previous(view.edition)
    every = changes.of_regions(older, view.edition) if older else ()
    found = [change for one in every for kind in (Kind.REVISED, Kind.GONE) for change in one.of(kind)]
    return [figure for change in found for figure in (change.before, change.now) if figure is not None]


def ledgers(view: View) -> list[Figure]:
    """Begin, started, ended and end of every region."""
    return [one for indicator in catalogue.LEDGER for one in selections.of_regions(view, indicator)]


def by_method(view: View) -> Sequence[Figure]:
    """Started trajectories by method."""
    return _split(view, "method")


def by_client_group(view: View) -> Sequence[Figure]:
    """Started trajectories by client group."""
    return _split(view, "client_group")


def _split(view: View, by: str) -> Sequence[Figure]:
    if not view.period or selections.no_split(view, catalogue.STARTED, place(view)):
        return ()
    return selections.split(view, catalogue.STARTED, place(view), by)


@dataclass(frozen=True, slots=True)
class Alike:
    """Regions beside one another: what is shown of each, and code → its figures, by name."""

    indicators: tuple[Indicator, ...]
    rows: dict[str, tuple[Figure | None, ...]]

    @property
    def used(self) -> list[Figure]:
        """All figures that there are."""
        return [one for row in self.rows.values() for one in row if one is not None]


def alike(view: View, chosen: Sequence[str] = ()) -> Alike:
    """The region of the view among the chosen ones, or among the five that are most like it."""
    views = [(one, view) for one in DELIVERED]
    views += [(one, selections.at_newest(replace(view, period=""), one)) for one in NEED]
    shown = [(one, at) for one, at in views if selections.figure(at, one, view.region) is not None]
    codes = sorted({view.region, *(chosen or similar.nearest(view.region, MOST))}, key=regions.name_of)
    rows = {code: tuple(selections.figure(at, one, code) for one, at in shown) for code in codes if shown}
    return Alike(tuple(one for one, _ in shown), rows)


def voices(view: View) -> list[Figure]:
    """Of both targets what was pledged for a running year, what is expected of it, and the chance of the target."""
    counts = {catalogue.expected(one).id: one for one in (catalogue.STARTED, catalogue.DURABLE)}
    found = []
    for expected, chance in selections.paces(view.edition, place(view)):
        pledged = catalogue.pledged(counts[expected.indicator])
        cut = {"region": expected.region, "period": expected.period}
        found += [*figures.select(view.edition, pledged.id, **cut), expected, chance]
    return found


def of_municipalities(view: View) -> list[Figure]:
    """Every figure of the gemeenten of the region, and of the region and the nation in the same year."""
    found = municipalities.of_region(view.edition, view.region)
    own = [one for each in found for one in each.values()]
    years = {one.indicator: one.period for one in own}
    around = [
        one
        for indicator in need_catalogue.OF_MUNICIPALITIES
        if indicator.id in years
        for area in (view.region, NATION)
        for one in figures.select(view.edition, indicator.id, region=area, period=years[indicator.id])
    ]
    return [*own, *around]


def by_size(view: View) -> list[Figure]:
    """Absence by size of company in the newest quarter and a year earlier, from small to large, then of all."""
    rows = absence.side_by_side(view.edition, catalogue.ABSENCE, absence.SIZE, "quarter")
    whole = absence.newest(view.edition, catalogue.ABSENCE, TOTAL, "quarter")
    by_order = sorted(rows, key=lambda row: by_code(row.now.sector).order)
    return [one for row in (*by_order, *filter(None, [whole])) for one in (row.now, row.earlier) if one is not None]


def by_quarter(view: View) -> list[Figure]:
    """The quarters of three years of the chosen sector, each with the same quarter a year earlier, newest first."""
    rows = absence.compared(view.edition, view.sector or TOTAL, QUARTERS)
    return list(dict.fromkeys(one for row in rows for one in (row.now, row.earlier) if one is not None))


def by_december(view: View) -> list[Figure]:
    """Benefits in the nation in every December and the newest month, newest first."""
    return [one for _, shown in benefits.yearly(view.edition) for one in shown if one is not None]


def in_sight(view: View) -> list[Figure]:
    """IPS and all methods together in the nation after so many months; other methods are what is left."""
    found = figures.select(
        *(view.edition, view.indicator),
        region=NATION,
        period="",
        months=view.months,
        client_group=view.client_group,
    )
    return [one for one in found if one.method in (METHODS_TOTAL, outcomes.IPS)]


def by_cohort(view: View) -> list[Figure]:
    """IPS in the nation by start half-year, after each number of months."""
    found = figures.select(
        view.edition, view.indicator, region=NATION, method=outcomes.IPS, client_group=view.client_group
    )
    return [one for one in found if one.period]
