"""What patients wrote, so far as it may be told: without a name, and never more than the report card's figures tell.

A comment stands with its stars. So that the few ratings that the report card hides cannot be read off here one by
one, it is told only of periods, sites and languages that the card shows; its day is the run of days that the card
may be cut at; and its site is told only where the site's own figures would be.
"""

import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.report.card import Asked, Period
from kiosk.hub.report.counts import span
from kiosk.hub.report.suppression import SHOWN_FROM, blocks, hidden
from kiosk.hub.schema import PRACTICE, rated, rating, visit

_CHUNK = 500
_N = sum((rated.c[f"stars_{n}"] for n in range(2, 6)), start=rated.c.stars_1)


class Comment(Struct, frozen=True):
    """What a patient wrote."""

    text: str
    stars: int
    topics: tuple[str, ...]
    days: Period
    """The day, or the days that are told as one."""
    site: str
    """Empty where it must not be told."""


def comments(
    connection: Connection, zone: ZoneInfo, asked: Asked, shown: Period, *, stars: int, text: str, page: int, limit: int
) -> tuple[list[Comment], bool]:
    """The newest first, and whether there are more.

    `shown`: the days that the card of `asked` shows; `stars`: only with so many, 0 for all; `text`: only with these
    words, whatever their case and accents; `page`: from 0, each with `limit` comments.
    """
    days, told = _days(connection, zone, asked, shown), _sites(connection, zone, asked, shown)
    needle = _plain(text)
    wanted = (row for row in _written(connection, zone, asked, shown, stars) if needle in _plain(row.comment))
    rows = list(islice(wanted, page * limit, (page + 1) * limit + 1))
    found = [
        Comment(
            text=row.comment,
            stars=row.stars,
            topics=tuple(row.topics),
            days=_told_as(_day(row.settled_at, zone), days, shown),
            site=row.device if row.device in told else "",
        )
        for row in rows[:limit]
    ]
    return found, len(rows) > limit


def _written(
    connection: Connection, zone: ZoneInfo, asked: Asked, shown: Period, stars: int
) -> Iterator[sa.Row[*tuple[Any, ...]]]:
    start, end = span(shown, zone)
    query = (
        sa.select(
            rating.c.comment, rating.c.stars, rating.c.topics, rating.c.settled_at, rating.c.device, rating.c.flags
        )
        .join(visit, sa.and_(visit.c.practice == rating.c.practice, visit.c.visit == rating.c.visit))
        .where(rating.c.practice == PRACTICE, rating.c.settled_at >= start, rating.c.settled_at < end)
        .where(rating.c.comment != "")
        .order_by(rating.c.settled_at.desc(), rating.c.rating)
        .execution_options(yield_per=_CHUNK)
    )
    if asked.site:
        query = query.where(rating.c.device == asked.site)
    if asked.language:
        query = query.where(visit.c.language == asked.language)
    if stars:
        query = query.where(rating.c.stars == stars)
    return (row for row in connection.execute(query) if not row.flags)


def _days(connection: Connection, zone: ZoneInfo, asked: Asked, shown: Period) -> list[Period]:
    """The days as they are told, in order."""
    start, end = span(shown, zone)
    query = (
        sa.select(rated.c.quarter, sa.func.sum(_N))
        .where(rated.c.practice == PRACTICE, rated.c.quarter >= start, rated.c.quarter < end)
        .group_by(rated.c.quarter)
    )
    if asked.site:
        query = query.where(rated.c.site == asked.site)
    if asked.language:
        query = query.where(rated.c.language == asked.language)
    by_day: dict[date, int] = {}
    for quarter, n in connection.execute(query):
        day = _day(quarter, zone)
        by_day[day] = by_day.get(day, 0) + int(n)
    ends = blocks([(day.toordinal(), n) for day, n in sorted(by_day.items())])
    found, first = [], shown.first
    for end_day in map(date.fromordinal, ends):
        begun = min((day for day in by_day if first <= day), default=first)
        found.append(Period(begun, end_day))
        first = date.fromordinal(end_day.toordinal() + 1)
    return found


def _told_as(day: date, days: list[Period], shown: Period) -> Period:
    """The run of days that holds `day`; the whole period where none does."""
    return next((each for each in days if each.first <= day <= each.last), shown)


def _sites(connection: Connection, zone: ZoneInfo, asked: Asked, shown: Period) -> set[str]:
    """The sites that may be told apart in this period."""
    start, end = span(shown, zone)
    rows = connection.execute(
        sa.select(rated.c.site, rated.c.language, sa.func.sum(_N))
        .where(rated.c.practice == PRACTICE, rated.c.quarter >= start, rated.c.quarter < end)
        .group_by(rated.c.site, rated.c.language)
    ).all()
    cells: dict[tuple[str, str], int] = {}
    for site, language, n in rows:
        key = (site, language if asked.language else "")
        cells[key] = cells.get(key, 0) + int(n)
    gone = hidden(cells)
    return {
        site
        for (site, language), n in cells.items()
        if language == asked.language and n >= SHOWN_FROM and (site, language) not in gone
    }


def _day(ms: int, zone: ZoneInfo) -> date:
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(zone).date()


def _plain(text: str) -> str:
    """Without case and accents."""
    return "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
