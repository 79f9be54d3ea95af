"""Periods that people ask for by name, and the period before one. Pure; days are the practice's, both included."""

import calendar
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

FIRST_DAYS = 28
"""Of a period of which only the end is known."""


class Choice(StrEnum):
    """What a practice looks at, by its name in an address."""

    FOUR_WEEKS = "4-weeks"
    LAST_WEEK = "last-week"
    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    THIS_QUARTER = "this-quarter"
    LAST_QUARTER = "last-quarter"
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"


LABELS = {
    Choice.FOUR_WEEKS: "Last 4 weeks",
    Choice.LAST_WEEK: "Last week",
    Choice.THIS_MONTH: "This month",
    Choice.LAST_MONTH: "Last month",
    Choice.THIS_QUARTER: "This quarter",
    Choice.LAST_QUARTER: "Last quarter",
    Choice.THIS_YEAR: "This year",
    Choice.LAST_YEAR: "Last year",
}
"""In English; pages translate them."""

_WEEKS = {Choice.FOUR_WEEKS: 4, Choice.LAST_WEEK: 1}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def days_of(choice: Choice, today: date) -> tuple[date, date]:
    """Whole weeks that are over; or the whole month, quarter or year, also where it is not over yet."""
    if choice in _WEEKS:
        monday = today - timedelta(days=today.weekday())
        return monday - timedelta(weeks=_WEEKS[choice]), monday - timedelta(days=1)
    which, _, unit = choice.value.partition("-")
    months = _MONTHS[unit]
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    last = _moved(first, months) - timedelta(days=1)
    return before(first, last) if which == "last" else (first, last)


def day_of(now: int, zone: ZoneInfo) -> date:
    """The practice's day at `now`, ms UTC."""
    return datetime.fromtimestamp(now / 1000, UTC).astimezone(zone).date()


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
