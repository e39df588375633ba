"""The drawing of what more IPS could bring: at a reader's numbers, or at those that the calculator starts with."""

from __future__ import annotations

from functools import lru_cache

from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.ips import scenario_scene
from sdw.dissemination.figures import evidence
from sdw.dissemination.figures.outcomes import Lens
from sdw.dissemination.figures.sentences import scenario as sentences
from sdw.edition.figures import Figure
from sdw.statistics import scenario
from sdw.statistics.scenario import Inputs, Variant
from sdw.text.dutch import say

#: As wide as it is drawn on a page and on paper.
WIDE = 640.0


def inputs_of(lens: Lens) -> Inputs | None:
    """What the scenario starts with; None where the edition has no number of trajectories to start with."""
    study = evidence.dutch(lens.measure)
    trajectories = sentences.default_trajectories(sentences.delivered(lens.edition, lens.region))
    if trajectories is None:
        return None
    return Inputs(trajectories, float(round(sentences.default_baseline())), study.lowest, study.highest)


@lru_cache(maxsize=256)
def simulated(inputs: Inputs) -> tuple[Variant, Variant]:
    """The simulation, kept per input: it is seeded, so the answer never differs."""
    return scenario.simulate(inputs)


def hills(inputs: Inputs, measure: str, start: Figure | None, width: float = WIDE) -> Scene:
    """The two distributions; `start` is the delivered number that the calculator began with."""
    lowest, highest = simulated(inputs)
    answer = sentences.answer(inputs, lowest, highest, measure, start)
    words = Words(answer[0], say("scene.hills", finding=answer[0]), sentences.subtitle(inputs, measure))
    return scenario_scene.scene(lowest, highest, words, width)


@lru_cache(maxsize=16)
def default(lens: Lens, width: float = WIDE) -> Scene | None:
    """The two distributions at the inputs that the scenario starts with."""
    inputs = inputs_of(lens)
    if inputs is None:
        return None
    return hills(inputs, lens.measure, sentences.delivered(lens.edition, lens.region), width)
