"""What several pages say: how a region lies beside the nation, and why a map has no classes."""

from __future__ import annotations

from collections.abc import Sequence

from sdw.dissemination.blocks.figures import Sentence
from sdw.dissemination.blocks.model import Block
from sdw.dissemination.figures import selections
from sdw.dissemination.figures.claims import beside
from sdw.dissemination.figures.sentences import progress
from sdw.dissemination.figures.view import View
from sdw.indicators import catalogue
from sdw.indicators.model import NATION

#: Fewer different values than this make no classes of a map: each has its own colour.
FEW = 6


def compared(view: View, region: str) -> tuple[Block, ...]:
    """How the ratios of a region lie beside the nation; empty for the nation itself."""
    pairs = []
    for indicator in (each for each in catalogue.ALL if each.is_ratio and region not in ("", NATION)):
        here = selections.at_newest(view, indicator)
        mine = selections.figure(here, indicator, region)
        if mine is not None:
            nation = selections.figure(here, indicator)
            pairs.append((mine, nation, beside.verdict(view.edition, mine, nation)))
    told = progress.compared(pairs)
    said = tuple(one for mine, _, verdict in pairs for one in beside.stated(mine, verdict))
    return (Sentence(told, "quiet", tuple(mine for mine, _, _ in pairs), said),) if told else ()


def without_classes(values: Sequence[float]) -> str:
    """Why these figures make no classes: none, one, all the same, or few different ones; '' when they do."""
    if len(values) < 2:
        return ("none", "one")[len(values)]
    different = len(set(values))
    return "same" if different == 1 else "few" if different < FEW else ""
