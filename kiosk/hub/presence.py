"""Which tablets have a stream open at which hub process, as far as those on one database know of one another.

Everything here belongs to the event loop's thread.
"""

import asyncio
from collections.abc import Callable, Collection, Iterable
from typing import Never

import sqlalchemy as sa
import structlog
from sqlalchemy import Connection

from kiosk.hub import news
from kiosk.hub.database import Database
from kiosk.hub.hub import Hub
from kiosk.hub.log import LogClosedError, Work
from kiosk.hub.news import Streams
from kiosk.hub.schema import process, streams
from kiosk.hub.tenant import mine, practice_of
from kiosk.hub.writing import Writing, this_run

BEAT_S = 5.0
"""How often a process says that it is there."""

GONE_MS = 15_000
"""A process that said nothing for so long is gone, and its streams with it."""

_PAUSE_S = 0.5
"""Thousands of tablets that come at once are told of together."""

_AT_ONCE = 32
"""Practices that are told of at the same time."""

# By the server's clock, which is one for all hubs.
_NOW = sa.cast(sa.extract("epoch", sa.func.now()) * 1000, sa.BigInteger)

_log = structlog.get_logger(__name__)


class Presence:
    """Tells other processes of this one's streams, and this one of theirs."""

    def __init__(self, first: Hub, hubs: Callable[[], Collection[Hub]]) -> None:
        self._first = first
        self._hubs = hubs
        self._due: set[str] = set()
        self._told: dict[str, int] = {}
        self._others: frozenset[str] = frozenset()

    def look(self, practice: str | None = None) -> None:
        """Tablets of a practice, or of any, have come or gone at another process."""
        self._due |= {practice} if practice else {hub.database.practice for hub in self._hubs()}

    async def run(self) -> Never:
        """Until it is cancelled; what the database cannot do just now is tried again."""
        loop = asyncio.get_running_loop()
        beat = loop.time()
        while True:
            try:
                if loop.time() >= beat:
                    others = await asyncio.wrap_future(self._first.log.submit(_beat))
                    beat = loop.time() + BEAT_S
                    if others != self._others:
                        self._others = others
                        self.look()
                await self._tell()
                await self._hear()
            except (sa.exc.DBAPIError, sa.exc.TimeoutError, LogClosedError) as error:
                _log.warning("streams not told", reason=type(error).__name__)
            await asyncio.sleep(_PAUSE_S)

    def leave(self) -> None:
        """This process ends, and its streams with it; the others hear of it unless the database is away."""
        for hub in self._hubs():
            if self._told.get(hub.database.practice, 0):
                hub.log.submit(_say(hub.database, frozenset()))
        self._first.log.submit(lambda connection, _: connection.execute(_mine_alone(process.delete())))

    async def _tell(self) -> None:
        changed = [hub for hub in self._hubs() if hub.live.lines_version != self._told.get(hub.database.practice, 0)]
        for some in _by(_AT_ONCE, changed):
            versions = {hub.database.practice: hub.live.lines_version for hub in some}
            said = [hub.log.submit(_say(hub.database, hub.live.here())) for hub in some]
            await asyncio.gather(*map(asyncio.wrap_future, said))
            self._told |= versions
            self._due |= set(versions)

    async def _hear(self) -> None:
        due, self._due = self._due, set()
        try:
            for some in _by(_AT_ONCE, [hub for hub in self._hubs() if hub.database.practice in due]):
                for hub, tablets in zip(some, await asyncio.to_thread(_read, some), strict=True):
                    hub.live.has_elsewhere(tablets)
                    due.discard(hub.database.practice)
        except BaseException:
            self._due |= due
            raise


def _by(n: int, hubs: list[Hub]) -> Iterable[list[Hub]]:
    return (hubs[at : at + n] for at in range(0, len(hubs), n))


def _mine_alone(statement: sa.Delete | sa.Update) -> sa.Delete | sa.Update:
    return statement.where(process.c.run == str(this_run()))


def _beat(connection: Connection, _: Writing) -> frozenset[str]:
    """Says that this process is there; gives the others."""
    connection.execute(process.delete().where(process.c.seen_at < _NOW - GONE_MS))
    if connection.execute(_mine_alone(process.update().values(seen_at=_NOW))).rowcount == 0:
        connection.execute(process.insert().values(run=str(this_run()), seen_at=_NOW))
    return frozenset(connection.execute(sa.select(process.c.run).where(process.c.run != str(this_run()))).scalars())


def _say(database: Database, tablets: frozenset[str]) -> Work[None]:
    def work(connection: Connection, _: Writing) -> None:
        gone = streams.c.run.not_in(sa.select(process.c.run))
        connection.execute(
            streams.delete().where(mine(connection, streams), sa.or_(gone, streams.c.run == str(this_run())))
        )
        if tablets:
            row = {"practice": practice_of(connection), "run": str(this_run()), "tablets": sorted(tablets)}
            connection.execute(streams.insert().values(**row))
        database.tell(connection, news.encode(Streams(this_run(), practice_of(connection))))

    return work


def _read(hubs: list[Hub]) -> list[frozenset[str]]:
    """The tablets of each practice whose streams other processes hold open."""
    found = []
    for hub in hubs:
        with hub.database.read() as connection:
            rows = connection.execute(
                sa.select(streams.c.tablets)
                .join(process, process.c.run == streams.c.run)
                .where(mine(connection, streams), streams.c.run != str(this_run()), process.c.seen_at >= _NOW - GONE_MS)
            )
            found.append(frozenset(device for row in rows for device in row.tablets))
    return found
