"""All practices that this process serves, and what it does for all of them together.

Belongs to the event loop's thread.
"""

import asyncio
import contextlib
from collections.abc import Coroutine, Iterable, Sequence
from contextlib import aclosing
from typing import Any, Never
from urllib.parse import urlsplit

import sqlalchemy as sa
import structlog
from litestar.connection import ASGIConnection
from msgspec.structs import replace

from kiosk.config import Config, Practice
from kiosk.hub import news, practices
from kiosk.hub.clock import Clock, system_clock
from kiosk.hub.database import Database
from kiosk.hub.following import Reader
from kiosk.hub.hub import Hub
from kiosk.hub.log import writers
from kiosk.hub.news import Dropped, ForTablet, News, Stored, Streams
from kiosk.hub.practices import Tenant
from kiosk.hub.presence import Presence
from kiosk.hub.readiness import Readiness
from kiosk.hub.schema import practice
from kiosk.hub.tenant import FIRST
from kiosk.hub.upkeep import INTERVAL_S, keep_up
from kiosk.hub.writing import this_run
from kiosk.summary_config import SummaryConfig

LOOK_S = 1.0
"""How often it is looked what is new although nobody told of anything: what is told can be lost with a line."""

LOOK_ALONE_S = 5.0
"""How often where no other process stores anything: for practices that somebody has added."""

_AGAIN_S = 0.5
"""Between attempts to hear and to tell while the database is away."""

_TOGETHER_S = 0.01
"""Other processes hear of a busy morning's events together: each time costs both sides as much as some streams do."""

_TOLD_AT_ONCE = 64
"""Practices in one message: PostgreSQL takes 8,000 bytes."""

_log = structlog.get_logger(__name__)


class Hubs:
    """The practices' hubs, by the names that they are served under."""

    def __init__(
        self, config: Config, database: Database, *, fingerprint: str = "", clock: Clock = system_clock
    ) -> None:
        """Must be called in the running event loop. `fingerprint`: of the certificate that this process serves."""
        self._config = config
        self._database = database
        self._fingerprint = fingerprint
        self._clock = clock
        self._threads = writers()
        self._reader = Reader(database)
        self._all: dict[str, Hub] = {}
        self._by_host: dict[str, Hub] = {}
        self._heads: dict[str, int] = {}
        self._stored = asyncio.Event()
        self._due = asyncio.Event()
        self._looked_at = asyncio.get_running_loop().time()
        with database.read() as connection:
            for tenant in practices.everybody(connection):
                self._open(tenant)
        self.first = self._all[FIRST]
        self._presence = Presence(self.first, self._all.values)
        self.readiness = Readiness(self.first.log, self._behind_s)
        by_itself: list[Coroutine[Any, Any, Never]] = [self._keep_up(), self._look()]
        if database.is_shared:
            by_itself += [self._listen(), self._tell(), self._presence.run()]
        if config.hub.summary.is_on:
            # Here alone: most hubs send none, and it brings what e-mail takes.
            from kiosk.hub.report.weekly import keep_sending

            by_itself.append(keep_sending(self.first))
        self._by_itself = [asyncio.create_task(each) for each in by_itself]
        for task in self._by_itself:
            task.add_done_callback(_tell_bug)

    def at(self, host: str) -> Hub:
        """The practice that is served under the name in a Host header; the first where no other is."""
        name = host.partition(":")[0].lower().rstrip(".")
        return self._by_host.get(name) or self.first

    def end_streams(self) -> None:
        """The process stops: streams end, so that tablets and pages go elsewhere."""
        for hub in self._all.values():
            hub.live.close()

    @property
    def closing(self) -> bool:
        """Whether the process stops."""
        return self.first.live.closing

    def close(self) -> None:
        """Ends the streams, then writes what was already offered."""
        for task in self._by_itself:
            task.cancel()
        self.end_streams()
        if self._database.is_shared:
            self._presence.leave()
        for hub in self._all.values():
            hub.close()
        self._threads.shutdown()

    def _open(self, tenant: Tenant) -> None:
        hub = Hub(
            _configured(self._config, tenant),
            self._database if tenant.practice == FIRST else self._database.of(tenant.practice),
            self._threads,
            self._reader,
            self._on_stored,
            fingerprint=self._fingerprint,
            clock=self._clock,
        )
        self._all[tenant.practice] = hub
        if tenant.host is not None:
            self._by_host[tenant.host] = hub
            _log.info("practice is served", practice=tenant.practice, host=tenant.host)

    def _behind_s(self) -> float:
        """For how long this process may not have heard of what others stored; 0 where there are no others."""
        return asyncio.get_running_loop().time() - self._looked_at if self._database.is_shared else 0.0

    def _on_stored(self, practice_id: str, cursor: int) -> None:
        if self._database.is_shared:
            self._heads[practice_id] = cursor
            self._stored.set()

    async def _keep_up(self) -> Never:
        """What is due for each practice, once a minute, as long as this process sees to it."""
        while True:
            if await asyncio.to_thread(self._database.leads):
                for hub in list(self._all.values()):
                    # The files are those of all.
                    await keep_up(hub.log, hub.settings, forget=hub is self.first)
            await asyncio.sleep(INTERVAL_S)

    async def _look(self) -> Never:
        every_s = LOOK_S if self._database.is_shared else LOOK_ALONE_S
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._due.wait(), every_s)
            self._due.clear()
            try:
                tenants, heads = await asyncio.to_thread(self._read)
                for tenant in tenants:
                    if tenant.practice not in self._all:
                        self._open(tenant)
            except (sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
                _log.warning("database not read", reason=type(error).__name__)
                await asyncio.sleep(_AGAIN_S)
            else:
                self._reach(heads)
                self._looked_at = asyncio.get_running_loop().time()

    def _read(self) -> tuple[Sequence[Tenant], dict[str, int]]:
        """The practices, and the last cursors of each where others may store something too."""
        with self._database.read() as connection:
            heads = {}
            if self._database.is_shared:
                rows = connection.execute(sa.select(practice.c.practice, practice.c.cursor))
                heads = {row.practice: row.cursor for row in rows}
            return practices.everybody(connection), heads

    def _reach(self, heads: dict[str, int]) -> None:
        for practice_id, cursor in heads.items():
            if (hub := self._all.get(practice_id)) is not None:
                hub.following.reach(cursor)

    async def _tell(self) -> Never:
        """Tells other processes of what this one has stored: outside its transactions, which would wait in a row."""
        while True:
            try:
                async with self._database.telling() as tell:
                    while True:
                        await self._stored.wait()
                        self._stored.clear()
                        heads, self._heads = self._heads, {}
                        for some in _in_pieces(heads):
                            await tell(news.encode(Stored(this_run(), some)))
                        await asyncio.sleep(_TOGETHER_S)
            except ConnectionError as error:
                # They look by themselves.
                _log.warning("others not told", reason=str(error))
                await asyncio.sleep(_AGAIN_S)

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
                            self._presence.look()
            except ConnectionError as error:
                _log.warning("hears no other hubs", reason=str(error))
            await asyncio.sleep(_AGAIN_S)

    def _take(self, told: News | None) -> None:
        if told is None or told.run == this_run():
            return
        match told:
            case Stored(heads=heads):
                self._reach(heads)
            case Streams(practice=practice_id):
                self._presence.look(practice_id)
            case ForTablet(practice=practice_id, device=device, message=message):
                if (hub := self._all.get(practice_id)) is not None:
                    hub.live.tell(device, message.encode())
            case Dropped(practice=practice_id, device=device):
                if (hub := self._all.get(practice_id)) is not None:
                    hub.live.drop(device)


def hub_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Hub:
    """The hub of the practice that a request is for."""
    hubs: Hubs = connection.app.state.hubs
    return hubs.at(connection.headers.get("host", ""))


def _tell_bug(task: "asyncio.Task[Never]") -> None:
    """None of them ends by itself."""
    if not task.cancelled():
        _log.critical("own bug", exc_info=task.exception())


def _in_pieces(heads: dict[str, int]) -> Iterable[dict[str, int]]:
    items = list(heads.items())
    return (dict(items[at : at + _TOLD_AT_ONCE]) for at in range(0, len(items), _TOLD_AT_ONCE))


def _configured(config: Config, tenant: Tenant) -> Config:
    """What the program was started with, as far as it is this practice's."""
    if tenant.practice == FIRST:
        return config
    public = config.hub.public_url and urlsplit(config.hub.public_url)._replace(netloc=tenant.host or "").geturl()
    own = replace(config.hub, tablets={}, checkout_tablet="", public_url=public, summary=SummaryConfig())
    return replace(config, practice=Practice(name=tenant.name), hub=own)
