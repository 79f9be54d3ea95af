"""What patients wrote: read, searched and paged, by whole weeks as the figures are: see decision 0019."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.report.card import Asked, Period
from kiosk.hub.report.counts import Counted, sites_told
from kiosk.hub.report.figures import COMMENTS
from kiosk.hub.report.periods import day_of
from kiosk.hub.report.rollups import zone_of
from kiosk.hub.report.tally import monday
from kiosk.hub.report.telling import span, stretch_of
from kiosk.hub.schema import rating, visit
from kiosk.hub.tenant import mine


class Comment(Struct, frozen=True):
    """What a patient wrote."""

    text: str
    stars: int
    days: Period
    """The weeks that are told as one."""
    site: str
    """Empty where it must not be told."""


def comments(
    connection: Connection, asked: Asked, today: date, *, stars: int, text: str, page: int, limit: int
) -> tuple[list[Comment], bool]:
    """Those of the newest weeks first, and whether there are more.

    Of the weeks that end in the days of `asked`, are over by `today`, and in which enough ratings have no comment.
    `stars`: only with so many, 0 for all; `text`: only with these words, whatever their case and accents; `page`: from
    0, each with `limit` comments.
    """
    zone, told = zone_of(connection), sites_told(connection, COMMENTS)
    needle = _plain(text)
    units = Counted(connection, asked, today).units(COMMENTS, asked.first, asked.last)
    wanted = (
        Comment(row.comment, row.stars, unit, row.device if (_stretch(row, zone), row.device) in told else "")
        for unit in reversed(units)
        for row in _written(connection, zone, asked, unit, stars)
        if needle in _plain(row.comment)
    )
    found = list(islice(wanted, page * limit, (page + 1) * limit + 1))
    return found[:limit], len(found) > limit


def _written(
    connection: Connection, zone: ZoneInfo, asked: Asked, unit: Period, stars: int
) -> Iterator[sa.Row[*tuple[Any, ...]]]:
    """In an order that does not tell the day: with it, few ratings of one week of several could be told apart."""
    start, end = span(unit.first, unit.last + timedelta(days=1), zone)
    query = (
        sa.select(
            rating.c.rating, rating.c.comment, rating.c.stars, rating.c.settled_at, rating.c.device, rating.c.flags
        )
        .join(visit, sa.and_(visit.c.practice == rating.c.practice, visit.c.visit == rating.c.visit))
        .where(mine(connection, rating), rating.c.settled_at >= start, rating.c.settled_at < end)
        .where(rating.c.comment != "")
    )
    if asked.site:
        query = query.where(rating.c.device == asked.site)
    if asked.language:
        query = query.where(visit.c.language == asked.language)
    if stars:
        query = query.where(rating.c.stars == stars)
    rows: Sequence[sa.Row[*tuple[Any, ...]]] = connection.execute(query).all()
    # Ids begin with the time and end at random.
    return (row for row in sorted(rows, key=lambda row: row.rating[::-1]) if not row.flags)


def _stretch(row: sa.Row[*tuple[Any, ...]], zone: ZoneInfo) -> int:
    return stretch_of(monday(day_of(row.settled_at, zone)).toordinal())


def _plain(text: str) -> str:
    """Without case and accents."""
    return "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
