"""Sentences about national benefits by month."""

from __future__ import annotations

from sdw.dissemination.figures import benefits
from sdw.dissemination.figures.sentences import wording
from sdw.edition.editions import Edition
from sdw.text.dutch import listing, say

_LETTERS = "abcdefgh"


def lead(edition: Edition) -> str:
    """How many of each kind there were in the newest month; '' in an edition without them."""
    rows = benefits.yearly(edition)
    if not rows:
        return ""
    code, shown = rows[0]
    counted = [
        say("verzuim.benefits_of", value=wording.shown(figure), kind=indicator.short)
        for indicator, figure in zip(benefits.SHOWN, shown, strict=True)
        if figure is not None and figure.value is not None
    ]
    return say("verzuim.benefits_lead", period=wording.period(code), counted=listing(counted))


def letters(year: int) -> str:
    """The letters of the breaks that lie at a year: 'c d'."""
    marked = zip(_LETTERS, benefits.breaks(), strict=False)
    return " ".join(letter for letter, (period, _) in marked if period == str(year))


def breaks() -> tuple[str, ...]:
    """Each break with its letter and year, in Dutch."""
    return tuple(
        say("page.verzuim.break", letter=letter, year=year, text=text)
        for letter, (year, text) in zip(_LETTERS, benefits.breaks(), strict=False)
    )
