"""Opens the hub's database: refused when it is not ours to touch, brought up to date otherwise."""

import sqlite3
from collections.abc import AsyncGenerator, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import sqlalchemy as sa
import structlog
from sqlalchemy import URL, Connection

from kiosk.config import Config
from kiosk.hub import practices, sqlite
from kiosk.hub.home import DatabaseFault as DatabaseFault
from kiosk.hub.home import Home, Start, Tell
from kiosk.hub.schema import practice
from kiosk.hub.tenant import FIRST, OPTION, mine, serve

if TYPE_CHECKING:
    from alembic.config import Config as AlembicConfig

_log = structlog.get_logger(__name__)

_MIGRATIONS = Path(__file__).parent / "migrations"


class Database:
    """The hub's database, migrated and ready. Connections are made per use; it may be used from any thread."""

    def __init__(self, home: Home, practice_id: str = FIRST) -> None:
        """Of one practice; the others have the same `home`."""
        self._home = home
        self.practice = practice_id
        self._reading, self._glancing, self._reporting, self._writing = (
            engine.execution_options(**{OPTION: practice_id})
            for engine in (home.reading, home.glancing, home.reporting, home.writing)
        )
        with self.read() as connection:
            row = connection.execute(
                sa.select(practice.c.hub_epoch, practice.c.form_secret).where(mine(connection, practice))
            ).one()
        self.hub_epoch = UUID(row.hub_epoch)
        """Random, of this file: a hub restored from a backup gets another."""
        self.form_secret: str = row.form_secret

    def of(self, practice_id: str) -> "Database":
        """The same database, for another practice that is in it."""
        return Database(self._home, practice_id)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection in a transaction that sees one state throughout."""
        with self._reading.begin() as connection:
            yield connection

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """A connection for a single statement that reads, as quickly as can be."""
        with self._glancing.connect() as connection:
            yield connection

    @contextmanager
    def report(self) -> Iterator[Connection]:
        """As `read`, on the server's copy where there is one that answers: what is read may be a moment old."""
        try:
            connection = self._reporting.connect()
        except sa.exc.OperationalError as error:
            _log.warning("replica away", reason=str(error.orig))
            connection = self._reading.connect()
        with connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection in a transaction that is durable when the block has been left.

        Other writers of the practice, of whichever process, are kept out from its begin to the commit: what it
        reads is still so when it writes.
        """
        with self.begin() as (connection, _):
            yield connection

    @contextmanager
    def begin(self) -> Iterator[tuple[Connection, Start]]:
        """As `write`, with what it has found of the practice."""
        with self._writing.connect() as connection:
            transaction = connection.begin()
            try:
                start = self._home.begin(connection)
                yield connection, start
            except BaseException:
                transaction.rollback()
                raise
            try:
                transaction.commit()
            except sa.exc.DBAPIError as error:
                if not self._home.has_committed(start.mark, error):
                    raise

    def will_pass(self, error: Exception) -> bool:
        """Whether what `write` raised is of the moment: nothing was written, and the same may well succeed soon."""
        return self._home.will_pass(error)

    @property
    def is_shared(self) -> bool:
        """Whether other hubs may work on the same database at the same time."""
        return self._home.is_shared

    def tell(self, connection: Connection, message: str) -> None:
        """The other hubs hear of `message` as soon as the transaction is durable; see `news`."""
        self._home.tell(connection, message)

    def telling(self) -> AbstractAsyncContextManager[Tell]:
        """The other hubs hear at once of what is given to it. Both raise ConnectionError."""
        return self._home.telling()

    def listen(self) -> AsyncGenerator[str, None]:
        """What hubs tell, this one too; "" once it begins to hear them. Raises ConnectionError when it is deaf."""
        return self._home.listen()

    def leads(self) -> bool:
        """Whether this is the one hub that sees to what is due; another takes over when it ends. Any thread but one."""
        return self._home.leads()

    def forget(self) -> None:
        """Takes what was erased out of the database's files, as far as nobody is in the way just now."""
        self._home.forget()

    def close(self) -> None:
        """Closes everything, and gives a data folder free."""
        self._home.close()


def open_database(
    where: Path | URL, *, exclusive: bool = True, with_others: bool = False, replica: URL | None = None
) -> Database:
    """The database in the folder or on the server `where`, made if it is missing and migrated if it is older.

    `exclusive` takes it, so that no hub runs meanwhile; `with_others` takes it for a hub: on a server that leaves room
    for other hubs, but for nobody who needs it alone. `replica`: where the server keeps a copy, for reports.
    Raises DatabaseFault for a folder that cannot be written or is in use, for a server that cannot be used, and for a
    database that is newer than this program or none at all; nothing is touched then.
    """
    return (
        _open_on_server(where, exclusive=exclusive, with_others=with_others, replica=replica)
        if isinstance(where, URL)
        else _open_in_folder(where, exclusive=exclusive)
    )


def _open_on_server(url: URL, *, exclusive: bool, with_others: bool, replica: URL | None) -> Database:
    # Only who has a server pays for its driver.
    from kiosk.hub import postgresql

    shown = postgresql.shown(url)
    home = postgresql.PostgresqlHome(postgresql.engine(url), postgresql.engine(replica) if replica else None)
    try:
        if exclusive:
            home.take(shown, alone=not with_others)
        with home.writing.begin() as connection:
            postgresql.check(connection, shown)
            postgresql.lock_out_others(connection)
            revision = postgresql.read_revision(connection)
            _refuse_revision(revision, shown)
            if revision != max(_revisions()):
                _migrate(connection)
            practices.found(connection)
        return Database(home)
    except sa.exc.DBAPIError as error:
        home.close()
        raise DatabaseFault(f"{shown}: the database cannot be used: {postgresql.reason(error)}.") from None
    except DatabaseFault:
        home.close()
        raise


def _open_in_folder(folder: Path, *, exclusive: bool) -> Database:
    path = folder / sqlite.FILE_NAME
    revision = refuse_foreign(path)
    try:
        sqlite.private_folder(folder)
        held = sqlite.lock(folder) if exclusive else None
    except OSError as error:
        raise DatabaseFault(f"{folder}: the data folder cannot be written: {error.strerror}.") from None
    if exclusive and held is None:
        raise DatabaseFault(f"{folder}: another hub is running on this data folder.")
    home = sqlite.SqliteHome(sqlite.engine(path), held)
    try:
        with home.writing.begin() as connection:
            if revision != max(_revisions()):
                _migrate(connection)
            practices.found(connection)
        return Database(home)
    except sa.exc.DBAPIError as error:
        home.close()
        raise DatabaseFault(f"{path}: the database cannot be opened: {error.orig}.") from None


@contextmanager
def new_on_server(url: URL) -> Iterator[Connection]:
    """A connection to an empty database, in the transaction that makes the tables there; they have no rows yet.

    Raises DatabaseFault for a database that is not empty, and for a server that cannot be used, also in between.
    """
    from kiosk.hub import postgresql

    shown = postgresql.shown(url)
    engine = postgresql.engine(url)
    try:
        with engine.begin() as connection:
            postgresql.check(connection, shown)
            postgresql.lock_out_others(connection)
            if postgresql.read_revision(connection) is not None:
                raise DatabaseFault(f"{shown}: the database is not empty; it was not touched.")
            _migrate(connection)
            yield connection
    except sa.exc.DBAPIError as error:
        raise DatabaseFault(f"{shown}: the database cannot be used: {postgresql.reason(error)}.") from None
    finally:
        engine.dispose()


@contextmanager
def look_at(where: Path | URL) -> Iterator[tuple[Connection, str]]:
    """A connection that cannot write and sees one state throughout, and the schema's revision; also beside a hub.

    Raises DatabaseFault where there is no database, for one that is newer than this program or not the hub's at all,
    and for a server that cannot be used.
    """
    if isinstance(where, Path):
        shown = str(where / sqlite.FILE_NAME)
        revision = refuse_foreign(where / sqlite.FILE_NAME)
        reading = sqlite.reading_engine(where / sqlite.FILE_NAME)
    else:
        from kiosk.hub import postgresql

        shown = postgresql.shown(where)
        reading = postgresql.reading(postgresql.engine(where))
        try:
            with reading.connect() as connection:
                revision = postgresql.read_revision(connection)
        except sa.exc.DBAPIError as error:
            raise DatabaseFault(f"{shown}: the database cannot be used: {postgresql.reason(error)}.") from None
    try:
        _refuse_revision(revision, shown)
        if revision is None:
            raise DatabaseFault(f"{shown}: there is no database.")
        with reading.begin() as connection:
            yield serve(connection, FIRST), revision
    finally:
        reading.dispose()


def refuse_foreign(path: Path) -> str | None:
    """The schema's revision in a file that this program may use; None for one that is new or empty.

    Only reads. Raises DatabaseFault for a database that is newer than this program, or not the hub's at all.
    """
    try:
        revision = sqlite.read_revision(path)
    except (sqlite3.DatabaseError, OSError) as error:
        raise DatabaseFault(f"{path}: cannot be read as the hub's database: {error}.") from None
    _refuse_revision(revision, str(path))
    return revision


def _refuse_revision(revision: str | None, shown: str) -> None:
    if revision is None:
        return
    if revision not in _revisions():
        made_by = "a newer version of this program" if revision else "another program"
        raise DatabaseFault(f"{shown}: the database was written by {made_by}; it was not touched.")


def data_folder(config: Config) -> Path:
    """Where the hub keeps its data."""
    return Path(config.hub.data)


def home_of(config: Config) -> Path | URL:
    """Where the hub's database is, for `open_database`."""
    return sa.make_url(config.hub.database) if config.hub.database else data_folder(config)


def replica_of(config: Config) -> URL | None:
    """Where the server keeps a copy of the database, for `open_database`."""
    return sa.make_url(config.hub.replica) if config.hub.replica else None


def alembic_config() -> "AlembicConfig":
    """Where the migrations are."""
    from alembic.config import Config as AlembicConfig

    config = AlembicConfig()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return config


def _revisions() -> set[str]:
    """Those that this program knows. By the names of their files: alembic takes 10 MiB, which most starts can save."""
    return {file.name.partition("_")[0] for file in (_MIGRATIONS / "versions").glob("[0-9]*_*.py")}


def _migrate(connection: Connection) -> None:
    from alembic import command

    script = alembic_config()
    script.attributes["connection"] = connection
    command.upgrade(script, "head")
