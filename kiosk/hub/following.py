"""Keeps a practice's live log in step with what other hub processes store: without a gap, whoever stored it.

Everything here belongs to the event loop's thread.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple

import sqlalchemy as sa
import structlog

from kiosk.hub.database import Database
from kiosk.hub.live import Live
from kiosk.hub.schema import event
from kiosk.hub.tenant import serve, served, whose
from kiosk.hub.writing import Logged
from kiosk.visits.events import decode

_AGAIN_S = 0.5
"""Between attempts to read while the database is away."""

_PAGE = 1_000

_log = structlog.get_logger(__name__)

_NEW = (
    sa.select(event.c.cursor, event.c.kind, event.c.body, event.c.true_at)
    .where(whose(event), event.c.cursor > sa.bindparam("after"))
    .order_by(event.c.cursor)
    .limit(_PAGE)
)


class _Wanted(NamedTuple):
    practice: str
    after: int
    """A cursor."""
    answer: "asyncio.Future[list[Logged]]"


class Reader:
    """Reads logs for all practices of a process: on one connection, so that many at once do not get in its way."""

    def __init__(self, database: Database) -> None:
        """`database`: of any practice."""
        self._database = database
        self._wanted: list[_Wanted] = []
        self._reading: asyncio.Task[None] | None = None

    async def read(self, practice: str, after: int) -> list[Logged]:
        """Some entries of a practice's log after a cursor. Raises sqlalchemy.exc.DBAPIError and TimeoutError."""
        wanted = _Wanted(practice, after, asyncio.get_running_loop().create_future())
        self._wanted.append(wanted)
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._run())
        return await wanted.answer

    async def _run(self) -> None:
        while wanted := [each for each in self._wanted if not each.answer.done()]:
            self._wanted = []
            try:
                found = await asyncio.to_thread(self._read, wanted)
            except Exception as error:  # noqa: BLE001 - it is handed to whoever asked
                for each in wanted:
                    if not each.answer.done():
                        each.answer.set_exception(error)
            else:
                for each, entries in zip(wanted, found, strict=True):
                    if not each.answer.done():
                        each.answer.set_result(entries)

    def _read(self, wanted: Sequence[_Wanted]) -> list[list[Logged]]:
        found = []
        with self._database.glance() as connection:
            for each in wanted:
                rows = connection.execute(_NEW, served(serve(connection, each.practice)) | {"after": each.after})
                found.append(
                    [Logged(row.cursor, row.kind, decode(row.body.encode()), row.body, row.true_at) for row in rows]
                )
        return found


class Following:
    """Brings what is new into the order of cursors."""

    def __init__(self, practice: str, reader: Reader, live: Live, publish: Callable[[Sequence[Logged]], None]) -> None:
        """`publish` is given new entries, without a gap."""
        self._practice = practice
        self._reader = reader
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
                entries = await self._reader.read(self._practice, self._live.head)
            except (sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
                _log.warning("log not read", reason=type(error).__name__)
                await asyncio.sleep(_AGAIN_S)
                continue
            if not entries:
                # A server that took over may lack what was told of: it was not durable there.
                self._wanted = self._live.head
            self.offer(entries)
