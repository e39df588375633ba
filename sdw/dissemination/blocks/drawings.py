"""Drawings of a page and what a reader can choose there: what each shows and says, without how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sdw.dissemination.blocks.table import Cell, Table, Take
from sdw.dissemination.blocks.taking import take
from sdw.dissemination.charts.core import palette
from sdw.dissemination.charts.core.dots import Drawing as Dots
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.targets.bullet import Bullets
from sdw.dissemination.figures.view import View

#: Makes the scene when a writer draws it; None where there is nothing to draw.
Make = Callable[[], Scene | None]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing by its scene, that holds title, subtitle (what, unit, period) and what there is to see in words.

    `address` is where the same drawing can be asked for, relative to a page; '' for one of what a reader filled
    in, of which `narrow` is the form for a phone. `level` is that of the title as a heading; 0 where it stands
    above already. `twin` is the table with the same figures. `chooses`: the name in the link of what a reader
    chooses by a mark; drawings that choose the same also point at the same mark together.
    """

    scene: Scene
    address: str = ""
    narrow: Scene | None = None
    twin: Table | None = None
    level: int = 2
    take: Take | None = None
    chooses: str = ""


def chart(
    name: str, view: View, *, twin: Table | None = None, level: int = 2, chooses: str = "", takes: bool = True
) -> tuple[Chart, ...]:
    """The drawing of this name (`registry.ALL`) on a view; empty where there is nothing to draw.

    takes: a line under it to take it along; False where another drawing on the page already has it.
    """
    scene = registry.ALL[name].scene(view)
    if scene is None:
        return ()
    taken = take(name, view) if takes else None
    made = Chart(scene, registry.address(name, view), twin=twin, level=level, take=taken, chooses=chooses)
    return (made,)


@dataclass(frozen=True, slots=True)
class DotChart:
    """Rows of points and intervals on one axis: the rows are drawing and twin in one.

    `words` says in one sentence what there is to see; `make` gives the same as a scene, with the same title and
    `what` (what, unit, period). `level` is that of the title as a heading; 0 where it stands above already.
    """

    make: Make
    rows: Dots
    words: str
    title: str = ""
    what: str = ""
    level: int = 0
    take: Take | None = None


def dot_chart(name: str, view: View, rows: Dots, *, level: int = 0) -> tuple[DotChart, ...]:
    """These rows with the words of their drawing by this name (`registry.ALL`); empty where that is nothing."""
    make = partial(registry.ALL[name].scene, view)
    scene = make()
    if scene is None:
        return ()
    title, what = (scene.title, scene.subtitle) if level else ("", "")
    return (DotChart(make, rows, scene.description, title, what, level, take(name, view)),)


@dataclass(frozen=True, slots=True)
class BulletChart:
    """Regions or years against a target: the rows are drawing and twin in one.

    `words` says in one sentence what there is to see; `make` gives the same as a scene.
    """

    make: Make
    rows: Bullets
    words: str
    level: int = 2
    take: Take | None = None

    @property
    def twin(self) -> Table:
        """The same rows as a table."""
        return Table(
            caption=self.rows.title,
            head=(self.rows.first, *self.rows.names),
            rows=[
                (
                    row.name,
                    *(
                        Cell(words, "" if one.value is not None else palette.STATUS_CLASS[one.status])
                        for words, one in row.cells
                    ),
                )
                for row in self.rows.rows
            ],
            numbers=frozenset(range(1, len(self.rows.names) + 1)),
        )


@dataclass(frozen=True, slots=True)
class Map:
    """A map of regions (or its tiles) by its name on the page; `words` says in one sentence what it shows."""

    name: str
    make: Make
    title: str
    words: str
    twin: Table | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader can choose here: a question, answers as (code, words), and the code that holds now.

    `key` names it on the page, `name` is where the link keeps it.
    """

    key: str
    name: str
    question: str
    answers: tuple[tuple[str, str], ...]
    chosen: str
