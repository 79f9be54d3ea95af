"""The day's figures on top of the Today page. A figure without data stays None and is shown as a dash."""

import statistics
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.schema import concern, rating, visit
from kiosk.hub.tenant import mine
from kiosk.hub.writing import HUB_DEVICE
from kiosk.visits.promise import Promise


class Figures(Struct, frozen=True):
    """What today was like so far. Durations in milliseconds."""

    greet_ms: float | None
    """Median time from arrival to a person's acknowledgement; without those whom the desk entered itself."""
    greeted: int
    promises_kept: int
    promises: int
    """Visits that were quoted a wait and called."""
    stars: float | None
    """Mean of the settled ratings without a flag."""
    ratings: int
    ended: int
    """Visits that were closed."""
    put_right_ms: float | None
    """Median time from a concern to its being resolved."""
    resolved: int


def day_of(now: int, zone: ZoneInfo) -> tuple[int, int]:
    """The bounds of the practice's day that holds `now`, ms UTC; a day has 23 or 25 hours twice a year."""
    date = datetime.fromtimestamp(now / 1000, zone).date()
    bounds = (datetime(d.year, d.month, d.day, tzinfo=zone) for d in (date, date + timedelta(days=1)))
    start, end = (int(each.timestamp() * 1000) for each in bounds)
    return start, end


def figures(connection: Connection, start: int, end: int) -> Figures:
    """The figures of what happened from `start` to before `end`, ms UTC."""

    def rows(table: sa.Table, time: sa.Column[Any], *columns: sa.Column[Any]) -> Any:
        query = sa.select(*columns).where(mine(connection, table), time >= start, time < end)
        return connection.execute(query).all()

    arrived = rows(
        visit,
        visit.c.arrived_at,
        visit.c.device,
        visit.c.arrived_at,
        visit.c.seen_at,
        visit.c.quoted_at,
        visit.c.quoted_minutes,
        visit.c.first_called_at,
    )
    greets = [max(0, row.seen_at - row.arrived_at) for row in arrived if _is_greeted(row)]
    promised = [row for row in arrived if row.quoted_at is not None and row.first_called_at is not None]
    kept = [
        row
        for row in promised
        if Promise(quoted_at=row.quoted_at, minutes=row.quoted_minutes).kept(row.first_called_at)
    ]
    rated = [row.stars for row in rows(rating, rating.c.settled_at, rating.c.stars, rating.c.flags) if not row.flags]
    ended = rows(visit, visit.c.closed_at, visit.c.visit)
    resolved = [
        max(0, row.resolved_at - row.at)
        for row in rows(concern, concern.c.resolved_at, concern.c.at, concern.c.resolved_at)
    ]
    return Figures(
        greet_ms=statistics.median(greets) if greets else None,
        greeted=len(greets),
        promises_kept=len(kept),
        promises=len(promised),
        stars=statistics.fmean(rated) if rated else None,
        ratings=len(rated),
        ended=len(ended),
        put_right_ms=statistics.median(resolved) if resolved else None,
        resolved=len(resolved),
    )


def _is_greeted(row: sa.Row[Any]) -> bool:
    # Whom the desk enters stands before it; how long they had been in the room nobody knows.
    return row.seen_at is not None and row.device != HUB_DEVICE
