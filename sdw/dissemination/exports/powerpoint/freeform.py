"""The data of an SVG path as a freeform of PowerPoint: straight lines only, which is what scenes are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

#: More points than this make a program slow.
MOST = 2500
Point: TypeAlias = tuple[float, float]
_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "z": 0}


@dataclass(frozen=True, slots=True)
class Contour:
    """One line through points, closed or open."""

    points: tuple[Point, ...]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Freeform:
    """The upper left corner and the size in EMU, and the lines in it, as the inside of `a:pathLst`."""

    x: int
    y: int
    width: int
    height: int
    path: str


def contours(data: str) -> list[Contour]:
    """The lines of a path. ValueError for a command that is no straight line."""
    made: list[Contour] = []
    points: list[Point] = []
    for command, numbers in _steps(data):
        if command in "zZ":
            made.append(Contour(tuple(points), is_closed=True))
            points = points[:1]  # where the next one starts from
            continue
        at = _next(command, numbers, points[-1] if points else (0.0, 0.0))
        if command not in "mM":
            points.append(at)
            continue
        if len(points) > 1:
            made.append(Contour(tuple(points), is_closed=False))
        points = [at]
    if len(points) > 1:
        made.append(Contour(tuple(points), is_closed=False))
    return made


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; numbers after those of a move are of lines."""
    command, numbers = "", list[float]()
    for token in _TOKEN.findall(data):
        if not token.isalpha():
            numbers.append(float(token))
        elif token.lower() not in _TAKES:
            raise ValueError(f"no straight line: {token}")
        else:
            command = token
        if command in "zZ" or len(numbers) == _TAKES[command.lower()]:
            yield command, numbers
            numbers = []
            command = {"m": "l", "M": "L"}.get(command, command)


def _next(command: str, numbers: Sequence[float], at: Point) -> Point:
    is_relative = command.islower()
    kind = command.lower()
    x = numbers[0] if kind != "v" else (0.0 if is_relative else at[0])
    y = numbers[-1] if kind != "h" else (0.0 if is_relative else at[1])
    return (at[0] + x, at[1] + y) if is_relative else (x, y)


def of(lines: Sequence[Contour], place: Callable[[float, float], Point]) -> Freeform:
    """The lines where `place` puts them, in EMU. ValueError for more points than a program can bear."""
    put = [[tuple(map(round, place(*point))) for point in one.points] for one in lines]
    every = [point for one in put for point in one]
    if len(every) > MOST:
        raise ValueError(f"{len(every)} points")
    left, top = (min(point[axis] for point in every) for axis in (0, 1))
    width, height = (max(point[axis] for point in every) - low for axis, low in ((0, left), (1, top)))
    inner = []
    for one, contour in zip(put, lines, strict=True):
        pairs = [f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in one]
        inner.append(f"<a:moveTo>{pairs[0]}</a:moveTo>")
        inner += [f"<a:lnTo>{pair}</a:lnTo>" for pair in pairs[1:]]
        inner.append("<a:close/>" * contour.is_closed)
    is_open = not any(one.is_closed for one in lines)
    fill = ' fill="none"' if is_open else ""
    return Freeform(left, top, width, height, f'<a:path w="{width}" h="{height}"{fill}>{"".join(inner)}</a:path>')
