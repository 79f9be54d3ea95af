"""The tables of the store, and how a connection to them is made.

A migration that was ever released is never edited; a change is another migration.
"""

import sqlite3
from pathlib import Path
from uuid import UUID

import msgspec
from sqlite_utils import Database, Migrations

from kiosk.store.key import Key, needed
from kiosk.visits.receipt import Receipt

BUSY_MS = 5_000

migrations = Migrations("kiosk.store")


@migrations()
def m001_event_log(db: Database) -> None:
    """The log, its outbox, and what else has to survive a restart."""
    db.execute("""
        CREATE TABLE event (
            seq INTEGER PRIMARY KEY,         -- the order in which events became durable here
            id TEXT NOT NULL UNIQUE,
            visit TEXT,                      -- NULL: an event of the practice
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,             -- ms UTC, as the event says
            n INTEGER UNIQUE,                -- our gapless counter; NULL: came from the hub
            body TEXT NOT NULL,              -- the wire JSON
            confirmed INTEGER,               -- when the hub was known to have it, ms UTC, of ours by its own clock
            rejected TEXT                    -- why the hub refused it; it is kept, and not sent again
        ) STRICT
    """)
    db.execute("CREATE INDEX event_visit ON event (visit)")
    db.execute("CREATE INDEX event_at ON event (at)")
    db.execute("CREATE INDEX event_unconfirmed ON event (n) WHERE confirmed IS NULL AND n IS NOT NULL")
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")


@migrations()
def m002_receipt(db: Database) -> None:
    """What the hub has confirmed is counted from here on."""
    query = "SELECT n, id FROM event WHERE n IS NOT NULL AND confirmed IS NOT NULL"
    receipt = Receipt().plus((n, UUID(event)) for n, event in db.execute(query))
    if receipt.count:
        db.execute("INSERT INTO meta (key, value) VALUES ('receipt', ?)", (msgspec.json.encode(receipt).decode(),))


def unknown_migrations(db: Database) -> list[str]:
    """Migrations that were applied to the file and that this program does not know: a newer one wrote it."""
    known = {migration.name for migration in migrations.pending(Database(memory=True, execute_plugins=False))}
    return [applied.name for applied in migrations.applied(db) if applied.name not in known]


def connect_writing(path: Path, key: Key | None = None) -> Database:
    """The connection that writes; a commit is on the disk when it returns.

    Raises StoreFault where `key` does not open the file, and sqlite3.Error, also where there is no file: one that
    vanished must not be replaced unseen.
    """
    return _set_up(_connect(path, "mode=rw", key))


def connect_reading(path: Path, key: Key | None = None, *, immutable: bool = False) -> Database:
    """A connection that cannot write. `immutable`: leave no trace at all, only true while nobody writes.

    Raises StoreFault where `key` does not open the file, and sqlite3.Error, also where there is no file.
    """
    return _set_up(_connect(path, "immutable=1" if immutable else "mode=ro", key), readonly=True)


def _connect(path: Path, options: str, key: Key | None) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{options}"
    if used := needed(path, key):
        # Here alone: few tablets have the library.
        from kiosk.store import cipher

        return cipher.connect(address, used)
    return sqlite3.connect(address, uri=True, isolation_level=None)


def _set_up(connection: sqlite3.Connection, *, readonly: bool = False) -> Database:
    db = Database(connection, execute_plugins=False)
    try:
        # None of these outlives its connection save WAL, and the defaults are the library builder's choice.
        db.execute(f"PRAGMA busy_timeout = {BUSY_MS}").fetchall()
        db.execute("PRAGMA foreign_keys = ON")
        if readonly:
            db.execute("PRAGMA query_only = ON")
        else:
            db.execute("PRAGMA journal_mode = WAL").fetchall()
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA secure_delete = ON").fetchall()
    except BaseException:
        db.close()
        raise
    return db
