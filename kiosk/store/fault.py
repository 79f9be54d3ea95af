"""What can go wrong with a store that is not a mistake of ours."""

import sqlite3
from pathlib import Path


class StoreFault(Exception):
    """The disk or the data folder does not do what the store needs; the message is one plain sentence."""


class DiskFullFault(StoreFault):
    """There is no room left."""


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where the error is not SQLite's own."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def in_words(error: sqlite3.Error, path: Path) -> StoreFault:
    """The fault that an error of SQLite on the file at `path` tells of."""
    match primary_code(error):
        case sqlite3.SQLITE_FULL:
            return DiskFullFault(f"{path}: the disk is full.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return StoreFault(f"{path}: cannot be written ({error}).")
        case sqlite3.SQLITE_IOERR:
            return StoreFault(f"{path}: the disk reports an error ({_name(error)}).")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreFault(f"{path}: another program is holding the database.")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return StoreFault(f"{path}: the database is damaged; restart to begin a new one beside it.")
    return StoreFault(f"{path}: {error}.")


def _name(error: sqlite3.Error) -> str:
    return str(getattr(error, "sqlite_errorname", error))
