"""The map and the tile grid as a scene: the same shapes, classes and patterns as the screen has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sdw.dissemination.charts.core.geometry import TILE_HEIGHT, TILE_WIDTH, Geometry, Shape, View, load
from sdw.dissemination.charts.core.layout import SMALL, Words
from sdw.dissemination.charts.core.scene import Fact, Group, Ink, Mark, Path, Rect, Scene, Text, Window
from sdw.dissemination.charts.map import frame, legend_scene
from sdw.dissemination.charts.map.classes import Classes
from sdw.dissemination.charts.map.drawing import Options, Row, css_class
from sdw.dissemination.charts.map.legend import items
from sdw.reference.status import Status
from sdw.text import dutch

#: Size of the drawing, and of names on the map; numbers on tiles are large.
_SIZES: dict[View, tuple[float, float]] = {"kaart": (1000, 640), "tegels": (1000, 760)}
_NAME, _NUMBER = 12.5, 19.0
#: Both on tiles of a phone.
_BRIEF = 12.0
_LEADING = 1.12
_SELECTED = (("ground", 5.5), ("primary", 2.5))


def scene(rows: Sequence[Row], classes: Classes, options: Options, words: Words) -> Scene:
    """Every region with its class or the pattern of its status, a legend with counts, and the Randstad enlarged."""
    geometry, by_code = load(), {row.code: row for row in rows}
    width, height = _SIZES[options.view]
    area = frame.canvas(geometry, options.view, options.inset)
    scale = min(width / area.width, height / area.height)
    left = width - area.width * scale - area.x * scale
    inks = {code: css_class(row, classes) for code, row in by_code.items()}
    drawn = Regions(geometry, by_code, inks, options)
    if options.view == "tegels":
        picture = [Group(tuple(drawn.tiles(scale)), x=left, scale=scale)]
    else:
        picture = [Group(tuple(drawn.map()), x=left, scale=scale)]
        picture += drawn.inset(left, scale) if options.inset else []
    lines = items(classes, [row.status for row in rows])
    legend = legend_scene.marks(options.legend, lines, 0, height)
    facts = facts_of(rows)
    return Scene(
        width, height + 6, words.title, words.finding, (*picture, *legend), facts, words.subtitle, words.message
    )


def facts_of(rows: Sequence[Row]) -> tuple[Fact, ...]:
    """Every region with its figure as written, or its status in words."""
    return tuple(
        Fact(
            row.name,
            row.brief if row.status.has_value else row.note or dutch.say(f"status.{row.status}"),
            row.status,
        )
        for row in rows
    )


def _tip(row: Row) -> str:
    """Region, value and status in words; of an example that was not delivered that it is one."""
    return f"{row.name}: {row.note}" if row.note and not row.status.has_value else row.accessible


class Regions:
    """The shapes of one drawing with their inks and patterns."""

    def __init__(
        self, geometry: Geometry, rows: Mapping[str, Row], inks: Mapping[str, str], options: Options
    ) -> None:
        self._geometry, self._rows, self._inks, self._options = geometry, rows, inks, options

    def map(self) -> Iterator[Mark]:
        """The land, the regions, what lies over them, and names where they fit."""
        yield Path(self._geometry.coast, ink="none", edge="coast", edge_width=2)
        shapes = tuple(self._geometry.regions.values())
        yield from self._shapes(shapes)
        window = self._geometry.inset
        if self._options.inset:
            yield Rect(
                window.x, window.y, window.width, window.height, ink="none", edge="quiet", edge_stroke="dotted"
            )
        if self._options.labels:
            for shape in shapes:
                if shape.label and not (shape.inset_label and self._options.inset):
                    yield from self._name(shape, shape.label.x, shape.label.y, self._unit())
                elif shape.code == self._options.highest and not (shape.inset_label and self._options.inset):
                    yield self._highest(shape)

    def inset(self, left: float, scale: float) -> list[Group]:
        """The enlarged Randstad in its frame, with its caption."""
        box, window = frame.inset_box(self._geometry), self._geometry.inset
        larger = scale * box.width / window.width
        shapes = tuple(shape for shape in self._geometry.regions.values() if shape.in_inset)
        marks: list[Mark] = [
            Path(self._geometry.coast, ink="none", edge="coast", edge_width=2),
            *self._shapes(shapes),
        ]
        for shape in shapes:
            if shape.inset_label and self._options.labels:
                marks += self._name(shape, shape.inset_label.x, shape.inset_label.y, larger)
        marks.append(Rect(window.x, window.y, window.width, window.height, ink="none", edge="quiet", edge_width=2))
        view = Window(window.x, window.y, window.width, window.height)
        x, y = left + box.x * scale, box.y * scale
        caption = Text(x, y - 6, dutch.say("map.inset"), SMALL, "quiet")
        return [Group((caption,)), Group(tuple(marks), x=x, y=y, scale=larger, window=view)]

    def tiles(self, scale: float, *, brief: bool = False) -> Iterator[Mark]:
        """Equal tiles with name and number. brief: where they are too small for a whole name or a status in words:
        its pattern tells it then.
        """
        shapes = tuple(self._geometry.regions.values())
        chosen = [shape for shape in shapes if shape.code == self._options.selected]
        for shape in shapes:
            yield self._tile(shape)
        for shape in chosen:
            for ink, width in _SELECTED:
                x, y = shape.tile
                yield Rect(x, y, TILE_WIDTH, TILE_HEIGHT, 5, ink="none", edge=ink, edge_width=width)
        for shape in shapes:
            x, y = shape.tile
            middle = x + TILE_WIDTH / 2
            row = self._rows[shape.code]
            if brief:
                yield self._text(shape, middle, y + 32, shape.brief, _BRIEF)
                if row.status.has_value:
                    yield self._text(shape, middle, y + 68, row.brief, _BRIEF, bold=True)
                continue
            yield from self._name(shape, middle, y + 26, scale)
            text = row.brief if row.status.has_value else dutch.say(f"status.{row.status}")
            size = _NUMBER if row.status.has_value else _NAME
            yield self._text(shape, middle, y + 62 + size * 0.35 / scale, text, size, bold=row.status.has_value)

    def _unit(self) -> float:
        width, height = _SIZES[self._options.view]
        area = frame.canvas(self._geometry, self._options.view, self._options.inset)
        return min(width / area.width, height / area.height)

    def _shapes(self, shapes: Sequence[Shape]) -> Iterator[Mark]:
        """Dashed outlines lie over their neighbours, and the chosen region over all."""
        later = (Status.PROVISIONAL, Status.NOT_APPLICABLE)
        for shape in sorted(shapes, key=lambda shape: self._rows[shape.code].status in later):
            row = self._rows[shape.code]
            ink: Ink = self._inks[shape.code] or "ground"
            yield Path(
                shape.path,
                ink=ink,
                edge="gap",
                edge_width=0.75,
                pattern=row.status,
                grain=legend_scene.has_grain(ink),
                tip=_tip(row),
                key=row.code,
            )
        for shape in shapes:
            if shape.code == self._options.selected:
                for ink, width in _SELECTED:
                    yield Path(shape.path, ink="none", edge=ink, edge_width=width)

    def _tile(self, shape: Shape) -> Mark:
        row, (x, y) = self._rows[shape.code], shape.tile
        ink: Ink = self._inks[shape.code] or "ground"
        edge: Ink = "gap" if self._inks[shape.code] else "line"
        named = {"tip": _tip(row), "key": row.code}
        look = {"edge": edge, "pattern": row.status, "grain": legend_scene.has_grain(ink)}
        return Rect(x, y, TILE_WIDTH, TILE_HEIGHT, 5, ink=ink, **look, **named)  # type: ignore[arg-type]

    def _name(self, shape: Shape, x: float, y: float, scale: float) -> Iterator[Mark]:
        step = _NAME * _LEADING / scale
        first = y + _NAME * 0.35 / scale - step * (len(shape.lines) - 1) / 2
        for place, line in enumerate(shape.lines):
            yield self._text(shape, x, first + step * place, line, _NAME)

    def _highest(self, shape: Shape) -> Text:
        """The name of the highest region where none fits inside it: over its neighbours, with a halo."""
        x, y = self._geometry.centre(shape.code, "kaart")
        return Text(x, y + _NAME * 0.35 / self._unit(), shape.name, _NAME, "text", "middle", halo="hatch_ground")

    def _text(self, shape: Shape, x: float, y: float, text: str, size: float, *, bold: bool = False) -> Text:
        """On a class in the ink that reads on it; on a pattern with a halo of the ground."""
        css = self._inks[shape.code]
        ink, halo = (f"on_{css}", "none") if css else ("text", "hatch_ground")
        return Text(x, y, text, size, ink, "middle", bold=bold, halo=halo)
