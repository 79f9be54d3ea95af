"""The tables that pages and reports read: each touched visit folded anew from its events.

The log is the truth. What is here can be thrown away and made again by the same function.
"""

from collections.abc import Collection, Iterable, Iterator
from copy import copy
from itertools import islice
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import to_builtins
from msgspec.structs import force_setattr
from sqlalchemy import Connection, Table

from kiosk.hub.bulk import among, insert, put
from kiosk.hub.report import rollups
from kiosk.hub.schema import concern, event, rating, visit
from kiosk.hub.tenant import mine, practice_of
from kiosk.hub.writing import Logged, Told, Writing
from kiosk.visits.events import Arrived, Event, NamesErased, decode, visit_of
from kiosk.visits.visit import Concern, Rating, Visit, fold

RECENTLY_MS = 600_000
"""For how long a closed visit still matters to tablets: 10 minutes."""

PROJECTED = (visit, rating, concern)

_NAMING = (Arrived, NamesErased)

CHUNK = 500
"""Visits that are folded at once."""


def project(connection: Connection, visits: Collection[UUID]) -> None:
    """Rewrites the rows of `visits` from the log, in the caller's transaction."""
    zone = rollups.zone_of(connection)
    for keys in _chunks(visits):
        made = folded(connection, list(keys.values()))
        was = rollups.counted(connection, keys.values(), zone)
        for table in PROJECTED:
            connection.execute(
                sa.delete(table).where(mine(connection, table), among(connection, table.c.visit, keys.values()))
            )
            insert(connection, table, made[table])
        rollups.add(connection, rollups.counted_of(made, zone), was)


def project_new(connection: Connection, writing: Writing) -> set[UUID]:
    """Rewrites the rows of the visits that were written of, in this transaction; gives those whose name is to go.

    What was written is not read back: most visits begin and end in one push of a tablet that was away.
    """
    fresh: dict[UUID, list[Logged]] = {}
    for entry in writing.logged:
        if (key := visit_of(entry.event)) is not None:
            fresh.setdefault(key, []).append(entry)
    zone = rollups.zone_named(writing.timezone)
    nameless: set[UUID] = set()
    for keys in _chunks(fresh):
        told = {key: heard for key in keys if (heard := writing.earlier.get(key)) and heard[0]}
        if others := [key for key in keys if key not in writing.earlier]:
            told |= _events(connection, others, until=writing.before)
        was = rows_of(practice_of(connection), told)
        for key in keys:
            for entry in fresh[key]:
                hear(told, key, entry.event, entry.true_at, writing.now)
            concerns_name = any(isinstance(entry.event, _NAMING) for entry in fresh[key])
            if concerns_name and any(isinstance(each, NamesErased) for each in told[key][0]):
                nameless.add(key)
        made = rows_of(practice_of(connection), told)
        for table in PROJECTED:
            _replace(connection, table, was[table], made[table])
        rollups.add(connection, rollups.counted_of(made, zone), rollups.counted_of(was, zone))
    return nameless


def folded(connection: Connection, keys: list[str]) -> dict[Table, list[dict[str, Any]]]:
    """The rows of these visits as the log tells them, by table; `CHUNK` visits at most."""
    return rows_of(practice_of(connection), _events(connection, [UUID(key) for key in keys]))


def load(connection: Connection, key: UUID) -> Visit:
    """The visit as the log tells it; one that nobody has heard of has not arrived."""
    return fold(key, load_events(connection, key))


def load_events(connection: Connection, key: UUID) -> list[Event]:
    """What the log tells of a visit, in true time, in no order."""
    events, _ = _events(connection, [key]).get(key, ([], None))
    return events


def open_visits(connection: Connection, now: int) -> sa.Select[Any]:
    """The ids of visits that still matter to a waiting room at `now` (ms UTC).

    Those that arrived and are not closed, or not for longer than `RECENTLY_MS`, and those with a concern that
    somebody has to see to. A rating alone is never closed and waits for nobody.
    """
    recently = now - RECENTLY_MS
    waiting = sa.select(visit.c.visit).where(
        mine(connection, visit),
        visit.c.arrived_at.is_not(None),
        sa.or_(visit.c.closed_at.is_(None), visit.c.closed_at > recently),
    )
    troubled = sa.select(concern.c.visit).where(
        mine(connection, concern),
        sa.or_(concern.c.resolved_at.is_(None), concern.c.resolved_at > recently),
        sa.or_(concern.c.confirmed.is_(None), concern.c.confirmed.is_(False)),
    )
    return sa.select(sa.union(waiting, troubled).subquery().c.visit)


def _at(fact: Event, true_at: int) -> Event:
    """The event with the time when it really happened."""
    # Not by `replace`, which checks every field again.
    moved = copy(fact)
    force_setattr(moved, "at", true_at)
    return moved


def hear(told: Told, key: UUID, fact: Event, true_at: int, received_at: int) -> None:
    """Adds an entry of the log to what it tells of a visit. Times in ms UTC."""
    events, heard = told.get(key, ([], None))
    if isinstance(fact, Arrived):
        heard = received_at if heard is None else min(heard, received_at)
    events.append(_at(fact, true_at))
    told[key] = events, heard


def rows_of(whose: str, told: Told) -> dict[Table, list[dict[str, Any]]]:
    """The rows of visits by table, from what was told of each; `whose`: of which practice."""
    states = [(fold(key, events), heard) for key, (events, heard) in told.items()]
    return {
        visit: [_visit_row(whose, state, heard) for state, heard in states],
        rating: [_rating_row(whose, state.id, each) for state, _ in states for each in state.ratings],
        concern: [_concern_row(whose, state.id, each) for state, _ in states for each in state.concerns],
    }


def _events(connection: Connection, keys: list[UUID], *, until: int | None = None) -> Told:
    """What the log tells of visits; `until`: up to this cursor."""
    query = sa.select(event.c.visit, event.c.body, event.c.true_at, event.c.received_at).where(
        mine(connection, event), among(connection, event.c.visit, to_builtins(keys))
    )
    if until is not None:
        query = query.where(event.c.cursor <= until)
    found: Told = {}
    for row in connection.execute(query):
        hear(found, UUID(row.visit), decode(row.body.encode()), row.true_at, row.received_at)
    return found


def _replace(connection: Connection, table: Table, was: list[dict[str, Any]], made: list[dict[str, Any]]) -> None:
    """Puts rows in the place of those that the log made before; a name that was blanked since is in none of them."""
    key = table.c[table.name]
    before = {row[key.name] for row in was}
    insert(connection, table, [row for row in made if row[key.name] not in before])
    put(connection, table, [row for row in made if row[key.name] in before])
    if gone := before.difference(row[key.name] for row in made):
        connection.execute(sa.delete(table).where(mine(connection, table), among(connection, key, gone)))


def _chunks(visits: Iterable[UUID]) -> Iterator[dict[UUID, str]]:
    """Some at a time, with their letters."""
    waiting = iter(visits)
    while chunk := {key: to_builtins(key) for key in islice(waiting, CHUNK)}:
        yield chunk


def _visit_row(whose: str, state: Visit, heard_at: int | None) -> dict[str, Any]:
    return {
        "practice": whose,
        "visit": to_builtins(state.id),
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


def _rating_row(whose: str, key: UUID, state: Rating) -> dict[str, Any]:
    return {
        "practice": whose,
        "rating": to_builtins(state.id),
        "visit": to_builtins(key),
        "device": state.device,
        "at": state.at,
        "stars": state.stars,
        "topics": [str(topic) for topic in state.topics],
        "comment": state.comment,
        "settled_at": state.settled_at,
        "flags": sorted(state.flags),
    }


def _concern_row(whose: str, key: UUID, state: Concern) -> dict[str, Any]:
    return {
        "practice": whose,
        "concern": str(state.id),
        "visit": to_builtins(key),
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
