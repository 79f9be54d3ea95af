"""The hub: its database, its disk, whether it runs, and how its tablets are doing."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic.script import ScriptDirectory
from msgspec.structs import replace

from kiosk.doctor.check import Check, checked, disk, is_locked, ok
from kiosk.hub import migrations, sqlite, tablets
from kiosk.hub.clock import system_clock
from kiosk.hub.tablets import Known
from kiosk.visits.condition import State


def look(folder: Path) -> Iterator[Check]:
    """Everything about the hub whose data is in `folder`, where there is a database."""
    yield _running(folder)
    try:
        yield from disk("hub", folder)
    except OSError as error:
        yield _fault("hub.disk_space", f"{folder}: cannot be read: {error.strerror}.", "Check the disk.")
    path = folder / sqlite.FILE_NAME
    try:
        yield _whole(path)
        yield _schema(path)
        let_in = [each for each in _tablets(path) if each.revoked_at is None]
    except (sqlite3.Error, sa.exc.DBAPIError, OSError) as error:
        why = error.orig if isinstance(error, sa.exc.DBAPIError) else error
        yield _fault(
            "hub.database",
            f"{path}: cannot be read as the hub's database: {why}.",
            "Run this as the user that the hub runs as; if that is so, check the disk and restore a backup.",
        )
        return
    yield from _doing(let_in)


def _running(folder: Path) -> Check:
    match is_locked(folder / sqlite.LOCK_NAME):
        case True:
            return ok("hub.running", "The hub runs.")
        case False:
            return _fault("hub.running", "The hub does not run.", "Start it: tablets keep what is tapped until then.")
    return ok("hub.running", "Whether the hub runs cannot be told here.")


def _whole(path: Path) -> Check:
    """Raises sqlite3.Error."""
    with contextlib.closing(_connect(path)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found == "ok":
        return ok("hub.database", f"{path}: the database is whole.")
    return _fault("hub.database", f"{path}: the database is damaged.", "Stop the hub and restore the last backup.")


def _schema(path: Path) -> Check:
    """Raises sqlite3.Error."""
    with contextlib.closing(_connect(path)) as connection:
        revision = connection.execute("SELECT max(version_num) FROM alembic_version").fetchone()[0]
    script = ScriptDirectory(str(Path(migrations.__path__[0])))
    known = {each.revision for each in script.walk_revisions()}
    if revision == script.get_current_head():
        return ok("hub.schema", f"The database is of this version (schema {revision}).")
    if revision in known or revision is None:
        return Check(
            "hub.schema",
            State.WARNING,
            f"The database is of an older version (schema {revision or 'none'}).",
            "Start the hub of this version once: it brings the database up to date.",
        )
    return _fault(
        "hub.schema",
        f"The database was written by a newer version of this program (schema {revision}), or by another program.",
        "Install that version again.",
    )


def _tablets(path: Path) -> list[Known]:
    """Raises sqlalchemy.exc.DBAPIError."""
    engine = sa.create_engine("sqlite://", creator=lambda: _connect(path), hide_parameters=True)
    try:
        with engine.connect() as connection:
            return tablets.everybody(connection)
    finally:
        engine.dispose()


def _doing(let_in: list[Known]) -> Iterator[Check]:
    now = system_clock()
    for tablet in let_in:
        found = tablet.conditions(now, let_in)
        for condition in found:
            told = replace(condition, text=f"{tablet.name} ({tablet.device}): {condition.text}")
            yield checked("hub.tablet", told)
        if not found:
            yield ok("hub.tablet", f"{tablet.name} ({tablet.device}) is doing well.")
    if not let_in:
        yield ok("hub.tablet", "No tablet is let in here.")


def _connect(path: Path) -> sqlite3.Connection:
    in_use = path.with_name(path.name + "-wal").exists()
    options = "mode=ro" if in_use else "immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, timeout=sqlite.BUSY_TIMEOUT_S)


def _fault(check: str, text: str, do: str) -> Check:
    return Check(check, State.FAULT, text, do)
