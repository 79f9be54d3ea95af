"""Whether this hub can do its work just now: an answer that was tried, not believed."""

import asyncio
import time
from collections.abc import Callable

import structlog
from msgspec import Struct
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from kiosk.hub.log import EventLog, LogClosedError
from kiosk.hub.schema import practice
from kiosk.hub.tenant import mine
from kiosk.hub.writing import Writing

_log = structlog.get_logger(__name__)

BELIEVED_S = 1.0
"""A look at the database counts for so long: whoever asks more often costs it nothing more."""
PATIENCE_S = 5.0
"""A database that has not committed by then is as good as none."""


class Fitness(Struct, frozen=True):
    """Whether the hub can do its work; `reason` in a word if not."""

    ok: bool
    reason: str = ""


class Readiness:
    """Knows whether something can be written durably just now. Belongs to the event loop's thread."""

    def __init__(self, log: EventLog, behind_s: Callable[[], float]) -> None:
        """`behind_s`: for how long the hub may not have heard of what other hubs stored."""
        self._log = log
        self._behind_s = behind_s
        self._looking: asyncio.Task[Fitness] | None = None
        self._looked_at = 0.0
        self._last = Fitness(ok=True)

    async def look(self) -> Fitness:
        """Whether a commit went through, now or a moment ago."""
        if self._looking is None or (self._looking.done() and time.monotonic() - self._looked_at > BELIEVED_S):
            self._looking = asyncio.create_task(self._commit())
        return await asyncio.shield(self._looking)

    async def _commit(self) -> Fitness:
        found = Fitness(ok=True)
        try:
            async with asyncio.timeout(PATIENCE_S):
                await asyncio.wrap_future(self._log.submit(_touch))
        except TimeoutError:
            found = Fitness(ok=False, reason="database-slow")
        except LogClosedError:
            found = Fitness(ok=False, reason="stopping")
        except DBAPIError:
            found = Fitness(ok=False, reason="database")
        if found.ok and self._behind_s() > PATIENCE_S:
            found = Fitness(ok=False, reason="behind")
        self._looked_at = time.monotonic()
        if found != self._last:
            self._last = found
            (_log.info if found.ok else _log.error)("readiness", ready=found.ok, reason=found.reason)
        return found


def _touch(connection: Connection, _: Writing) -> None:
    # Writes the practice's row as it is: the commit needs the disk as any other does.
    row = practice.update().where(mine(connection, practice))
    connection.execute(row.values(cursor=practice.c.cursor))
