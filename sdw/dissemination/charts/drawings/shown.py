"""The published figures behind each drawing, for who takes them along: what the drawing shows, and no others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sdw.dissemination.charts.absence.series_scene import YEARS_BESIDE
from sdw.dissemination.charts.drawings import maps, progress
from sdw.dissemination.charts.drawings.absence import sector_of
from sdw.dissemination.charts.targets.look import PLAIN, Look
from sdw.dissemination.figures import absence, benefits, outcomes, selections
from sdw.dissemination.figures.absence import Compared
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL, Indicator
from sdw.reference import periods
from sdw.reference.series import sectors

#: The figures that a drawing shows of a view.
Shown = Callable[[View], Sequence[Figure]]
#: The differences that stand beside one another, as `indicators.outcome_catalogue` names them.
_DIFFERENCES = ("crude", "adjusted", "regions", "next_region")


def first_map(view: View) -> Sequence[Figure]:
    """The map of Overzicht."""
    return maps.figures_of(maps.first(view))


def targets(view: View, look: Look = PLAIN) -> Sequence[Figure]:
    """The regions that are shown in both targets, and where their running year is expected to end."""
    rows = progress.regions(view, look)
    kept = {row.started.region for row in rows.rows} if rows else set()
    counts = [
        one
        for indicator in (catalogue.STARTED, catalogue.DURABLE)
        for one in selections.of_regions(view, indicator)
    ]
    expected = [one for both in progress.paces(view).values() for pair in both for one in pair]
    return [one for one in (*counts, *expected) if one.region in kept]


def years(view: View) -> Sequence[Figure]:
    """One region through the full years."""
    return [one for row in selections.years(view, progress.YEARLY, view.region) for one in row]


def over_months(view: View) -> Sequence[Figure]:
    """IPS and everything together in the nation, after each number of months; other methods are what is left."""
    found = figures.select(view.edition, view.indicator, region=NATION, period="", client_group=view.client_group)
    return [one for one in found if one.method in (TOTAL, outcomes.IPS)]


def around_nation(view: View) -> Sequence[Figure]:
    """IPS in every region and the nation, after so many months."""
    return figures.select(
        view.edition, view.indicator, period="", months=view.months, method=outcomes.IPS, client_group=TOTAL
    )


def differences(view: View) -> Sequence[Figure]:
    """IPS beside other methods, without correction and at equal groups."""
    lens = outcomes.lens_of(view)
    return [one for kind in _DIFFERENCES if (one := outcomes.difference_of(lens, kind)) is not None]


def absence_quarters(view: View) -> Sequence[Figure]:
    """All quarters of the chosen sector."""
    return absence.series(view.edition, catalogue.ABSENCE, sector_of(view), "quarter")


def absence_newest_years(view: View) -> Sequence[Figure]:
    """The quarters of the newest years of the chosen sector."""
    quarters = [one for one in absence_quarters(view) if one.value is not None]
    years = sorted({periods.parse(one.period).year for one in quarters})[-YEARS_BESIDE:]
    return [one for one in quarters if periods.parse(one.period).year in years]


def absence_sectors(view: View) -> Sequence[Figure]:
    """The newest quarter of every section, the same quarter a year earlier, and both of all together."""
    rows = _rows(view, catalogue.ABSENCE, "quarter")
    return [one for row in rows for one in (row.now, row.earlier) if one is not None]


def complaints_sectors(view: View) -> Sequence[Figure]:
    """The newest year of every section, and of all together."""
    return [row.now for row in _rows(view, catalogue.EXHAUSTION, "year")]


def _rows(view: View, indicator: Indicator, kind: periods.Kind) -> Sequence[Compared]:
    whole = absence.newest(view.edition, indicator, sectors.TOTAL, kind)
    return (*filter(None, [whole]), *absence.side_by_side(view.edition, indicator, absence.SECTION, kind))


def absence_years(view: View) -> Sequence[Figure]:
    """Every section by year, and all together."""
    rows = absence.side_by_side(view.edition, catalogue.ABSENCE, absence.SECTION, "year")
    codes = dict.fromkeys((sectors.TOTAL, *(row.now.sector for row in rows)))
    return [one for code in codes for one in absence.series(view.edition, catalogue.ABSENCE, code, "year")]


def complaints_years(view: View) -> Sequence[Figure]:
    """Burn-out complaints by year, of all employees and the chosen sector."""
    codes = dict.fromkeys((sectors.TOTAL, sector_of(view)))
    return [one for code in codes for one in absence.series(view.edition, catalogue.EXHAUSTION, code, "year")]


def with_without(view: View) -> Sequence[Figure]:
    """Absence with and without burn-out complaints."""
    both = (catalogue.ABSENCE_WITH, catalogue.ABSENCE_WITHOUT)
    return [one for indicator in both for one in absence.series(view.edition, indicator, "", "year")]


def benefit_months(view: View) -> Sequence[Figure]:
    """The four kinds of benefits by month."""
    return [one for indicator in benefits.SHOWN for one in benefits.months(view.edition, indicator)]
