"""Opens the hub's database: refused when it is not ours to touch, brought up to date otherwise."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy import Connection, Engine

from kiosk.config import Config
from kiosk.hub import sqlite
from kiosk.hub.schema import PRACTICE, practice

if TYPE_CHECKING:
    from alembic.config import Config as AlembicConfig

_MIGRATIONS = Path(__file__).parent / "migrations"


class DatabaseFault(Exception):
    """The database cannot be used; the message is one sentence for the person who runs the hub."""


class Database:
    """The hub's database, migrated and ready. Connections are made per use; it may be used from any thread."""

    def __init__(self, engine: Engine, held: IO[str] | None) -> None:
        self._engine = engine
        self._writing = engine.execution_options(writes=True)
        self._held = held
        with self.read() as connection:
            row = connection.execute(
                sa.select(practice.c.hub_epoch, practice.c.form_secret).where(practice.c.practice == PRACTICE)
            ).one()
        self.hub_epoch = UUID(row.hub_epoch)
        """Random, of this file: a hub restored from a backup gets another."""
        self.form_secret: str = row.form_secret

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection in a transaction that sees one state throughout."""
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection in a transaction that is durable when the block has been left."""
        with self._writing.begin() as connection:
            yield connection

    @staticmethod
    def lock(connection: Connection) -> None:
        """Keeps other writers of the practice out until the commit, of whichever process."""
        # An update that changes nothing takes the row's lock on every database alike.
        connection.execute(practice.update().where(practice.c.practice == PRACTICE).values(cursor=practice.c.cursor))

    def forget(self) -> None:
        """Takes what was erased out of the database's files, as far as nobody reads just now."""
        with self._engine.connect() as connection:
            sqlite.forget(connection)

    def close(self) -> None:
        """Closes everything and gives the data folder free."""
        self._engine.dispose()
        if self._held is not None:
            self._held.close()


def open_database(folder: Path, *, exclusive: bool = True) -> Database:
    """The database in `folder`, made if it is missing and migrated if it is older.

    `exclusive` takes the folder for one hub. Raises DatabaseFault for a folder that cannot be written or is in
    use, and for a database that is newer than this program or none at all; nothing is touched then.
    """
    path = folder / sqlite.FILE_NAME
    revision = refuse_foreign(path)
    try:
        sqlite.private_folder(folder)
        held = sqlite.lock(folder) if exclusive else None
    except OSError as error:
        raise DatabaseFault(f"{folder}: the data folder cannot be written: {error.strerror}.") from None
    if exclusive and held is None:
        raise DatabaseFault(f"{folder}: another hub is running on this data folder.")
    engine = sqlite.engine(path)
    try:
        with engine.execution_options(writes=True).begin() as connection:
            if revision != max(_revisions()):
                _migrate(connection)
            _found(connection)
        return Database(engine, held)
    except sa.exc.DBAPIError as error:
        engine.dispose()
        if held is not None:
            held.close()
        raise DatabaseFault(f"{path}: the database cannot be opened: {error.orig}.") from None


def refuse_foreign(path: Path) -> str | None:
    """The schema's revision in a file that this program may use; None for one that is new or empty.

    Only reads. Raises DatabaseFault for a database that is newer than this program, or not the hub's at all.
    """
    try:
        revision = sqlite.read_revision(path)
    except (sqlite3.DatabaseError, OSError) as error:
        raise DatabaseFault(f"{path}: cannot be read as the hub's database: {error}.") from None
    if revision is None:
        return None
    if revision not in _revisions():
        made_by = "a newer version of this program" if revision else "another program"
        raise DatabaseFault(f"{path}: the database was written by {made_by}; it was not touched.")
    return revision


def data_folder(config: Config) -> Path:
    """Where the hub keeps its data."""
    return Path(config.hub.data)


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


def _found(connection: Connection) -> None:
    """Gives the practice its row, once."""
    there = connection.execute(sa.select(practice.c.practice).where(practice.c.practice == PRACTICE)).first()
    if there is None:
        connection.execute(
            practice.insert().values(
                practice=PRACTICE,
                hub_epoch=str(uuid4()),
                cursor=0,
                n=0,
                form_secret=secrets.token_hex(32),
            )
        )
