"""What the hub does by itself, once a minute: whatever has had its time ends.

A visit ends with its day, a name with its purpose, and the rest with the days that the practice keeps it. What the
report card may tell of four weeks is decided when these are over.
"""

import asyncio
from datetime import UTC, datetime
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
import structlog
from sqlalchemy import Connection

from kiosk.hub.expiring import expire
from kiosk.hub.log import EventLog, LogClosedError
from kiosk.hub.report.periods import day_of
from kiosk.hub.report.telling import decide
from kiosk.hub.schema import visit
from kiosk.hub.settings import Version
from kiosk.hub.tenant import mine
from kiosk.hub.writing import Writing
from kiosk.visits.events import Closed, NamesErased

INTERVAL_S = 60
NAME_KEPT_MS = 15 * 60_000
"""After a visit has ended its name is still of use to whoever ended it by mistake."""
LONGEST_VISIT_MS = 6 * 3_600_000
"""Nobody is sent home by midnight who came an hour before it."""
_AT_ONCE = 200
"""Visits that are seen to in one transaction: clicks wait for it."""

_log = structlog.get_logger(__name__)


async def keep_up(log: EventLog, held: Version, *, forget: bool) -> None:
    """Sees to what is due by the settings that hold. A fault of the database is told in the log.

    `forget` what was erased before, too: a kill, or a reader just then, may have kept it in the database's files.
    """
    more = True
    while more:
        try:
            more = await asyncio.wrap_future(log.submit(partial(_keep_up, held=held, forget=forget)))
        except sa.exc.DBAPIError as error:
            _log.warning("upkeep-failed", error=str(error.orig))
            return
        except LogClosedError:
            return


def _keep_up(connection: Connection, writing: Writing, *, held: Version, forget: bool) -> bool:
    writing.forget = forget
    more = see_to_what_is_due(connection, writing, zone=held.settings.zone)
    more = decide(connection, day_of(writing.now, held.settings.zone)) or more
    return expire(connection, writing, days=held.settings.retention_days, changed_at=held.at) or more


def see_to_what_is_due(connection: Connection, writing: Writing, *, zone: ZoneInfo) -> bool:
    """Ends visits of earlier days that nobody ended, and erases names whose purpose is over.

    At most some of them; gives whether there may be more. `zone`: where the practice's days begin and end.
    """
    midnight = datetime.fromtimestamp(writing.now / 1000, UTC).astimezone(zone).replace(hour=0, minute=0, second=0)
    yesterdays = (
        visit.c.closed_at.is_(None),
        visit.c.arrived_at < min(int(midnight.timestamp()) * 1000, writing.now - LONGEST_VISIT_MS),
    )
    over = _visits(connection, *yesterdays)
    named = (*yesterdays, visit.c.name != ""), (visit.c.closed_at <= writing.now - NAME_KEPT_MS, visit.c.name != "")
    nameless = [key for conditions in named for key in _visits(connection, *conditions)]
    for key in over:
        writing.mint(partial(Closed, visit=key, how="not_closed_by_staff"))
    for key in nameless:
        writing.mint(partial(NamesErased, visit=key))
    if over or nameless:
        _log.info("upkeep", visits_ended=len(over), names_erased=len(nameless))
    return max(len(over), len(nameless)) >= _AT_ONCE


def _visits(connection: Connection, *conditions: sa.ColumnElement[bool]) -> list[UUID]:
    query = sa.select(visit.c.visit).where(mine(connection, visit), *conditions).limit(_AT_ONCE)
    return [UUID(key) for key in connection.execute(query).scalars()]
