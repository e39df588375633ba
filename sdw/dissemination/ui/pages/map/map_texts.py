"""What stands around a map: its sentence, how to read it, the table of regions, and what the indicator is."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.figures import selections
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import html, tables
from sdw.edition import figures
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, Indicator
from sdw.reference.documents import targets
from sdw.text.dutch import number, say

#: Fewer different values than this make no classes of a map: each has its own colour.
FEW = 6


def sentence(view: View, nation: Figure | None, regional: Sequence[Figure], here: Figure | None) -> str:
    """The sentence above the map."""
    cut = progress.cut(view.method, view.client_group)
    return progress.map_of(nation, selections.spread(regional), here, view.period, cut)


def title(view: View) -> str:
    """The heading above the small map."""
    return say("page.overzicht.map") + wording.example(selections.of_regions(view, catalogue.STARTED))


def panel_title(view: View) -> str:
    """The heading beside the map: the chosen region, or the nation."""
    return figures.place_of(view.edition, view.region or NATION)


def panel_hint(view: View) -> list[str]:
    """How to choose a region, as long as none is chosen."""
    return [] if view.region else [say("page.regiokaart.choose")]


def classes_explained(view: View, method: str) -> str:
    """What a colour of the map stands for, one line per way of making classes, or why there are no classes."""
    indicator, cut = catalogue.by_id(view.indicator), {"method": view.method, "client_group": view.client_group}
    values = [one.value for one in selections.of_regions(view, indicator, **cut) if one.value is not None]
    if kind := _without_classes(values):
        return say(f"page.regiokaart.classes_{kind}", known=wording.count(len(set(values))))
    target = targets.of_indicator(view.indicator) or targets.STARTED
    return say(f"page.regiokaart.classes_{method}", target=number(target.per_region), name=target.name)


def _without_classes(values: Sequence[float]) -> str:
    """Why these figures make no classes: none, one, all the same, or few different ones; '' when they do."""
    if len(values) < 2:
        return ("none", "one")[len(values)]
    different = len(set(values))
    return "same" if different == 1 else "few" if different < FEW else ""


def how_to_read(view: View) -> str:
    """How to read the small map: what darker means, where there is a darker and a lighter."""
    values = [one.value for one in selections.of_regions(view, catalogue.STARTED) if one.value is not None]
    kind = _without_classes(values)
    return say("page.overzicht.map_read") if kind in ("", "few") else say(f"page.regiokaart.classes_{kind}")


def explained() -> list[str]:
    """How to read the map."""
    return [say("page.regiokaart.explain_classes"), say("page.statuses_explained")]


def table_of_regions(view: View) -> str:
    """The table of 35; beside it how complete it is, and how to read it."""
    read = html.paragraph(say("page.regiokaart.explain_bars"))
    if catalogue.by_id(view.indicator).is_ratio:
        read += html.paragraph(say("page.regiokaart.explain_interval"))
    beside = html.stack([html.of(tables.statuses(view)), read])
    return html.sides(html.of(tables.of_regions(view)), beside, (8, 5))


def indicator_explained(indicator: Indicator) -> list[str]:
    """What the indicator is, of what it is made, and what it does not say."""
    parts = [indicator.definition]
    if indicator.denominator:
        parts.append(say("page.fraction", numerator=indicator.numerator, denominator=indicator.denominator))
    return [*parts, *indicator.caveats]
