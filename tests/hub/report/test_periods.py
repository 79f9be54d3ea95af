"""Periods by name, and the ones before them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.report.periods import Choice, before, days_of

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("choice", "first", "last", "earlier"),
    [
        (Choice.FOUR_WEEKS, date(2026, 10, 26), date(2026, 11, 22), date(2026, 9, 28)),
        (Choice.LAST_WEEK, date(2026, 11, 16), date(2026, 11, 22), date(2026, 11, 9)),
        (Choice.THIS_MONTH, date(2026, 11, 1), date(2026, 11, 30), date(2026, 10, 1)),
        (Choice.LAST_MONTH, date(2026, 10, 1), date(2026, 10, 31), date(2026, 9, 1)),
        (Choice.THIS_QUARTER, date(2026, 10, 1), date(2026, 12, 31), date(2026, 7, 1)),
        (Choice.LAST_QUARTER, date(2026, 7, 1), date(2026, 9, 30), date(2026, 4, 1)),
        (Choice.THIS_YEAR, date(2026, 1, 1), date(2026, 12, 31), date(2025, 1, 1)),
        (Choice.LAST_YEAR, date(2025, 1, 1), date(2025, 12, 31), date(2024, 1, 1)),
    ],
)
def test_each_is_what_its_name_says(choice: Choice, first: date, last: date, earlier: date) -> None:
    assert days_of(choice, TODAY) == (first, last)
    assert before(first, last) == (earlier, first - timedelta(days=1))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 1_100))
def test_the_one_before_ends_the_day_before(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    earlier, end = before(first, last)
    assert end == first - timedelta(days=1)
    # Months differ by three days at most, and a leap year is one longer.
    assert abs((end - earlier).days - days) <= 3
