"""A hub in a process of its own: single events over many lines, thousands of streams, and memory when idle."""

import asyncio
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar
from uuid import uuid4

import pytest

from kiosk.visits.events import Arrived
from kiosk.visits.wire import EVENTS_PATH, STREAM_PATH
from tests.benchmarks.rows import percentile, record
from tests.benchmarks.visits import pss_mib
from tests.hub.device import Device, close_all
from tests.hubs import TOKENS, HubProcess

LINES = 64
ROUNDS = 5
ROUND_S = 2.0
STREAMS = 5_000
TELLINGS = 10
PATIENCE_S = 60.0


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    """A running hub."""
    process = HubProcess(tmp_path / "hub").start()
    yield process
    close_all()
    process.kill()


def test_idle_memory(tmp_path: Path) -> None:
    sizes = []
    for at in range(ROUNDS):
        process = HubProcess(tmp_path / f"hub-{at}").start()
        # The first start makes the database, which no later one has to.
        process.stop()
        process.start()
        sizes.append(pss_mib(process.pid))
        process.kill()
    record("hub.idle_memory", "MiB", sizes, limit=60)


def test_single_posts(hub: HubProcess) -> None:
    device = Device(hub.url)
    # A hub of another epoch is meant: all is done but the storing.
    elsewhere = uuid4()

    def stored() -> bytes:
        return _post(device.body(device.mint(Arrived, visit=uuid4(), ticket="K7")))

    def refused() -> bytes:
        return _post(device.body(device.mint(Arrived, visit=uuid4(), ticket="K7"), hub_epoch=elsewhere))

    ours, theirs, took = [], [], 0
    for _ in range(ROUNDS):
        theirs.append(asyncio.run(_posts(hub.port, refused)) / ROUND_S)
        count = asyncio.run(_posts(hub.port, stored))
        took += count
        ours.append(count / ROUND_S)
    # A post that was under way when a round ended may have been stored too.
    [row] = hub.rows("SELECT count(*) AS n FROM event")
    assert took <= row["n"] <= took + LINES * ROUNDS
    record(
        "hub.single_posts",
        "posts/s",
        ours,
        times_peer=0.4,
        at_least=True,
        peer="the same without storing",
        peer_value=statistics.median(theirs),
    )


def test_streams(hub: HubProcess) -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    command = [sys.executable, "-m", "tests.benchmarks.bare_streams"]
    bare = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert bare.stdout is not None
    try:
        theirs = asyncio.run(_bare_fan(int(bare.stdout.readline())))
    finally:
        bare.kill()
        bare.wait()
        bare.stdout.close()
    ours = asyncio.run(_hub_fan(hub))
    record(
        "hub.streams_5000",
        "ms",
        ours,
        value=percentile(ours, 99),
        times_peer=2,
        peer="the loop's own writes",
        peer_value=percentile(theirs, 99),
    )


def _post(body: bytes) -> bytes:
    head = (
        f"POST {EVENTS_PATH} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {TOKENS['front-door']}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _posts(port: int, make: Callable[[], bytes]) -> int:
    """How many posts are answered over `LINES` lines in `ROUND_S` seconds."""
    count, end = 0, time.perf_counter() + ROUND_S

    async def work() -> None:
        nonlocal count
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while time.perf_counter() < end:
            writer.write(make())
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200"), head
            length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
            await reader.readexactly(int(length.partition(b":")[2]))
            if time.perf_counter() < end:
                count += 1
        writer.close()

    await asyncio.gather(*(work() for _ in range(LINES)))
    return count


class Line(asyncio.Protocol):
    """One of many that listen: notes when what it waits for has come."""

    wanted = b""
    open: ClassVar[list[asyncio.Transport]] = []
    heard: list[float]

    def __init__(self, hello: bytes, heard: list[float]) -> None:
        self._hello = hello
        self._past = b""
        self.heard = heard

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Says what it wants."""
        assert isinstance(transport, asyncio.Transport)
        self.open.append(transport)
        transport.write(self._hello)

    def data_received(self, data: bytes) -> None:
        """Looks at the end of what came before, too."""
        self._past = self._past[-200:] + data
        if self.wanted in self._past:
            self.heard.append(time.perf_counter())
            self._past = b""


async def _listen(port: int, hello: bytes, ready: bytes) -> list[float]:
    heard: list[float] = []
    Line.wanted = ready
    loop = asyncio.get_running_loop()
    for start in range(0, STREAMS, 100):
        few = (loop.create_connection(lambda: Line(hello, heard), "127.0.0.1", port) for _ in range(100))
        await asyncio.gather(*few)
        await _until(heard, start + 100)
    heard.clear()
    return heard


async def _until(heard: list[float], count: int) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while len(heard) < count:
            await asyncio.sleep(0.001)


async def _tellings(heard: list[float], tell: Callable[[], bytes], writer: asyncio.StreamWriter) -> list[float]:
    times = []
    for _ in range(TELLINGS):
        heard.clear()
        message = tell()
        began = time.perf_counter()
        writer.write(message)
        await _until(heard, STREAMS)
        times += [(at - began) * 1000 for at in heard]
    for line in (*Line.open, writer.transport):
        line.abort()
    Line.open.clear()
    # Lines are let go of by the loop's next turn.
    await asyncio.sleep(0)
    return times


async def _bare_fan(port: int) -> list[float]:
    heard = await _listen(port, b"L", b"ok")
    _, writer = await asyncio.open_connection("127.0.0.1", port)

    def tell() -> bytes:
        Line.wanted = str(uuid4()).encode()
        return Line.wanted + b"x" * 300

    return await _tellings(heard, tell, writer)


async def _hub_fan(hub: HubProcess) -> list[float]:
    device = Device(hub.url)
    token = TOKENS["side-door"]
    hello = f"GET {STREAM_PATH} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    heard = await _listen(hub.port, hello, b"event: caught-up")
    _, writer = await asyncio.open_connection("127.0.0.1", hub.port)

    def tell() -> bytes:
        visit = uuid4()
        Line.wanted = str(visit).encode()
        return _post(device.body(device.mint(Arrived, visit=visit, ticket="K7")))

    return await _tellings(heard, tell, writer)
