"""Published figures as observations: what a new file can be compared with without opening the store."""

from __future__ import annotations

from collections.abc import Callable

from sdw.edition import figures
from sdw.edition.editions import Edition
from sdw.indicators import catalogue
from sdw.indicators.model import Count

#: Keys, measure, value and status of an observation, in the order in which the importers take them.
Row = tuple[object, ...]


def of_edition(edition: Edition) -> Callable[[str, tuple[str, ...]], list[Row]]:
    """A function of (dataset, regions) that gives what the edition published of them.

    Withheld figures stay withheld. Examples are no past to compare a real file with, and rounded figures do not
    tell whether a count fits: both give nothing.
    """

    def rows(dataset: str, regions: tuple[str, ...]) -> list[Row]:
        if edition.has_examples or dict(edition.manifest).get("rounding", "0") != "0":
            return []
        return [
            row
            for indicator in catalogue.ALL
            if isinstance(indicator.formula, Count) and indicator.formula.dataset == dataset
            for row in _observations(edition, indicator.id, indicator.formula.measures, regions)
        ]

    return rows


def _observations(
    edition: Edition, indicator: str, measures: tuple[str, ...], regions: tuple[str, ...]
) -> list[Row]:
    if len(measures) != 1:
        return []
    return [
        (
            *(figure.region, figure.period, figure.method, figure.client_group, figure.sector),
            *(figure.months, measures[0], figure.value, figure.status.value),
        )
        for figure in figures.select(edition, indicator)
        if figure.region in regions
    ]
