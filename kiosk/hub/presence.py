"""Which tablets have a stream open at which hub, as far as the hubs on one database know of one another."""

import asyncio
from typing import Never

import sqlalchemy as sa
import structlog
from sqlalchemy import Connection

from kiosk.hub import news
from kiosk.hub.database import Database
from kiosk.hub.live import Live
from kiosk.hub.log import EventLog, LogClosedError, Work
from kiosk.hub.news import Lines
from kiosk.hub.schema import PRACTICE, process
from kiosk.hub.writing import RUN, Writing

BEAT_S = 5.0
"""How often a hub says that it is there."""

GONE_MS = 15_000
"""A hub that said nothing for so long is gone, and its streams with it."""

_PAUSE_S = 0.5
"""Thousands of tablets that come at once are told of together."""

_MINE = process.c.practice == PRACTICE, process.c.run == str(RUN)

# By the server's clock, which is one for all hubs.
_NOW = sa.cast(sa.extract("epoch", sa.func.now()) * 1000, sa.BigInteger)

_log = structlog.get_logger(__name__)


class Presence:
    """Tells other hubs of this one's streams, and this one of theirs. Belongs to the event loop's thread."""

    def __init__(self, database: Database, live: Live, log: EventLog) -> None:
        self._database = database
        self._live = live
        self._log = log
        self._due = False
        self._told = -1

    def look(self) -> None:
        """Tablets have come or gone at another hub."""
        self._due = True

    async def run(self) -> Never:
        """Until it is cancelled; what the database cannot do just now is tried again."""
        loop = asyncio.get_running_loop()
        beat = loop.time()
        while True:
            try:
                version = self._live.lines_version
                if version != self._told or loop.time() >= beat:
                    await asyncio.wrap_future(self._log.submit(self._say(self._live.here(), told=version)))
                    self._told, self._due, beat = version, True, loop.time() + BEAT_S
                if self._due:
                    self._due = False
                    self._live.has_elsewhere(await asyncio.to_thread(self._read))
            except (sa.exc.DBAPIError, sa.exc.TimeoutError, LogClosedError) as error:
                _log.warning("streams not told", reason=type(error).__name__)
            await asyncio.sleep(_PAUSE_S)

    def leave(self) -> None:
        """This hub ends, and its streams with it; the others hear of it unless the database is away."""

        def work(connection: Connection, _: Writing) -> None:
            connection.execute(process.delete().where(*_MINE))
            self._database.tell(connection, news.encode(Lines(RUN)))

        self._log.submit(work)

    def _say(self, tablets: frozenset[str], *, told: int) -> Work[None]:
        changed = told != self._told

        def work(connection: Connection, _: Writing) -> None:
            connection.execute(
                process.delete().where(process.c.practice == PRACTICE, process.c.seen_at < _NOW - GONE_MS)
            )
            values = {"seen_at": _NOW} | ({"tablets": sorted(tablets)} if changed else {})
            if connection.execute(process.update().where(*_MINE).values(**values)).rowcount == 0:
                row = {"practice": PRACTICE, "run": str(RUN), "seen_at": _NOW, "tablets": sorted(tablets)}
                connection.execute(process.insert().values(**row))
            if changed:
                self._database.tell(connection, news.encode(Lines(RUN)))

        return work

    def _read(self) -> frozenset[str]:
        there = process.c.practice == PRACTICE, process.c.run != str(RUN), process.c.seen_at >= _NOW - GONE_MS
        with self._database.read() as connection:
            rows = connection.execute(sa.select(process.c.tablets).where(*there))
            return frozenset(device for row in rows for device in row.tablets)
