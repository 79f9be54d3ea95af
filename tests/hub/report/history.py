"""Histories of practices: told by a tablet, or written straight into the hub's tables."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import URL, Connection

from kiosk.hub.database import Database, open_database
from kiosk.hub.report import rollups
from kiosk.hub.report.telling import decide
from kiosk.hub.schema import concern, practice, rating, tally, told, visit
from kiosk.hub.tenant import FIRST as FIRST_PRACTICE
from kiosk.visits.events import (
    Acknowledged,
    Arrived,
    Called,
    Closed,
    ConcernClaimed,
    ConcernRaised,
    ConcernResolved,
    Event,
    Rated,
    RatingExplained,
    RatingSettled,
)
from tests.hub.device import Device, now_ms

ZONE = ZoneInfo("America/Los_Angeles")
FIRST = date(2026, 1, 19)
"""The Monday on which a stretch begins that is counted from."""
MINUTE_MS = 60_000
DAY_MS = 86_400_000
LIKED = ("Maria smiled and said hello at once.", "Everything was explained to me, calmly.", "Kind people, thank you!")
DISLIKED = ("I waited 50 minutes and nobody said why.", "Nobody told us that the doctor was late.")


class History:
    """A practice's years in the hub's tables, as projecting them from the log would have written them."""

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
                "practice": FIRST_PRACTICE,
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
                "practice": FIRST_PRACTICE,
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
def fresh(where: Path | URL) -> Iterator[Database]:
    """An empty database."""
    database = open_database(where)
    try:
        yield database
    finally:
        database.close()


def mondays(n: int) -> list[date]:
    """The Mondays from `FIRST` on."""
    return [FIRST + timedelta(days=7 * week) for week in range(n)]


def history(tablet: Device, n: int, *, weeks_ago: int = 2) -> list[Event]:
    """Visits that are rated well by who praises the welcome, and badly by who had to wait; on one day of that week."""
    events: list[Event] = []
    tablet.boot_at = min(tablet.boot_at, now_ms() - 70 * DAY_MS)
    for each in range(n):
        visit, rating, ago = uuid4(), uuid4(), since(weeks_ago) + (60 + each * 7) * MINUTE_MS
        unhappy = each % 3 == 0
        topics = ("waiting",) if unhappy else ("welcome",)
        stars = (2 if each % 2 else 3) if unhappy else (4 if each % 2 else 5)
        events += [
            tablet.mint(Arrived, ago_ms=ago + 40 * MINUTE_MS, visit=visit, ticket=f"K{each + 1}", name="Rosalind"),
            tablet.mint(
                Acknowledged, ago_ms=ago + 40 * MINUTE_MS - (30 + each) * 1000, visit=visit, by="Maria", minutes=15
            ),
            tablet.mint(Called, ago_ms=ago + (20 if unhappy else 30) * MINUTE_MS, visit=visit, by="Sam", place="1"),
            tablet.mint(Closed, ago_ms=ago + MINUTE_MS, visit=visit, by="Sam", how="checked_out"),
            tablet.mint(Rated, ago_ms=ago, visit=visit, rating=rating, stars=stars),
            tablet.mint(RatingExplained, ago_ms=ago, visit=visit, rating=rating, topics=topics),
            tablet.mint(RatingSettled, ago_ms=ago, visit=visit, rating=rating),
        ]
    return events


def since(weeks_ago: int) -> int:
    """How long ago the Wednesday of that week ended, in ms; nothing is told of a week before it ends."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return now_ms() - int((today - timedelta(days=today.weekday() + 7 * weeks_ago - 3)).timestamp() * 1000)


def send(tablet: Device, events: list[Event]) -> None:
    for start in range(0, len(events), 400):
        tablet.push(*events[start : start + 400])


def weeks(tablet: Device, days: int, *, seed: int = 1, language: str = "en") -> list[Event]:
    """The working days among the last `days`, before today."""
    chance = random.Random(seed)
    tablet.boot_at = min(tablet.boot_at, now_ms() - (days + 2) * DAY_MS)
    now = datetime.now(UTC)
    events: list[Event] = []
    for back in range(days, 0, -1):
        day = (now - timedelta(days=back)).replace(hour=8, minute=0, second=0, microsecond=0)
        if day.weekday() < 5:
            for n in range(chance.randrange(24, 34)):
                at = day + timedelta(minutes=n * 16 + chance.randrange(12))
                events += _visit(tablet, int((now - at).total_seconds() * 1000), f"K{n + 1}", chance, language)
    return events


def _visit(tablet: Device, ago: int, ticket: str, chance: random.Random, language: str) -> Iterator[Event]:
    visit, rating, concern = uuid4(), uuid4(), uuid4()
    wait = chance.choice((6, 9, 12, 14, 18, 28))
    late = wait > 15
    yield tablet.mint(Arrived, ago_ms=ago, visit=visit, ticket=ticket, language=language)
    greeted = ago - chance.choice((12, 20, 28, 33, 41, 55, 70, 118)) * 1000
    yield tablet.mint(Acknowledged, ago_ms=greeted, visit=visit, by="Maria", minutes=15)
    yield tablet.mint(Called, ago_ms=greeted - wait * MINUTE_MS, visit=visit, by="Sam", place="Room 1")
    done = greeted - (wait + 11) * MINUTE_MS
    yield tablet.mint(Closed, ago_ms=done - 6 * MINUTE_MS, visit=visit, by="Sam", how="checked_out")
    if chance.random() < 0.33:
        return
    stars = chance.choices((1, 2, 3, 4, 5), (6, 10, 24, 40, 20) if late else (1, 1, 4, 22, 72))[0]
    weights = {"welcome": 4, "kindness": 3, "listened": 2, "answers": 1, "care": 3, "waiting": 1}
    if stars < 4:
        weights |= {"waiting": 9, "welcome": 1, "kindness": 1}
    topics = tuple(dict.fromkeys(chance.choices(list(weights), list(weights.values()), k=2)))
    comment = chance.choice(LIKED if stars > 3 else DISLIKED) if chance.random() < 0.2 else ""
    yield tablet.mint(Rated, ago_ms=done - 30_000, visit=visit, rating=rating, stars=stars)
    yield tablet.mint(RatingExplained, ago_ms=done - 40_000, visit=visit, rating=rating, topics=topics, comment=comment)
    yield tablet.mint(RatingSettled, ago_ms=done - 60_000, visit=visit, rating=rating)
    if stars < 3:
        at = done - 45_000
        yield tablet.mint(ConcernRaised, ago_ms=at, visit=visit, rating=rating, concern=concern, place="Front door")
        yield tablet.mint(ConcernClaimed, ago_ms=at - MINUTE_MS, visit=visit, concern=concern, by="Sam")
        outcome = chance.choice(("put_right", "put_right", "could_not"))
        yield tablet.mint(
            ConcernResolved, ago_ms=at - 3 * MINUTE_MS, visit=visit, concern=concern, by="Sam", outcome=outcome
        )
