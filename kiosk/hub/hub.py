"""The parts of a running hub, built and wired in one place."""

import asyncio
import contextlib
from collections.abc import Sequence

import sqlalchemy as sa
from jinja2 import Environment

from kiosk.config import Config
from kiosk.hub import settings
from kiosk.hub.clock import Clock, system_clock
from kiosk.hub.database import Database
from kiosk.hub.desk.board import Board
from kiosk.hub.desk.templating import follow
from kiosk.hub.live import Live, server_sent
from kiosk.hub.log import EventLog
from kiosk.hub.metrics import Metrics
from kiosk.hub.readiness import Readiness
from kiosk.hub.report import rollups
from kiosk.hub.schema import PRACTICE, practice
from kiosk.hub.settings import Version
from kiosk.hub.stream import Streams
from kiosk.hub.upkeep import keep_up
from kiosk.hub.writing import HUB_DEVICE, Logged
from kiosk.visits.events import SettingsChanged
from kiosk.visits.settings import encode
from kiosk.visits.wire import SETTINGS


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
        self.configured = config
        """What the program was started with."""
        self.config = config
        """With the settings that hold in the place of what was configured of the practice."""
        self.settings = Version(0, config.first_settings)
        """What holds now."""
        self._environment = environment
        self.fingerprint = fingerprint
        self.database = database
        self.clock = clock
        with database.read() as connection:
            held = settings.newest(connection, config)
            head = connection.execute(sa.select(practice.c.cursor).where(practice.c.practice == PRACTICE)).scalar_one()
        with database.write() as connection:
            rollups.keep_zone(connection, held.settings.zone)
        self.live = Live(database.hub_epoch, head)
        self.streams = Streams(database, self.live, clock)
        self._follow(held)
        self.board = Board(lambda: self.config, database, self.live, clock, environment)
        self._loop = asyncio.get_running_loop()
        self.log = EventLog(database, clock, self._publish)
        self.metrics = Metrics(database, self.live, clock)
        self.readiness = Readiness(self.log)
        self._upkeep = self._loop.create_task(keep_up(self.log, lambda: self.settings))

    def close(self) -> None:
        """Ends the streams, then writes what was already offered."""
        self._upkeep.cancel()
        self.live.close()
        self.log.close()

    def _publish(self, logged: Sequence[Logged]) -> None:
        # A loop that has ended has nobody left to tell.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._tell, logged)

    def _tell(self, logged: Sequence[Logged]) -> None:
        if any(isinstance(each.event, SettingsChanged) and each.event.device == HUB_DEVICE for each in logged):
            with self.database.read() as connection:
                self._follow(settings.newest(connection, self.configured))
        self.live.publish(logged)

    def _follow(self, version: Version) -> None:
        self.settings = version
        self.config = settings.applied(self.configured, version.settings)
        self.live.settings = server_sent(SETTINGS, encode(version.settings))
        follow(self._environment, self.config.practice)
