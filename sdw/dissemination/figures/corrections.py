"""What an edition shows differently from the one before it: the log of corrections."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sdw.edition import editions, figures
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators import catalogue

Key = tuple[str, str, str, str, str, int]


@dataclass(frozen=True, slots=True)
class Correction:
    """One figure that both editions publish with a number, and not the same number."""

    before: Figure
    now: Figure


def previous(edition: Edition) -> Edition | None:
    """The edition published just before this one with figures of the same origin; None for the first.

    Examples and delivered figures are never compared: that would be no correction. Nor is a concept: a page that is
    made for who may read one is kept for others too.
    """
    older = [
        other
        for other in editions.every()
        if other.order < edition.order and other.fact("origin") == edition.fact("origin") and not other.is_concept
    ]
    return older[0] if older else None


@lru_cache(maxsize=8)
def between(older: Edition, newer: Edition) -> tuple[Correction, ...]:
    """Every published number that changed, in the order of the catalogue; only what both editions show."""
    return tuple(
        correction for indicator in catalogue.ALL for correction in of_indicator(older, newer, indicator.id)
    )


@lru_cache(maxsize=8)
def shown_by_both(older: Edition, newer: Edition) -> int:
    """How many published numbers both editions show, changed or not."""
    return sum(len(_pairs(older, newer, indicator.id)) for indicator in catalogue.ALL)


def of_indicator(older: Edition, newer: Edition, indicator: str) -> list[Correction]:
    """Every published number of one indicator that changed."""
    pairs = _pairs(older, newer, indicator)
    return [Correction(was, now) for was, now in pairs if was.value != now.value]


def _pairs(older: Edition, newer: Edition, indicator: str) -> list[tuple[Figure, Figure]]:
    before = {key_of(figure): figure for figure in figures.select(older, indicator)}
    pairs = ((before.get(key_of(now)), now) for now in figures.select(newer, indicator))
    return [(was, now) for was, now in pairs if was is not None and None not in (was.value, now.value)]


def key_of(figure: Figure) -> Key:
    """What makes it the same figure in two editions."""
    return (
        figure.region,
        figure.period,
        figure.method,
        figure.client_group,
        figure.sector,
        figure.months,
    )
