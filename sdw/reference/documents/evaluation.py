"""The goals of the covenant in its own words, and what is measured of each (`data/reference/evaluation.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sdw.reference import tables
from sdw.reference.documents import covenant, sources, targets
from sdw.reference.documents.sources import Source


@dataclass(frozen=True, slots=True)
class Goal:
    """What the covenant wants, word for word.

    kind: `goal`, `target` (with a number) or `priority`. number: of a priority; 0 for the others. measured: ids of
    indicators. not_measured: in our words, '' where nobody wrote down what is. followed: elements of borging.
    """

    kind: str
    id: str
    quote: str
    source_id: str
    number: int = 0
    measured: tuple[str, ...] = ()
    not_measured: str = ""
    followed: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """The text that holds the quote."""
        return sources.by_id(self.source_id)


def _goal(entry: dict[str, Any]) -> Goal:
    followed = tuple(entry.get("followed", ()))
    return Goal("goal", entry["id"], entry["quote"], entry["source"], 0, *_measured(entry), followed)


def _measured(entry: dict[str, Any]) -> tuple[tuple[str, ...], str]:
    return tuple(entry["measured"]), entry["not_measured"]


def _targets() -> list[Goal]:
    """Each with the indicator that counts it; how the covenant text counts is in its explanation."""
    return [
        Goal("target", one.id, one.quote, one.source_id, 0, (one.indicator,), one.explanation)
        for one in targets.ALL
    ]


def _priorities(entries: list[dict[str, Any]]) -> list[Goal]:
    """Every priority of the current covenant, also one of which nobody wrote down what is measured."""
    known = {entry["number"]: _measured(entry) for entry in entries}
    now = covenant.CURRENT
    return [
        Goal(
            "priority", f"speerpunt-{one.number}", one.title, now.source_id, one.number, *known.get(one.number, ())
        )
        for one in now.priorities
    ]


def _all(document: dict[str, Any]) -> tuple[Goal, ...]:
    return (*map(_goal, document["goal"]), *_targets(), *_priorities(document["priority"]))


_DOCUMENT = tables.document("reference/evaluation.toml")
#: The goals, then what has a number, then the priorities; each in the order of its text.
ALL = _all(_DOCUMENT)
#: What the covenant says about its own evaluation, word for word.
ARTICLE_7: str = _DOCUMENT["article_7"]["quote"]
