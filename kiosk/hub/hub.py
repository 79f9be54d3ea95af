"""The parts of a running hub, built and wired in one place."""

import asyncio
import contextlib
from collections.abc import Coroutine, Sequence
from typing import Any, Never

import sqlalchemy as sa
from jinja2 import Environment

from kiosk.config import Config
from kiosk.hub import news, settings
from kiosk.hub.clock import Clock, system_clock
from kiosk.hub.database import Database
from kiosk.hub.desk.board import Board
from kiosk.hub.desk.templating import follow
from kiosk.hub.following import Following
from kiosk.hub.live import Live, server_sent
from kiosk.hub.log import EventLog
from kiosk.hub.metrics import Metrics
from kiosk.hub.news import Dropped, ForTablet, News
from kiosk.hub.presence import Presence
from kiosk.hub.readiness import Readiness
from kiosk.hub.report import rollups
from kiosk.hub.schema import PRACTICE, practice
from kiosk.hub.settings import Version
from kiosk.hub.stream import Streams
from kiosk.hub.upkeep import keep_up
from kiosk.hub.writing import HUB_DEVICE, RUN, Logged
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
        self._presence = Presence(database, self.live, self.log)
        self._following = Following(database, self.live, self._tell, self._presence.look)
        self.readiness = Readiness(self.log, self._following.behind_s)
        by_itself: list[Coroutine[Any, Any, Never]] = [keep_up(self.log, lambda: self.settings, database.leads)]
        if database.is_shared:
            by_itself += [self._following.run(), self._presence.run()]
        self._by_itself = [self._loop.create_task(each) for each in by_itself]

    def close(self) -> None:
        """Ends the streams, then writes what was already offered."""
        for task in self._by_itself:
            task.cancel()
        self.live.close()
        if self.database.is_shared:
            self._presence.leave()
        self.log.close()

    async def tell_tablet(self, device: str, message: bytes) -> bool:
        """Tells one tablet a server-sent event, whichever hub holds its stream; False if it does not listen."""
        self.live.tell(device, message)
        await self._tell_others(ForTablet(RUN, device, message.decode()))
        return self.live.is_listening(device)

    async def drop_tablet(self, device: str) -> None:
        """Ends the streams of a tablet that is let in no more, whichever hub holds them."""
        self.live.drop(device)
        await self._tell_others(Dropped(RUN, device))

    async def _tell_others(self, told: News) -> None:
        if self.database.is_shared:
            text = news.encode(told)
            await asyncio.wrap_future(self.log.submit(lambda connection, _: self.database.tell(connection, text)))

    def _publish(self, logged: Sequence[Logged]) -> None:
        # A loop that has ended has nobody left to tell.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._following.offer, logged)

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
