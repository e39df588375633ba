"""What a presenter can show: slides and the sets of them, declared in `data/presenting/sets.toml`.

A slide names a message (a sentence that the monitor makes) and a drawing; which these are is known where they are
made. The words in it (titles, notes) hold no figures: those are of an edition.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from sdw.reference import decoding
from sdw.text.dutch import listing
from sdw.text.errors import UserError

_FILE = "presenting/sets.toml"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its name in a link, what it is called in a list, its message, its drawing, what to say with it.

    `caption` stands above the drawing instead of its title. `indicator` and `element` (of borging) are what of the
    drawing is chosen. `regional`: it is of one region.
    """

    name: str
    title: str
    message: str
    drawing: str
    note: str
    indicator: str = ""
    element: str = ""
    caption: str = ""
    regional: bool = False


@dataclass(frozen=True, slots=True)
class Set:
    """Slides for an audience, by name, in the order of showing."""

    name: str
    title: str
    slides: tuple[str, ...]

    @property
    def is_regional(self) -> bool:
        """True where a slide of it is of one region."""
        return any(slide(one).regional for one in self.slides)


class _Slide(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    naam: str
    titel: str
    boodschap: str
    tekening: str
    notitie: str
    indicator: str = ""
    onderdeel: str = ""
    bijschrift: str = ""
    regionaal: bool = False


class _Set(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    naam: str
    titel: str
    dias: tuple[str, ...]


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    dia: tuple[_Slide, ...]
    set: tuple[_Set, ...]


@cache
def _document() -> _Document:
    return decoding.document(_FILE, _Document)


@cache
def slides() -> dict[str, Slide]:
    """Every slide by name, in the order of the document."""
    return {
        one.naam: Slide(
            *(
                one.naam,
                one.titel,
                one.boodschap,
                one.tekening,
                one.notitie,
                one.indicator,
                one.onderdeel,
                one.bijschrift,
            ),
            regional=one.regionaal or one.tekening.startswith("regio-"),
        )
        for one in _document().dia
    }


@cache
def sets() -> dict[str, Set]:
    """Every set by name, in the order of the document."""
    return {one.naam: Set(one.naam, one.titel, one.dias) for one in _document().set}


def slide(name: str) -> Slide:
    """The slide of this name.

    Raises:
        UserError: there is none; it names those that there are.
    """
    if name not in slides():
        raise UserError("present.no_slide", name=name, known=listing(list(slides())))
    return slides()[name]


def named(name: str) -> Set:
    """The set of this name.

    Raises:
        UserError: there is none; it names those that there are.
    """
    if name not in sets():
        raise UserError("present.no_set", name=name, known=listing(list(sets())))
    return sets()[name]
