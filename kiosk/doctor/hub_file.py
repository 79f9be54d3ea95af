"""The hub's database in a SQLite file."""

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from kiosk.doctor.check import Check, fault, is_locked, ok
from kiosk.doctor.hub_tables import START_IT, look_at_tables
from kiosk.hub import sqlite
from kiosk.summary_config import SummaryConfig


def look(folder: Path, summary: SummaryConfig) -> list[Check]:
    """Everything about the database in the folder, in which there is one."""
    found = [_running(folder)]
    path = folder / sqlite.FILE_NAME
    engine = sqlite.reading_engine(path)
    try:
        with engine.begin() as connection:
            found.append(_whole(connection, path))
            found += look_at_tables(connection, sqlite.read_revision(path), summary)
    except (OSError, sqlite3.Error, sa.exc.DBAPIError) as error:
        why = error.orig if isinstance(error, sa.exc.DBAPIError) else error
        found.append(
            fault(
                "hub.database",
                f"{path}: cannot be read as the hub's database: {why}.",
                "Run this as the user that the hub runs as; if that is so, check the disk and restore a backup.",
            )
        )
    finally:
        engine.dispose()
    return found


def _running(folder: Path) -> Check:
    match is_locked(folder / sqlite.LOCK_NAME):
        case True:
            return ok("hub.running", "The hub runs.")
        case False:
            return fault("hub.running", "The hub does not run.", START_IT)
    return ok("hub.running", "Whether the hub runs cannot be told here.")


def _whole(connection: Connection, path: Path) -> Check:
    """Raises sqlalchemy.exc.DBAPIError."""
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found == "ok":
        return ok("hub.database", f"{path}: the database is whole.")
    return fault(
        "hub.database", f"{path}: the database is damaged.", "Stop the hub; `kiosk hub restore` puts a backup back."
    )
