"""The IPS page as tests read it: its words, its drawings, and what it looks at."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from sdw.dissemination.blocks.drawings import Chart, DotChart
from sdw.dissemination.blocks.model import walk as blocks_of
from sdw.dissemination.charts.core.scene import Scene, Text, walk
from sdw.dissemination.charts.drawings import ips_scenario
from sdw.dissemination.figures import evidence
from sdw.dissemination.figures.outcomes import Lens, lens_of
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui import menu
from sdw.dissemination.ui.pages.ips import page
from sdw.dissemination.ui.view import choices
from sdw.edition.editions import Edition
from sdw.statistics.scenario import Inputs
from sdw.text import dutch
from tests.worlds import ips_edition
from tests.worlds.pages import Visit, words

VIEWS = (
    {},
    {"indicator": "werk_1u", "maanden": "18", "doelgroep": "uwv"},
    {"regio": ips_edition.TINY},
    {"regio": ips_edition.HIGH, "maanden": "6"},
)
#: What the axes of the drawings count.
AXES = ("effect_axis", "ratio_axis", "rate_axis", "extra_axis", "people_axis", "months")


def texts(app: Visit) -> str:
    """Everything a reader can read in the HTML of the page, table heads and captions included."""
    blocks = re.sub(r"</?(p|h\d|li|td|th|caption|summary|section|div|strong|tr|dt|dd)\b[^>]*>", "\n", words(app))
    return html.unescape(re.sub(r"<[^>]+>", " ", blocks)).replace("\u202f", " ")


def asked_for(app: Visit, people: int = 3500) -> None:
    """Give the calculator its number of trajectories: an edition with outcomes alone has none."""
    field = dutch.say("page.ips.scenario_trajectories")
    next(one for one in app.number_input if one.label == field).set_value(people).run()


def view_of(edition: Edition, said: dict[str, str]) -> View:
    """What a link with these names opens."""
    return choices.choose(edition, menu.by_name("ips"), said).view


def seen(edition: Edition, said: dict[str, str]) -> Lens:
    """The same as what the figures are asked with."""
    return lens_of(view_of(edition, said))


def drawings(edition: Edition, said: dict[str, str], people: int = 3500) -> list[Chart | DotChart]:
    """Every drawing of the page, the answer of the calculator for so many people among them."""
    view = view_of(edition, said)
    study = evidence.dutch(view.indicator)
    answer = ips_scenario.hills(Inputs(people, 20, study.lowest, study.highest), view.indicator, None)
    parts = page.page(view).parts
    found = [one for part in parts for one in blocks_of(part) if isinstance(one, Chart | DotChart)]
    return [*found, Chart(answer)]


def labelled(drawing: Chart | DotChart) -> Iterator[tuple[str, list[str]]]:
    """What the axes count and every other text: as a scene, and of rows of dots as the page shows them too."""
    scene = drawing.scene if isinstance(drawing, Chart) else drawing.make()
    assert scene is not None
    yield _of_scene(scene)
    if isinstance(drawing, DotChart):
        yield drawing.rows.name, [text for row in drawing.rows.rows for text in (row.name, row.figure)]


def _of_scene(scene: Scene) -> tuple[str, list[str]]:
    known = {dutch.say(f"ips.chart.{name}") for name in AXES}
    said = [mark.words for mark in walk(scene.marks) if isinstance(mark, Text)]
    axes = [text for text in said if text in known]
    tips = [mark.tip for mark in walk(scene.marks) if mark.tip]
    return " | ".join(axes), [*(text for text in said if text not in known), *tips]
