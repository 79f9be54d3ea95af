"""What the Today page shows now: its three columns and the figures, read from the projections."""

from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy import Connection

from kiosk.config import Practice
from kiosk.hub.desk.figures import Figures, day_of, figures
from kiosk.hub.schema import concern, rating, visit
from kiosk.hub.tenant import mine
from kiosk.hub.writing import HUB_DEVICE
from kiosk.visits.promise import Promise
from kiosk.visits.rating import SCALE, TOPIC_LABELS, Topic

LATE_MS = 60_000
"""An arrival that the hub hears of later than this was kept by a tablet without a network."""

LANGUAGES = {
    "ar": "العربية",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "pt": "Português",
    "ru": "Русский",
    "vi": "Tiếng Việt",
    "zh-Hans": "中文",
}


class Arrival(Struct, frozen=True):
    """Somebody whom no person has acknowledged. Times in ms UTC, here and below."""

    visit: str
    ticket: str
    name: str
    place: str
    language: str
    """The language's own name; empty for the practice's."""
    lang: str
    at: int
    came_late: bool
    shown: bool


class Waiter(Struct, frozen=True):
    """Somebody who was seen, and waits or has been called."""

    visit: str
    ticket: str
    name: str
    seen_by: str
    seen_at: int
    promise: Promise | None
    called_place: str | None
    called_at: int | None


class Trouble(Struct, frozen=True):
    """A concern that somebody has to see to."""

    concern: str
    visit: str
    ticket: str | None
    name: str
    place: str
    at: int
    stars: int | None
    """Of the rating it came with; None if help was asked for."""
    word: str
    topics: tuple[str, ...]
    comment: str
    claimed_by: str | None
    claimed_at: int | None
    shown: bool
    from_phone: bool


class Today(Struct, frozen=True):
    """The whole page's content at `now`, ms UTC."""

    now: int
    arrivals: tuple[Arrival, ...]
    """Oldest first."""
    waiting: tuple[Waiter, ...]
    """Who has to be called soonest first, then those who have been called."""
    troubles: tuple[Trouble, ...]
    figures: Figures
    places: dict[str, tuple[str, ...]]
    """Every place, and the tickets that were called there and are not closed."""


def read_today(connection: Connection, practice: Practice, now: int) -> Today:
    """What to show at `now`, ms UTC."""
    open_now = connection.execute(
        sa.select(visit)
        .where(mine(connection, visit), visit.c.closed_at.is_(None), visit.c.arrived_at.is_not(None))
        .order_by(visit.c.arrived_at, visit.c.visit)
    ).all()
    arrivals = tuple(_arrival(row) for row in open_now if row.seen_at is None and row.called_at is None)
    waiting = [_waiter(row) for row in open_now if row.seen_at is not None or row.called_at is not None]
    start, end = day_of(now, ZoneInfo(practice.timezone))
    return Today(
        now=now,
        arrivals=arrivals,
        waiting=tuple(sorted(waiting, key=_urgency)),
        troubles=_troubles(connection),
        figures=figures(connection, start, end),
        places={
            place: tuple(each.ticket for each in waiting if each.called_place == place) for place in practice.places
        },
    )


def _arrival(row: sa.Row[Any]) -> Arrival:
    return Arrival(
        visit=row.visit,
        ticket=row.ticket,
        name=row.name,
        place=row.place,
        language="" if row.language == "en" else LANGUAGES.get(row.language, row.language),
        lang=row.language,
        at=row.arrived_at,
        came_late=row.heard_at - row.arrived_at > LATE_MS,
        shown=row.shown_at is not None,
    )


def _waiter(row: sa.Row[Any]) -> Waiter:
    promise = None
    if row.quoted_at is not None:
        promise = Promise(quoted_at=row.quoted_at, minutes=row.quoted_minutes)
    return Waiter(
        visit=row.visit,
        ticket=row.ticket,
        name=row.name,
        # Who was called without having been seen was seen by the one who called.
        seen_by=row.seen_by or row.called_by,
        seen_at=row.called_at if row.seen_at is None else row.seen_at,
        promise=promise,
        called_place=row.called_place,
        called_at=row.called_at,
    )


def _urgency(waiter: Waiter) -> tuple[bool, int, str]:
    due = waiter.promise.due_at if waiter.promise else waiter.seen_at
    return (waiter.called_at is not None, due if waiter.called_at is None else waiter.called_at, waiter.visit)


def _troubles(connection: Connection) -> tuple[Trouble, ...]:
    rows = connection.execute(
        sa.select(
            concern,
            visit.c.ticket,
            visit.c.name,
            rating.c.stars,
            rating.c.topics,
            rating.c.comment,
        )
        .join_from(concern, visit, sa.and_(visit.c.practice == concern.c.practice, visit.c.visit == concern.c.visit))
        .outerjoin(rating, sa.and_(rating.c.practice == concern.c.practice, rating.c.rating == concern.c.rating))
        .where(
            mine(connection, concern),
            concern.c.resolved_at.is_(None),
            sa.or_(concern.c.confirmed.is_(None), concern.c.confirmed.is_(False)),
        )
        # What nobody has claimed first.
        .order_by(concern.c.claimed_at.is_not(None), concern.c.at, concern.c.concern)
    )
    return tuple(
        Trouble(
            concern=row.concern,
            visit=row.visit,
            ticket=row.ticket,
            name=row.name,
            place=row.place,
            at=row.at,
            stars=row.stars,
            word=SCALE.get(row.stars, ""),
            topics=tuple(TOPIC_LABELS[Topic(topic)] for topic in row.topics or ()),
            comment=row.comment or "",
            claimed_by=row.claimed_by,
            claimed_at=row.claimed_at,
            shown=row.shown_at is not None,
            # No tablet stands at the hub: it records what was tapped on phone pages.
            from_phone=row.device == HUB_DEVICE,
        )
        for row in rows
    )
