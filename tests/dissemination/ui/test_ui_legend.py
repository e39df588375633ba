"""What is said under a map and above a funnel: darker only where there is a darker, and over how many regions."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdw.dissemination.ui.pages.map import map_texts
from sdw.dissemination.ui.pages.progress import overview
from sdw.dissemination.ui.view.link_view import View
from sdw.reference.areas import regions
from sdw.reference.status import Status
from sdw.text.dutch import say
from tests.worlds import edition as world
from tests.worlds import editions
from tests.worlds.figures import figure

DARKER = say("page.overzicht.map_read")
NONE, ONE, SAME = (say(f"page.regiokaart.classes_{kind}") for kind in ("none", "one", "same"))


def of_values(folder: Path, *values: float | None) -> View:
    status = {True: Status.SUPPRESSED, False: Status.VALUE}
    rows = [
        figure(value, status[value is None], region=region)
        for region, value in zip(regions.CODES, values, strict=False)
    ]
    return View(editions.build(folder, rows), "gestart", "2025")


@pytest.mark.parametrize(
    ("values", "small", "large"),
    [
        ((), NONE, NONE),
        ((None, None), NONE, NONE),
        ((40.0, None), ONE, ONE),
        ((40.0, 40.0), SAME, SAME),
        ((40.0, 50.0), DARKER, say("page.regiokaart.classes_few", known="2")),
        (tuple(map(float, range(20, 40))), DARKER, say("page.regiokaart.classes_kwantielen")),
    ],
)
def test_b14_darker_is_said_where_there_is_a_darker(
    tmp_path: Path, values: tuple[float | None, ...], small: str, large: str
) -> None:
    view = of_values(tmp_path, *values)
    assert overview.map_read(view).words == small
    assert map_texts.classes_explained(view, "kwantielen").split(":")[0] == large.split(":")[0]


def test_b14_an_edition_without_trajectories_has_no_darker(tmp_path: Path) -> None:
    found = world.build_empty(tmp_path)
    assert overview.map_read(View(found, "gestart", "2025")).words == NONE
