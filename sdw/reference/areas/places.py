"""From the name of a gemeente, of now or of before, to the region it is in: for a reader who types where they live.

Names are compared as everywhere (`names.fold`). Begins of names are offered; what only looks like a name is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sdw.reference import names, tables
from sdw.reference.areas import municipalities

#: With fewer signs than this too many names begin alike.
LEAST_SIGNS = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A name that is known, the gemeente that it is now, and its region (code).

    `certainty` and `note`: of an old name, how well is known into what it went; '' for a name of now.
    """

    name: str
    municipality: str
    region: str
    certainty: str = ""
    note: str = ""


def find(text: str) -> tuple[Place, ...]:
    """Places by that name, or else those whose name begins with it, by name; none when nothing fits.

    One name can give more places: an old gemeente that was divided, or two gemeenten called alike.
    """
    wanted = names.fold(text)
    if len(wanted) < LEAST_SIGNS:
        return ()
    exact = tuple(place for name, place in _all() if name == wanted)
    return exact or tuple(place for name, place in _all() if name.startswith(wanted))


def region_of(text: str) -> str | None:
    """The code of the region of a gemeente with exactly this name; None where none, or more than one, fits."""
    wanted = names.fold(text)
    found = {place.region for name, place in _all() if name == wanted}
    return found.pop() if len(found) == 1 else None


@cache
def names_in(region: str) -> tuple[str, ...]:
    """Every name, of now or of before, that leads to this region (code) and to no other, by name."""
    return tuple(sorted({place.name for _, place in _all() if region_of(place.name) == region}))


@cache
def _all() -> tuple[tuple[str, Place], ...]:
    """(folded name, place), by name."""
    last = dict.fromkeys(municipalities.by_code(one.code) for one in municipalities.ALL)
    now = {one.name: one for one in last}
    found = [Place(one.name, one.name, one.region) for one in last]
    for row in tables.rows("reference/municipality_aliases.csv"):
        one = municipalities.by_code(row["code"])
        found.append(Place(row["alias"], one.name, one.region))
    for old in municipalities.FORMER:
        if old.planned:
            continue
        found += [Place(old.name, name, now[name].region, old.certainty, old.note) for name in old.into]
    ordered = sorted(found, key=lambda place: (names.fold(place.name), place.municipality))
    return tuple((names.fold(place.name), place) for place in ordered)
