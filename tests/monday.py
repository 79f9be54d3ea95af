"""A busy Monday: thousands of tablets of many practices at hubs that share one PostgreSQL, at ten times its rate.

A practice has a few tablets, each with an open stream, as patients come to it at `VISITS_AN_HOUR`: an arrival, and a
rating when they leave. Some practices have their desk page open, where a receptionist sees to each card as it comes.
"""

import asyncio
import contextlib
import gzip
import random
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any, Self
from uuid import UUID, uuid4

import msgspec
import psycopg
from msgspec import Struct
from sqlalchemy import URL

from kiosk.hub.desk.sessions import COOKIE
from kiosk.hub.secret import digest
from kiosk.visits.events import Arrived, Event, Rated, RatingSettled, Shown, encode
from kiosk.visits.identity import uuid7
from kiosk.visits.wire import CAUGHT_UP, EVENTS_PATH, STREAM_PATH

VISITS_AN_HOUR = 5
"""Patients of one tablet on a busy morning."""

FASTER = 10

STAY_S = 5.0
"""From the arrival to the rating, as it is played."""

PATIENCE_S = 600.0
"""A machine that is too slow for all of it plays it to the end all the same."""

_OPENED_AT_ONCE = 64
_LINES = 64
"""Connections to each hub over which pushes go, as from a balancer."""

_ROW_YEARS_MS = 10 * 365 * 86_400_000

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Played(Struct):
    """What became of the Monday. Times in ms."""

    acknowledged: set[UUID]
    """Events that a hub said it has."""
    pushes_ms: list[float]
    """From the push to its answer."""
    to_desk_ms: list[float]
    """From the push of an arrival to its card on an open desk page."""
    retried: int


def furnish(url: URL, practices: int, tablets: int) -> None:
    """Writes practices with their tablets and somebody at each desk into a hub's database, which must be there."""
    now = time.time_ns() // 1_000_000
    names = [name_of(n) for n in range(practices)]
    with psycopg.connect(url.render_as_string(hide_password=False)) as server, server.cursor() as cursor:
        for statement, rows in (
            (
                "COPY practice (practice, hub_epoch, cursor, n, form_secret) FROM STDIN",
                [(name, str(uuid4()), 0, 0, "secret") for name in names],
            ),
            (
                "COPY tenant (practice, name, host, created_at) FROM STDIN",
                [(name, name, host_of(name), now) for name in names],
            ),
            (
                "COPY staff (practice, handle, name, passcode, created_at, role) FROM STDIN",
                [(name, "maria", "Maria", "", now, "receptionist") for name in names],
            ),
            (
                "COPY session (practice, key_sha256, handle, expires_at, opened_at, active_at, address) FROM STDIN",
                [(name, digest(name), "maria", now + _ROW_YEARS_MS, now, now, "") for name in names],
            ),
            (
                "COPY tablet (practice, device, name, place, letter, token_sha256, token_at, created_at) FROM STDIN",
                [
                    (name, device_of(n), device_of(n), "", "", digest(f"{name}-{n}"), now, now)
                    for name in names
                    for n in range(tablets)
                ],
            ),
        ):
            with cursor.copy(statement) as target:
                for row in rows:
                    target.write_row(row)


def name_of(n: int) -> str:
    """A practice."""
    return f"practice-{n}"


def host_of(name: str) -> str:
    """What it is served under."""
    return f"{name}.example.org"


def device_of(n: int) -> str:
    """A tablet of each practice."""
    return f"tablet-{n}"


@asynccontextmanager
async def connected(port: int, head: bytes) -> AsyncIterator[asyncio.StreamReader]:
    """What is answered to a request. Raises OSError."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 24)
    try:
        writer.write(head)
        yield reader
    finally:
        writer.close()


class Lines:
    """Connections to the hubs, shared by all tablets; one that ends is opened again, at another hub."""

    def __init__(self, ports: Sequence[int]) -> None:
        self.ports = ports
        self.retried = 0
        self._free: asyncio.LifoQueue[tuple[int, Streams | None]] = asyncio.LifoQueue()
        for n in range(_LINES * len(ports)):
            self._free.put_nowait((n, None))

    async def post(self, head: bytes, body: bytes) -> None:
        """Sends until a hub says 200: the same body again, wherever it was lost on the way."""
        while True:
            n, streams = await self._free.get()
            try:
                if streams is None:
                    streams = await asyncio.open_connection("127.0.0.1", self.ports[n % len(self.ports)])
                reader, writer = streams
                writer.write(head + body)
                status = await reader.readuntil(b"\r\n\r\n")
                length = next(each for each in status.lower().split(b"\r\n") if each.startswith(b"content-length:"))
                await reader.readexactly(int(length.partition(b":")[2]))
            except (OSError, asyncio.IncompleteReadError):
                if streams is not None:
                    streams[1].close()
                self._free.put_nowait((n + 1, None))
                self.retried += 1
                await asyncio.sleep(0.1)
                continue
            self._free.put_nowait((n, streams))
            if status.startswith(b"HTTP/1.1 200"):
                return
            assert status.startswith(b"HTTP/1.1 503"), status
            self.retried += 1
            await asyncio.sleep(0.2)

    def close(self) -> None:
        """All that are free, as they are once everything was answered."""
        while not self._free.empty():
            _, streams = self._free.get_nowait()
            if streams is not None:
                streams[1].close()


class Tablet:
    """One tablet: what it pushes, and its stream."""

    def __init__(self, practice: str, n: int) -> None:
        self.practice, self.device, self.token = practice, device_of(n), f"{practice}-{n}"
        self.epoch, self.boot, self.n = uuid4(), uuid4(), 0

    def push(self, *made: tuple[Callable[..., Event], dict[str, Any]]) -> tuple[bytes, bytes, list[UUID]]:
        """Head and body of a request, and the ids of its events."""
        now = time.time_ns() // 1_000_000
        events = []
        for kind, fields in made:
            self.n += 1
            stamp = {"id": uuid7(now, random.getrandbits(74)), "at": now, "device": self.device, "epoch": self.epoch}
            events.append(kind(**stamp, n=self.n, boot=self.boot, mono=now % 1_000_000_000, **fields))
        wire = {
            "device": self.device,
            "epoch": self.epoch,
            "boot": self.boot,
            "mono": now % 1_000_000_000,
            "at": now,
            "events": [msgspec.Raw(encode(each)) for each in events],
        }
        body = gzip.compress(msgspec.json.encode(wire), 1)
        head = self._head("POST", EVENTS_PATH, f"Content-Encoding: gzip\r\nContent-Length: {len(body)}\r\n")
        return head, body, [each.id for each in events]

    async def listen(self, ports: Sequence[int], ready: Callable[[], None]) -> None:
        """Keeps its stream open, at another hub when one ends."""
        at, told = hash(self.token), False
        while True:
            with contextlib.suppress(OSError):
                async with connected(ports[at % len(ports)], self._head("GET", STREAM_PATH, "")) as reader:
                    while line := await reader.readline():
                        if not told and CAUGHT_UP.encode() in line:
                            told = True
                            ready()
            at += 1
            await asyncio.sleep(0.2)

    def _head(self, method: str, path: str, more: str) -> bytes:
        lines = f"{method} {path} HTTP/1.1\r\nHost: {host_of(self.practice)}\r\nAuthorization: Bearer {self.token}\r\n"
        return f"{lines}{more}\r\n".encode()


class Monday:
    """The whole play."""

    def __init__(
        self, ports: Sequence[int], practices: int, tablets: int, watched: int, an_hour: float = VISITS_AN_HOUR
    ) -> None:
        """`watched`: practices with an open desk page. `an_hour`: patients of one tablet."""
        self.ports = ports
        self._rate = practices * tablets * an_hour * FASTER / 3600
        self.lines = Lines(ports)
        self.tablets = [Tablet(name_of(n), each) for n in range(practices) for each in range(tablets)]
        self.watched = [name_of(n) for n in range(watched)]
        self.played = Played(set(), [], [], 0)
        self._cards: dict[str, float] = {}
        self._kept: set[asyncio.Task[None]] = set()

    async def open(self) -> Self:
        """Opens all streams and desk pages."""
        room, left = asyncio.Semaphore(_OPENED_AT_ONCE), len(self.tablets) + len(self.watched)
        ready = asyncio.Event()

        def one_more() -> None:
            nonlocal left
            left -= 1
            room.release()
            if not left:
                ready.set()

        for each in [tablet.listen for tablet in self.tablets] + [
            lambda ports, told, name=name: self._watch(name, ports, told) for name in self.watched
        ]:
            await room.acquire()
            self._keep(each(self.ports, one_more))
        await asyncio.wait_for(ready.wait(), PATIENCE_S)
        return self

    async def play(self, seconds: float, meanwhile: Coroutine[Any, Any, None] | None = None) -> Played:
        """Patients come for so long, and all that they did has arrived."""
        chance = random.Random(1)
        visits, end, at = [], time.monotonic() + seconds, time.monotonic()
        other = asyncio.create_task(meanwhile) if meanwhile else None
        while (at := at + chance.expovariate(self._rate)) < end:
            await asyncio.sleep(max(0.0, at - time.monotonic()))
            visits.append(asyncio.create_task(self._visit(chance.choice(self.tablets))))
        await asyncio.wait_for(asyncio.gather(*visits), PATIENCE_S)
        if other is not None:
            await other
        async with asyncio.timeout(PATIENCE_S):
            while self._cards:
                await asyncio.sleep(0.01)
        for task in self._kept:
            task.cancel()
        await asyncio.gather(*self._kept, return_exceptions=True)
        self.lines.close()
        # Lines are let go of by the loop's next turn.
        await asyncio.sleep(0)
        self.played.retried = self.lines.retried
        return self.played

    def _keep(self, coroutine: Coroutine[Any, Any, None]) -> None:
        self._kept.add(asyncio.create_task(coroutine))

    async def _visit(self, tablet: Tablet) -> None:
        visit, rating = uuid4(), uuid4()
        if tablet.practice in self.watched:
            self._cards[str(visit)] = time.perf_counter()
        await self._push(tablet, (Arrived, {"visit": visit, "ticket": "K7", "name": "Rosa"}), (Shown, {"visit": visit}))
        await asyncio.sleep(STAY_S)
        rated = {"visit": visit, "rating": rating}
        await self._push(tablet, (Rated, {**rated, "stars": 5}), (RatingSettled, rated))

    async def _push(self, tablet: Tablet, *made: tuple[Callable[..., Event], dict[str, Any]]) -> None:
        head, body, ids = tablet.push(*made)
        began = time.perf_counter()
        await self.lines.post(head, body)
        self.played.pushes_ms.append((time.perf_counter() - began) * 1000)
        self.played.acknowledged.update(ids)

    async def _watch(self, practice: str, ports: Sequence[int], ready: Callable[[], None]) -> None:
        """An open desk page; what comes to it is noted."""
        at, told = hash(practice), False
        head = f"GET /desk/live HTTP/1.1\r\nHost: {host_of(practice)}\r\nCookie: {COOKIE}={practice}\r\n\r\n".encode()
        while True:
            with contextlib.suppress(OSError):
                async with connected(ports[at % len(ports)], head) as reader:
                    while line := await reader.readline():
                        if not told and line.startswith(b"data:"):
                            told = True
                            ready()
                        self._look_for_cards(line)
            at += 1
            await asyncio.sleep(0.2)

    def _look_for_cards(self, line: bytes) -> None:
        mark = b'id="arrival-'
        if mark not in line:
            return
        now = time.perf_counter()
        for rest in line.split(mark)[1:]:
            began = self._cards.pop(rest[:36].decode(), None)
            if began is not None:
                self.played.to_desk_ms.append((now - began) * 1000)


def account(url: URL, played: Played) -> tuple[int, int]:
    """How many acknowledged events the database lacks, and how many it has more than once."""
    with psycopg.connect(url.render_as_string(hide_password=False)) as server:
        kept = [row[0] for row in server.execute("SELECT id FROM event").fetchall()]
        gaps = server.execute(
            "SELECT count(*) FROM practice p "
            "WHERE cursor <> (SELECT count(*) FROM event e WHERE e.practice = p.practice)"
        ).fetchone()
    assert gaps == (0,)
    return len(played.acknowledged - set(kept)), len(kept) - len(set(kept))
