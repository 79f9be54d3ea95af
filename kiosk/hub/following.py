"""Keeps a practice's live log in step with what other hub processes store: without a gap, whoever stored it.

Everything here belongs to the event loop's thread.
"""

import asyncio
from collections.abc import Callable, Sequence

import sqlalchemy as sa
import structlog

from kiosk.hub.database import Database
from kiosk.hub.live import Live
from kiosk.hub.schema import event
from kiosk.hub.tenant import mine
from kiosk.hub.writing import Logged
from kiosk.visits.events import decode

_AGAIN_S = 0.5
"""Between attempts to read while the database is away."""

_PAGE = 1_000

_log = structlog.get_logger(__name__)


class Following:
    """Brings what is new into the order of cursors."""

    def __init__(self, database: Database, live: Live, publish: Callable[[Sequence[Logged]], None]) -> None:
        """`publish` is given new entries, without a gap."""
        self._database = database
        self._live = live
        self._publish = publish
        self._reading: asyncio.Task[None] | None = None
        self._wanted = 0

    def offer(self, logged: Sequence[Logged]) -> None:
        """Takes entries in the order of cursors; those after a gap wait until what is in it was read."""
        fresh = [entry for entry in logged if entry.cursor > self._live.head]
        if not fresh:
            return
        if fresh[0].cursor == self._live.head + 1:
            self._publish(fresh)
        else:
            self.reach(fresh[-1].cursor)

    def reach(self, cursor: int) -> None:
        """There are entries up to `cursor`: reads what is not here yet."""
        self._wanted = max(self._wanted, cursor)
        if self._wanted > self._live.head and (self._reading is None or self._reading.done()):
            self._reading = asyncio.create_task(self._read_on())

    def close(self) -> None:
        """Reads no further."""
        if self._reading is not None:
            self._reading.cancel()

    async def _read_on(self) -> None:
        while self._wanted > self._live.head:
            try:
                entries = await asyncio.to_thread(self._read, self._live.head)
            except (sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
                _log.warning("log not read", reason=type(error).__name__)
                await asyncio.sleep(_AGAIN_S)
                continue
            if not entries:
                # A server that took over may lack what was told of: it was not durable there.
                self._wanted = self._live.head
            self.offer(entries)

    def _read(self, after: int) -> list[Logged]:
        with self._database.glance() as connection:
            rows = connection.execute(
                sa.select(event.c.cursor, event.c.kind, event.c.body, event.c.true_at)
                .where(mine(connection, event), event.c.cursor > after)
                .order_by(event.c.cursor)
                .limit(_PAGE)
            ).all()
        return [Logged(row.cursor, row.kind, decode(row.body.encode()), row.body, row.true_at) for row in rows]
