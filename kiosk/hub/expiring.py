"""Visits that are older than the practice keeps them: words, stars and times go, for good. See decision 0013.

Of each event a record stays behind, so that it is known when a tablet sends it again, cursors have no gap, and the
numbers of its store can still be counted.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa
import structlog
from sqlalchemy import Connection

from kiosk.hub.projections import PROJECTED
from kiosk.hub.report import rollups
from kiosk.hub.schema import event, retention
from kiosk.hub.tenant import mine, practice_of
from kiosk.hub.writing import Writing
from kiosk.visits.events import Event, Stamped, kind_of

EXPIRED = "expired"
"""The kind of what is left of an event; tablets never hear of it."""

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS

SECOND_THOUGHTS_MS = DAY_MS
"""Nothing goes for so long after settings were saved: a number of days that was mistyped can be put right."""

DISBELIEF_MS = 4 * HOUR_MS
"""Nothing goes for so long after the hub's clock has jumped by a day or more: it may be put right."""

_AT_ONCE = 500
"""Entries of the log that are looked at in one transaction: clicks wait for it."""

_log = structlog.get_logger(__name__)


class _Record(Stamped, frozen=True, kw_only=True, tag_field="kind", tag=EXPIRED):
    """What is left of an event."""


def expire(connection: Connection, writing: Writing, *, days: int, changed_at: int) -> bool:
    """Lets go of visits that nothing was heard of for `days`; gives whether there may be more.

    `changed_at`: when settings were saved last, ms UTC.
    """
    done, believed_from = _look_at_clock(connection, writing.now)
    if writing.now < believed_from or 0 <= writing.now - changed_at < SECOND_THOUGHTS_MS:
        return False
    entries = connection.execute(
        sa.select(event.c.cursor, event.c.visit, event.c.received_at)
        .where(mine(connection, event), event.c.cursor > done)
        .order_by(event.c.cursor)
        .limit(_AT_ONCE)
    )
    old = list(_old(entries, before=writing.now - days * DAY_MS, now=writing.now, begun=done > 0))
    if not old:
        return False
    last = old[-1].cursor
    if visits := _over(connection, {row.visit for row in old if row.visit is not None}, last):
        _let_go(connection, visits)
        writing.forget = True
        _log.info("visits expired", visits=len(visits))
    connection.execute(retention.update().where(mine(connection, retention)).values(cursor=last))
    return len(old) == _AT_ONCE


def is_record_of(before: Event, offered: Event) -> bool:
    """Whether `before` is what was left of an event that is offered again."""
    same = (before.id, before.device, before.epoch, before.n) == (offered.id, offered.device, offered.epoch, offered.n)
    return same and kind_of(before) == EXPIRED


def _look_at_clock(connection: Connection, now: int) -> tuple[int, int]:
    """Up to which cursor all was looked at, and from when on the clock is believed (ms UTC)."""
    own = mine(connection, retention)
    row = connection.execute(sa.select(retention).where(own)).first()
    if row is None:
        started = {"cursor": 0, "seen_at": now, "believed_from": now + DISBELIEF_MS}
        connection.execute(retention.insert().values(practice=practice_of(connection), **started))
        return 0, now + DISBELIEF_MS
    if abs(now - row.seen_at) < HOUR_MS:
        return row.cursor, row.believed_from
    believed_from = now + DISBELIEF_MS if abs(now - row.seen_at) >= DAY_MS else row.believed_from
    connection.execute(retention.update().where(own).values(seen_at=now, believed_from=believed_from))
    return row.cursor, believed_from


def _old(entries: Iterable[sa.Row[*tuple[Any, ...]]], *, before: int, now: int, begun: bool) -> Iterator[sa.Row[Any]]:
    """The entries at the front that were heard before `before`; `begun`: others were, in front of these.

    A time that is yet to come is an error of the clock: such an entry counts as the one in front of it.
    """
    old = begun
    for row in entries:
        if row.received_at <= now:
            old = row.received_at < before
        if not old:
            return
        yield row


def _over(connection: Connection, visits: set[str], last: int) -> list[str]:
    """Those of `visits` of which nothing was heard after the cursor `last`."""
    query = sa.select(event.c.visit).where(mine(connection, event), event.c.visit.in_(visits), event.c.cursor > last)
    return sorted(visits.difference(connection.execute(query).scalars()))


def _let_go(connection: Connection, visits: list[str]) -> None:
    rollups.add(connection, {}, rollups.counted(connection, visits, rollups.zone_of(connection)))
    for table in PROJECTED:
        connection.execute(sa.delete(table).where(mine(connection, table), table.c.visit.in_(visits)))
    rows = connection.execute(
        sa.select(event.c.cursor, event.c.id, event.c.device, event.c.epoch, event.c.n, event.c.true_at).where(
            mine(connection, event), event.c.visit.in_(visits)
        )
    ).all()
    connection.execute(
        event.update()
        .where(mine(connection, event), event.c.cursor == sa.bindparam("at"))
        .values(visit=None, kind=EXPIRED, body=sa.bindparam("record")),
        [{"at": row.cursor, "record": _record(row)} for row in rows],
    )


def _record(row: sa.Row[*tuple[Any, ...]]) -> str:
    record = _Record(
        id=UUID(row.id),
        at=row.true_at,
        device=row.device,
        epoch=UUID(row.epoch),
        n=row.n,
        boot=UUID(int=0),
        mono=0,
    )
    return msgspec.json.encode(record).decode()
