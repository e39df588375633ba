"""The drawings of borging: the matrix of regions and elements, and a map of one element."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.charts.core.layout import Words
from sdw.dissemination.charts.core.scene import Scene
from sdw.dissemination.charts.standing import kinds_map, look, matrix_scene
from sdw.dissemination.charts.standing.kinds_map import Kind, Region
from sdw.dissemination.charts.standing.matrix_scene import Line, Place
from sdw.dissemination.figures.standing import current, published
from sdw.dissemination.figures.view import View
from sdw.edition import figures
from sdw.reference.areas import regions
from sdw.reference.datasets import states
from sdw.reference.datasets.fields import Choice
from sdw.reference.datasets.state_record import State
from sdw.text.dutch import day, listing, number, say

#: Elements of borging in an address, the first where nothing is said.
ELEMENTS = tuple(one.code for one in states.ELEMENTS)


def matrix(view: View, width: float = matrix_scene.WIDTH) -> Scene | None:
    """Every region and element; None in an edition that holds nothing of borging."""
    if not shown(view):
        return None
    heads = [(say(f"borging.short.{one.code}"), one.label) for one in states.ELEMENTS]
    return matrix_scene.scene(_lines(view), heads, _words(view), width)


def shown(view: View) -> Sequence[State]:
    """The states in the matrix: the newest of each region and element."""
    return current.of(view.edition, states.BORGING.id)


def _lines(view: View) -> list[Line]:
    known = current.borging(view.edition)
    return [
        Line(
            code,
            figures.place_of(view.edition, code),
            tuple(_place(view, code, one, known.get((code, one.code))) for one in states.ELEMENTS),
        )
        for code in sorted(regions.CODES, key=regions.name_of)
    ]


def _place(view: View, region: str, element: Choice, state: State | None) -> Place:
    where = say("borging.cell", region=figures.place_of(view.edition, region), element=element.label)
    code = state.state if state else ""
    tip = say("borging.tip", where=where, told=told(state))
    return Place(code, is_real_among_examples(view, state), tip)


def is_real_among_examples(view: View, state: State | None) -> bool:
    """True for what is real in an edition with examples: there it has a mark."""
    return state is not None and view.edition.has_examples and not state.is_example


def told(state: State | None) -> str:
    """'loopt (1 oktober 2026, zelf gemeld, voorbeeld)'; for nothing that it is unknown."""
    if state is None:
        return look.label("")
    facts = [day(state.day), _certainty(state)]
    facts += [say("borging.example")] if state.is_example else []
    return say("borging.told", state=look.label(state.state), facts=", ".join(facts))


def _certainty(state: State) -> str:
    return next(one.label for one in states.CERTAINTIES if one.code == state.certainty)


def _words(view: View) -> Words:
    counted = current.counted(view.edition)
    return Words(say("borging.matrix.title"), _finding(counted, "borging.matrix.finding"), subtitle(shown(view)))


def _finding(counted: dict[str, int], key: str) -> str:
    parts = [
        say("borging.part", count=number(count), label=look.label(code)) for code, count in counted.items() if count
    ]
    return say(key, parts=listing(parts), all=number(sum(counted.values())))


def subtitle(found: Sequence[State]) -> str:
    """What is drawn, of which day at the latest, and that it is invented where it is: all but what has a mark."""
    return _dated(found) + (say("borging.invented") if current.has_examples(found) else "")


def subtitle_of_map(view: View, found: Sequence[State]) -> str:
    """The same of a map, where no mark can stand: the real regions by name."""
    if not current.has_examples(found):
        return _dated(found)
    real = sorted({figures.place_of(view.edition, one.region) for one in found if not one.is_example})
    return _dated(found) + (
        say("borging.invented_but", names=listing(real)) if real else say("borging.invented_all")
    )


def _dated(found: Sequence[State]) -> str:
    return say("borging.what", date=day(max(one.day for one in found)))


def of_element(
    view: View, element: str = ELEMENTS[0], width: float = kinds_map.WIDTH, height: float = 0.0
) -> Scene | None:
    """A map of one element; None in an edition that holds nothing of borging."""
    if not published.of(view.edition, states.BORGING.id):
        return None
    known = current.borging(view.edition)
    kinds = [_kind(code) for code in look.ORDER]
    label = next(one.label for one in states.ELEMENTS if one.code == element)
    drawn = [
        Region(
            code,
            figures.place_of(view.edition, code),
            look.ORDER.index(known[code, element].state if (code, element) in known else ""),
            told(known.get((code, element))),
        )
        for code in regions.CODES
    ]
    counted = current.counted(view.edition, element)
    words = Words(
        say("borging.map.title", element=label),
        _finding(counted, "borging.map.finding"),
        subtitle_of_map(view, of_element_shown(view, element) or shown(view)),
    )
    return kinds_map.scene(drawn, kinds, label, words, width, height)


def of_element_shown(view: View, element: str = ELEMENTS[0]) -> Sequence[State]:
    """The states on the map of one element."""
    return tuple(one for one in shown(view) if one.element == element)


def _kind(code: str) -> Kind:
    one = look.of(code)
    return Kind(one.ink, one.status, one.label if code else say("borging.map.not_told"))
