"""Figures as tables for reading: the twin of every picture, with status, coverage and small print. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sdw.dissemination.blocks.table import Cell, Table
from sdw.dissemination.charts.core.palette import STATUS_CLASS
from sdw.dissemination.figures import selections, tabled
from sdw.dissemination.figures.claims import beside as beside_claim
from sdw.dissemination.figures.sentences import wording
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import national
from sdw.edition import figures
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION, TOTAL, Indicator
from sdw.reference import dimensions, periods
from sdw.reference.areas import regions
from sdw.reference.status import Status
from sdw.text.dutch import number, say


def cell(figure: Figure | None) -> Cell:
    """A figure as a cell: number or status, with the pattern of its status."""
    if figure is None:
        return Cell("–")
    return Cell(wording.shown(figure), "" if figure.value is not None else STATUS_CLASS[figure.status])


def of_regions(view: View) -> Table:
    """The table of 35: value with a bar from zero, and for a ratio what it is made of and how sure it is."""
    indicator = catalogue.by_id(view.indicator)
    nation = selections.figure(view, indicator, method=view.method, client_group=view.client_group)
    shown = selections.of_regions(view, indicator, method=view.method, client_group=view.client_group)
    head = [say("page.region"), indicator.short]
    numbers = {1}
    if indicator.is_ratio:
        head.append(say("page.fraction_short"))
        numbers.add(2)
    if has_interval := any(figure.low is not None for figure in shown):
        head += [say("page.interval"), national.beside_head(nation)]
        numbers.add(3)
    highest = max((figure.value for figure in shown if figure.value is not None), default=0.0)
    return Table(
        caption=say(
            "page.regiokaart.table",
            indicator=indicator.label,
            period=wording.period(view.period),
            note=wording.notes(shown),
        ),
        head=head,
        rows=[
            [
                figure.place,
                _with_bar(figure, highest),
                *_ratio(indicator, figure),
                *(_interval(view, figure, nation) if has_interval else ()),
            ]
            for figure in shown
        ],
        numbers=frozenset(numbers),
        fold=True,
        stack=len(head) > 4,
    )


def statuses(view: View) -> Table | None:
    """How many of the 35 regions have which status, and what it means; None where nothing is published."""
    indicator = catalogue.by_id(view.indicator)
    shown = selections.of_regions(view, indicator, method=view.method, client_group=view.client_group)
    if not shown:
        return None
    counted = Counter(figure.status for figure in shown)
    rows: list[list[Cell | str]] = [
        [
            number(counted[status]),
            Cell(say(f"status.{status}"), STATUS_CLASS.get(status, "")),
            say(f"export.meaning.{status}"),
        ]
        for status in Status
        if counted[status]
    ]
    return Table(
        caption=say("page.regiokaart.statuses") + wording.example(shown),
        head=[say("page.regiokaart.count"), say("page.regiokaart.status"), say("page.regiokaart.means")],
        rows=rows,
    )


def _with_bar(figure: Figure, highest: float) -> Cell:
    """A figure with a bar from zero to the highest region."""
    if figure.value is None or highest <= 0:
        return cell(figure)
    return replace(cell(figure), bar=100 * figure.value / highest)


def _ratio(indicator: Indicator, figure: Figure) -> list[Cell | str]:
    if not indicator.is_ratio:
        return []
    if figure.numerator is None or figure.denominator is None:
        return [""]
    return [say("page.fraction_cell", numerator=number(figure.numerator), denominator=number(figure.denominator))]


def _interval(view: View, figure: Figure, nation: Figure | None) -> list[Cell | str]:
    verdict = beside_claim.verdict(view.edition, figure, nation)
    return [wording.interval(figure), say(f"page.verdict_{verdict}") if verdict else ""]


def beside(view: View, region: str, *, fold: bool = False) -> Table:
    """All figures of a region in the period of the view, or the newest period of each, beside the nation."""
    place = figures.place_of(view.edition, region)
    rows: list[list[Cell | str]] = []
    found = tabled.beside(view, region)
    nations = [nation for _, _, nation in found]
    alone = region == NATION or national.is_left_out(nations)
    for indicator, mine, nation in found:
        if region == NATION and wording.is_few(mine):
            continue
        period = wording.period(mine.period) if mine.period != view.period else ""
        rows.append([say("page.with_period", label=indicator.label, period=period) if period else indicator.label])
        rows[-1] += [national.cell(cell(mine), mine, nations) if region == NATION else cell(mine)]
        rows[-1] += [] if alone else [national.cell(cell(nation), nation, nations)]
    used = figures_beside(view, region)
    head = [say("page.figure"), wording.nation(nations) if region == NATION else place]
    head += [] if alone else [wording.nation(nations)]
    return Table(
        caption=say(
            "page.beside" if view.period else "page.beside_newest",
            region=place,
            period=wording.period(view.period),
            note=(say("words.few") if national.has_few(nations) else "")
            + wording.notes(used, named=False)
            + (say("page.beside_example") if any(one.is_invented for one in used) else ""),
        ),
        head=head,
        rows=rows,
        numbers=frozenset(range(1, len(head))),
        fold=fold,
    )


def figures_beside(view: View, region: str) -> list[Figure]:
    """The figures of that table, for its sources."""
    return [one for _, mine, nation in tabled.beside(view, region) for one in (mine, nation) if one is not None]


def ledgers(view: View) -> Table:
    """Begin + started − ended = end for each region, with what does not add up."""
    columns = {
        indicator.id: {row.region: row for row in selections.of_regions(view, indicator)}
        for indicator in catalogue.LEDGER
    }
    rows: list[list[Cell | str]] = []
    used: list[Figure] = []
    for region in sorted(columns[catalogue.STARTED.id], key=regions.name_of):
        book = selections.Ledger(*(columns[indicator.id][region] for indicator in catalogue.LEDGER))
        used += book.parts
        gap = "" if book.imbalance is None else number(book.imbalance)
        rows.append([figures.place_of(view.edition, region), *(cell(part) for part in book.parts), gap])
    return Table(
        caption=say("page.doelen.ledgers", period=wording.period(view.period)) + wording.notes(used),
        head=[
            say("page.region"),
            *(say(f"page.doelen.ledger_{name}") for name in ("opening", "started", "ended", "closing", "gap")),
        ],
        rows=rows,
        numbers=frozenset(range(1, 6)),
        stack=True,
    )


def split(view: View, region: str, by: str) -> Table | None:
    """Started trajectories by method or client group, with their part of the total where that may be said.

    None where that is not published. Without a single part of the total there is no column for it.
    """
    parts = selections.split(view, catalogue.STARTED, region, by)
    if not parts:
        return None
    categories = dimensions.METHODS if by == "method" else dimensions.CLIENT_GROUPS
    total = selections.figure(view, catalogue.STARTED, region)
    shares = [_share(part, total, int(view.edition.fact("rate_minimum"))) for part in parts]
    rows: list[list[Cell | str]] = [
        [categories[getattr(part, by)].short, cell(part), *([share] if any(shares) else [])]
        for part, share in zip(parts, [one or Cell("–") for one in shares], strict=True)
    ]
    return Table(
        caption=say(f"page.split_{by}", region=national.named(region, parts), period=wording.period(view.period))
        + wording.notes(parts),
        head=[say(f"page.{by}"), catalogue.STARTED.short, *([say("page.share")] if any(shares) else [])],
        rows=rows,
        numbers=frozenset({1}),
    )


def has_shares(content: Table) -> bool:
    """True when a table of `split` has a column with parts of the total."""
    return say("page.share") in content.head


def _share(part: Figure, total: Figure | None, minimum: int) -> Cell | None:
    """A part of a shown total of the same edition, as a percentage; None where it cannot be said."""
    if part.value is None or total is None or total.value is None or total.value < max(minimum, 1):
        return None
    if part.is_carried_over or total.is_carried_over or part.delivered != total.delivered:
        return None
    share = 100 * part.value / total.value
    return Cell(f"{number(share)}%", bar=share)


def is_total(view: View) -> bool:
    """True when the view adds up over methods and client groups."""
    return view.method == TOTAL and view.client_group == TOTAL


def is_year(view: View) -> bool:
    """True when the period of the view is a full year."""
    return bool(view.period) and periods.parse(view.period).kind == "year"
