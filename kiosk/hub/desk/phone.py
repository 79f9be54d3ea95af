"""The phone page: the wait in a pocket, behind a link that nobody can guess and that dies with the visit."""

import asyncio
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from litestar import Request, Response, get
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_404_NOT_FOUND
from msgspec import Struct

from kiosk.hub.database import Database
from kiosk.hub.desk.pages import html, message
from kiosk.hub.hub import Hub
from kiosk.hub.projections import load
from kiosk.hub.schema import PRACTICE, visit
from kiosk.hub.secret import digest
from kiosk.visits.promise import MINUTE_MS
from kiosk.visits.visit import Status, Visit, honest_status

PATH = "/v/{key:str}"

_KEY_LENGTH = 200


class PhonePage(Struct, frozen=True):
    """What the page says; never a name of the patient."""

    ticket: str
    headline: str
    detail: str
    tone: str
    """`calm`, `good` or `hurry`."""
    bar: tuple[int, int] | None
    """How much of the promised wait has passed, and how long it is, in ms."""
    steps: tuple[tuple[str, int], ...]
    """What has happened so far, and when (ms UTC)."""


@get(PATH)
async def phone(request: Request[Any, Any, Any], key: FromPath[str]) -> Response[str]:
    """The page of an open visit; 404 with a kind sentence for any other key."""
    hub: Hub = request.app.state.hub
    found = await asyncio.to_thread(find, hub.database, key)
    if found is None:
        return message(
            request,
            "This page has closed",
            "It lasts as long as a visit. If you are waiting, please come to the desk: we will gladly help you.",
            status=HTTP_404_NOT_FOUND,
        )
    target_ms = hub.config.practice.greeting_target_seconds * 1000
    page = describe(found, hub.clock(), target_ms, lambda ms: request.app.state.templates.filters["clock_time"](ms))
    return html(request, "phone.html", status=HTTP_200_OK, page=page)


def find(database: Database, key: str) -> Visit | None:
    """The open visit that the link's `key` belongs to."""
    if len(key) > _KEY_LENGTH:
        return None
    with database.read() as connection:
        row = connection.execute(
            sa.select(visit.c.visit).where(
                visit.c.practice == PRACTICE, visit.c.link == digest(key), visit.c.closed_at.is_(None)
            )
        ).first()
        return load(connection, UUID(row.visit)) if row else None


def describe(found: Visit, now: int, target_ms: int, clock_time: Any) -> PhonePage:
    """What is true of the visit at `now` (ms UTC), in the order of what matters."""
    arrived = found.arrived_at or now
    status = honest_status(found, sent=True, reachable=True, waited_ms=max(0, now - arrived), target_ms=target_ms)
    headline, detail, tone = "Sent to the desk.", "", "calm"
    bar = None
    match status:
        case Status.CALLED if found.call:
            headline, tone = f"Please come to {found.call.place}.", "good"
        case Status.SEEN if found.seen:
            headline, tone = f"{found.seen.by} has seen you.", "good"
            if found.promise and now <= found.promise.due_at:
                sorry = "Sorry, it takes longer: about" if found.apologised else "About"
                detail = f"{sorry} {found.promise.minutes} minutes, until {clock_time(found.promise.due_at)}"
                length = found.promise.minutes * MINUTE_MS
                bar = (min(length, max(0, now - found.promise.quoted_at)), length)
            elif found.promise:
                detail, tone = "It takes longer than we said. Please ask at the desk.", "hurry"
        case Status.UNANSWERED:
            headline, detail, tone = "Nobody has answered yet.", "Please come to the desk.", "hurry"
        case Status.ON_SCREEN:
            headline = "You are on the desk’s screen."
    steps = [("Sent to the desk", arrived)]
    if found.shown_at is not None:
        steps.append(("On the desk’s screen", found.shown_at))
    if found.seen:
        steps.append((f"Seen by {found.seen.by}", found.seen.at))
    if found.call:
        steps.append((f"Called to {found.call.place}", found.call.at))
    return PhonePage(found.ticket or "", headline, detail, tone, bar, tuple(steps))
