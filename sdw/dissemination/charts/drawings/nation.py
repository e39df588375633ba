"""The two national bars of Overzicht."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.targets import national_scene
from sdw.dissemination.charts.targets.national_scene import Row
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import comparing, progress, toward, wording
from sdw.dissemination.figures.sentences.comparing import Comparison
from sdw.dissemination.figures.view import View
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import Indicator
from sdw.reference import periods
from sdw.reference.documents import targets
from sdw.text.dutch import number, say


def rows(view: View) -> list[Row]:
    """Both national counts in the period of the view; none where neither has a value."""
    made = [_row(view, indicator) for indicator in (catalogue.STARTED, catalogue.DURABLE)]
    found = [row for row in made if row is not None]
    return found if any(row.figure.value is not None for row in found) else []


def _row(view: View, indicator: Indicator) -> Row | None:
    figure = selections.figure(view, indicator)
    aim = targets.of_indicator(indicator.id)
    if figure is None or aim is None:
        return None
    whole_year = periods.parse(view.period).kind == "year"
    wanted = (say(f"chart.nation.aim_{indicator.id}"), aim.national) if whole_year else None
    compared = comparing.with_year_earlier(view.edition, indicator, view.period)
    is_same = isinstance(compared, Comparison) and compared.now.value == figure.value
    before = compared.before if isinstance(compared, Comparison) and is_same else None
    return Row(indicator.label, selections.bounded(figure, view.edition), wanted, before)


def _both(view: View) -> tuple[Figure | None, Figure | None]:
    return selections.figure(view, catalogue.STARTED), selections.figure(view, catalogue.DURABLE)


def shown(view: View) -> Sequence[Figure]:
    """Both counts, and those of a year earlier that stand beside them."""
    found = rows(view)
    return [*(row.figure for row in found), *(row.before for row in found if row.before is not None)]


def scene(view: View, width: float = 680) -> Scene | None:
    """The nation against both targets; None where nobody delivered."""
    found = rows(view)
    if not found:
        return None
    figures = [row.figure for row in found]
    is_held = all(row.target for row in found)
    told = map(toward.sentence, figures) if is_held else [progress.nation(*_both(view))]
    finding = say("scene.nation", finding=" ".join(filter(None, told)))
    title = say("chart.nation.title", period=wording.period(view.period)) + wording.example(figures)
    kind = "subtitle" if found[0].target else "subtitle_part"
    held = {
        **{"started": targets.STARTED.name, "ambition": number(targets.STARTED.national)},
        **{"durable": targets.DURABLE.name, "target": number(targets.DURABLE.national)},
    }
    lines = say("chart.nation.subtitle_before") if any(row.before for row in found) else ""
    lines += say("chart.nation.subtitle_most") if any(row.is_bounded for row in found) else ""
    what = (
        say(f"chart.nation.{kind}", period=progress.running(view.period), **held) + lines + wording.notes(figures)
    )
    return national_scene.scene(found, Words(title, finding, what), width)
