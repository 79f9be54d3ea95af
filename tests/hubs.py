"""A real hub in a process of its own, that can be stopped, killed and started again on the same data and port."""

import hashlib
import os
import select
import signal
import socket
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, ClassVar

import pytest
from sqlalchemy import URL

from kiosk.config import Config, load
from tests.databases import connect, home, is_in_a_row, marked
from tests.processes import Process, forked, spawned

START_S = 20.0

TOKENS = {"front-door": "front-door-token", "side-door": "side-door-token"}
LETTERS = {"front-door": "K", "side-door": "M"}

_CONFIG = """
[practice]
name = "Cedar Street"
timezone = "Europe/London"
places = ["Room 1", "Room 2", "Room 3"]
{practice}

[hub]
host = "{host}"
port = {port}
data = "{data}"
{database}
{hub}

[hub.tablets.front-door]
name = "Front door"
token_sha256 = "{front}"

[hub.tablets.side-door]
name = "Side door"
token_sha256 = "{side}"
"""


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class HubProcess:
    """A hub as users run it. `start` waits until it listens; `kill` is SIGKILL, `stop` is SIGTERM."""

    cold: ClassVar[bool] = False
    """Whether each begins as a program that nobody has loaded before, as what is measured has to."""

    def __init__(
        self,
        folder: Path,
        *,
        practice: str = "",
        hub: str = "",
        program: str = "kiosk",
        host: str = "127.0.0.1",
        before: Sequence[str] = (),
        beside: "HubProcess | None" = None,
    ) -> None:
        """`practice` and `hub` are more lines of these tables of the configuration; `program` is the module to run.

        `before`: what its command line begins with, to run it elsewhere. `beside`: a hub on the same database.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.url = f"http://{host}:{self.port}"
        self.data = folder / "hub"
        self.file = folder / "kiosk.toml"
        self.home: Path | URL = beside.home if beside else self.data if "database" in hub else home(self.data)
        """Where its database is: the data folder, or a server."""
        database = "" if isinstance(self.home, Path) else f'database = "{self.home.render_as_string(False)}"'
        self.file.write_text(
            _CONFIG.format(
                practice=practice,
                database=database,
                hub=hub,
                host=host,
                port=self.port,
                data=self.data,
                front=hashlib.sha256(TOKENS["front-door"].encode()).hexdigest(),
                side=hashlib.sha256(TOKENS["side-door"].encode()).hexdigest(),
            )
        )
        self.log = folder / "hub.log"
        """Everything the hub wrote to stderr, over all starts."""
        self.printed: list[str] = []
        """Every line the hub wrote to stdout."""
        self._before = before
        self._program = program
        self._process: Process | None = None

    @property
    def config(self) -> Config:
        """What the hub runs with."""
        return load(self.file, {})

    @property
    def database(self) -> Path:
        """The hub's SQLite file, if that is where its database is."""
        return self.data / "hub.sqlite3"

    @property
    def pid(self) -> int:
        """The process id of the running hub."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> "HubProcess":
        """Starts the hub and returns when it listens."""
        assert self._process is None, "the hub already runs"
        arguments = ("hub", "--config", str(self.file))
        if self.cold or self._before or self._program != "kiosk":
            self._process = spawned(self._program, arguments, self.log, before=self._before)
        else:
            self._process = forked(arguments, self.log)
        self._await_ready()
        return self

    def kill(self) -> None:
        """SIGKILL: what a power cut looks like to the program."""
        self.end(signal.SIGKILL)

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        return self.end(signal.SIGTERM)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """It stands still: lines can be opened and stay open, and nothing is answered."""
        os.kill(self.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self.pid, signal.SIGCONT)

    def rows(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        """What a query of the hub's database finds now, read only."""
        if not isinstance(self.home, Path):
            with connect(self.home) as server:
                return server.execute(marked(sql), parameters).fetchall()
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(sql, parameters)]
        finally:
            connection.close()

    def execute(self, sql: str, *parameters: Any) -> None:
        """Changes something in the hub's database behind its back."""
        if isinstance(self.home, Path):
            with closing(sqlite3.connect(self.database, timeout=10)) as connection, connection:
                connection.execute(sql, parameters)
        else:
            with connect(self.home) as server:
                server.execute(marked(sql), parameters)

    def is_written(self, text: str) -> bool:
        """Whether a text is in any file of the data folder, or on a server in any row."""
        if not isinstance(self.home, Path):
            return is_in_a_row(self.home, text)
        return any(text.encode() in file.read_bytes() for file in self.data.iterdir())

    def end(self, sig: int) -> int:
        """By any signal; the exit code."""
        if self._process is None:
            return 0
        process, self._process = self._process, None
        os.kill(process.pid, sig)
        code = process.wait(START_S)
        while piece := os.read(process.stdout, 65536):
            self.printed += piece.decode().splitlines()
        os.close(process.stdout)
        return code

    def _await_ready(self) -> None:
        assert self._process is not None
        stdout = self._process.stdout
        deadline = time.monotonic() + START_S
        pending = b""
        while time.monotonic() < deadline:
            readable, _, _ = select.select([stdout], [], [], deadline - time.monotonic())
            piece = os.read(stdout, 65536) if readable else b""
            if not piece:
                break
            *lines, pending = (pending + piece).split(b"\n")
            self.printed += [line.decode() for line in lines]
            if any(line.startswith(b"Desk: ") for line in lines):
                return
        self.end(signal.SIGKILL)
        pytest.fail(f"the hub did not start:\n{self.log.read_text()[-3000:]}")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    """A running hub with two tablets, `front-door` (letter K) and `side-door` (letter M)."""
    process = HubProcess(tmp_path / "hub-process").start()
    yield process
    process.kill()
