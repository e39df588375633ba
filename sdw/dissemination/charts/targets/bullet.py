"""Bullet rows: regions, or the years of one, against 100 in both definitions: two thin bars and one target line.

On the screen a table whose second column is the drawing: picture and twin in one, for eye, ear, phone and printer.
The same rows as a scene: `bullet_scene`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.core.dots import round_step
from sdw.dissemination.charts.core.ordering import Order, ordered
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference import periods
from sdw.reference.documents import targets
from sdw.text.dutch import listing, number, say

#: The part of the width that stays free at the right of the longest bar.
_FREE = 1.04
#: At most so many marks on the axis, and how near to the target line (part of the width) one may stand.
_MARKS, _NEAR = 6, 0.2


def targets_of_regions(
    started: Sequence[Figure], durable: Sequence[Figure], *, order: Order = "alfabet", selected: str = ""
) -> Bullets | None:
    """Per region two bars from zero and both counts, and the target line at 100.

    `started` and `durable`: one figure per region, counts per period. A provisional figure has an asterisk; a
    missing one has no bar, and the pattern and word of its status in place of the number. The targets are
    of a year: a shorter period has no target line. None when no region has a value.
    """
    by_code = {one.region: (one, two) for one, two in zip(started, _beside(started, durable), strict=True)}
    rows = [
        Row(by_code[code][0].place, *by_code[code], marked=code == selected) for code in ordered(by_code, order)
    ]
    whole_year = bool(started) and periods.parse(started[0].period).kind == "year"
    what = _subtitle(started, durable, order) if started else ""
    title = say("chart.bullet.title") + wording.example((*started, *durable))
    return _made(rows, title, what, say("page.region"), aimed=whole_year)


def targets_of_years(
    started: Sequence[Figure], durable: Sequence[Figure], carried_out: Sequence[Figure], closing: Sequence[Figure]
) -> Bullets | None:
    """The same for one region with a row per full year, and two more counts of it as numbers.

    No line joins the years and no trend is named: there are fewer than five comparable points, or the method of
    counting changed between them. None when no year has a value.
    """
    rows = [
        Row(wording.period(one.period), one, two, more)
        for one, two, *more in zip(started, durable, carried_out, closing, strict=True)
    ]
    if not rows:
        return None
    shown = (*started, *durable, *carried_out, *closing)
    title = say("chart.history.title", region=started[0].place) + wording.example(shown)
    what = say(
        "chart.history.subtitle",
        **_line(),
        note=wording.notes(shown, named=False),
        example=wording.example(shown),
    )
    more = (catalogue.CARRIED_OUT.short, catalogue.CLOSING.short)
    return _made(rows, title, what, say("page.year"), aimed=True, more=more)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its two bars, and more counts of it as numbers."""

    name: str
    started: Figure
    durable: Figure
    more: Sequence[Figure] = ()
    marked: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the row, in the order of its columns."""
        return self.started, self.durable, *self.more


@dataclass(frozen=True, slots=True)
class Bullets:
    """Bullet rows as data: what both writers draw.

    `longest`: the value at the right end. `target`: where the line stands, None for no line. `names`: the heads of
    the columns of numbers, `first` that of the rows.
    """

    rows: Sequence[Row]
    title: str
    subtitle: str
    first: str
    names: tuple[str, ...]
    longest: float
    target: int | None

    @property
    def marks(self) -> list[int]:
        """Round numbers on the axis that do not touch the words of the target line."""
        every = range(0, int(self.longest) + 1, int(round_step(self.longest, _MARKS)))
        return [mark for mark in every if not self.target or abs(mark - self.target) / self.longest > _NEAR]


_TABLE = Markup(
    "<h{0}>{1}</h{0}><p class=sdw-quiet>{2}</p>"
    '<table class="{3}" style=--max:{4:.6g}{5}>'
    "<thead><tr><th>{6}<td aria-hidden=true>{7}{8}<tbody>{9}</table>"
)


def html(bullets: Bullets | None, level: int = 3) -> Markup:
    """As a table under a heading of this level; '' where there is nothing to draw."""
    if bullets is None:
        return Markup()
    columns = (f"n{i}" for i in range(2, len(bullets.names) + 2))
    css = " ".join(("sdw-table sdw-bullets", *columns, *["aimed"] * bool(bullets.target)))
    aim = f";--at:{bullets.target}" if bullets.target else ""
    heads = Markup().join(map(Markup("<th>{}").format, bullets.names))
    rows = Markup().join(map(_row, bullets.rows))
    head = (level, bullets.title, bullets.subtitle, css, bullets.longest, aim)
    return _TABLE.format(*head, bullets.first, _axis(bullets), heads, rows)


def _made(
    rows: Sequence[Row], title: str, what: str, first: str, *, aimed: bool, more: Sequence[str] = ()
) -> Bullets | None:
    values = [one.value for row in rows for one in (row.started, row.durable) if one.value is not None]
    if not values:
        return None
    target = targets.STARTED.per_region if aimed else None
    names = (catalogue.STARTED.short, catalogue.DURABLE.short, *more)
    return Bullets(rows, title, what, first, names, max(*values, target or 0) * _FREE, target)


def _beside(started: Sequence[Figure], durable: Sequence[Figure]) -> list[Figure]:
    by_code = {figure.region: figure for figure in durable}
    return [by_code[figure.region] for figure in started]


def _subtitle(started: Sequence[Figure], durable: Sequence[Figure], order: Order) -> str:
    shown = (*started, *durable)
    whole_year = periods.parse(started[0].period).kind == "year"
    return say(
        "chart.bullet.subtitle" if whole_year else "chart.bullet.subtitle_part",
        period=wording.period(started[0].period),
        **_line(),
        order=say(f"chart.bullet.{order}"),
        note=wording.notes(shown, named=False),
        example=wording.example(shown),
    )


def _line() -> dict[str, str]:
    """What the line at 100 stands for: the ambition, and the target."""
    names = listing([f"{one.name} ({catalogue.by_id(one.indicator).short})" for one in targets.ALL])
    return {"target": number(targets.STARTED.per_region), "names": names}


def _axis(bullets: Bullets) -> Markup:
    marks = Markup().join(Markup("<i style=--to:{}>{}</i>").format(mark, number(mark)) for mark in bullets.marks)
    if not bullets.target:
        return marks
    return marks + Markup("<b>{}</b>").format(say("chart.target", target=number(bullets.target)))


def _row(row: Row) -> Markup:
    mark = Markup(' class=me aria-current="true"') if row.marked else ""
    same = row.started.value is None and len({(one.value, one.status) for one in row.figures}) == 1
    cells = _cell(row.started, len(row.figures)) if same else Markup().join(map(_cell, row.figures))
    return Markup("<tr{}><th>{}<td{}{}").format(mark, row.name, _bars(row), cells)


def _bars(row: Row) -> Markup:
    """Each bar an element, as long as is counted, after the end of the opening tag; a missing one is not there."""
    bars = [
        (name, tag, one.value)
        for name, tag, one in (("a", "i", row.started), ("b", "b", row.durable))
        if one.value is not None
    ]
    if not bars:
        return Markup(">")
    lengths = ";".join(f"--{name}:{value:.6g}" for name, _, value in bars)
    drawn = Markup().join(Markup("<{0}></{0}>").format(tag) for _, tag, _ in bars)
    return Markup(" style={}>{}").format(lengths, drawn)


def _cell(figure: Figure, columns: int = 1) -> Markup:
    kind = "" if figure.value is not None else f" class={palette.STATUS_CLASS[figure.status]}"
    span = f" colspan={columns}" if columns > 1 else ""
    return Markup("<td{}{}>{}").format(kind, span, wording.shown(figure))
