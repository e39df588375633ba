"""How a region lies beside the nation: by the 95% intervals, and no further than the claim check goes."""

from __future__ import annotations

from sdw.dissemination.figures.claims import check, compare
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
        is_apart = check.answer(edition, _claim(figure)).verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED)
        return told if is_apart else "same"
    return told


def stated(figure: Figure | None, told: str) -> tuple[Stated, ...]:
    """What a sentence with this verdict says; nothing for no verdict, or of a part of the people."""
    if figure is None or not told or not figure.is_total:
        return ()
    return (Stated(_claim(figure), _SAYS[told]),)


def _claim(figure: Figure) -> Claim:
    return Claim(Form.ABOVE, figure.indicator, figure.region, NATION, figure.period)
