"""The parts of a running hub, built and wired in one place."""

import asyncio
import contextlib
from collections.abc import Sequence

import sqlalchemy as sa
from jinja2 import Environment

from kiosk.config import Config
from kiosk.hub.clock import Clock, system_clock
from kiosk.hub.database import Database
from kiosk.hub.desk.board import Board
from kiosk.hub.live import Live
from kiosk.hub.log import EventLog
from kiosk.hub.schema import PRACTICE, practice
from kiosk.hub.stream import Streams
from kiosk.hub.writing import Logged


class Hub:
    """What the handlers of requests work with. Lives in one event loop; `log` and `database` in any thread."""

    def __init__(
        self,
        config: Config,
        database: Database,
        environment: Environment,
        *,
        fingerprint: str = "",
        clock: Clock = system_clock,
    ) -> None:
        """Must be called in the running event loop. `fingerprint`: of the certificate that this hub serves."""
        self.config = config
        self.fingerprint = fingerprint
        self.database = database
        self.clock = clock
        with database.read() as connection:
            head = connection.execute(sa.select(practice.c.cursor).where(practice.c.practice == PRACTICE)).scalar_one()
        self.live = Live(database.hub_epoch, head)
        self.streams = Streams(database, self.live, clock)
        self.board = Board(config, database, self.live, clock, environment)
        self._loop = asyncio.get_running_loop()
        self.log = EventLog(database, clock, self._publish)

    def close(self) -> None:
        """Ends the streams, then writes what was already offered."""
        self.live.close()
        self.log.close()

    def _publish(self, logged: Sequence[Logged]) -> None:
        # A loop that has ended has nobody left to tell.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self.live.publish, logged)
