"""What a new edition will change against the one before it, told before it is published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figure_row import Row
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import NATION
from sdw.reference.areas import regions
from sdw.reference.status import Status
from sdw.text.dutch import listing, number, say

_key_of = attrgetter("region", "period", "method", "client_group", "sector", "months")
_Key = tuple[object, ...]
_Shown = tuple[float | None, str]
_NAMED = 5  # regions named one by one


@dataclass(slots=True)
class Change:
    """Of one indicator: how many figures come, change, go or become withheld, and in which regions."""

    indicator: str
    new: int = 0
    changed: int = 0
    gone: int = 0
    withheld: int = 0
    regions: set[str] = field(default_factory=set)


def before(origin: str) -> Edition | None:
    """The newest edition with figures of the same origin; None for the first one."""
    return next((one for one in editions.every() if one.fact("origin") == origin), None)


def changes(older: Edition, rows: Iterable[Row | Figure]) -> list[Change]:
    """Per indicator what is different in the figures of a new edition, in the catalogue's order.

    Totals are numbers that come, change or go, and cells that are withheld now and were not before; no figure that
    becomes another kind of 'no figure' besides.
    """
    coming: dict[str, dict[_Key, _Shown]] = {}
    for row in rows:
        coming.setdefault(row.indicator, {})[_key_of(row)] = (row.value, row.status.value)
    found = [_of_indicator(older, one.id, coming.get(one.id, {})) for one in catalogue.ALL]
    return [one for one in found if one.new or one.changed or one.gone or one.withheld]


def _of_indicator(older: Edition, indicator: str, coming: dict[_Key, _Shown]) -> Change:
    was = {_key_of(one): (one.value, one.status.value) for one in figures.select(older, indicator)}
    change = Change(indicator)
    for key in was.keys() | coming.keys():
        kind = _kind(was.get(key, (None, "")), coming.get(key, (None, "")))
        if kind:
            setattr(change, kind, getattr(change, kind) + 1)
            change.regions.add(str(key[0]))
    return change


def _kind(was: _Shown, now: _Shown) -> str:
    """Which of the four changes this is; empty for none."""
    withheld = Status.SUPPRESSED.value
    if now[1] == withheld:
        return "" if was[1] == withheld else "withheld"
    if was[0] == now[0]:
        return ""
    if was[0] is None:
        return "new"
    return "gone" if now[0] is None else "changed"


def told(older: Edition | None, found: Iterable[Change]) -> list[str]:
    """The same as sentences for the steward."""
    if older is None:
        return [say("upcoming.first")]
    lines = [_line(change) for change in found]
    return (
        [say("upcoming.against", label=older.label), *lines] if lines else [say("upcoming.same", label=older.label)]
    )


def _line(change: Change) -> str:
    counts = {name: getattr(change, name) for name in ("new", "changed", "gone", "withheld")}
    parts = [say(f"upcoming.{name}", count=number(count)) for name, count in counts.items() if count]
    label = catalogue.by_id(change.indicator).label
    return say("upcoming.line", label=label, parts=", ".join(parts), where=_where(change.regions))


def _where(codes: set[str]) -> str:
    own = [regions.by_code(code).name for code in regions.CODES if code in codes]
    named = [say("upcoming.nation")] if NATION in codes else []
    if len(own) > _NAMED:
        return listing([*named, say("upcoming.regions", count=len(own))])
    return listing([*named, *own])
