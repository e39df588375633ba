"""Points to talk about: each with a title, what it says, whose it is, and where to look further."""

from __future__ import annotations

from dataclasses import dataclass

from sdw.dissemination.figures.claims.stated import Stated


@dataclass(frozen=True, slots=True)
class Point:
    """`owner`: whose it is. `link`: its words, a page of the menu and the choices in its address.

    `claims`: what the words say of claims.
    """

    title: str
    words: str
    owner: str
    link: str
    page: str
    choices: tuple[tuple[str, str], ...] = ()
    claims: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """Numbered points in the order of a meeting; `level` is that of their titles as headings."""

    points: tuple[Point, ...]
    level: int = 3
