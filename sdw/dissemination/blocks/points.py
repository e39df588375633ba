"""Points to talk about, each with whose it is and where to look further; questions with where the answer stands."""

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


@dataclass(frozen=True, slots=True)
class Where:
    """A question, and where its answer stands: a page of the menu, or a heading of this page ('' for no page)."""

    question: str
    words: str
    link: str
    page: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Signpost:
    """Questions of a reader under one another. The link to a heading of this page is its own words."""

    questions: tuple[Where, ...]
