"""Everything that is so only because the database is on a PostgreSQL server."""

import select
import time
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import psycopg
import sqlalchemy as sa
from sqlalchemy import URL, Connection, Engine, event

from kiosk.hub import locks
from kiosk.hub.home import START, DatabaseFault, OutcomeUnknownError, Start, Tell
from kiosk.hub.tenant import served

OLDEST_VERSION = 13

CONNECT_TIMEOUT_S = 5
POOL_SIZE, POOL_OVERFLOW = 10, 20
SETTLE_S = 5.0
"""For how long the outcome of a commit is looked for after the connection was lost in it."""

FORGET_TIMEOUT_S = 1

_PASSING = {
    "40001",  # serialization_failure
    "40P01",  # deadlock_detected
    "53300",  # too_many_connections
    "57P01",  # admin_shutdown
    "57P02",  # crash_shutdown
    "57P03",  # cannot_connect_now
}

_CHANNEL = "kiosk"
"""On which hubs tell one another what is new; PostgreSQL keeps databases apart by itself."""

_START = START.add_columns(sa.cast(sa.func.pg_current_xact_id(), sa.Text)).with_for_update()

_CONNECTING: dict[str, Any] = {
    "connect_timeout": CONNECT_TIMEOUT_S,
    "application_name": "kiosk hub",
    # Whatever the database's own is: of one that is another's, too, the server's answers can be read.
    "client_encoding": "utf8",
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}


class PostgresqlHome:
    """The tables on a server."""

    def __init__(self, engine: Engine, replica: Engine | None = None) -> None:
        """`replica`: on a server that keeps a copy."""
        self.writing = engine
        self.reading = reading(engine)
        # Begin and end of a transaction are trips to the server, too.
        self.glancing = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._replica = replica
        self.reporting = reading(replica) if replica else self.reading
        self._held: Connection | None = None
        self._leads = False

    def take(self, shown: str, *, alone: bool) -> None:
        """Takes the database, until `close` or the loss of this one connection: alone, or along with other hubs.

        Raises DatabaseFault if it is taken otherwise.
        """
        if not self._hold(alone=alone):
            who = "another hub is running on" if alone else "somebody else works alone on"
            raise DatabaseFault(f"{shown}: {who} this database.")

    @property
    def is_shared(self) -> bool:
        """Always."""
        return True

    def tell(self, connection: Connection, message: str) -> None:
        """By NOTIFY, which is a part of the transaction."""
        connection.execute(sa.select(sa.func.pg_notify(_CHANNEL, message)))

    @asynccontextmanager
    async def telling(self) -> AsyncGenerator[Tell, None]:
        """By NOTIFY, on a connection of its own: transactions that notify commit one after the other."""
        try:
            async with await self._connect() as line:

                async def tell(message: str) -> None:
                    await line.execute("SELECT pg_notify(%s, %s)", [_CHANNEL, message])

                yield tell
        except psycopg.Error as error:
            raise ConnectionError(" ".join(str(error).split())) from error

    async def listen(self) -> AsyncGenerator[str, None]:
        """By LISTEN, on a connection of its own."""
        try:
            line = await self._connect()
            async with line:
                await line.execute(f"LISTEN {_CHANNEL}")
                yield ""
                async for told in line.notifies():
                    yield told.payload
        except psycopg.Error as error:
            raise ConnectionError(" ".join(str(error).split())) from error

    def leads(self) -> bool:
        """By a lock that the server gives free with the connection, whatever ends it."""
        try:
            if self._held is None:
                self._hold(alone=False)
            elif self._leads:
                self._held.execute(sa.select(1))
            if self._held is not None and not self._leads:
                self._leads = locks.take(self._held, locks.LEADING)
        except (sa.exc.DBAPIError, sa.exc.TimeoutError):
            self._let_go()
        return self._leads

    def begin(self, connection: Connection) -> Start:
        """Takes the practice's row. The mark is the transaction's id."""
        return Start(*connection.execute(_START, served(connection)).one())

    def has_committed(self, mark: str, error: Exception) -> bool:
        """Asks the server what became of the transaction, until it is there to answer or `SETTLE_S` has passed."""
        if not _is_lost(error):
            return False
        deadline = time.monotonic() + SETTLE_S
        while time.monotonic() < deadline:
            try:
                with self.writing.connect() as connection:
                    found = sa.text("SELECT pg_xact_status(CAST(CAST(:mark AS text) AS xid8))")
                    status = connection.execute(found, {"mark": mark}).scalar()
            except sa.exc.OperationalError:
                status = "in progress"
            except sa.exc.DBAPIError:
                # A server that took over and has never heard of it.
                return False
            if status != "in progress":
                return bool(status == "committed")
            time.sleep(0.1)
        raise OutcomeUnknownError(None, None, Exception("the outcome of a commit is unknown")) from error

    def will_pass(self, error: Exception) -> bool:
        """Another transaction was in the way, or the server is away or has no room just now."""
        if not isinstance(error, sa.exc.DBAPIError) or isinstance(error, OutcomeUnknownError):
            return False
        return _is_lost(error) or getattr(error.orig, "sqlstate", None) in _PASSING

    def forget(self) -> None:
        """Has the server clear away old versions of rows, for a moment at most; what is left its autovacuum does."""
        try:
            with self.writing.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(sa.text(f"SET statement_timeout = '{FORGET_TIMEOUT_S}s'"))
                try:
                    connection.execute(sa.text("VACUUM (SKIP_LOCKED, TRUNCATE false) event, visit"))
                finally:
                    connection.execute(sa.text("RESET statement_timeout"))
        except sa.exc.OperationalError:
            return

    def close(self) -> None:
        """Closes all connections."""
        self._let_go()
        self.writing.dispose()
        if self._replica is not None:
            self._replica.dispose()

    async def _connect(self) -> psycopg.AsyncConnection[Any]:
        _, parameters = self.writing.dialect.create_connect_args(self.writing.url)
        return await psycopg.AsyncConnection.connect(**parameters, **_CONNECTING, autocommit=True)

    def _hold(self, *, alone: bool) -> bool:
        self._held = self.writing.connect().execution_options(isolation_level="AUTOCOMMIT")
        if locks.take(self._held, locks.SERVING, shared=not alone):
            return True
        self._let_go()
        return False

    def _let_go(self) -> None:
        held, self._held, self._leads = self._held, None, False
        if held is not None:
            # Not back into the pool: with its end the server gives the locks free.
            held.invalidate()
            held.close()


def engine(url: URL) -> Engine:
    """An engine on the server; nothing is opened yet."""
    made = sa.create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args=_CONNECTING,
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        # Statements' parameters hold names; they must not get into tracebacks.
        hide_parameters=True,
    )

    @event.listens_for(made, "connect")
    def on_connect(connection: Any, _: Any) -> None:
        # What is answered is durable: a server's own, laxer default does not hold for the hub.
        connection.autocommit = True
        connection.execute(
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
        )
        connection.autocommit = False

    @event.listens_for(made, "checkout")
    def on_checkout(connection: Any, _: Any, __: Any) -> None:
        # A server that was started again is not noticed by the one who happens to be next. Of its end it tells on each
        # connection, as the machine does of a line that broke; asking each time would be a trip to the server.
        try:
            if _has_news(connection):
                made.dialect.do_ping(connection)
        except psycopg.Error as error:
            raise sa.exc.InvalidatePoolError from error

    return made


def reading(engine: Engine) -> Engine:
    """The same engine for those who only read."""
    # psycopg puts both into BEGIN, so it costs no trip to the server.
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def copy(connection: Connection, statement: str, rows: Iterable[Sequence[Any]]) -> None:
    """Writes rows by a COPY … FROM STDIN, straight into the table: who writes has locked the practice's row and looked
    for the keys, so that no other writer can come in between. Raises sqlalchemy.exc.DBAPIError, without the rows.
    """
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as target:
            for row in rows:
                target.write_row(row)
    except psycopg.Error as error:
        # The server's own words go on with the row that it stumbled over, and that holds names.
        told = type(error)(error.diag.message_primary or str(error).partition("\n")[0])
        if driver.closed:
            connection.invalidate()
        raise sa.exc.DBAPIError.instance(
            statement, None, told, psycopg.Error, hide_parameters=True, connection_invalidated=driver.closed
        ) from None


def check(connection: Connection, shown: str) -> None:
    """Raises DatabaseFault for a server that cannot hold the tables."""
    version = int(connection.execute(sa.text("SHOW server_version_num")).scalar_one()) // 10_000
    if version < OLDEST_VERSION:
        raise DatabaseFault(f"{shown}: PostgreSQL {version} is too old; the hub needs {OLDEST_VERSION} or newer.")
    if (encoding := connection.execute(sa.text("SHOW server_encoding")).scalar_one()) != "UTF8":
        raise DatabaseFault(f"{shown}: the database's encoding is {encoding}; the hub needs UTF8.")


def lock_out_others(connection: Connection) -> None:
    """One hub at a time brings the tables up to date; until the end of the transaction."""
    connection.execute(sa.select(sa.func.pg_advisory_xact_lock(locks.MIGRATING)))


def read_revision(connection: Connection) -> str | None:
    """The schema's revision; None for an empty database, "" for another program's."""
    tables = sa.inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        return "" if tables else None
    return str(connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() or "")


def shown(url: URL) -> str:
    """The address as people may see it: without user and password, and without options, which may hold one too."""
    host = url.host or url.query.get("host") or "this machine"
    return f"{url.database or 'the database'} on {host}{f':{url.port}' if url.port else ''}"


def reason(error: sa.exc.DBAPIError) -> str:
    """Why the server did not do it, on one line and without a full stop."""
    return " ".join(str(error.orig).split()).rstrip(".")


def _has_news(connection: psycopg.Connection[Any]) -> bool:
    """Whether something came that nobody asked for. Raises psycopg.OperationalError for a connection that is closed."""
    line = select.poll()
    line.register(connection.fileno(), select.POLLIN)
    return bool(line.poll(0))


def _is_lost(error: Exception) -> bool:
    """Whether the connection was lost, or could not be made."""
    if not isinstance(error, sa.exc.DBAPIError):
        return False
    no_connection = isinstance(error.orig, psycopg.OperationalError) and error.orig.sqlstate is None
    return error.connection_invalidated or no_connection or str(getattr(error.orig, "sqlstate", "")).startswith("08")
