"""How a region lies beside the nation: by the 95% intervals, and no further than the claim check goes."""

from __future__ import annotations

from functools import lru_cache

from sdw.dissemination.figures.claims import compare
from sdw.dissemination.figures.claims.model import Claim, Form, Verdict
from sdw.dissemination.figures.claims.stated import Says, Stated
from sdw.dissemination.figures.sentences import wording
from sdw.edition.editions import Edition
from sdw.edition.figures import Figure
from sdw.indicators.model import NATION

_SAYS = {"higher": Says.SUPPORTED, "lower": Says.CONTRADICTED, "same": Says.INDISTINCT}


def verdict(edition: Edition, figure: Figure, nation: Figure | None) -> str:
    """`same` where the two cannot be told apart, else `lower` or `higher`; '' without both intervals.

    Of starts per 1,000 benefits also `same` where years of regions may differ so much by themselves.
    """
    told = wording.beside_nation(figure, nation)
    if told in ("lower", "higher") and figure.indicator == compare.PER_1000:
        return told if _is_apart(edition, _claim(figure)) else "same"
    return told


@lru_cache(maxsize=1024)
def _is_apart(edition: Edition, claim: Claim) -> bool:
    """As the claim check answers this form; a page that asks only this does not need the formulas of the others."""
    return compare.regions(edition, claim).verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED)


def stated(figure: Figure | None, told: str) -> tuple[Stated, ...]:
    """What a sentence with this verdict says; nothing for no verdict, or of a part of the people."""
    if figure is None or not told or not figure.is_total:
        return ()
    return (Stated(_claim(figure), _SAYS[told]),)


def _claim(figure: Figure) -> Claim:
    return Claim(Form.ABOVE, figure.indicator, figure.region, NATION, figure.period)
