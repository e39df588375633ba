"""Under which licence figures and states may be used: one answer for workbooks, paper and open data.

It is told of what is there: what is invented is no region's, and what is real amid examples is not invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import DELIVERED
from sdw.reference.datasets.state_record import State
from sdw.reference.documents import sources
from sdw.reference.open import publisher
from sdw.text.dutch import say

#: What regions and parties deliver themselves, and how that is called before and after somebody decides on it.
OWN_FIGURES, OWN_STATES = "eigen-cijfers", "eigen-standen"
OWN = {
    OWN_FIGURES: ("licence.figures", "licence.figures_decided"),
    OWN_STATES: ("licence.states", "licence.states_decided"),
}
#: Of `data/sources.toml`: what is invented, the real numbers amid that, and states read in public sources.
INVENTED, REAL, READ = "voorbeelden", "echt-in-voorbeelden", "bekende-borging"
_CALLED = {REAL: "licence.real", READ: "licence.read", INVENTED: "licence.invented"}


def of_figures(shown: Iterable[Figure]) -> tuple[str, ...]:
    """Of what these figures are: keys of `OWN`, and ids of `data/sources.toml`; each once, in a fixed order."""
    kinds = dict.fromkeys((one.indicator, one.is_example, one.real is not None) for one in shown)
    return _in_order(source for kind in kinds for source in _of_kind(*kind))


def _of_kind(indicator: str, is_example: bool, is_real: bool) -> Iterator[str]:
    declared = catalogue.by_id(indicator).sources
    if is_example:
        yield REAL if is_real else INVENTED
    elif any(one in DELIVERED for one in declared):
        yield OWN_FIGURES
    yield from (one for one in declared if one not in DELIVERED)


def of_states(shown: Iterable[State]) -> tuple[str, ...]:
    """The same of states: who delivered them, who read them, or that they are invented."""
    known = {"voorbeeld": INVENTED, "openbaar": READ}
    return _in_order(known.get(one.origin, OWN_STATES) for one in shown)


def _in_order(found: Iterable[str]) -> tuple[str, ...]:
    """What is delivered, then what stands amid examples, then the others as they came."""
    each = dict.fromkeys(found)
    first = [one for one in (*OWN, *_CALLED) if one in each]
    return tuple(dict.fromkeys([*first, *each]))


def told(names: Iterable[str]) -> str:
    """What holds for whose, without a full stop at the end; that there is nothing where there is nothing."""
    names = tuple(names)
    is_decided = bool(publisher.current().licence.delivered)
    own = [say(OWN[one][is_decided]) for one in names if one in OWN]
    amid = [_named(_CALLED[one], sources.by_id(one)) for one in names if one in _CALLED]
    others = [sources.by_id(one) for one in names if one not in OWN and one not in _CALLED]
    whose: dict[str, list[str]] = {}
    for one in others:
        whose.setdefault(one.licence, []).append(one.publisher)
    public = [
        say("licence.public", whose="; ".join(dict.fromkeys(who)), licence=licence)
        for licence, who in whose.items()
    ]
    return ". ".join([*own, *amid, *public]) or say("licence.nothing")


def _named(key: str, source: sources.Source) -> str:
    return say(key, whose=source.publisher, licence=source.licence)
