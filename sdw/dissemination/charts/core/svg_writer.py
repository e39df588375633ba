"""A scene as SVG: inside a page, whose theme it follows, or standing alone on paper and in a file.

Escaping is a type: what is no `Markup` yet is escaped where it is put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from sdw.dissemination.charts.core import palette, svg_patterns
from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.charts.core.scene import Circle, Group, Ink, Line, Mark, Path, Rect, Scene, Text
from sdw.dissemination.charts.core.svg import FONT
from sdw.reference.status import Status

_DASHES = {"solid": None, "dashed": (5, 4), "dotted": (1.5, 3)}
#: Statuses whose outline is dashed, and the ink of that outline.
_OUTLINED: dict[Status, Ink] = {Status.PROVISIONAL: "text", Status.NOT_APPLICABLE: "quiet"}
_SAFE_LINK = re.compile(r"(https?://|[/?#.])")
Value = str | float | None
#: Said once for all marks: lines are not filled, corners are round.
_SHARED: dict[str, Value] = {"xmlns": "http://www.w3.org/2000/svg", "fill": "none", "stroke_linejoin": "round"}


def svg(
    scene: Scene,
    *,
    theme: Theme | None = None,
    standalone: bool = False,
    spoken: bool = True,
    style: str = "",
    name: str = "page",
) -> Markup:
    """The scene as one `<svg>`.

    Without a theme its colours are variables of the page (`palette.stylesheet`). `standalone`: a document of its
    own in the light theme unless told otherwise, with ground, fonts, title and description; nothing is fetched.
    `spoken`: False for a picture whose words stand beside it, in its `alt`. `style`: its own style sheet, for a
    picture in a page that lends it none; it then has a size of its own too. `name`: what its patterns are called
    after, its own where more drawings stand in a page. ValueError for a link to anything but a page.
    """
    pen = _Pen(theme or ("light" if standalone else None), name)
    drawn = pen.all(scene.marks, 1.0)
    box = f"0 0 {_number(scene.width)} {_number(scene.height)}"
    defs = element("defs", pen.patterns()) if pen.used else Markup()
    if not standalone:
        told = _told(scene if spoken else None)
        if style:
            told |= {"width": scene.width, "height": scene.height}
        own = element("style", (Markup(style),)) if style else Markup()
        return element("svg", (own, defs, drawn), viewBox=box, **told, **_SHARED)
    head = (element("title", (escape(scene.title),)), element("desc", (escape(scene.description),)), defs)
    ground = element("rect", width=scene.width, height=scene.height, fill=pen.ink("ground"))
    return element(
        "svg",
        (*head, ground, drawn),
        width=scene.width,
        height=scene.height,
        viewBox=box,
        role="img",
        lang="nl",
        font_family=FONT,
        **_SHARED,
    )


def _told(scene: Scene | None) -> dict[str, Value]:
    """What a screen reader says of a drawing inside a page; the title only where the description lacks it."""
    if scene is None:
        return {}
    told = scene.description if scene.title in scene.description else f"{scene.title}. {scene.description}"
    return {"role": "img", "aria_label": told}


def element(tag: str, children: Iterable[Markup] = (), /, **attributes: Value) -> Markup:
    """`<tag a="1">children</tag>`; None leaves an attribute out, `_` in a name becomes `-`."""
    pairs = Markup().join(
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), _number(value))
        for name, value in attributes.items()
        if value is not None
    )
    inner = Markup().join(children)
    return Markup("<{0}{1}>{2}</{0}>" if inner else "<{0}{1}/>").format(tag, pairs, inner)


class _Pen:
    """Writes marks in the inks of one theme, and remembers which patterns it used at which scale."""

    def __init__(self, theme: Theme | None, name: str = "page") -> None:
        self._theme, self._name = theme, theme or name
        self.used: dict[str, tuple[str, float]] = {}

    def ink(self, name: Ink) -> str:
        return palette.variable(name) if self._theme is None else palette.colour(name, self._theme)

    def patterns(self) -> list[Markup]:
        return [
            svg_patterns.pattern(id_, kind, scale, self.ink, element) for id_, (kind, scale) in self.used.items()
        ]

    def all(self, marks: Iterable[Mark], scale: float) -> Markup:
        return Markup().join(self._mark(mark, scale) for mark in marks)

    def _mark(self, mark: Mark, scale: float) -> Markup:
        tip = (element("title", (escape(mark.tip),)),) if mark.tip else ()
        drawn = self._drawn(mark, scale, tip)
        if not mark.link:
            return drawn
        if not _SAFE_LINK.match(mark.link):
            raise ValueError(f"no link to a page: {mark.link}")
        return element("a", (drawn,), href=mark.link)

    def _drawn(self, mark: Mark, scale: float, tip: tuple[Markup, ...]) -> Markup:
        key = mark.key or None
        match mark:
            case Rect(x, y, width, height, radius):
                box: dict[str, Value] = {"x": x, "y": y, "width": width, "height": height, "rx": radius or None}
                return self._area("rect", mark, box, scale, tip)
            case Circle(x, y, radius):
                return self._area("circle", mark, {"cx": x, "cy": y, "r": radius}, scale, tip)
            case Path(data):
                return self._area("path", mark, {"d": data}, scale, tip)
            case Line(points, ink, width, stroke):
                line = self._edge(ink, width, stroke, scale)
                path = "M" + " ".join(f"{_number(x)} {_number(y)}" for x, y in points)
                return element("path", tip, d=path, data_key=key, **line)
            case Text():
                return self._text(mark, scale, tip)
            case Group(marks, x, y, inner, window):
                content = (*tip, self.all(marks, scale * inner))
                if window is None:
                    moved = f"translate({_number(x)} {_number(y)})" if x or y else ""
                    moved += f" scale({inner:.6g})" if inner != 1 else ""
                    return element("g", content, transform=moved.strip() or None, data_key=key)
                return element(
                    "svg",
                    content,
                    x=x,
                    y=y,
                    width=window.width * inner,
                    height=window.height * inner,
                    viewBox=" ".join(
                        str(_number(one)) for one in (window.x, window.y, window.width, window.height)
                    ),
                    data_key=key,
                )

    def _area(
        self,
        tag: str,
        mark: Rect | Circle | Path,
        place: dict[str, Value],
        scale: float,
        tip: tuple[Markup, ...],
    ) -> Markup:
        kind = svg_patterns.KINDS.get(mark.pattern)
        fill = self.ink("ground" if mark.pattern is Status.NOT_APPLICABLE else mark.ink)
        if kind:
            fill = self._pattern(kind, scale)
        edge: dict[str, Value] = {}
        if mark.pattern in _OUTLINED:
            edge = self._edge(_OUTLINED[mark.pattern], 1.5, "dashed", scale)
        elif mark.edge != "none":
            edge = self._edge(mark.edge, mark.edge_width, mark.edge_stroke, scale)
        strength = mark.strength if mark.strength < 1 else None
        status = None if mark.pattern is Status.VALUE else mark.pattern.value
        named: dict[str, Value] = {"data_key": mark.key or None, "data_status": status}
        drawn = element(tag, tip, **place, fill=fill, fill_opacity=strength, **named, **edge)
        if not mark.grain:
            return drawn
        return drawn + element(tag, **place, fill=self._pattern(svg_patterns.GRAIN, scale), pointer_events="none")

    def _pattern(self, kind: str, scale: float) -> str:
        """The fill with this pattern, which is then written among the definitions."""
        id_ = f"{self._name}-{kind}-{scale:.4g}".replace(".", "_")
        self.used[id_] = (kind, scale)
        return f"url(#{id_})"

    def _edge(self, ink: Ink, width: float, stroke: str, scale: float) -> dict[str, Value]:
        dashes = _DASHES[stroke]
        return {
            "stroke": self.ink(ink),
            "stroke_width": None if width == scale else width / scale,
            "stroke_dasharray": " ".join(f"{part * max(1, width) / scale:.4g}" for part in dashes)
            if dashes
            else None,
        }

    def _text(self, mark: Text, scale: float, tip: tuple[Markup, ...]) -> Markup:
        turned = f"rotate(-90 {_number(mark.x)} {_number(mark.y)})" if mark.upright else None
        halo: dict[str, Value] = {}
        if mark.halo != "none":
            halo = {"stroke": self.ink(mark.halo), "stroke_width": 4 / scale, "paint_order": "stroke"}
        return element(
            "text",
            (*tip, escape(mark.words)),
            x=mark.x,
            y=mark.y,
            font_size=mark.size / scale,
            fill=self.ink(mark.ink),
            text_anchor=None if mark.anchor == "start" else mark.anchor,
            font_weight=600 if mark.bold else None,
            fill_opacity=None if mark.strength == 1 else mark.strength,
            transform=turned,
            data_key=mark.key or None,
            **halo,
        )


def _number(value: str | float) -> str | int | float:
    """Lengths to two decimals: nobody sees more. Words stay as they are."""
    if isinstance(value, str):
        return value
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded
