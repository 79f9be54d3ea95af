"""Visits and ratings written straight into the hub's tables, as projecting them from the log would have."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.hub.database import Database, open_database
from kiosk.hub.report import rollups
from kiosk.hub.report.telling import decide
from kiosk.hub.schema import PRACTICE, concern, practice, rating, tally, told, visit

ZONE = ZoneInfo("America/Los_Angeles")
FIRST = date(2026, 1, 19)
"""The Monday on which a stretch begins that is counted from."""
MINUTE_MS = 60_000


class History:
    """A practice's years; `insert` and `decide` make what the report card reads."""

    def __init__(self, database: Database, zone: ZoneInfo = ZONE) -> None:
        self.database = database
        self.zone = zone
        self._n = 0
        self._rows: dict[Any, list[dict[str, Any]]] = {visit: [], rating: [], concern: []}

    def rate(self, day: date, hour: int, stars: int, site: str, language: str, **more: Any) -> None:
        """One visit that was rated; `more`: topics, comment, flags, greet_ms, quoted, wait_ms, concern."""
        self._n += 1
        at = int(datetime.combine(day, time(hour), self.zone).timestamp()) * 1000
        key = str(UUID(int=self._n))
        seen = at + more.get("greet_ms", 30_000)
        called = seen + more.get("wait_ms", 8 * MINUTE_MS)
        self._rows[visit].append(
            {
                **dict.fromkeys(column.name for column in visit.c),
                "practice": PRACTICE,
                "visit": key,
                "name": "",
                "language": language,
                "device": site,
                "place": "",
                "apologised": False,
                "arrived_at": at,
                "seen_at": seen,
                "quoted_at": seen if "quoted" in more else None,
                "quoted_minutes": more.get("quoted"),
                "first_called_at": called,
                "closed_at": called + 10 * MINUTE_MS,
                "closed_how": "checked_out",
            }
        )
        self._rows[rating].append(
            {
                "practice": PRACTICE,
                "rating": key,
                "visit": key,
                "device": site,
                "at": called + 9 * MINUTE_MS,
                "stars": stars,
                "topics": more.get("topics", []),
                "comment": more.get("comment", ""),
                "settled_at": called + 9 * MINUTE_MS,
                "flags": more.get("flags", []),
            }
        )

    def write(self, connection: Connection, today: date) -> None:
        """Puts everything in the tables, counts it, and decides what may be told by `today`."""
        connection.execute(practice.update().values(timezone=self.zone.key))
        for table in (visit, rating, concern, tally, told):
            connection.execute(table.delete())
        for table, rows in self._rows.items():
            if rows:
                connection.execute(table.insert(), rows)
        rollups.rewrite(connection)
        while decide(connection, today):
            pass


@contextmanager
def fresh(folder: Path) -> Iterator[Database]:
    """An empty database."""
    database = open_database(folder)
    try:
        yield database
    finally:
        database.close()


def weeks(n: int) -> list[date]:
    """The Mondays from `FIRST` on."""
    return [FIRST + timedelta(days=7 * week) for week in range(n)]
