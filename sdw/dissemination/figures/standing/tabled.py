"""The states of each table of the page, for who takes them along."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.figures import corrections
from sdw.dissemination.figures.standing import current, moves
from sdw.dissemination.figures.view import View
from sdw.reference.datasets import states
from sdw.reference.datasets.state_record import State


def priorities(view: View) -> Sequence[State]:
    """The newest state of each priority, of every covenant that there is one of."""
    return current.of(view.edition, states.SPEERPUNTEN.id)


def activities(view: View) -> Sequence[State]:
    """The newest state of each activity."""
    return current.of(view.edition, states.ACTIVITEITEN.id)


def moved(view: View) -> Sequence[State]:
    """What stands otherwise than in the edition before, as it stands now."""
    older = corrections.previous(view.edition)
    found = moves.between(older, view.edition) if older is not None else ()
    return tuple(one.now for one in found if one.now is not None)
