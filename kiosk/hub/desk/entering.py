"""Arrivals that the desk enters, for patients who do not use the tablet."""

from collections.abc import Collection
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub.desk.actions import Decision
from kiosk.hub.desk.figures import day_of
from kiosk.hub.projections import load
from kiosk.hub.schema import visit
from kiosk.hub.tenant import mine
from kiosk.visits.events import Acknowledged, Arrived
from kiosk.visits.ticket import next_ticket
from kiosk.visits.visit import Visit

PLACE = "Desk"


def enter(by: str, *, name: str, language: str, minutes: int | None, ticket: str, known: Visit) -> Decision:
    """The arrival, and that `by` has seen the patient: they stand before one another."""
    if known.arrived_at is not None:
        return Decision(f"{known.ticket} is entered already.")
    told = f", wait about {minutes} minutes" if minutes else ""
    return Decision(
        f"{ticket} is entered and seen by {by}{told}. Please tell them their ticket: {ticket}.",
        [
            partial(Arrived, visit=known.id, ticket=ticket, name=name, language=language, place=PLACE),
            partial(Acknowledged, visit=known.id, by=by, minutes=minutes),
        ],
    )


def look(
    connection: Connection, now: int, *, key: UUID, by: str, name: str, language: str, minutes: int | None, letter: str,
    zone: ZoneInfo,
) -> Decision:  # fmt: skip
    """`enter` with the next ticket of the desk's letter at `now`, ms UTC."""
    ticket = next_ticket(letter, _taken(connection, now, zone))
    return enter(by, name=name, language=language, minutes=minutes, ticket=ticket, known=load(connection, key))


def _taken(connection: Connection, now: int, zone: ZoneInfo) -> Collection[str]:
    """The tickets of today and of every open visit, whoever gave them out."""
    start, _ = day_of(now, zone)
    rows = connection.execute(
        sa.select(visit.c.ticket).where(
            mine(connection, visit),
            visit.c.arrived_at.is_not(None),
            sa.or_(visit.c.closed_at.is_(None), visit.c.arrived_at >= start),
        )
    )
    return [row.ticket for row in rows]
