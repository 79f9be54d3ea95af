"""The parts of one practice's running hub, built and wired in one place."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property

import sqlalchemy as sa
from jinja2 import Environment

from kiosk.config import Config
from kiosk.hub import news, settings
from kiosk.hub.clock import Clock
from kiosk.hub.database import Database
from kiosk.hub.desk.board import Board
from kiosk.hub.desk.templating import follow, make_environment
from kiosk.hub.following import Following, Reader
from kiosk.hub.live import Live, server_sent
from kiosk.hub.log import EventLog
from kiosk.hub.metrics import Metrics
from kiosk.hub.news import Dropped, ForTablet, News
from kiosk.hub.report import rollups
from kiosk.hub.schema import practice
from kiosk.hub.settings import Version
from kiosk.hub.stream import Streams
from kiosk.hub.tenant import mine
from kiosk.hub.writing import HUB_DEVICE, Logged, this_run
from kiosk.visits.events import SettingsChanged
from kiosk.visits.settings import encode
from kiosk.visits.wire import SETTINGS


class Hub:
    """What the handlers of requests work with. Lives in one event loop; `log` and `database` in any thread."""

    def __init__(
        self,
        config: Config,
        database: Database,
        threads: ThreadPoolExecutor,
        reader: Reader,
        on_stored: Callable[[str, int], None],
        *,
        fingerprint: str,
        clock: Clock,
    ) -> None:
        """Must be called in the running event loop. `fingerprint`: of the certificate that this hub serves.

        `on_stored` is given the practice and the last cursor of what this process has made durable.
        """
        self.configured = config
        """What the program was started with."""
        self.config = config
        """With the settings that hold in the place of what was configured of the practice."""
        self.settings = Version(0, config.first_settings)
        """What holds now."""
        self.fingerprint = fingerprint
        self.database = database
        self.clock = clock
        self._on_stored = on_stored
        with database.read() as connection:
            held = settings.newest(connection, config)
            head = connection.execute(sa.select(practice.c.cursor).where(mine(connection, practice))).scalar_one()
            counts_elsewhere = rollups.zone_of(connection).key != held.settings.zone.key
        if counts_elsewhere:
            with database.write() as connection:
                rollups.keep_zone(connection, held.settings.zone)
        self.live = Live(database.hub_epoch, head)
        self.streams = Streams(database, self.live, clock)
        self._follow(held)
        self._loop = asyncio.get_running_loop()
        self.log = EventLog(database, clock, self._publish, threads)
        self.following = Following(database.practice, reader, self.live, self._tell)

    @cached_property
    def templates(self) -> Environment:
        """The pages' templates, which speak of this practice."""
        return make_environment(self.config.practice)

    @cached_property
    def board(self) -> Board:
        """The Today page's content."""
        return Board(lambda: self.config, self.database, self.live, self.clock, self.templates)

    @cached_property
    def metrics(self) -> Metrics:
        """The figures of this process, as far as they are the practice's."""
        return Metrics(self.database, self.live, self.clock)

    def close(self) -> None:
        """Ends the streams, then writes what was already offered."""
        self.following.close()
        self.live.close()
        self.log.close()

    async def tell_tablet(self, device: str, message: bytes) -> bool:
        """Tells one tablet a server-sent event, whichever process holds its stream; False if it does not listen."""
        self.live.tell(device, message)
        await self._tell_others(ForTablet(this_run(), self.database.practice, device, message.decode()))
        return self.live.is_listening(device)

    async def drop_tablet(self, device: str) -> None:
        """Ends the streams of a tablet that is let in no more, whichever process holds them."""
        self.live.drop(device)
        await self._tell_others(Dropped(this_run(), self.database.practice, device))

    async def _tell_others(self, told: News) -> None:
        if self.database.is_shared:
            text = news.encode(told)
            await asyncio.wrap_future(self.log.submit(lambda connection, _: self.database.tell(connection, text)))

    def _publish(self, logged: Sequence[Logged]) -> None:
        # A loop that has ended has nobody left to tell.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._offer, logged)

    def _offer(self, logged: Sequence[Logged]) -> None:
        self._on_stored(self.database.practice, logged[-1].cursor)
        self.following.offer(logged)

    def _tell(self, logged: Sequence[Logged]) -> None:
        if any(isinstance(each.event, SettingsChanged) and each.event.device == HUB_DEVICE for each in logged):
            with self.database.read() as connection:
                self._follow(settings.newest(connection, self.configured))
        self.live.publish(logged)

    def _follow(self, version: Version) -> None:
        self.settings = version
        self.config = settings.applied(self.configured, version.settings)
        self.live.settings = server_sent(SETTINGS, encode(version.settings))
        if "templates" in self.__dict__:
            follow(self.templates, self.config.practice)
