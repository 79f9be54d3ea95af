"""Weeks of a practice that is kind and late, for pictures and tests of the report card."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

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

MINUTE_MS = 60_000
DAY_MS = 86_400_000
LIKED = ("Maria smiled and said hello at once.", "Everything was explained to me, calmly.", "Kind people, thank you!")
DISLIKED = ("I waited 50 minutes and nobody said why.", "Nobody told us that the doctor was late.")


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
