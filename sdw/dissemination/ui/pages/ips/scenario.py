"""What more IPS could bring: the reader's own numbers, on the published effect only."""

from __future__ import annotations

from functools import lru_cache, partial

import streamlit as st
from markupsafe import Markup

from sdw.dissemination.blocks.drawings import Chart, chart
from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Items, Note, Paragraph, Parts
from sdw.dissemination.charts.drawings import ips_scenario, registry
from sdw.dissemination.exports import scenario as export
from sdw.dissemination.figures import evidence, outcomes
from sdw.dissemination.figures.sentences import scenario as sentences
from sdw.dissemination.figures.sentences.ips import about
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import screen, show
from sdw.dissemination.ui.interaction.fragment import alone
from sdw.dissemination.ui.pages.ips import layers
from sdw.edition.figures import Figure
from sdw.statistics.estimate import Estimate, Interval, Unit
from sdw.statistics.scenario import Inputs
from sdw.text.dutch import say
from sdw.text.errors import UserError


def opened(view: View) -> Parts:
    """The calculator as it opens, without its inputs: where its numbers come from, and the answer to them."""
    inputs = ips_scenario.inputs_of(outcomes.lens_of(view))
    asked: Parts = ((Note(say("page.ips.scenario_ask")),),)
    told = asked if inputs is None else answer(inputs, view)
    return ((layers.head("scenario"),), (sources(view),), *told)


def _start(view: View) -> Figure | None:
    """The delivered number of trajectories that the calculator starts with."""
    return sentences.delivered(view.edition, view.region)


def ask(view: View) -> None:
    """The calculator: inputs with their sources on the left, the answer on the right."""
    with layers.layer("scenario"):
        show.block(layers.head("scenario"))
        calculator(view)


@alone
def calculator(view: View) -> None:
    """Inputs and answer, as a part that runs by itself."""
    with show.columns(2, 3) as (left, right):
        with left:
            inputs = _inputs(view)
        with right:
            if inputs is None:
                show.block(Note(say("page.ips.scenario_ask")))
            else:
                show.raw(_written(inputs, view))
                _save(inputs, view)


def sources(view: View) -> Items:
    """Where each number comes from that the calculator starts with."""
    return Items(tuple(sentences.sources(_start(view))))


def _inputs(view: View) -> Inputs | None:
    """What the reader filled in; None as long as the number of trajectories is not there."""
    study = evidence.dutch(view.indicator)
    trajectories = st.number_input(
        say("page.ips.scenario_trajectories"),
        min_value=1,
        value=sentences.default_trajectories(_start(view)),
        step=50,
        placeholder=say("page.ips.scenario_own_number"),
        key=f"ips-trajecten-{view.region}",
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
        lowest = _effect(study.lowest, "low", view.indicator)
        highest = _effect(study.highest, "high", view.indicator)
    show.block(sources(view))
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


def answer(inputs: Inputs, view: View) -> Parts:
    """What these numbers bring: in words, drawn for a wide screen and for a phone, and how to read it."""
    told, start = _told(inputs, view), _start(view)
    wide, narrow = (
        ips_scenario.hills(inputs, view.indicator, start, width) for width in (ips_scenario.WIDE, registry.NARROW)
    )
    return (
        (Sentence(told[0], "lead"), Paragraph(told[1]), Paragraph(wide.subtitle, quiet=True)),
        _at_its_address(inputs, view) or (Chart(wide, narrow=narrow, level=0),),
        (Items(tuple(told[2:])), layers.read(say("page.ips.scenario_read"), sentences.start(inputs))),
    )


def _at_its_address(inputs: Inputs, view: View) -> tuple[Chart, ...]:
    """The drawing at its address, with how to take it along, as long as it is what the calculator opens with; what
    a reader filled in has no address, and is saved as a file.
    """
    if inputs != ips_scenario.inputs_of(outcomes.lens_of(view)):
        return ()
    return chart("ips-scenario", view, level=0)


def _told(inputs: Inputs, view: View) -> list[str]:
    """The answer, and after it what one extra person at work takes."""
    lowest, highest = ips_scenario.simulated(inputs)
    told = sentences.answer(inputs, lowest, highest, view.indicator, _start(view))
    return [*told, sentences.needed(lowest, highest), sentences.costs(inputs, lowest, highest)]


@lru_cache(maxsize=64)
def _written(inputs: Inputs, view: View) -> Markup:
    """The answer as HTML, kept for the numbers that it opens with."""
    return screen.parts(answer(inputs, view))


def _save(inputs: Inputs, view: View) -> None:
    """A file of the answer; of a concept there is none, because it would wait where no link is asked for."""
    if view.edition.is_concept:
        return
    remarks = [*_told(inputs, view), *sentences.sources(_start(view)), about("scenario")]
    st.download_button(
        say("page.ips.scenario_save"),
        partial(export.csv_of, sentences.lines(inputs, *ips_scenario.simulated(inputs)), remarks),
        file_name=say("page.ips.scenario_file"),
        mime="text/csv",
        on_click="ignore",
        key="ips-bewaar",
    )
