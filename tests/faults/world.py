"""A practice in one process: the real stores, the real sync a step at a time, and the real hub, all on real files."""

import asyncio
import hashlib
import shutil
import sqlite3
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, TypeVar, cast
from uuid import UUID, uuid4

import httpx2
from litestar import Litestar

from kiosk.config import Config, load
from kiosk.hub import sqlite, tablets
from kiosk.hub.app import make_app
from kiosk.hub.care.backup import backup
from kiosk.hub.care.restore import restore
from kiosk.hub.database import open_database
from kiosk.hub.hubs import Hubs
from kiosk.store import Store
from kiosk.store.opening import FILE_NAME
from kiosk.sync import Link, Timing
from kiosk.sync.backoff import Backoff
from kiosk.sync.hub import Hub, UnreachableError
from kiosk.sync.link import LinkState
from kiosk.sync.pace import Pace
from kiosk.sync.push import Pusher
from kiosk.sync.stream import Listener
from kiosk.visits.events import Event
from kiosk.visits.settings import Settings
from kiosk.visits.wire import CAUGHT_UP, STREAM_PATH
from tests.faults.proxy import PORTAL, Trouble

T = TypeVar("T")

START_MS = 1_790_000_000_000
HOUR_MS = 3_600_000
DEVICES = ("front-door", "side-door")
WAIT_S = 10.0
MOST_STEPS = 500
"""More pushes than anything here needs: a sync that goes on for longer is stuck."""

_CONFIG = """
[practice]
name = "Cedar Street"
timezone = "Europe/London"
places = ["Room 1"]

[hub]
host = "127.0.0.1"
port = 8000
data = "{data}"
""" + "".join(
    f'[hub.tablets.{device}]\nname = "{device}"\ntoken_sha256 = "{hashlib.sha256(device.encode()).hexdigest()}"\n'
    for device in DEVICES
)


def found(names: set[str], folder: Path) -> set[str]:
    """Those of the names that any file has."""
    # The reserve of disk is of random bytes, and large.
    contents = [file.read_bytes() for file in folder.rglob("*") if file.is_file() and file.name != "ballast"]
    return {name for name in names if any(name.encode() in content for content in contents)}


class DeviceClock:
    """A tablet's clocks: the wall clock may be wrong, the monotonic one begins with the boot."""

    def __init__(self, practice: "Practice") -> None:
        self._practice = practice
        self.shift_ms = 0
        self.reboot()

    def reboot(self) -> None:
        """Another boot."""
        self.boot = uuid4()
        self._since = self._practice.now

    def now_ms(self) -> int:
        """As true time, and wrong by `shift_ms`."""
        return min(max(self._practice.now + self.shift_ms, 0), (1 << 48) - 1)

    def mono_ms(self) -> int:
        """Since the boot."""
        return self._practice.now - self._since


class Silent:
    """Hears of the sync and says nothing."""

    def link_changed(self, link: Link) -> None: ...
    def confirmed(self, ids: Sequence[UUID]) -> None: ...
    def received(self, events: Sequence[Event]) -> None: ...
    def looked_for(self, name: str) -> None: ...
    def settings_heard(self, settings: Settings) -> None: ...


class Network(httpx2.AsyncBaseTransport):
    """One tablet's line straight to the hub's application; does the next trouble to the next request."""

    def __init__(self, practice: "Practice", device: str) -> None:
        self.trouble = Trouble.NONE
        self._practice = practice
        self._device = device
        self._late: list[tuple[httpx2.Request, bytes]] = []
        self._said = b""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """One request and its answer."""
        if request.url.path == STREAM_PATH:
            events = self._practice.parts.streams.open(self._device, request.url.params.get("after", ""))
            head = {"Content-Type": "text/event-stream", "Kiosk-Protocol": "1"}
            return httpx2.Response(200, headers=head, stream=_UpToNow(events))
        trouble, self.trouble = self.trouble, Trouble.NONE
        body = await request.aread()
        match trouble:
            case Trouble.CUT:
                raise httpx2.ConnectError("cut")
            case Trouble.PORTAL | Trouble.BUSY:
                return httpx2.Response(200 if trouble is Trouble.PORTAL else 503, content=PORTAL)
            case Trouble.STALE:
                # In the place of whoever has seen the real answer: it fits, and comes from somebody else.
                return httpx2.Response(200, content=self._said)
            case Trouble.DUPLICATE:
                await self._ask(request, body)
            case Trouble.REORDER:
                self._late.append((request, body))
        answer = await self._ask(request, body)
        self._said = answer.content
        if trouble is not Trouble.REORDER:
            while self._late:
                await self._ask(*self._late.pop())
        if trouble is Trouble.LOSE_ANSWER:
            raise httpx2.ReadError("the line broke")
        if trouble is Trouble.TRUNCATE:
            head = {"Kiosk-Protocol": "1"}
            return httpx2.Response(answer.status_code, headers=head, content=answer.content[: len(answer.content) // 2])
        return answer

    async def _ask(self, request: httpx2.Request, body: bytes) -> httpx2.Response:
        again = httpx2.Request(request.method, request.url, headers=request.headers, content=body)
        answer = await self._practice.application.handle_async_request(again)
        await answer.aread()
        return answer


class _UpToNow(httpx2.AsyncByteStream):
    """A stream that breaks when everything was said that there is."""

    def __init__(self, events: AsyncIterator[bytes]) -> None:
        self._events = cast(AsyncGenerator[bytes, None], events)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._events:
            yield piece
            if f"event: {CAUGHT_UP}\n".encode() in piece:
                return

    async def aclose(self) -> None:
        """Lets the hub know."""
        await self._events.aclose()


class Tablet:
    """One tablet: its store, and its sync that does nothing by itself."""

    def __init__(self, practice: "Practice", folder: Path, device: str) -> None:
        self.folder = folder
        self.device = device
        self.clock = DeviceClock(practice)
        self.network = Network(practice, device)
        self._practice = practice
        self._hub = Hub("http://hub.test", device, Timing())
        headers = self._hub._client.headers
        practice.run(self._hub.close())
        self._hub._client = httpx2.AsyncClient(base_url="http://hub.test", headers=headers, transport=self.network)
        self.open()

    def open(self) -> None:
        """Begins, on whatever is in the folder."""
        self.store = Store.open(self.folder, self.device, self.clock)
        link, hub = LinkState(Silent()), self._hub
        paces = [Pace(Backoff(lambda: 0.0)) for _ in range(2)]
        self._pusher = Pusher(self.store, hub, self.clock, link, Silent(), pace=paces[0])
        self._listener = Listener(self.store, hub, link, Silent(), pace=paces[1], timing=Timing())

    def close(self) -> None:
        """Ends."""
        self.store.close()

    def restart(self, *, reboot: bool) -> None:
        """Ends, and begins again."""
        self.close()
        if reboot:
            self.clock.reboot()
        self.open()

    def push(self, trouble: Trouble = Trouble.NONE) -> bool:
        """One push, in trouble; whether there was anything to send."""
        self.network.trouble = trouble
        try:
            return self._practice.run(self._pusher._step())
        finally:
            self.network.trouble = Trouble.NONE

    def listen(self) -> None:
        """Hears what there is to hear, until the line breaks."""
        with suppress(UnreachableError):
            # As it always ends.
            self._practice.run(self._listener._listen())

    def drain(self) -> None:
        """Sends and hears everything."""
        for _ in range(MOST_STEPS):
            if not self.push():
                break
        else:
            raise AssertionError(f"{self.device} does not get rid of {self.store.unsent()} events")
        self.listen()

    def rows(self, sql: str, *parameters: object) -> list[sqlite3.Row]:
        """What is in its file; also changes it, as a failing disk would."""
        return rows(self.folder / FILE_NAME, sql, *parameters)


class Practice:
    """The hub and its tablets; true time is `now`, ms UTC."""

    def __init__(self, folder: Path) -> None:
        self.now = START_MS
        self.folder = folder
        self.data = folder / "hub"
        self.tablets: list[Tablet] = []
        # In a thread of its own: a browser that an earlier test has opened keeps its loop running in this one.
        self._thread = ThreadPoolExecutor(1)
        self._runner = asyncio.Runner()
        self._config = self._configured()
        self._backups = 0
        self._start_hub()

    def add(self, device: str) -> Tablet:
        """Another tablet, with an empty store."""
        return self._add(self.folder / f"tablet-{len(self.tablets)}", device)

    def clone(self, tablet: Tablet) -> Tablet:
        """A tablet that begins with a copy of another's files."""
        folder = self.folder / f"tablet-{len(self.tablets)}"
        tablet.close()
        shutil.copytree(tablet.folder, folder)
        tablet.open()
        return self._add(folder, tablet.device)

    def restart_hub(self) -> None:
        """Ends it, and begins again on its data."""
        self._stop_hub()
        self._start_hub()

    def backup(self) -> Path:
        """A backup as of now."""
        self._backups += 1
        target = self.folder / "backups" / f"{self._backups}.sqlite3"
        target.parent.mkdir(exist_ok=True)
        backup(self.data, target)
        return target

    def restore(self, file: Path) -> None:
        """The hub becomes what it was when the backup was made."""
        self._stop_hub()
        restore(self.data, file, now=self.now, force=True)
        self._start_hub()

    def put_back(self, file: Path) -> None:
        """Somebody copies a file over the hub's by hand, which nobody can know."""
        self._stop_hub()
        for ending in ("", "-wal", "-shm"):
            (self.data / f"{sqlite.FILE_NAME}{ending}").unlink(missing_ok=True)
        shutil.copy(file, self.data / sqlite.FILE_NAME)
        self._start_hub()

    def rows(self, sql: str, *parameters: object) -> list[sqlite3.Row]:
        """What is in the hub's database."""
        return rows(self.data / sqlite.FILE_NAME, sql, *parameters)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs it where hub and sync live."""
        return self._thread.submit(self._runner.run, work).result()

    def close(self) -> None:
        """Ends everything."""
        for tablet in self.tablets:
            tablet.close()
        self._stop_hub()
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()

    def _add(self, folder: Path, device: str) -> Tablet:
        self.tablets.append(Tablet(self, folder, device))
        return self.tablets[-1]

    def _configured(self) -> Config:
        file = self.folder / "kiosk.toml"
        file.write_text(_CONFIG.format(data=self.data))
        return load(file, {})

    def _start_hub(self) -> None:
        self._database = open_database(self.data)
        with self._database.write() as connection:
            tablets.seed(connection, self._config.hub.tablets, self.now)
        app = make_app(self._config, self._database, self._on_hubs, clock=lambda: self.now)
        self.application = httpx2.ASGITransport(app=cast(Any, app))
        self.run(self._begin(app))

    def _stop_hub(self) -> None:
        self.run(self._end())
        self._database.close()

    async def _begin(self, app: Litestar) -> None:
        begun, self._ending = asyncio.Event(), asyncio.Event()

        async def live() -> None:
            # Its beginning and its end have to be of one task.
            async with app.lifespan():
                begun.set()
                await self._ending.wait()

        self._life = asyncio.create_task(live())
        await begun.wait()

    async def _end(self) -> None:
        self._ending.set()
        await self._life

    def _on_hubs(self, hubs: Hubs) -> None:
        self.parts = hubs.first


def rows(file: Path, sql: str, *parameters: object) -> list[sqlite3.Row]:
    """What a statement gives on a database that others have open."""
    with closing(sqlite3.connect(file, timeout=5)) as connection, connection:
        connection.row_factory = sqlite3.Row
        return connection.execute(sql, parameters).fetchall()
