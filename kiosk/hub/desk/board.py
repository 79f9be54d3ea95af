"""The Today page's content, rendered once for all pages whenever something has changed."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from zoneinfo import ZoneInfo

from jinja2 import Environment
from msgspec import Struct

from kiosk.config import Config
from kiosk.hub.clock import Clock
from kiosk.hub.database import Database
from kiosk.hub.desk.figures import day_of
from kiosk.hub.desk.today import read_today
from kiosk.hub.live import Live, server_sent

COALESCE_S = 0.03
"""A page is told of a burst of changes at most this often, in seconds."""

HEARTBEAT_S = 2.0
"""How often an idle page is told the time: it says within 5 s that its line has dropped, so it must hear often."""

TICK = "tick"

# What differs from page to page. No text that people type may hold control characters, so nobody can write these.
CSRF_MARK = "\0csrf\0"
NOW_MARK = "\0now\0"


class Rendered(Struct, frozen=True):
    """The content as HTML, the version of things that it shows, and until when its day lasts (ms UTC)."""

    version: int
    until: int
    html: str

    def for_page(self, csrf_token: str, now: int) -> str:
        """The content for one page: its token in the forms, and the hub's time to count ages by."""
        return self.html.replace(CSRF_MARK, csrf_token).replace(NOW_MARK, str(now))


class Board:
    """Renders the content, and keeps pages up to date."""

    def __init__(
        self,
        config: Callable[[], Config],
        database: Database,
        live: Live,
        clock: Clock,
        environment: Environment,
    ) -> None:
        """`config` is asked before each drawing: settings change while the hub runs."""
        self._config = config
        self._database = database
        self._live = live
        self._clock = clock
        self._environment = environment
        self._rendering = asyncio.Lock()
        self._latest: Rendered | None = None

    async def latest(self, *, fresh: bool = False) -> Rendered:
        """The content as it is now; `fresh` even if nothing has changed but the time."""
        async with self._rendering:
            latest = self._latest
            if fresh or latest is None or not self._is_current(latest):
                latest = await asyncio.to_thread(self._render, self._live.version)
                self._latest = latest
            return latest

    async def messages(self, csrf_token: str) -> AsyncGenerator[bytes, None]:
        """Server-sent events for one page: the content now and after every change, and the time when idle."""
        shown: Rendered | None = None
        while not self._live.closing:
            if shown is None or not self._is_current(shown):
                shown = await self.latest()
                yield server_sent("", shown.for_page(csrf_token, self._clock()).encode())
                await asyncio.sleep(COALESCE_S)
            elif not await self._live.changed.wait(HEARTBEAT_S):
                yield server_sent(TICK, str(self._clock()).encode())

    def _is_current(self, rendered: Rendered) -> bool:
        return rendered.version == self._live.version and self._clock() < rendered.until

    def _render(self, version: int) -> Rendered:
        now = self._clock()
        config = self._config()
        with self._database.read() as connection:
            today = read_today(connection, config.practice, now)
        html = self._environment.get_template("board.html").render(
            today=today,
            target_ms=config.practice.greeting_target_seconds * 1000,
            tablets=self._live.tablets,
            asking=bool(config.hub.checkout_tablet),
            csrf=CSRF_MARK,
            now=NOW_MARK,
        )
        _, until = day_of(now, ZoneInfo(config.practice.timezone))
        return Rendered(version, until, html)
