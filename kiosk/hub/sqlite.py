"""Everything that is so only because the database is SQLite."""

import asyncio
import contextlib
import fcntl
import os
import sqlite3
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import IO, Any

import sqlalchemy as sa
from sqlalchemy import Engine, event

from kiosk.hub.home import START, Start, Tell
from kiosk.hub.tenant import served

BUSY_TIMEOUT_S = 10
FORGET_TIMEOUT_S = 1

FILE_NAME = "hub.sqlite3"
LOCK_NAME = "hub.lock"


class SqliteHome:
    """The tables in a file, which one hub has to itself; `held` is its lock, if it was taken."""

    def __init__(self, engine: Engine, held: IO[str] | None) -> None:
        self.reading = self.glancing = self.reporting = engine
        self.writing = engine.execution_options(writes=True)
        self._held = held

    def begin(self, connection: sa.Connection) -> Start:
        """Looks only: the transaction began IMMEDIATE."""
        return Start(*connection.execute(START, served(connection)).one())

    def has_committed(self, mark: str, error: Exception) -> bool:  # noqa: ARG002
        """Never: a commit that failed was rolled back."""
        return False

    def will_pass(self, error: Exception) -> bool:  # noqa: ARG002
        """Never: who is in the way was waited for already."""
        return False

    @property
    def is_shared(self) -> bool:
        """Never: a file is one hub's own."""
        return False

    def tell(self, connection: sa.Connection, message: str) -> None:
        """Nobody."""

    @contextlib.asynccontextmanager
    async def telling(self) -> AsyncGenerator[Tell, None]:
        """Nobody."""

        async def tell(message: str) -> None:
            """There is nobody."""

        yield tell

    async def listen(self) -> AsyncGenerator[str, None]:
        """Nothing, ever."""
        yield ""
        await asyncio.Event().wait()

    def leads(self) -> bool:
        """Always."""
        return True

    def forget(self) -> None:
        """Empties the write-ahead log."""
        with self.reading.connect() as connection:
            forget(connection)

    def close(self) -> None:
        """Closes everything and gives the data folder free."""
        self.reading.dispose()
        if self._held is not None:
            self._held.close()


def engine(path: Path) -> Engine:
    """An engine on the file; nothing is opened yet.

    A transaction of a connection with the execution option `writes=True` begins IMMEDIATE: one that first reads
    and then writes would fail at once when another writes in between, whatever the busy timeout.
    """
    made = sa.create_engine(
        f"sqlite:///{path}",
        connect_args={"timeout": BUSY_TIMEOUT_S, "check_same_thread": False},
        # Statements' parameters hold names; they must not get into tracebacks.
        hide_parameters=True,
    )

    @event.listens_for(made, "connect")
    def on_connect(connection: Any, _: Any) -> None:
        # pysqlite would begin transactions by itself, deferred, and not before DDL.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            f"busy_timeout={BUSY_TIMEOUT_S * 1000}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(made, "begin")
    def on_begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


def connect_looking(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, nor leave a file behind; also beside a running hub. Raises sqlite3.Error."""
    # A database that nobody has open is whole in its one file. Without saying so SQLite would make the two others.
    how = "mode=ro" if path.with_name(path.name + "-wal").exists() else "immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)


def reading_engine(path: Path) -> Engine:
    """An engine on `connect_looking`; a connection sees one state throughout."""
    made = sa.create_engine(
        "sqlite://", creator=lambda: connect_looking(path), poolclass=sa.NullPool, hide_parameters=True
    )

    @event.listens_for(made, "begin")
    def on_begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return made


def read_revision(path: Path) -> str | None:
    """The schema's revision in the file, without changing anything; None for a file that is new or empty, "" for
    another program's.

    Raises sqlite3.DatabaseError for a file that is no SQLite database.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    with contextlib.closing(connect_looking(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "alembic_version" not in tables:
            return "" if tables else None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else None


def forget(connection: sa.Connection) -> None:
    """Empties the write-ahead log, which holds old pages; without it erased names stay readable in the file.

    Readers that are busy, as a backup is, put it off to the next time.
    """
    raw = connection.connection.cursor()
    # Nobody can write while it waits.
    raw.execute(f"PRAGMA busy_timeout={FORGET_TIMEOUT_S * 1000}")
    with contextlib.suppress(sqlite3.OperationalError):
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_S * 1000}")
    raw.close()


def lock(folder: Path) -> IO[str] | None:
    """Takes the data folder for this process, until the answer is closed or the process ends; None if it is taken.

    Two hubs on one file would not hear of one another's changes: there is no NOTIFY in SQLite.
    """
    held = (folder / LOCK_NAME).open("w")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        held.close()
        return None
    return held


def private_folder(folder: Path) -> None:
    """Makes the data folder, readable by its owner alone, and sees that it can be written. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    probe = folder / f".probe-{os.getpid()}"
    probe.touch(mode=0o600)
    probe.unlink()
    database = folder / FILE_NAME
    if not database.exists():
        database.touch(mode=0o600)
