"""What a tablet hears: first what it missed or a snapshot, then everything as it happens."""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from typing import TypeAlias
from uuid import UUID

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.hub import tokens
from kiosk.hub.clock import Clock
from kiosk.hub.database import Database
from kiosk.hub.expiring import EXPIRED
from kiosk.hub.live import Live, encode_entry, server_sent
from kiosk.hub.projections import open_visits
from kiosk.hub.receipts import Store
from kiosk.hub.schema import event, practice
from kiosk.hub.tenant import mine
from kiosk.visits.events import decode
from kiosk.visits.wire import HEARTBEAT_S, HELLO, RENEW_TOKEN, Hello

MAX_BEHIND = 5_000
"""A tablet that missed more gets a snapshot instead."""

_PAGE = 1_000
_HEARTBEAT = b": still here\n\n"


Standing: TypeAlias = dict[str, int | None]
"""Each tablet that is let in, and since when it should have another token."""


class Streams:
    """Opens the streams of tablets."""

    def __init__(self, database: Database, live: Live, clock: Clock, *, heartbeat_s: float = HEARTBEAT_S) -> None:
        self._database = database
        self._live = live
        self._clock = clock
        self._heartbeat_s = heartbeat_s
        self._asking: asyncio.Task[Standing | None] | None = None
        self._asked_at = 0.0
        self._stood: Standing | None = None

    async def open(self, device: str, after: str, store: str = "") -> AsyncGenerator[bytes, None]:
        """Server-sent events for `device` from the cursor `after` on; without a usable one, from a snapshot.

        `store`: the epoch of the store that listens. What comes from it meanwhile is in it, and is not told again; any
        other text names none.
        """
        live = self._live
        own = _store(device, store)
        with live.listening(device) as line:
            yield server_sent(HELLO, msgspec.json.encode(Hello(hub_epoch=live.hub_epoch, at=self._clock())))
            settings = live.settings
            yield settings
            missed, at = await asyncio.to_thread(self._catch_up, _cursor(after, live.hub_epoch))
            yield missed
            told = False
            due = None
            while not live.closing and not line.dropped:
                if settings is not live.settings:
                    settings = live.settings
                    yield settings
                while line.waiting:
                    yield line.waiting.popleft()
                news = live.since(at, None if live.is_twice(device) else own)
                if news is None:
                    news, at = await asyncio.to_thread(self._page, at)
                    if news:
                        yield news
                    continue
                at = max(at, live.head)
                if news:
                    yield news
                if not told:
                    told = True
                    yield live.caught_up(at)
                    if (due := await asyncio.to_thread(self._token_due, device)) is not None:
                        yield server_sent(RENEW_TOKEN, b"{}")
                if live.head > at or live.closing or line.dropped or line.waiting:
                    continue
                if settings is not live.settings:
                    continue
                if not await live.news.wait(self._heartbeat_s):
                    standing = await self._standing()
                    if standing is None:
                        yield _HEARTBEAT
                        continue
                    # It may have been revoked by another process.
                    if device not in standing:
                        return
                    before, due = due, standing[device]
                    # IT may have asked for it at another process.
                    yield _HEARTBEAT if due in (None, before) else server_sent(RENEW_TOKEN, b"{}")

    async def _standing(self) -> Standing | None:
        """`tokens.standing`, asked once for all streams that have a heartbeat at about the same time."""
        now = asyncio.get_running_loop().time()
        if self._asking is None or (self._asking.done() and now - self._asked_at >= self._heartbeat_s / 4):
            self._asked_at = now
            self._asking = asyncio.create_task(asyncio.to_thread(self._read_standing))
        self._stood = await asyncio.shield(self._asking)
        return self._stood

    def _read_standing(self) -> Standing | None:
        try:
            with self._database.glance() as connection:
                return tokens.standing(connection, self._clock())
        except (sa.exc.DBAPIError, sa.exc.TimeoutError):
            # As it was; the database that cannot say is asked again with the next heartbeat.
            return self._stood

    def _token_due(self, device: str) -> int | None:
        try:
            with self._database.glance() as connection:
                return tokens.due_since(connection, device, self._clock())
        except (sa.exc.DBAPIError, sa.exc.TimeoutError):
            return None

    def _catch_up(self, after: int | None) -> tuple[bytes, int]:
        """What to say first, and up to which cursor it goes."""
        with self._database.read() as connection:
            head = connection.execute(sa.select(practice.c.cursor).where(mine(connection, practice))).scalar_one()
            if after is not None and head - MAX_BEHIND <= after <= head:
                return self._read(connection, after)
            visits = sa.select(event).where(
                mine(connection, event), event.c.visit.in_(open_visits(connection, self._clock()))
            )
            rows = connection.execute(visits.order_by(event.c.cursor))
            return self._encode(rows), head

    def _page(self, after: int) -> tuple[bytes, int]:
        with self._database.read() as connection:
            return self._read(connection, after)

    def _read(self, connection: Connection, after: int) -> tuple[bytes, int]:
        rows = connection.execute(
            sa.select(event)
            .where(mine(connection, event), event.c.cursor > after)
            .order_by(event.c.cursor)
            .limit(_PAGE)
        ).all()
        return self._encode(rows), rows[-1].cursor if rows else after

    def _encode(self, rows: Iterable[sa.Row[tuple[object, ...]]]) -> bytes:
        epoch = self._live.hub_epoch
        return b"".join(
            encode_entry(epoch, row.cursor, decode(row.body.encode()), row.body, row.true_at)
            for row in rows
            if row.kind != EXPIRED
        )


def _cursor(after: str, hub_epoch: UUID) -> int | None:
    """The number in a cursor of this hub; None for any other text."""
    epoch, _, number = after.rpartition("-")
    if epoch != str(hub_epoch) or not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    return int(number)


def _store(device: str, epoch: str) -> Store | None:
    try:
        return device, UUID(epoch)
    except ValueError:
        return None
