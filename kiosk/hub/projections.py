"""The tables that pages and reports read: each touched visit folded anew from its events.

The log is the truth. What is here can be thrown away and made again by the same function.
"""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection, Table

from kiosk.hub.report import rollups
from kiosk.hub.schema import PRACTICE, concern, event, rating, visit
from kiosk.visits.events import Arrived, Event, decode
from kiosk.visits.visit import Concern, Rating, Visit, fold

RECENTLY_MS = 600_000
"""For how long a closed visit still matters to tablets: 10 minutes."""

PROJECTED = (visit, rating, concern)

CHUNK = 500
"""Visits that are folded at once; databases limit the parameters of a statement."""


def project(connection: Connection, visits: Collection[UUID]) -> None:
    """Rewrites the rows of `visits`, in the caller's transaction."""
    for chunk in _chunks(sorted(visits)):
        keys = [str(key) for key in chunk]
        made = folded(connection, keys)
        before = rollups.counted(connection, keys)
        for table in PROJECTED:
            connection.execute(sa.delete(table).where(table.c.practice == PRACTICE, table.c.visit.in_(keys)))
            _insert(connection, table, made[table])
        rollups.add(connection, rollups.counted_of(connection, made), before)


def folded(connection: Connection, keys: list[str]) -> dict[Table, list[dict[str, Any]]]:
    """The rows of these visits as the log tells them, by table; `CHUNK` visits at most."""
    states = {key: (fold(key, events), heard) for key, (events, heard) in _events(connection, keys).items()}
    return {
        visit: [_visit_row(state, heard) for state, heard in states.values()],
        rating: [_rating_row(state.id, each) for state, _ in states.values() for each in state.ratings],
        concern: [_concern_row(state.id, each) for state, _ in states.values() for each in state.concerns],
    }


def load(connection: Connection, key: UUID) -> Visit:
    """The visit as the log tells it; one that nobody has heard of has not arrived."""
    return fold(key, load_events(connection, key))


def load_events(connection: Connection, key: UUID) -> list[Event]:
    """What the log tells of a visit, in true time, in no order."""
    events, _ = _events(connection, [str(key)]).get(key, ([], None))
    return events


def open_visits(now: int) -> sa.Select[Any]:
    """The ids of visits that still matter to a waiting room at `now` (ms UTC).

    Those that arrived and are not closed, or not for longer than `RECENTLY_MS`, and those with a concern that
    somebody has to see to. A rating alone is never closed and waits for nobody.
    """
    recently = now - RECENTLY_MS
    waiting = sa.select(visit.c.visit).where(
        visit.c.practice == PRACTICE,
        visit.c.arrived_at.is_not(None),
        sa.or_(visit.c.closed_at.is_(None), visit.c.closed_at > recently),
    )
    troubled = sa.select(concern.c.visit).where(
        concern.c.practice == PRACTICE,
        sa.or_(concern.c.resolved_at.is_(None), concern.c.resolved_at > recently),
        sa.or_(concern.c.confirmed.is_(None), concern.c.confirmed.is_(False)),
    )
    return sa.select(sa.union(waiting, troubled).subquery().c.visit)


def at_true_time(body: str, true_at: int) -> Event:
    """The event of a row of the log, with the time when it really happened."""
    return replace(decode(body.encode()), at=true_at)


def _events(connection: Connection, keys: list[str]) -> dict[UUID, tuple[list[Event], int | None]]:
    """By visit: its events in true time, and when the hub heard of the arrival."""
    rows = connection.execute(
        sa.select(event.c.visit, event.c.body, event.c.true_at, event.c.received_at).where(
            event.c.practice == PRACTICE, event.c.visit.in_(keys)
        )
    )
    found: dict[UUID, tuple[list[Event], int | None]] = {}
    for row in rows:
        fact = at_true_time(row.body, row.true_at)
        events, heard = found.get(UUID(row.visit), ([], None))
        if isinstance(fact, Arrived):
            heard = row.received_at if heard is None else min(heard, row.received_at)
        events.append(fact)
        found[UUID(row.visit)] = (events, heard)
    return found


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _chunks(keys: list[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]


def _visit_row(state: Visit, heard_at: int | None) -> dict[str, Any]:
    return {
        "practice": PRACTICE,
        "visit": str(state.id),
        "ticket": state.ticket,
        "name": state.name,
        "language": state.language,
        "device": state.device,
        "place": state.place,
        "link": state.link,
        "arrived_at": state.arrived_at,
        "heard_at": heard_at,
        "shown_at": state.shown_at,
        "seen_by": state.seen.by if state.seen else None,
        "seen_at": state.seen.at if state.seen else None,
        "quoted_at": state.promise.quoted_at if state.promise else None,
        "quoted_minutes": state.promise.minutes if state.promise else None,
        "apologised": state.apologised,
        "called_by": state.call.by if state.call else None,
        "called_at": state.call.at if state.call else None,
        "first_called_at": state.first_call.at if state.first_call else None,
        "called_place": state.call.place if state.call else None,
        "closed_by": state.closing.by if state.closing else None,
        "closed_at": state.closing.at if state.closing else None,
        "closed_how": state.closing.how if state.closing else None,
    }


def _rating_row(key: UUID, state: Rating) -> dict[str, Any]:
    return {
        "practice": PRACTICE,
        "rating": str(state.id),
        "visit": str(key),
        "device": state.device,
        "at": state.at,
        "stars": state.stars,
        "topics": [str(topic) for topic in state.topics],
        "comment": state.comment,
        "settled_at": state.settled_at,
        "flags": sorted(state.flags),
    }


def _concern_row(key: UUID, state: Concern) -> dict[str, Any]:
    return {
        "practice": PRACTICE,
        "concern": str(state.id),
        "visit": str(key),
        "device": state.device,
        "place": state.place,
        "rating": str(state.rating) if state.rating else None,
        "at": state.at,
        "shown_at": state.shown_at,
        "claimed_by": state.claim.by if state.claim else None,
        "claimed_at": state.claim.at if state.claim else None,
        "outcome": state.outcome,
        "resolved_by": state.resolved.by if state.resolved else None,
        "resolved_at": state.resolved.at if state.resolved else None,
        "note": state.note,
        "confirmed": state.confirmed,
    }
