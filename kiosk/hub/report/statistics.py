"""The report card's figures. Pure: no SQL, no clock. Definitions: the design's table, "The report card"."""

import math
from collections.abc import Mapping
from statistics import NormalDist

from msgspec import Struct

from kiosk.hub.report.student import t_quantile
from kiosk.hub.report.suppression import FIRM_FROM

CONFIDENCE = 0.95
_UPPER = 1 - (1 - CONFIDENCE) / 2
_STATEMENTS = 8
"""What a report card may say in words of a difference: of six topics, of the period before, and of promises."""
_UPPER_OF_WORDS = 1 - (1 - CONFIDENCE) / _STATEMENTS / 2
"""Source: Bonferroni 1936."""
_Z = NormalDist().inv_cdf(_UPPER)


class Interval(Struct, frozen=True):
    """Where the true value lies with 95 % confidence."""

    low: float
    high: float


class Moments(Struct, frozen=True):
    """How many stars were given: n, their sum, and the sum of their squares; whole numbers, so nothing is rounded."""

    n: int = 0
    total: int = 0
    squares: int = 0

    @classmethod
    def of(cls, counts: Mapping[int, int]) -> "Moments":
        """`counts`: how often each value was given."""
        return cls(
            sum(counts.values()),
            sum(value * n for value, n in counts.items()),
            sum(value * value * n for value, n in counts.items()),
        )

    def without(self, part: "Moments") -> "Moments":
        """The rest, when `part` is taken out."""
        return Moments(self.n - part.n, self.total - part.total, self.squares - part.squares)

    @property
    def mean(self) -> float | None:
        """The arithmetic mean; None of nothing."""
        return self.total / self.n if self.n else None

    @property
    def variance(self) -> float | None:
        """The sample's variance, with n − 1; None of fewer than two."""
        if self.n < 2:
            return None
        return (self.n * self.squares - self.total**2) / (self.n * (self.n - 1))


def mean_interval(found: Moments) -> Interval | None:
    """The t-interval of the mean; None of fewer than two. Of values that are all equal it has no width."""
    mean, variance = found.mean, found.variance
    if mean is None or variance is None:
        return None
    half = t_quantile(_UPPER, found.n - 1) * math.sqrt(variance / found.n)
    return Interval(mean - half, mean + half)


def score(mean: float) -> float:
    """A mean of stars on the scale from 0 to 100."""
    return (mean - 1) * 25


def wilson(part: int, n: int) -> Interval | None:
    """The interval of the share `part` / `n`; None of nothing. Source: Wilson 1927, JASA 22, without correction."""
    if n == 0:
        return None
    share, z2 = part / n, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def quantile(times: Mapping[int, int], share: float) -> float | None:
    """The value that `share` (0 to 1) of the values do not exceed, by linear interpolation; None of nothing.

    `times`: how often each value was found. Source: Hyndman and Fan 1996, definition 7.
    """
    n = sum(times.values())
    if n == 0:
        return None
    place = share * (n - 1)
    below, above = _at(times, math.floor(place)), _at(times, math.ceil(place))
    return below + (place - math.floor(place)) * (above - below)


def _at(times: Mapping[int, int], place: int) -> int:
    """The value at a place, from 0, when all are put in order."""
    passed = 0
    for value in sorted(times):
        passed += times[value]
        if passed > place:
            return value
    raise IndexError(place)


class Difference(Struct, frozen=True):
    """How far the first mean is above the second."""

    value: float
    interval: Interval
    is_sure: bool
    """Whether it may be put into words: all that a report card says is wrong on at most one card of twenty."""


def difference(first: Moments, second: Moments) -> Difference | None:
    """The difference of two means with Welch's interval; None where either has fewer than two, or neither varies.

    Source: Welch 1947, Biometrika 34; degrees of freedom by Satterthwaite.
    """
    if first.mean is None or second.mean is None or first.variance is None or second.variance is None:
        return None
    a, b = first.variance / first.n, second.variance / second.n
    if a + b == 0:
        return None
    df = (a + b) ** 2 / (a * a / (first.n - 1) + b * b / (second.n - 1))
    value = first.mean - second.mean
    error = math.sqrt(a + b)
    half = t_quantile(_UPPER, df) * error
    # Stars are skewed, and Welch's error too small where the lesser part happens to vary less: so both are asked.
    pooled = ((first.n - 1) * first.variance + (second.n - 1) * second.variance) / (first.n + second.n - 2)
    most = max(error, math.sqrt(pooled * (1 / first.n + 1 / second.n)))
    is_firm = min(first.n, second.n) >= FIRM_FROM
    is_sure = is_firm and abs(value) > t_quantile(_UPPER_OF_WORDS, df) * most
    return Difference(value, Interval(value - half, value + half), is_sure)
