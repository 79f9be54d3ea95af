"""Every statistic agrees with an independent computation."""

import random
from collections import Counter

import numpy as np
import pytest
from scipy import stats  # type: ignore[import-untyped]

from kiosk.hub.report.statistics import Moments, difference, mean_interval, quantile, score, wilson
from kiosk.hub.report.student import t_quantile

CLOSE = 1e-9
SIZES = (0, 1, 2, 3, 9, 10, 11, 29, 30, 412, 5000)


def given(chance: random.Random, n: int) -> tuple[list[int], Moments]:
    weights = [chance.random() for _ in range(5)]
    stars = chance.choices(range(1, 6), weights, k=n)
    return stars, Moments.of({value: stars.count(value) for value in set(stars)})


@pytest.mark.parametrize("df", [1, 1.3, 2, 4.7, 9, 30, 411.5, 999.9, 1000, 12_345.6, 1e7])
@pytest.mark.parametrize("p", [0.6, 0.9, 0.975, 0.9995])
def test_the_quantile_of_t(p: float, df: float) -> None:
    assert t_quantile(p, df) == pytest.approx(stats.t.ppf(p, df), rel=CLOSE)


@pytest.mark.parametrize("n", SIZES)
def test_the_mean_and_its_interval(n: int) -> None:
    chance = random.Random(n)
    for _ in range(30):
        stars, found = given(chance, n)
        if n == 0:
            assert found.mean is None
            assert mean_interval(found) is None
            continue
        assert found.mean == pytest.approx(np.mean(stars), rel=CLOSE)
        interval = mean_interval(found)
        if n == 1:
            assert interval is None
            continue
        assert interval is not None
        spread = stats.sem(stars)
        expected = stats.t.interval(0.95, n - 1, loc=np.mean(stars), scale=spread) if spread else (np.mean(stars),) * 2
        assert (interval.low, interval.high) == pytest.approx(expected, rel=CLOSE)


def test_equal_stars_have_an_interval_without_width() -> None:
    interval = mean_interval(Moments.of({4: 10}))
    assert interval is not None
    assert interval.low == interval.high == 4


def test_the_score_spans_0_to_100() -> None:
    assert [score(mean) for mean in (1, 3, 5)] == [0, 50, 100]


@pytest.mark.parametrize("n", [1, 9, 10, 30, 412, 100_000])
def test_the_interval_of_a_share(n: int) -> None:
    for part in {0, 1, n // 3, n // 2, n - 1, n}:
        interval = wilson(part, n)
        assert interval is not None
        expected = stats.binomtest(part, n).proportion_ci(0.95, method="wilson")
        assert (interval.low, interval.high) == pytest.approx(expected, abs=CLOSE)
    assert wilson(0, 0) is None


def test_quantiles_interpolate() -> None:
    chance = random.Random(5)
    for n in (1, 2, 9, 10, 257):
        values = [chance.randrange(most) for most in (20, 100_000) for _ in range(n)]
        for share in (0, 0.1, 0.5, 0.9, 1):
            assert quantile(Counter(values), share) == pytest.approx(np.quantile(values, share), rel=CLOSE)
    assert quantile({}, 0.5) is None


# Of values that are all equal scipy says so, and is right all the same.
@pytest.mark.filterwarnings("ignore:Precision loss:RuntimeWarning")
@pytest.mark.parametrize(("n", "m"), [(2, 2), (2, 400), (9, 10), (10, 10), (150, 33), (4000, 1000)])
def test_the_difference_of_two_means(n: int, m: int) -> None:
    chance = random.Random(n * m)
    for _ in range(30):
        (first, one), (second, other) = given(chance, n), given(chance, m)
        found = difference(one, other)
        if len(set(first)) == len(set(second)) == 1:
            assert found is None
            continue
        expected = stats.ttest_ind(first, second, equal_var=False).confidence_interval(0.95)
        assert found is not None
        assert (found.interval.low, found.interval.high) == pytest.approx((expected.low, expected.high), abs=CLOSE)
        assert found.value == pytest.approx(np.mean(first) - np.mean(second), abs=CLOSE)
        if found.is_sure:
            # Of all eight that a card may say in words, at most one card of twenty is to be wrong.
            strict = stats.ttest_ind(first, second, equal_var=False).confidence_interval(1 - 0.05 / 8)
            assert min(n, m) >= 30
            assert strict.low > 0 or strict.high < 0


def test_one_class_alone_has_no_difference() -> None:
    assert difference(Moments.of({5: 12}), Moments()) is None
    assert difference(Moments.of({5: 12}), Moments.of({4: 1})) is None
