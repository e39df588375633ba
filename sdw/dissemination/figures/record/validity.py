"""Does a figure of an older edition still hold? From published editions alone.

Whoever took a figure along has a short code with it: the number of the edition and, as far as all figures share
them, the indicator, the region and the period ('3.gestart.AM05.2025'); with a 'd' behind the number where parts
(a method, a client group) are among them. It leads to what became of them in the newest public edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from sdw.edition import editions, figures
from sdw.edition.approval import notes
from sdw.edition.approval.notes import Kind, Note
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue

ALL, _PARTS = notes.EVERY, "d"
Cut = tuple[str, str, str, str, str, int]
_CODE = re.compile(r"([0-9a-z-]{1,40})(?:\.([a-z0-9_]{1,60}))?(?:\.([A-Za-z0-9]{2,8}))?(?:\.([0-9A-Za-z-]{1,10}))?")


class Verdict(Enum):
    """What became of a figure."""

    HOLDS = "holds"  # it says the same, or there is no newer edition
    REPLACED = "replaced"  # new data
    CORRECTED = "corrected"  # it was wrong, and that was ours
    GONE = "gone"  # the newest edition has no number for it


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure of the older edition, the same in the newest one (None: it is not there), and what became of it."""

    then: Figure
    now: Figure | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """What a code leads to: its edition, the newest public one of the same origin, its figures, and the notes."""

    code: str
    edition: Edition
    newest: Edition
    judged: tuple[Judged, ...]
    notes: tuple[Note, ...]

    def count(self, verdict: Verdict) -> int:
        """How many figures this became of."""
        return sum(one.verdict is verdict for one in self.judged)


def code(edition: Edition, shown: Iterable[Figure]) -> str:
    """The code of these figures, as short as tells them apart from others of the edition."""
    found = list(shown)
    parts = [edition.label if not edition.sequence else f"{edition.sequence}{_PARTS * _has_parts(found)}"]
    for part in ("indicator", "region", "period"):
        values = {getattr(one, part) for one in found}
        parts.append(values.pop() if len(values) == 1 and values != {""} else ALL)
    while parts[-1] == ALL:
        parts.pop()
    return ".".join(parts)


def _has_parts(shown: Iterable[Figure]) -> bool:
    return not all(one.is_total for one in shown)


def answer(asked: str) -> Answer | None:
    """What became of the figures of a code; None where no public edition has them.

    A concept has no code, whoever asks.
    """
    found = _CODE.fullmatch(asked)
    known = [one for one in editions.every() if not one.is_concept]
    edition = None if found is None else next((one for one in known if found[1] in _names(one)), None)
    if found is None or edition is None:
        return None
    chosen = _chosen(edition, *(part or ALL for part in found.groups()[1:]))
    totals = found[1].isdecimal()
    then = [one for one in chosen if one.value is not None and (one.is_total or not totals)]
    if not then:
        return None
    line = [one for one in known if one.fact("origin") == edition.fact("origin")]
    newest = line[0]
    said = tuple(note for one in reversed(line) if one.order > edition.order for note in notes.of(one.label))
    own = tuple(note for note in said if any(note.is_about(one.indicator) for one in then))
    return Answer(asked, edition, newest, tuple(_judge(one, newest, own) for one in then), own)


def _names(edition: Edition) -> tuple[str, ...]:
    number = str(edition.sequence)
    return (edition.label, number, f"{number}{_PARTS}") if edition.sequence else (edition.label,)


def _chosen(edition: Edition, indicator: str, region: str, period: str) -> Sequence[Figure]:
    """The figures of a code; for one cell those over all methods and groups lead."""
    names = figures.published(edition) if indicator == ALL else [indicator]
    known = {one.id for one in catalogue.ALL}
    wanted = {"region": None if region == ALL else region, "period": None if period == ALL else period}
    return [one for name in names if name in known for one in figures.select(edition, name, **wanted)]


@lru_cache(maxsize=64)
def _of_newest(newest: Edition, indicator: str) -> Mapping[Cut, Figure]:
    return {_cut(one): one for one in figures.select(newest, indicator)}


def _judge(then: Figure, newest: Edition, said: Sequence[Note]) -> Judged:
    now = _of_newest(newest, then.indicator).get(_cut(then))
    if now is None or now.value is None:
        return Judged(then, now, Verdict.GONE)
    if now.value == then.value:
        return Judged(then, now, Verdict.HOLDS)
    ours = any(note.kind is Kind.ERROR and note.is_about(then.indicator) for note in said)
    return Judged(then, now, Verdict.CORRECTED if ours else Verdict.REPLACED)


def _cut(one: Figure) -> Cut:
    return one.region, one.period, one.method, one.client_group, one.sector, one.months
