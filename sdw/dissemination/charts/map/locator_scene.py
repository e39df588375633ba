"""Where a region lies: the land with one region filled, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdw.dissemination.charts.core.geometry import load
from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Group, Mark, Path, Scene

#: In pixels: as high as a heading with a sentence of four lines beside it.
WIDTH = 150.0


def scene(names: Mapping[str, str], chosen: str, words: Words) -> Scene:
    """The 35 regions with their names when pointed at; `chosen` is filled."""
    scale = WIDTH / load().width
    picture = Group(tuple(_land(names, chosen)), scale=scale)
    return Scene(WIDTH, load().height * scale + 2, words.title, words.finding, (picture,), (), words.subtitle)


def _land(names: Mapping[str, str], chosen: str) -> Iterator[Mark]:
    shapes = load().regions
    yield Path(load().coast, ink="none", edge="coast", edge_width=1)
    for code, shape in shapes.items():
        ink = "primary" if code == chosen else "dots_ground"
        yield Path(shape.path, ink=ink, edge="coast", edge_width=0.5, tip=names[code], key=code)
    yield Path(shapes[chosen].path, ink="none", edge="primary", edge_width=1.5)
