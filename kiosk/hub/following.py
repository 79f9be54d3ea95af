"""Keeps a hub in step with what others on the same database do: it listens, and looks by itself now and then.

Everything here belongs to the event loop's thread.
"""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from contextlib import aclosing
from typing import Never

import sqlalchemy as sa
import structlog

from kiosk.hub import news
from kiosk.hub.database import Database
from kiosk.hub.live import Live
from kiosk.hub.news import Dropped, ForTablet, Lines, News, Stored
from kiosk.hub.schema import PRACTICE, event
from kiosk.hub.writing import RUN, Logged
from kiosk.visits.events import decode

LOOK_S = 1.0
"""How often the log is looked at although nobody told of anything: what is told can be lost with a line."""

_AGAIN_S = 0.5
"""Between attempts to listen, or to read, while the database is away."""

_PAGE = 1_000

_log = structlog.get_logger(__name__)


class Following:
    """Brings what is new into the order of cursors, whichever hub stored it."""

    def __init__(
        self,
        database: Database,
        live: Live,
        publish: Callable[[Sequence[Logged]], None],
        on_lines: Callable[[], None],
    ) -> None:
        """`publish` is given new entries, without a gap; `on_lines` is called when tablets come or go elsewhere."""
        self._database = database
        self._live = live
        self._publish = publish
        self._on_lines = on_lines
        self._due = asyncio.Event()
        self._looked_at = asyncio.get_running_loop().time()

    def offer(self, logged: Sequence[Logged]) -> None:
        """Takes entries in the order of cursors; those after a gap wait until what is in it was read."""
        fresh = [entry for entry in logged if entry.cursor > self._live.head]
        if not fresh:
            return
        if fresh[0].cursor == self._live.head + 1:
            self._publish(fresh)
        else:
            self._due.set()

    def behind_s(self) -> float:
        """For how long this hub may not have heard of what others stored; 0 where there are no others."""
        return asyncio.get_running_loop().time() - self._looked_at if self._database.is_shared else 0.0

    async def run(self) -> Never:
        """Until it is cancelled; what the database cannot do just now is tried again."""
        listening = asyncio.create_task(self._listen())
        try:
            while True:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._due.wait(), LOOK_S)
                self._due.clear()
                await self._look()
        finally:
            listening.cancel()

    async def _look(self) -> None:
        try:
            while entries := await asyncio.to_thread(self._read, self._live.head):
                self.offer(entries)
        except (sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
            _log.warning("log not read", reason=type(error).__name__)
            await asyncio.sleep(_AGAIN_S)
        else:
            self._looked_at = asyncio.get_running_loop().time()

    def _read(self, after: int) -> list[Logged]:
        with self._database.read() as connection:
            rows = connection.execute(
                sa.select(event.c.cursor, event.c.kind, event.c.body, event.c.true_at)
                .where(event.c.practice == PRACTICE, event.c.cursor > after)
                .order_by(event.c.cursor)
                .limit(_PAGE)
            ).all()
        return [Logged(row.cursor, row.kind, decode(row.body.encode()), row.body, row.true_at) for row in rows]

    async def _listen(self) -> Never:
        while True:
            try:
                async with aclosing(self._database.listen()) as told:
                    async for text in told:
                        if text:
                            self._take(news.decode(text))
                        else:
                            _log.info("hears other hubs")
                            # What was told while nobody listened.
                            self._due.set()
                            self._on_lines()
            except ConnectionError as error:
                _log.warning("hears no other hubs", reason=str(error))
            await asyncio.sleep(_AGAIN_S)

    def _take(self, told: News | None) -> None:
        if told is None or told.run == RUN:
            return
        match told:
            case Stored(cursor=cursor):
                if cursor > self._live.head:
                    self._due.set()
            case ForTablet(device=device, message=message):
                self._live.tell(device, message.encode())
            case Dropped(device=device):
                self._live.drop(device)
            case Lines():
                self._on_lines()
