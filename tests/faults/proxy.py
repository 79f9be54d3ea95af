"""A network that misbehaves: passes a tablet's requests on to a hub, or does to them what networks do."""

import asyncio
import contextlib
import random
import threading
from collections import Counter
from collections.abc import Coroutine
from enum import StrEnum, auto
from typing import Any

from kiosk.visits.wire import EVENTS_PATH, STREAM_PATH

PORTAL = b"<!doctype html><title>Welcome to our Wi-Fi</title><p>Please accept the terms."


class Trouble(StrEnum):
    """What becomes of one request."""

    NONE = auto()
    DELAY = auto()
    CUT = auto()
    """The line breaks before the hub has heard a word."""
    LOSE_ANSWER = auto()
    """The hub has committed, and the tablet does not hear of it."""
    TRUNCATE = auto()
    """Half of the answer comes."""
    DUPLICATE = auto()
    """The hub hears it twice."""
    REORDER = auto()
    """The hub hears it once more, after what came later."""
    PORTAL = auto()
    """Somebody else answers: 200 OK, and a page."""
    STALE = auto()
    """Somebody between answers what the hub said to an earlier request: 200 OK, and not its header."""
    BUSY = auto()
    """A gateway answers 503."""


class Proxy:
    """Between tablets and a hub's port. Lives in a thread of its own; everything may be set from any other."""

    def __init__(self, port: int, seed: int = 0) -> None:
        self.port = port
        """The hub's; may be changed at any time."""
        self.troubles: tuple[Trouble, ...] = ()
        """What may happen to a request."""
        self.share = 1.0
        """To how many of the requests, 0.0 to 1.0."""
        self.done: Counter[Trouble] = Counter()
        self._random = random.Random(seed)
        self._late: list[bytes] = []
        self._said = b""
        self._loop = asyncio.new_event_loop()
        self._open: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._do(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def cut(self) -> None:
        """Breaks every line there is."""
        self._do(self._cut())

    def close(self) -> None:
        """For good."""
        self._server.close()
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _cut(self) -> None:
        tasks = list(self._open)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            while request := await _message(reader):
                if not await self._pass(request, reader, writer):
                    break
        except (OSError, EOFError, asyncio.CancelledError):
            pass  # what a broken line looks like from here
        finally:
            self._open.discard(task)
            writer.close()

    async def _pass(self, request: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; whether the line stands after it."""
        if STREAM_PATH.encode() in request.split(b"\r\n", 1)[0]:
            await self._stream(request, reader, writer)
            return False
        trouble = Trouble.NONE
        if self.troubles and self._random.random() < self.share:
            trouble = self._random.choice(self.troubles)
        self.done[trouble] += 1
        answer = b""
        match trouble:
            case Trouble.CUT:
                return False
            case Trouble.PORTAL | Trouble.BUSY | Trouble.STALE:
                status = b"503 Service Unavailable" if trouble is Trouble.BUSY else b"200 OK"
                page = self._said if trouble is Trouble.STALE and self._said else PORTAL
                head = b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % (status, len(page))
                writer.write(head + page)
                await writer.drain()
                return True
            case Trouble.DELAY:
                await asyncio.sleep(self._random.random() * 0.2)
            case Trouble.DUPLICATE:
                await self._ask(request)
            case Trouble.REORDER:
                self._late.append(request)
        answer = await self._ask(request)
        if trouble is not Trouble.REORDER:
            while self._late:
                await self._ask(self._late.pop())
        if request.startswith(b"POST " + EVENTS_PATH.encode()):
            self._said = answer.partition(b"\r\n\r\n")[2]
        if trouble is Trouble.LOSE_ANSWER:
            return False
        writer.write(answer[: len(answer) // 2] if trouble is Trouble.TRUNCATE else answer)
        await writer.drain()
        return trouble is not Trouble.TRUNCATE

    async def _ask(self, request: bytes) -> bytes:
        """The hub's whole answer. Raises OSError and EOFError."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request)
            await writer.drain()
            return await _message(reader)
        finally:
            writer.close()

    async def _stream(self, request: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hub_reader, hub_writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            hub_writer.write(request)
            ways = [asyncio.create_task(way) for way in (_pump(hub_reader, writer), _pump(reader, hub_writer))]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
        finally:
            hub_writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()


async def _message(reader: asyncio.StreamReader) -> bytes:
    """A request or an answer with its body; nothing at the end of the line. Raises EOFError where it is cut."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise
        return b""
    length = next(
        (int(line.partition(b":")[2]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")),
        0,
    )
    return head + await reader.readexactly(length)
