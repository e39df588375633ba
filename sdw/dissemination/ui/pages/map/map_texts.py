"""What the page of the map says around the map."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks import taking
from sdw.dissemination.blocks.model import Block, Columns, Paragraph, Part
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.claims import beside
from sdw.dissemination.figures.claims.stated import Stated
from sdw.dissemination.figures.sentences import progress, wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import tables
from sdw.dissemination.ui.elements.beside_nation import without_classes
from sdw.edition import figures
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, Indicator
from sdw.reference.documents import targets
from sdw.text.dutch import number, say


def sentence(view: View, nation: Figure | None, regional: Sequence[Figure], here: Figure | None) -> str:
    """The sentence above the map."""
    cut = progress.cut(view.method, view.client_group)
    verdict = beside.verdict(view.edition, here, nation) if here is not None else ""
    return progress.map_of(nation, selections.spread(regional), here, view.period, cut, verdict)


def stated(view: View, nation: Figure | None, here: Figure | None) -> tuple[Stated, ...]:
    """What that sentence says of the chosen region."""
    return beside.stated(here, beside.verdict(view.edition, here, nation) if here is not None else "")


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
    if kind := without_classes(values):
        return say(f"page.regiokaart.classes_{kind}", known=wording.count(len(set(values))))
    target = targets.of_indicator(view.indicator) or targets.STARTED
    return say(f"page.regiokaart.classes_{method}", target=number(target.per_region), name=target.name)


def explained() -> list[str]:
    """How to read the map."""
    return [say("page.regiokaart.explain_classes"), say("page.statuses_explained")]


def table_of_regions(view: View) -> tuple[Block, ...]:
    """The table of 35; beside it how complete it is, and how to read it."""
    counted, content = tables.statuses(view), tables.of_regions(view)
    left: tuple[Block, ...] = (taking.as_drawn("kaart", view, content),) if content.rows else ()
    right = () if counted is None else (counted,)
    return (Columns(left, (*right, Part(table_read, (say("page.interval") in content.head,))), (8, 5)),)


def table_read(has_interval: bool) -> tuple[Block, ...]:
    """How to read the table of regions, with or without intervals."""
    bars, interval = (Paragraph(say(f"page.regiokaart.explain_{name}")) for name in ("bars", "interval"))
    return (bars, interval) if has_interval else (bars,)


def indicator_explained(indicator: Indicator) -> list[str]:
    """What the indicator is, of what it is made, and what it does not say."""
    parts = [indicator.definition]
    if indicator.denominator:
        parts.append(say("page.fraction", numerator=indicator.numerator, denominator=indicator.denominator))
    return [*parts, *indicator.caveats]
