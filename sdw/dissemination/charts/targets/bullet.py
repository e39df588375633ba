"""Bullet rows: regions, or the years of one, against what is asked of a year: two thin bars and a line.

On the screen a table whose second column is the drawing (`bullet_table`): picture and twin in one, for eye, ear,
phone and printer. The same rows as a scene: `bullet_scene`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sdw.dissemination.charts.core.dots import round_step
from sdw.dissemination.charts.core.ordering import Order, ordered
from sdw.dissemination.charts.targets import reaching
from sdw.dissemination.charts.targets.reaching import Only
from sdw.dissemination.figures.need.yardstick import Aims, Yardstick
from sdw.dissemination.figures.sentences import pace, wording
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.reference import periods
from sdw.reference.areas import regions
from sdw.reference.documents import targets
from sdw.text.dutch import listing, number, say

#: The part of the width that stays free at the right of the longest bar.
_FREE = 1.04
#: Of fewer regions it is not said how many reach a target.
_COUNTED = 2
#: At most so many marks on the axis, and how near to the target line (part of the width) one may stand.
_MARKS, _NEAR = 6, 0.2
#: What a year is expected to be, and the chance of its target.
Pace = tuple[Figure, Figure]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its two bars, where the year of both is expected to end (or nothing), and more counts as numbers.

    aim: what it is held against, a year; None where it is held against nothing.
    """

    name: str
    started: Figure
    durable: Figure
    more: Sequence[Figure] = ()
    marked: bool = False
    aim: float | None = None
    paces: tuple[Pace, ...] = ()

    @property
    def cells(self) -> tuple[tuple[str, Figure], ...]:
        """The words and the figure of each column of numbers, in order."""
        found = []
        for place, one in enumerate((self.started, self.durable)):
            found.append((wording.shown(one), one))
            if self.paces:
                expected, chance = self.paces[place]
                found.append((pace.brief(expected, chance), expected))
        return (*found, *((wording.shown(one), one) for one in self.more))

    @property
    def spans(self) -> list[tuple[str, Figure, int]]:
        """The same, and over how many columns: what is missing for one reason, in the whole row or beside its pace,
        is said once."""
        if self.started.value is None and len({(one.value, one.status) for _, one in self.cells}) == 1:
            return [(*self.cells[0], len(self.cells))]
        found, left = [], list(self.cells)
        while left:
            words, one = left.pop(0)
            again = bool(self.paces and left) and one.value is None and left[0][1].status is one.status
            found.append((words, one, 2 if again else 1))
            left = left[again:]
        return found


@dataclass(frozen=True, slots=True)
class Bullets:
    """Bullet rows as data: what both writers draw.

    `longest`: the value at the right end. `target`: where the one line of all rows stands; None where each row has
    its own, or none has one. `names`: the heads of the columns of numbers, `first` that of the rows.
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

    @property
    def bars(self) -> tuple[int, int]:
        """In which columns of numbers the two counts of the bars stand."""
        return (0, 2) if any(row.paces for row in self.rows) else (0, 1)


@dataclass(frozen=True, slots=True)
class Against:
    """What regions are held against (without `aims`: 100 for each), where their year is expected to end (region →
    of both), and which of them are shown."""

    aims: Aims | None = None
    yardstick: Yardstick = "gelijk"
    paces: Mapping[str, tuple[Pace, ...]] = field(default_factory=dict)
    only: Only = "alle"


def targets_of_regions(
    started: Sequence[Figure],
    durable: Sequence[Figure],
    against: Against | None = None,
    *,
    order: Order = "alfabet",
    selected: str = "",
) -> Bullets | None:
    """Per region two bars from zero and both counts, and the line of what is asked of a year.

    `started` and `durable`: one figure per region, counts per period. A provisional figure has an asterisk; a
    missing one has no bar, and the pattern and word of its status in place of the number. What is asked is of a
    year: a shorter period has no line, unless it is said where its year is expected to end. None when no region
    has a value.
    """
    if all(one.value is None for one in (*started, *durable)):
        return None
    against = against or Against()
    aims = against.aims or Aims(dict.fromkeys(regions.CODES, float(targets.STARTED.per_region)))
    aimed = bool(against.paces) or periods.parse(started[0].period).kind == "year"
    by_code = {one.region: (one, two) for one, two in zip(started, _beside(started, durable), strict=True)}
    rows = {
        code: Row(
            by_code[code][0].place,
            *by_code[code],
            marked=code == selected,
            aim=aims.of[code] if aimed else None,
            paces=against.paces.get(code, ()),
        )
        for code in ordered(by_code, order)
    }
    sides = {code: _sides(row, aims) for code, row in rows.items()}
    measure, _, wanted = against.only.partition("_")
    place = ("gestart", "duurzaam").index(measure) if wanted else 0
    chosen = [row for code, row in rows.items() if not wanted or sides[code][place] == wanted]
    title = _title(list(rows.values()), list(sides.values()), aims) if aimed else say("chart.bullet.title")
    what = _subtitle(started, durable, order, against, aims)
    made = _made(list(rows.values()), title + wording.example((*started, *durable)), what, say("page.region"))
    return replace(made, rows=chosen, target=aims.same if aimed else None)


def targets_of_years(
    started: Sequence[Figure], durable: Sequence[Figure], carried_out: Sequence[Figure], closing: Sequence[Figure]
) -> Bullets | None:
    """The same for one region with a row per full year, and two more counts of it as numbers.

    No line joins the years and no trend is named: there are fewer than five comparable points, or the method of
    counting changed between them. None when no year has a value.
    """
    target = targets.STARTED.per_region
    rows = [
        Row(wording.period(one.period), one, two, more, aim=target)
        for one, two, *more in zip(started, durable, carried_out, closing, strict=True)
    ]
    if all(one.value is None for one in (*started, *durable)):
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
    return replace(_made(rows, title, what, say("page.year"), more), target=target)


def _made(rows: Sequence[Row], title: str, what: str, first: str, more: Sequence[str] = ()) -> Bullets:
    ends = [one.value or 0 for row in rows for one in (row.started, row.durable)]
    ends += [row.aim or 0 for row in rows]
    ends += [expected.high or 0 for row in rows for expected, _ in row.paces]
    names = [catalogue.STARTED.short, catalogue.DURABLE.short]
    if any(row.paces for row in rows):
        names = [names[0], say("chart.bullet.expected"), names[1], say("chart.bullet.expected")]
    return Bullets(rows, title, what, first, (*names, *more), max(ends) * _FREE, None)


def _beside(started: Sequence[Figure], durable: Sequence[Figure]) -> list[Figure]:
    by_code = {figure.region: figure for figure in durable}
    return [by_code[figure.region] for figure in started]


def _sides(row: Row, aims: Aims) -> tuple[str, str]:
    """On which side of what is asked both counts are."""
    paces = row.paces or (None, None)
    same = aims.same is not None
    one, two = (
        reaching.side(figure, row.aim, runs, same=same)
        for figure, runs in zip((row.started, row.durable), paces, strict=True)
    )
    return one, two


def _title(rows: Sequence[Row], sides: Sequence[tuple[str, str]], aims: Aims) -> str:
    known = [sum(row.cells[place][1].value is not None for row in rows) for place in (0, 2 if rows[0].paces else 1)]
    if min(known) < _COUNTED:
        return say("chart.bullet.title")
    return reaching.title(
        [one for one, _ in sides],
        [two for _, two in sides],
        (known[0], known[1]),
        same=aims.same is not None,
        runs=any(row.paces for row in rows),
    )


def _subtitle(
    started: Sequence[Figure], durable: Sequence[Figure], order: Order, against: Against, aims: Aims
) -> str:
    shown = (*started, *durable)
    whole_year = periods.parse(started[0].period).kind == "year"
    line = say("chart.bullet.line", **_line())
    if aims.year:
        line = say("chart.bullet.own_line", people=say(f"chart.bullet.people_{against.yardstick}"), year=aims.year)
    if not whole_year:
        line = say("chart.bullet.runs", line=line) if against.paces else say("chart.bullet.part")
    return say(
        "chart.bullet.subtitle",
        period=wording.period(started[0].period),
        order=say(f"chart.bullet.{order}"),
        only="" if against.only == "alle" else say(f"chart.bullet.only_{against.only}"),
        line=line,
        note=wording.notes(shown, named=False),
        example=wording.example(shown),
    )


def _line() -> dict[str, str]:
    """What the line at 100 stands for: the ambition, and the target."""
    names = listing([f"{one.name} ({catalogue.by_id(one.indicator).short})" for one in targets.ALL])
    return {"target": number(targets.STARTED.per_region), "names": names}
