"""The ratings by the practice's days and hours, from the roll-up; and which of its days a period may be cut at."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.hub.report.card import Asked, Period
from kiosk.hub.report.suppression import SHOWN_FROM, blocks, hidden
from kiosk.hub.schema import rated
from kiosk.hub.tenant import mine

Vector = tuple[int, ...]
"""How often 1 to 5 stars were given, without a flag, then with one."""

NOTHING: Vector = (0,) * 10
_COLUMNS = [rated.c[f"{kind}_{n}"] for kind in ("stars", "flagged") for n in range(1, 6)]


class Counted(Struct, frozen=True):
    """All ratings of a site and language, by day and hour."""

    by_hour: dict[tuple[date, int], Vector]
    blocks: list[Period]
    """Each from its first to its last day with ratings: see `suppression.blocks`."""

    def of(self, period: Period) -> Vector:
        """The sum over a period."""
        total = NOTHING
        for (day, _), vector in self.by_hour.items():
            if period.first <= day <= period.last:
                total = plus(total, vector)
        return total

    def snapped(self, first: date, last: date) -> Period | None:
        """The whole blocks within the days asked for, and the days without a rating around them; None without any."""
        inside = [block for block in self.blocks if first <= block.first and block.last <= last]
        if not inside:
            return None
        start, end = inside[0].first, inside[-1].last
        cut_before = any(first <= day < start for day, _ in self.by_hour)
        cut_after = any(end < day <= last for day, _ in self.by_hour)
        return Period(start if cut_before else first, end if cut_after else last)


def plus(one: Vector, other: Vector) -> Vector:
    """Their sum."""
    return tuple(a + b for a, b in zip(one, other, strict=True))


def count(connection: Connection, zone: ZoneInfo, site: str = "", language: str = "") -> Counted:
    """The whole history of one filter."""
    query = (
        sa.select(rated.c.quarter, *(sa.func.sum(column) for column in _COLUMNS))
        .where(mine(connection, rated))
        .group_by(rated.c.quarter)
        .order_by(rated.c.quarter)
    )
    if site:
        query = query.where(rated.c.site == site)
    if language:
        query = query.where(rated.c.language == language)
    by_hour: dict[tuple[date, int], Vector] = {}
    for quarter, *numbers in connection.execute(query):
        local = datetime.fromtimestamp(quarter / 1000, UTC).astimezone(zone)
        key = (local.date(), local.hour)
        by_hour[key] = plus(by_hour.get(key, NOTHING), tuple(int(n) for n in numbers))
    by_day: dict[date, int] = {}
    for (day, _), vector in by_hour.items():
        by_day[day] = by_day.get(day, 0) + sum(vector[:5])
    ends = set(blocks([(day.toordinal(), n) for day, n in sorted(by_day.items())]))
    found, first = [], None
    for day in sorted(by_day):
        first = first or day
        if day.toordinal() in ends:
            found.append(Period(first, day))
            first = None
    return Counted(by_hour, found)


def may_be_shown(connection: Connection, zone: ZoneInfo, asked: Asked) -> bool:
    """Whether a site or language can be told apart in this period without telling of a few ratings elsewhere."""
    start, end = span(Period(asked.first, asked.last), zone)
    rows = connection.execute(
        sa.select(rated.c.site, rated.c.language, sa.func.sum(sum(_COLUMNS[1:5], start=_COLUMNS[0])))
        .where(mine(connection, rated), rated.c.quarter >= start, rated.c.quarter < end)
        .group_by(rated.c.site, rated.c.language)
    ).all()
    cells: dict[tuple[str, str], int] = {}
    for site, language, n in rows:
        key = (site if asked.site else "", language if asked.language else "")
        cells[key] = cells.get(key, 0) + int(n)
    wanted = (asked.site, asked.language)
    return cells.get(wanted, 0) >= SHOWN_FROM and wanted not in hidden(cells)


def choices(connection: Connection) -> tuple[list[str], list[str]]:
    """The sites and the languages that there are ratings of."""
    found = [
        connection.execute(sa.select(column).where(mine(connection, rated)).distinct()).scalars()
        for column in (rated.c.site, rated.c.language)
    ]
    sites, languages = (sorted(each for each in column if each) for column in found)
    return sites, languages


def span(period: Period, zone: ZoneInfo) -> tuple[int, int]:
    """From the first midnight to the one after the last day, ms UTC; days have 23 or 25 hours twice a year."""
    start, end = (datetime.combine(day, time(), zone) for day in (period.first, period.last + timedelta(days=1)))
    return int(start.timestamp()) * 1000, int(end.timestamp()) * 1000
