"""Periods that people ask for by name, and the period before one. Pure; days are the practice's, both included."""

import calendar
from datetime import date, timedelta
from enum import StrEnum

FIRST_DAYS = 28


class Choice(StrEnum):
    """What a practice looks at, by its name in an address."""

    FOUR_WEEKS = "4-weeks"
    THIS_WEEK = "this-week"
    LAST_WEEK = "last-week"
    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    THIS_QUARTER = "this-quarter"
    LAST_QUARTER = "last-quarter"
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"


LABELS = {
    Choice.FOUR_WEEKS: "Last 4 weeks",
    Choice.THIS_WEEK: "This week",
    Choice.LAST_WEEK: "Last week",
    Choice.THIS_MONTH: "This month",
    Choice.LAST_MONTH: "Last month",
    Choice.THIS_QUARTER: "This quarter",
    Choice.LAST_QUARTER: "Last quarter",
    Choice.THIS_YEAR: "This year",
    Choice.LAST_YEAR: "Last year",
}
"""In English; pages translate them."""

_MONTHS = {"week": 0, "month": 1, "quarter": 3, "year": 12}


def days_of(choice: Choice, today: date) -> tuple[date, date]:
    """The whole week (from Monday), month, quarter or year, also where it is not over yet."""
    if choice is Choice.FOUR_WEEKS:
        return today - timedelta(days=FIRST_DAYS - 1), today
    which, _, unit = choice.value.partition("-")
    months = _MONTHS[unit]
    if months:
        first = date(today.year, (today.month - 1) // months * months + 1, 1)
        last = _moved(first, months) - timedelta(days=1)
    else:
        first = today - timedelta(days=today.weekday())
        last = first + timedelta(days=6)
    return before(first, last) if which == "last" else (first, last)


def before(first: date, last: date) -> tuple[date, date]:
    """As many whole months before whole months; as many days before anything else."""
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        return _moved(first, -months), first - timedelta(days=1)
    return first - (last - first) - timedelta(days=1), first - timedelta(days=1)


def _moved(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)
