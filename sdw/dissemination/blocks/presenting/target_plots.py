"""What is counted against its target, as rows of figures: both counts of the nation, and where a year may end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sdw.dissemination.blocks.presenting.plot import COUNT, Plot, Series, valued
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.charts.drawings import nation, progress
from sdw.dissemination.charts.targets.fan_scene import Fan
from sdw.dissemination.charts.targets.national_scene import Row
from sdw.dissemination.figures.run_up import Point
from sdw.dissemination.figures.sentences import pace, wording
from sdw.dissemination.figures.sentences.progress import capital
from sdw.dissemination.figures.view import View
from sdw.indicators.model import NATION, Indicator
from sdw.text.dutch import MONTHS, number, say

_YEAR, _QUARTER = 12, 3


def targets(view: View) -> Plot | None:
    """Both counts of the nation as bars: what there is, a year earlier, at most, and what is aimed at."""
    rows = nation.rows(view)
    if not rows:
        return None
    columns = [column for column in _columns(rows, view) if any(value is not None for value in column.values)]
    table = Table(
        say("chart.nation.title", period=wording.period(view.period)),
        (say("powerpoint.what"), *(one.name for one in columns)),
        [(row.name, *(_cell(row, column, place) for column in columns)) for place, row in enumerate(rows)],
        frozenset(range(1, len(columns) + 1)),
    )
    names = tuple(_named(row) for row in rows)
    return Plot("bars", names, tuple(columns), table, form=COUNT)


def _named(row: Row) -> str:
    """What a bar is of; with its status where it has no value."""
    example = wording.example([row.figure])
    if row.figure.value is None:
        return f"{row.name}{example}: {wording.shown(row.figure)}"
    return row.name + wording.marks(row.figure) + example


def _columns(rows: Sequence[Row], view: View) -> tuple[Series, ...]:
    before = tuple(row.before.value if row.before else None for row in rows)
    most = tuple(row.figure.bound_high if row.is_bounded else None for row in rows)
    aims = tuple(float(row.target[1]) if row.target else None for row in rows)
    return (
        Series(wording.period(view.period), tuple(row.figure.value for row in rows), ink="primary"),
        Series(say("powerpoint.at_most"), most, "limit", ink="s1"),
        Series(say("chart.nation.before"), before, ink="others"),
        Series(say("powerpoint.aim"), aims, "aim", ink="accent"),
    )


def _cell(row: Row, column: Series, place: int) -> str:
    value = column.values[place]
    if column.role == "value" and value == row.figure.value and column.ink == "primary":
        return wording.shown(row.figure)
    if column.ink == "others":
        return wording.shown(row.before) if row.before else ""
    return "" if value is None else number(value)


def fan(view: View, counted: Indicator, *, of_nation: bool) -> Plot | None:
    """The running year from zero to where it is expected to end, with both limits, beside the year before."""
    found = progress.fan(view, counted, NATION if of_nation else view.region)
    if found is None or not found.is_drawn:
        return None
    months = tuple(range(0, _YEAR + 1, _QUARTER))
    names = tuple(MONTHS[month - 1] if month else say("powerpoint.begin") for month in months)
    return Plot("lines", names, tuple(_fan_lines(found, months)), _fan_table(found), form=COUNT, joins=True)


def _fan_lines(fan: Fan, months: Sequence[int]) -> list[Series]:
    last, expected = fan.now[-1], fan.expected

    def known(points: Mapping[int, float | None]) -> tuple[float | None, ...]:
        return tuple(points.get(month) for month in months)

    def onward(value: float | None) -> tuple[float | None, ...]:
        return known({last.months: last.value, _YEAR: value})

    low, value, high = (number(one or 0) for one in (expected.low, expected.value, expected.high))
    between = say("fan.between", low=low, high=high)
    star = "*" if any(one.is_provisional for one in fan.now) else ""
    aim = say(f"fan.target_{fan.counted}", value=number(fan.target))
    told = f"{say('fan.expected', value=value + wording.marks(expected))}, {between}"
    invented = wording.example([expected])
    begun = known({0: 0.0} | {one.months: one.value for one in fan.now})
    lines = [
        Series(aim, (fan.target,) * len(months), "aim", "accent", 2),
        Series(
            f"{fan.year}{star}{_invented(fan.now)}", begun, "value", "primary", 3, dot="open" if star else "full"
        ),
        Series(told + invented, onward(expected.value), "value", "primary", 2, "dashed"),
        Series(say("powerpoint.low") + invented, onward(expected.low), "limit", "primary", 1, "dotted"),
        Series(say("powerpoint.high") + invented, onward(expected.high), "limit", "primary", 1, "dotted"),
    ]
    whole = [one for one in fan.before if one.months == _YEAR]
    if fan.before:
        told = say("fan.before", year=fan.year - 1, value=number(whole[0].value)) if whole else str(fan.year - 1)
        values = known({0: 0.0} | {one.months: one.value for one in fan.before})
        lines.append(Series(told + _invented(fan.before), values, "value", "quiet"))
    if fan.pledged is not None and fan.pledged.value is not None:
        told = say("fan.pledged", value=number(fan.pledged.value)) + wording.example([fan.pledged])
        lines.append(Series(told, known({_YEAR: fan.pledged.value}), "value", "second", 2, dot="square"))
    return lines


def _invented(points: Sequence[Point]) -> str:
    return wording.example(part for point in points for part in point.parts)


def _fan_table(fan: Fan) -> Table:
    """What is known of both years, what is expected, and how likely the target is."""
    rows = [
        (say("fan.fact_expected", year=fan.year), valued(fan.expected)),
        (say("fan.fact_chance"), pace.percent_marked(fan.chance)),
        (capital(say("powerpoint.aim")), number(fan.target)),
    ]
    if fan.pledged is not None:
        rows.append((say("fan.fact_pledged", year=fan.year), wording.shown(fan.pledged)))
    counts = dict.fromkeys(part for point in (*fan.before, *fan.now) for part in point.parts)
    rows += [(wording.period(one.period), wording.shown(one)) for one in counts]
    kind = say(f"fan.kind_{fan.counted}")
    head = (say("powerpoint.what"), say("powerpoint.value"))
    return Table(f"{fan.expected.place}: {kind}", head, rows, frozenset({1}))
