"""A StatLine CSV as a person downloads it → a tidy table, or a sentence that says what is not understood.

Known layouts (`layout`): a title, stacked header rows, a unit row and a footer, with topics across or
down; and the plain one, with the unit in brackets behind the topic. What a file must satisfy besides is
what damage breaks: title and footer come together, every line is equally long, both axes are complete
cross products in their own order, and the figures of a topic are written alike.
"""

from __future__ import annotations

import codecs
import itertools
import os
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sdw.production.importers.cbs import moments
from sdw.production.importers.cbs.statline import diagnosis, numerals
from sdw.production.importers.cbs.statline import layout as layouts
from sdw.production.importers.cbs.statline.encoding import decode
from sdw.production.importers.cbs.statline.grid import Line, lines
from sdw.production.importers.cbs.statline.layout import Axis, Layout, is_period, is_topic
from sdw.production.importers.cbs.table import CbsTable, Cell, tidy
from sdw.reference.series.refusal import refusal
from sdw.reference.status import Status
from sdw.text.errors import UserError

_FOOTER = re.compile(
    r"(?:©|\ufffd{1,3}|\(c\)|copyright ?©?) ?(?:centraal bureau voor de statistiek|statistics netherlands|cbs)\b.*"
    r"|(?:bron|source): ?(?:cbs|centraal bureau voor de statistiek|statistics netherlands)\b.*",
    re.IGNORECASE,
)
#: A title, blank lines and the deepest header fit in this many lines.
_HEADER_LINES = 12
#: Where people add notes of their own, the footer is still among the last lines.
_FOOTER_LINES = 60
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
#: Bytes at each end of a long file in which the header and the footer lie.
_EDGE = 64 * 1024
T = TypeVar("T", bound=Hashable)


def read(data: bytes, name: str) -> CbsTable:
    """The table in a StatLine CSV. A blank figure is `nvt`, a `.` is `onbekend`, `2022*` is `voorlopig`.

    `name` is the file's name, for messages. Anything that is not understood, or can be understood in
    more than one way: UserError.
    """
    title, body = _framed(lines(decode(data, name), name), name)
    grid = _rectangular(body, name)
    labels = [tuple(map(_trimmed, row)) for row in grid]
    found = layouts.readings(labels)
    if len(found) > 1:
        raise refusal("cbs.ambiguous", name=name)
    if not found:
        raise diagnosis.reason(labels, [line.number for line in body], name)
    chosen = found[0]
    _check_axes(chosen, name)
    figures = [row[chosen.left :] for row in grid[chosen.top :]]
    _check_figures(chosen, figures, name)
    dimensions = [level for level in chosen.names() if not is_period(level)]
    return tidy(title, dimensions, _cells(chosen, figures, name))


def recognises(data: bytes) -> bool:
    """True when a header cell is one of StatLine's own (Perioden, Onderwerpen), or a line is CBS's footer.

    Also when the lines do not close, or have commas between the cells: only the reader can say what is wrong then.
    """
    try:
        text = decode(_edges(data), "")
    except UserError:
        return False
    found = text.splitlines()
    headers = {cell.lower() for line in found[:_HEADER_LINES] for cell in _loose(line)}
    return (
        bool(headers & {"perioden", "periods"})
        or any(map(is_topic, headers))
        or any(
            _FOOTER.fullmatch(cell) for line in found[-_FOOTER_LINES:] for cell in (*_loose(line), line.strip('"'))
        )
    )


def _loose(line: str) -> list[str]:
    """The cells of a line, whatever stands between them and whether or not its quotes close."""
    between = next((sign for sign in ";\t," if sign in line), ";")
    return [cell.strip().strip('"').strip() for cell in line.split(between)]


def edges(path: Path) -> bytes:
    """What `recognises` needs of a file: the first and last lines of a long one, without reading the rest."""
    size = path.stat().st_size
    with path.open("rb") as file:
        if size <= 4 * _EDGE or file.read(2) in _UTF_16:
            file.seek(0)
            return file.read()
        file.seek(0)
        head = file.read(_EDGE)
        file.seek(-_EDGE, os.SEEK_END)
        return _joined(head, file.read())


def _edges(data: bytes) -> bytes:
    """The first and last lines of a long file: its header and footer, at no more cost than a short file's."""
    if len(data) <= 4 * _EDGE or data.startswith(_UTF_16):
        return data
    return _joined(data[:_EDGE], data[-_EDGE:])


def _joined(head: bytes, tail: bytes) -> bytes:
    """Two ends of a file, without the lines that are cut."""
    return head[: head.rfind(b"\n") + 1] + tail[tail.find(b"\n") + 1 :]


def _is_footer(line: Line) -> bool:
    return any(_FOOTER.fullmatch(cell.strip()) for cell in line.cells)


def _framed(found: list[Line], name: str) -> tuple[str, list[Line]]:
    """The title and the lines between it and the footer; a plain file has neither."""
    filled = [line for line in found if not line.is_blank]
    if len(filled) < 2:
        raise refusal("cbs.empty", name=name)
    footers = [line for line in filled if _is_footer(line)]
    title = filled[0].single
    ends = filled[-1] in footers and filled[-1].single is not None
    if len(footers) > 1 or (footers and not ends):
        raise refusal("cbs.footer_moved", name=name, line=footers[0].number)
    if bool(title) != ends:
        raise refusal("cbs.no_footer" if title else "cbs.no_title", name=name)
    body = filled[1:-1] if title else filled
    if not body:
        raise refusal("cbs.empty", name=name)
    inside = [line for line in found if line.is_blank and body[0].number < line.number < body[-1].number]
    if inside:
        raise refusal("cbs.blank_line", name=name, line=inside[0].number)
    return title or "", body


def _rectangular(body: list[Line], name: str) -> list[tuple[str, ...]]:
    width = len(body[0].cells)
    for line in body:
        if len(line.cells) != width:
            raise refusal("cbs.ragged", name=name, line=line.number, found=len(line.cells), expected=width)
    if width < 2:
        raise refusal("cbs.separator", name=name)
    return [line.cells for line in body]


def _trimmed(label: str) -> str:
    return " ".join(label.split())


def _check_axes(chosen: Layout, name: str) -> None:
    for axis in (chosen.columns, chosen.rows):
        levels = _by_dimension(axis, name)
        positions = list(zip(*levels.values(), strict=True))
        if len(set(positions)) != len(positions):
            raise refusal("cbs.double", name=name, labels=_words(_first_double(positions)))
        # CBS writes every combination, the last dimension turning fastest.
        if positions != list(itertools.product(*(dict.fromkeys(labels) for labels in levels.values()))):
            raise refusal("cbs.incomplete", name=name, dimensions=", ".join(levels))
    _check_dimensions(chosen, name)


def _by_dimension(axis: Axis, name: str) -> dict[str, list[tuple[str, ...]]]:
    """Labels per dimension; the levels of a topic (group, subgroup, topic) make one path."""
    levels: dict[str, list[tuple[str, ...]]] = {}
    for level, labels in axis:
        key = "Onderwerp" if is_topic(level) else level
        if key in levels and key != "Onderwerp":
            raise refusal("cbs.dimension_double", name=name, dimension=level)
        before = levels.get(key, [()] * len(labels))
        levels[key] = [(*path, label) for path, label in zip(before, labels, strict=True)]
    topics = [labels for level, labels in axis if is_topic(level)]
    if any(labels in topics[: place - 1] for place, labels in enumerate(topics) if place > 1):
        raise refusal("cbs.dimension_double", name=name, dimension="Onderwerpen")
    return levels


def _check_dimensions(chosen: Layout, name: str) -> None:
    both = (*chosen.rows, *chosen.columns)
    others = [level.lower() for level, _ in both if not is_topic(level)]
    if len(set(others)) != len(others):
        raise refusal("cbs.dimension_double", name=name, dimension=_first_double(others))
    periods = [labels for level, labels in both if is_period(level)]
    if len(periods) != 1:
        raise refusal("cbs.no_periods", name=name)
    _check_periods(periods[0], name)
    for level, labels in both:
        if not is_period(level) and not is_topic(level) and all(map(moments.from_label, labels)):
            raise refusal("cbs.periods_elsewhere", name=name, dimension=level)


def _check_periods(labels: Iterable[str], name: str) -> None:
    """Periods run one way in time; a shuffled or damaged one stands out."""
    by_kind: dict[str, list[tuple[int, int]]] = {}
    for label in dict.fromkeys(labels):
        moment, _ = _moment(label, name)
        by_kind.setdefault(moment.kind, []).append(moment.order)
    for orders in by_kind.values():
        if len(set(orders)) != len(orders) or orders not in (sorted(orders), sorted(orders, reverse=True)):
            raise refusal("cbs.period_order", name=name)


def _moment(label: str, name: str) -> tuple[moments.Moment, bool]:
    found = moments.from_label(label)
    if found is None:
        raise refusal("cbs.period", name=name, label=label)
    return found


def _check_figures(chosen: Layout, figures: Sequence[Sequence[str]], name: str) -> None:
    """One decimal sign in the file; one unit and one way of writing within a topic."""
    numerals.check_signs((figure for row in figures for figure in row), name)
    across = chosen.units_by == "columns"
    lanes = zip(*figures, strict=True) if across else figures
    axis = chosen.columns if across else chosen.rows
    written: dict[str, list[str]] = {}
    units: dict[str, set[str]] = {}
    paths: dict[str, set[tuple[str, ...]]] = {}
    for place, unit, lane in zip(_places(axis, name), chosen.units, lanes, strict=True):
        paths.setdefault(place.topic, set()).add(place.path)
        units.setdefault(place.topic, set()).add(unit)
        written.setdefault(place.topic, []).extend(lane)
    for topic in written:
        if len(paths[topic]) > 1:
            raise refusal("cbs.double", name=name, labels=topic)
        if len(units[topic]) > 1:
            raise refusal("cbs.units_differ", name=name, topic=topic, units=" / ".join(sorted(units[topic])))
        numerals.check_topic(written[topic], topic, name)


@dataclass(frozen=True, slots=True)
class _Place:
    """One position of an axis: its labels by dimension, its topic (group, subgroup, topic) and its period,
    as far as this axis has them."""

    labels: dict[str, str]
    path: tuple[str, ...]
    when: tuple[moments.Moment, bool] | None

    @property
    def topic(self) -> str:
        """The path as one text. StatLine repeats a name where a branch has fewer levels."""
        return " / ".join(label for label, _ in itertools.groupby(self.path))


def _places(axis: Axis, name: str) -> list[_Place]:
    names = [level for level, _ in axis]
    found = []
    for labels in zip(*(labels for _, labels in axis), strict=True):
        pairs = list(zip(names, labels, strict=True))
        when = [_moment(label, name) for level, label in pairs if is_period(level)]
        path = tuple(label for level, label in pairs if is_topic(level))
        rest = {level: label for level, label in pairs if not is_topic(level) and not is_period(level)}
        found.append(_Place(rest, path, when[0] if when else None))
    return found


def _cells(chosen: Layout, figures: Sequence[Sequence[str]], name: str) -> Iterator[Cell]:
    across, down = _places(chosen.columns, name), _places(chosen.rows, name)
    topics_across = chosen.units_by == "columns"
    topics = [place.topic for place in (across if topics_across else down)]
    for row, column in itertools.product(range(len(down)), range(len(across))):
        topic = column if topics_across else row
        when = down[row].when or across[column].when
        assert when is not None, "_check_dimensions lets only tables with periods through"
        yield Cell(
            labels=down[row].labels | across[column].labels,
            moment=when[0],
            topic=topics[topic],
            topic_title=(across if topics_across else down)[topic].path[-1],
            unit=chosen.units[topic],
            value=numerals.to_number(figures[row][column]),
            status=_status(figures[row][column].strip(), provisional=when[1]),
        )


def _status(figure: str, *, provisional: bool) -> Status:
    if figure == numerals.UNKNOWN:
        return Status.UNKNOWN
    if not figure:
        return Status.NOT_APPLICABLE
    return Status.PROVISIONAL if provisional else Status.VALUE


def _words(position: Iterable[Iterable[str]]) -> str:
    return ", ".join(" / ".join(path) for path in position)


def _first_double(found: Sequence[T]) -> T:
    counted = Counter(found)
    return next(each for each in found if counted[each] > 1)
