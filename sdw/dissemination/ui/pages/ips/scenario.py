"""What more IPS could bring: the reader's own numbers, on the published effect only."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

import streamlit as st

from sdw.dissemination.charts.core.palette import Theme
from sdw.dissemination.charts.ips import scenario as ips_scenario
from sdw.dissemination.exports import scenario as export
from sdw.dissemination.figures import evidence
from sdw.dissemination.figures.outcomes import Lens
from sdw.dissemination.figures.sentences import scenario as sentences
from sdw.dissemination.figures.sentences.ips import about
from sdw.dissemination.ui.elements import html, show
from sdw.dissemination.ui.interaction.fragment import alone
from sdw.dissemination.ui.pages.ips import layers
from sdw.dissemination.ui.pages.ips.drawings import kept
from sdw.edition.figures import Figure
from sdw.statistics import scenario
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.scenario import Inputs, Variant
from sdw.text.dutch import say
from sdw.text.errors import UserError

if TYPE_CHECKING:
    from plotly.graph_objects import Figure as Drawing


def ask(lens: Lens, theme: Theme) -> None:
    """The calculator: inputs with their sources on the left, the answer on the right."""
    with layers.layer("scenario"):
        show.kept(layers.head, "scenario")
        calculator(lens.measure, sentences.delivered(lens.edition, lens.region), lens.region, theme)


@alone
def calculator(measure: str, start: Figure | None, region: str, theme: Theme) -> None:
    """Inputs and answer, as a part that runs by itself; `start` is the delivered number of trajectories."""
    with show.columns(2, 3) as (left, right):
        with left:
            inputs = _inputs(measure, start, region)
        with right:
            if inputs is None:
                show.note(say("page.ips.scenario_ask"))
            else:
                _answer(inputs, measure, start, theme)


def _inputs(measure: str, start: Figure | None, region: str) -> Inputs | None:
    """What the reader filled in; None as long as the number of trajectories is not there."""
    study = evidence.dutch(measure)
    trajectories = st.number_input(
        say("page.ips.scenario_trajectories"),
        min_value=1,
        value=sentences.default_trajectories(start),
        step=50,
        placeholder=say("page.ips.scenario_own_number"),
        key=f"ips-trajecten-{region}",
    )
    baseline = st.number_input(
        say("page.ips.scenario_baseline"),
        min_value=0,
        max_value=100,
        value=round(sentences.default_baseline()),
        step=1,
        key="ips-basis",
    )
    cost = st.number_input(
        say("page.ips.scenario_cost"), min_value=0, value=None, step=500, placeholder="–", key="ips-kosten"
    )
    with st.expander(say("page.ips.scenario_assumptions")):
        lowest = _effect(study.lowest, "low", measure)
        highest = _effect(study.highest, "high", measure)
    st.html(html.items(sentences.sources(start)))
    if trajectories is None:
        return None
    return Inputs(int(trajectories), float(baseline), lowest, highest, None if cost is None else float(cost))


def _effect(published: Estimate, which: str, measure: str) -> Estimate:
    """The published effect with its interval, adjustable: typed with a decimal comma."""
    interval = say(f"page.ips.scenario_which_{which}")
    labels = (
        say(f"page.ips.scenario_{which}"),
        say("page.ips.scenario_from", which=interval),
        say("page.ips.scenario_to", which=interval),
    )
    with st.container(horizontal=True):
        value, low, high = (
            number(st.text_input(label, text, key=f"ips-{which}-{place}-{measure}"))
            for place, (label, text) in enumerate(zip(labels, sentences.effect(published), strict=True))
        )
    if not -100 <= low <= value <= high <= 100:
        raise UserError("ips.scenario_effect")
    return Estimate(value, Interval(low, high, Unit.PERCENTAGE_POINT, published.interval.level))


def number(text: str) -> float:
    """'3,7' → 3.7. Raises `UserError` where it is no number."""
    try:
        return float(text.strip().replace("−", "-").replace(",", "."))
    except ValueError:
        raise UserError("ips.scenario_number", text=text[:12]) from None


def _answer(inputs: Inputs, measure: str, start: Figure | None, theme: Theme) -> None:
    lowest, highest = simulated(inputs)
    told = sentences.answer(inputs, lowest, highest, measure, start)
    show.raw(
        html.paragraph(told[0], "sdw-lead")
        + html.paragraph(told[1])
        + html.paragraph(sentences.subtitle(inputs, measure), "sdw-quiet")
    )
    show.chart(drawing(inputs, theme), key="ips-scenario")
    more = [*told[2:], sentences.needed(lowest, highest), sentences.costs(inputs, lowest, highest)]
    show.raw(html.items(more) + layers.read(say("page.ips.scenario_read"), sentences.start(inputs)))
    remarks = [*told[:2], *more, *sentences.sources(start), about("scenario")]
    st.download_button(
        say("page.ips.scenario_save"),
        partial(export.csv_of, sentences.lines(inputs, lowest, highest), remarks),
        file_name=say("page.ips.scenario_file"),
        mime="text/csv",
        on_click="ignore",
        key="ips-bewaar",
    )


@lru_cache(maxsize=256)
def simulated(inputs: Inputs) -> tuple[Variant, Variant]:
    """The simulation, kept per input: it is seeded, so the answer never differs."""
    return scenario.simulate(inputs)


@kept(64)
def drawing(inputs: Inputs, theme: Theme) -> Drawing:
    """The two distributions."""
    return ips_scenario.distribution(*simulated(inputs), theme)
