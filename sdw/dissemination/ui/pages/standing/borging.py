"""Borging: the matrix of regions and elements, what moved since the edition before, and a map of one element."""

from __future__ import annotations

import streamlit as st

from sdw.dissemination.blocks import drawings, taking
from sdw.dissemination.blocks.drawings import Chart
from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block, Facts, Folded, Heading, Note, Paragraph
from sdw.dissemination.blocks.table import Table
from sdw.dissemination.charts.drawings import registry
from sdw.dissemination.charts.standing import look
from sdw.dissemination.charts.standing.borging import ELEMENTS
from sdw.dissemination.figures import corrections
from sdw.dissemination.figures.standing import current, moves
from sdw.dissemination.figures.standing.moves import Move
from sdw.dissemination.figures.view import View
from sdw.dissemination.ui.elements import show
from sdw.dissemination.ui.interaction import controls
from sdw.dissemination.ui.interaction.fragment import alone
from sdw.edition import figures
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State
from sdw.text.dutch import number, say

_LABELS = {one.code: one.label for one in states.ELEMENTS}
#: Rows of what moved that a page shows; the file has all.
SHOWN = 40


def matrix(view: View) -> tuple[Block, ...]:
    """The matrix, and what each element means; a sentence where the edition says nothing of borging."""
    drawn = drawings.chart("borging-matrix", view)
    if not drawn:
        return Heading(say("borging.matrix.title")), Note(say("borging.none"))
    return *drawn, *_meanings()


def _meanings() -> tuple[Block, ...]:
    """What each state and each element means, closed until a reader asks."""
    told = [
        (say(f"borging.{name}"), Facts(tuple((one.label, one.meaning) for one in choices)))
        for name, choices in (("states_mean", states.BORGING_STATES), ("elements_mean", states.ELEMENTS))
    ]
    return tuple(Folded(title, (facts,)) for title, facts in told)


def moved(view: View) -> tuple[Block, ...]:
    """What stands otherwise than in the edition before: further, back, or known since."""
    if not current.borging(view.edition):
        return ()
    heading, older = Heading(say("borging.moved.title"), 3), corrections.previous(view.edition)
    if older is None or not current.borging(older):
        return heading, Paragraph(say("borging.moved.first"))
    found = moves.between(older, view.edition)
    if not found:
        return heading, Paragraph(say("borging.moved.nothing", older=older.label))
    example = current.has_examples([one for move in found for one in (move.before, move.now) if one])
    table = Table(
        caption=say("borging.moved.caption", older=older.label, newer=view.edition.label)
        + (say("borging.moved.example") if example else "")
        + (say("borging.moved.first_rows", shown=SHOWN) if len(found) > SHOWN else ""),
        head=[say(f"borging.moved.{name}") for name in ("region", "element", "before", "now")],
        rows=[_row(view, one) for one in found[:SHOWN]],
        stack=True,
        closed=True,
    )
    return (
        heading,
        Paragraph(_summary(found, older.label, example=example)),
        taking.with_files("borging-bewogen", view, table),
    )


def _summary(found: tuple[Move, ...], older: str, *, example: bool) -> str:
    steps = [one.steps for one in found]
    return say(
        "borging.moved.summary",
        older=older,
        further=number(sum(1 for one in steps if one is not None and one > 0)),
        back=number(sum(1 for one in steps if one is not None and one < 0)),
        other=number(sum(1 for one in steps if one is None)),
        example=say("borging.lead_example") if example else "",
    )


def _row(view: View, one: Move) -> tuple[str, ...]:
    return figures.place_of(view.edition, one.region), _LABELS[one.element], _told(one.before), _told(one.now)


def _told(state: State | None) -> str:
    return look.label(state.state if state else "")


def choose(view: View) -> tuple[Block, ...]:
    """A heading above the map that a reader chooses."""
    return (Heading(say("borging.map.heading")),) if current.borging(view.edition) else ()


@alone
def map_of_choice(view: View) -> None:
    """Choose an element, and see it on the map."""
    if not current.borging(view.edition):
        return
    with st.container(key="borging-map"):
        element = controls.chosen_from(
            say("borging.map.question"), "onderdeel", ELEMENTS, lambda code: _LABELS[code], "onderdeel", 330
        )
        show.kept(on_map, view, element)


def on_map(view: View, element: str) -> tuple[Block, ...]:
    """The map of an element, with the sentence that says what there is to see."""
    choices = () if element == ELEMENTS[0] else (("onderdeel", element),)
    scene = registry.find("borging-kaart", choices).scene(view)
    if scene is None:
        return ()
    taken = taking.take("borging-kaart", view, choices)
    drawn = Chart(scene, registry.address("borging-kaart", view, choices=choices), level=3, take=taken)
    return Sentence(scene.description, "plain"), drawn
