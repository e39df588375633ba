"""Columns of national figures: how many regions are in them, and none where too few delivered. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.table import Cell
from sdw.dissemination.figures.sentences import wording
from sdw.edition.figures import Figure
from sdw.indicators import catalogue
from sdw.indicators.model import DELIVERED, NATION
from sdw.text.dutch import say


def cell(plain: Cell, figure: Figure | None, beside: Sequence[Figure | None]) -> Cell:
    """A national figure as a cell; with its own coverage where the figures of its column are over other regions.

    plain: the cell without it. beside: all figures of the column.
    """
    if figure is None or figure.delivered is None:
        return plain
    if wording.is_few(figure):
        return Cell(say("words.few_cell"))
    have, of = figure.delivered
    mixed = len({one.delivered for one in beside if one and one.value is not None}) > 1
    if figure.value is None or have == of or not mixed:
        return plain
    return Cell(say("words.own_coverage", value=plain.text, have=have, of=of))


def has_few(column: Sequence[Figure | None]) -> bool:
    """True when some figure of the column is over too few regions to be about the nation."""
    return any(map(wording.is_few, column))


def is_left_out(column: Sequence[Figure | None]) -> bool:
    """True when no figure that regions deliver is over enough of them: then there is no national column."""
    kept = [one for one in column if one and one.value is not None and not wording.is_few(one)]
    return has_few(column) and not any(_is_delivered(one) for one in kept)


def beside_head(nation: Figure | None) -> str:
    """The head of the verdicts beside the nation, with how many regions the nation is here."""
    if nation is None or nation.delivered is None or nation.delivered[0] == nation.delivered[1]:
        return say("page.beside_nation")
    have, of = nation.delivered
    return say("page.beside_nation_part", have=have, of=of)


def named(region: str, shown: Sequence[Figure]) -> str:
    """The name of a region; of the nation with how many regions are in these figures."""
    return wording.nation(shown) if region == NATION else next((one.place for one in shown), wording.place(region))


def _is_delivered(figure: Figure) -> bool:
    return bool(set(catalogue.by_id(figure.indicator).sources) & set(DELIVERED))
