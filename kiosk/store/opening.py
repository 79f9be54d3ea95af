"""What happens before a store is used: one program alone, a file that is whole, and no newer than we are."""

import errno
import fcntl
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import structlog
from sqlite_utils import Database

from kiosk.store.clock import Clock
from kiosk.store.fault import DiskFullFault, StoreFault, in_words, primary_code
from kiosk.store.key import Key, is_encrypted
from kiosk.store.schema import connect_reading, connect_writing, migrations, unknown_migrations

FILE_NAME = "tablet.sqlite3"
DAMAGED, SEALED = "damaged", "sealed"
"""Why a database was put aside, as in its name."""

_SIDE_FILES = ("-wal", "-shm")
_log = structlog.get_logger(__name__)


def lock(folder: Path) -> int:
    """Makes the folder if need be and locks it for this program; closing the returned descriptor unlocks it.

    Raises StoreFault when it cannot be written or another program has it; nothing is touched then.
    """
    try:
        # Patients' names are in it: nobody else on the device may look.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "no permission to write")
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise StoreFault(f"{folder}: cannot be used as data folder ({error.strerror}).") from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        if isinstance(error, BlockingIOError):
            raise StoreFault(f"{folder}: is in use by another running kiosk.") from None
        raise StoreFault(f"{folder}: cannot be locked ({error.strerror}).") from None
    return descriptor


def prepare(path: Path, clock: Clock, key: Key | None = None) -> Path | None:
    """Leaves a whole database of this version at `path`, encrypted if there is a key; the folder must be locked.

    A damaged file is set aside whole and a new one begun: then the result is where the damaged one is now.
    Raises StoreFault, with nothing touched, for a database of a newer version, of another key, or one that cannot be
    read.
    """
    set_aside = None
    try:
        if path.exists() and not is_whole(path, key):
            set_aside = put_aside(path, DAMAGED, clock)
            _log.error("store.damaged", set_aside=str(set_aside))
        if key and path.exists() and path.stat().st_size and not is_encrypted(path):
            _encrypt(path, key)
        # SQLite gives its side files the same permissions.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        db = connect_writing(path, key)
        try:
            migrations.apply(db)
        finally:
            db.close()
    except sqlite3.Error as error:
        raise in_words(error, path) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFullFault(f"{path}: the disk is full.") from None
        raise StoreFault(f"{path}: cannot be written ({error.strerror}).") from None
    return set_aside


def were_put_aside(folder: Path, why: str) -> list[Path]:
    """The databases that were put aside there for this reason and are there still, the oldest first. Raises OSError."""
    if not folder.is_dir():
        return []
    stem, suffix = Path(FILE_NAME).stem, Path(FILE_NAME).suffix
    return sorted(file for file in folder.iterdir() if file.match(f"{stem}-{why}-*{suffix}"))


def is_whole(path: Path, key: Key | None = None, *, alone: bool = True) -> bool:
    """Whether SQLite finds no damage; only reads. Raises StoreFault for a database of a newer version or another key.

    `alone`: the folder is locked, so that nobody writes meanwhile. Raises sqlite3.Error.
    """
    try:
        db = connect_looking(path, key, alone=alone)
        try:
            if newer := unknown_migrations(db):
                raise StoreFault(
                    f"{path}: was written by a newer version of this program ({', '.join(newer)}); "
                    "install that version again. Nothing was changed."
                )
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            db.close()
    except sqlite3.Error as error:
        if primary_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return False
        raise
    return bool(found == "ok")


def connect_looking(path: Path, key: Key | None = None, *, alone: bool) -> Database:
    """A connection that leaves no trace, where that can be. Raises sqlite3.Error, and StoreFault for another key."""
    wal = path.with_name(path.name + "-wal")
    # Who has it open has a log beside it, also an empty one.
    in_use = wal.exists() and (not alone or wal.stat().st_size > 0)
    return connect_reading(path, key, immutable=not in_use)


def put_aside(path: Path, why: str, clock: Clock) -> Path:
    """Renames the database and its side files, so that SQLite finds them together under the new name.

    The folder must be locked. `why` is a part of that name. Raises StoreFault.
    """
    try:
        return _put_aside(path, why, clock)
    except OSError as error:
        raise StoreFault(f"{path}: cannot be put aside ({error.strerror}).") from None


def _encrypt(path: Path, key: Key) -> None:
    # Here alone: few tablets have the library.
    from kiosk.store import cipher

    cipher.encrypt(path, key)
    _log.info("store.encrypted")


def _put_aside(path: Path, why: str, clock: Clock) -> Path:
    when = datetime.fromtimestamp(clock.now_ms() / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.stem}-{why}-{when}{path.suffix}")
    attempt = 1
    while target.exists():
        attempt += 1
        target = path.with_name(f"{path.stem}-{why}-{when}-{attempt}{path.suffix}")
    # The database last: SQLite deletes a log whose database is gone, should we be killed in between.
    for ending in (*_SIDE_FILES, ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(target.with_name(target.name + ending))
    return target
