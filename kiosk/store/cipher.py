"""SQLCipher, as if it were the standard library's sqlite3. Imported only where a store is encrypted."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from kiosk.store.fault import StoreFault
from kiosk.store.key import Key

try:
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped]
except ImportError:
    raise StoreFault("An encrypted store needs SQLCipher: install front-desk-kiosk[encrypted].") from None


@contextmanager
def _as_standard() -> Iterator[None]:
    """SQLCipher's errors are no sqlite3.Error, by which all of the store tells faults of the disk from bugs."""
    try:
        yield
    except dbapi2.Error as error:
        told = getattr(sqlite3, type(error).__name__)(*error.args)
        for detail in ("sqlite_errorcode", "sqlite_errorname"):
            if hasattr(error, detail):
                setattr(told, detail, getattr(error, detail))
        raise told from None


class _Cursor(dbapi2.Cursor):  # type: ignore[misc]
    def execute(self, *arguments: Any) -> Any:
        with _as_standard():
            return super().execute(*arguments)

    def __next__(self) -> Any:
        with _as_standard():
            return super().__next__()

    def fetchone(self) -> Any:
        with _as_standard():
            return super().fetchone()

    def fetchall(self) -> Any:
        with _as_standard():
            return super().fetchall()


class _Connection(dbapi2.Connection):  # type: ignore[misc]
    def cursor(self) -> Any:
        with _as_standard():
            return super().cursor(_Cursor)

    def execute(self, *arguments: Any) -> Any:
        return self.cursor().execute(*arguments)

    def close(self) -> None:
        with _as_standard():
            super().close()


def connect(address: str, key: Key | None) -> sqlite3.Connection:
    """A connection by a URI, to a plain database without a key. Raises sqlite3.Error."""
    with _as_standard():
        connection = dbapi2.connect(address, uri=True, isolation_level=None, factory=_Connection)
    try:
        # It writes to stderr by itself; what is wrong comes as an error anyhow.
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.execute(f'PRAGMA key = "{key.literal()}"').fetchall()
        # What is sorted would be in plain files else.
        connection.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        connection.close()
        raise
    return cast(sqlite3.Connection, connection)


def encrypt(path: Path, key: Key) -> None:
    """Puts an encrypted copy of a plain database in its place, then overwrites the plain one.

    The folder must be locked. Killed at any moment, one of the two is there whole. Raises sqlite3.Error, OSError and
    StoreFault; the plain one is still in its place then.
    """
    part = path.with_name(f"{path.name}.part")
    for left in (part, part.with_name(f"{part.name}-journal")):
        left.unlink(missing_ok=True)
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    db = connect(f"{path.absolute().as_uri()}?mode=rw", None)
    try:
        # The write-ahead log of the plain one would be taken for that of the other.
        if db.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
            raise StoreFault(f"{path}: another program is holding the database.")
        db.execute("ATTACH DATABASE ? AS encrypted KEY ?", (str(part), key.literal()))
        db.execute("SELECT sqlcipher_export('encrypted')").fetchall()
        db.execute("DETACH DATABASE encrypted")
    finally:
        db.close()
    with path.open("r+b") as plain:
        _sync(part)
        part.replace(path)
        _sync(path.parent)
        plain.write(bytes(os.fstat(plain.fileno()).st_size))
        plain.flush()
        os.fsync(plain.fileno())


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
