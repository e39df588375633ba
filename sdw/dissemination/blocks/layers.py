"""Layers of evidence on one page, none to be taken for another: each has a look and a label of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

#: What research found, what regions delivered, what is left at equal groups, and a reader's own numbers.
Layer: TypeAlias = Literal["research", "regions", "equal", "scenario"]


@dataclass(frozen=True, slots=True)
class LayerHead:
    """Where a layer begins: its look, what kind of evidence it is, its title, and what it is worth."""

    layer: Layer
    label: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class LayerCard:
    """One layer in short: its look, what kind of evidence it is, its figure, and what that is worth."""

    layer: Layer
    label: str
    figure: str
    about: str


@dataclass(frozen=True, slots=True)
class LayerCards:
    """The layers in short, side by side, never added up."""

    cards: tuple[LayerCard, ...]
