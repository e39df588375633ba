"""The check itself: a claim in, an answer out, from published figures alone: it tells nothing that these do not.

Who knows the formulas can make every answer himself (`tests/dissemination/attack/test_claims_attack.py`).
"""

from __future__ import annotations

from functools import lru_cache

from sdw.dissemination.figures.claims import compare, growth, target
from sdw.dissemination.figures.claims.model import Answer, Claim, Form
from sdw.edition.editions import Edition

_CHECKS = {
    Form.GROWS: growth.check,
    Form.REACHES: target.check,
    Form.IPS_BETTER: compare.ips,
    Form.ABOVE: compare.regions,
    Form.NATION_REACHES: target.check,
    Form.ABSENCE_RISES: growth.of_absence,
}


@lru_cache(maxsize=1024)
def answer(edition: Edition, claim: Claim) -> Answer:
    """What published figures say of a claim. An edition never changes, so neither does the answer."""
    return _CHECKS[claim.form](edition, claim)
