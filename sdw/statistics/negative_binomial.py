"""The negative binomial with a real size, by the regularised beta integral: distribution function and quantiles."""

from __future__ import annotations

from scipy.special import betainc


def at_most(failures: int, size: float, share: float) -> float:
    """P(N ≤ failures): N failures before `size` successes, each with probability `share`."""
    return float(betainc(size, failures + 1, share))


def quantile(probability: float, size: float, share: float) -> int:
    """The smallest count of which the cumulative probability reaches `probability`."""
    high = 1
    while at_most(high, size, share) < probability:
        high *= 2
    low = -1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if at_most(middle, size, share) >= probability else (middle, high)
    return high
