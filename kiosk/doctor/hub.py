"""The hub: its database, its disk, whether it runs, and how its tablets are doing."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import sqlalchemy as sa
from alembic.script import ScriptDirectory
from msgspec.structs import replace
from sqlalchemy import Connection

from kiosk.doctor.check import Check, checked, disk, is_locked, ok
from kiosk.hub import sqlite, tablets
from kiosk.hub.clock import system_clock
from kiosk.hub.database import alembic_config
from kiosk.hub.report import weekly
from kiosk.hub.tablets import Known
from kiosk.hub.tenant import FIRST, each_practice, serve
from kiosk.summary_config import SummaryConfig
from kiosk.visits.condition import State


def look(folder: Path, summary: SummaryConfig = SummaryConfig()) -> Iterator[Check]:  # noqa: B008 - frozen
    """Everything about the hub whose data is in `folder`, where there is a database."""
    yield _running(folder)
    try:
        yield from disk("hub", folder)
    except OSError as error:
        yield _fault("hub.disk_space", f"{folder}: cannot be read: {error.strerror}.", "Check the disk.")
    path = folder / sqlite.FILE_NAME
    engine = sqlite.reading_engine(path)
    try:
        with engine.begin() as connection:
            yield _whole(connection, path)
            schema = _schema(sqlite.read_revision(path))
            yield schema
            if summary.is_on and schema.state is State.OK:
                yield _summary(serve(connection, FIRST))
            known = [each for _ in each_practice(connection) for each in tablets.everybody(connection)]
            let_in = [each for each in known if each.revoked_at is None]
    except (sqlite3.Error, sa.exc.DBAPIError) as error:
        why = error.orig if isinstance(error, sa.exc.DBAPIError) else error
        yield _fault(
            "hub.database",
            f"{path}: cannot be read as the hub's database: {why}.",
            "Run this as the user that the hub runs as; if that is so, check the disk and restore a backup.",
        )
        return
    finally:
        engine.dispose()
    yield from _doing(let_in)


def _running(folder: Path) -> Check:
    match is_locked(folder / sqlite.LOCK_NAME):
        case True:
            return ok("hub.running", "The hub runs.")
        case False:
            return _fault("hub.running", "The hub does not run.", "Start it: tablets keep what is tapped until then.")
    return ok("hub.running", "Whether the hub runs cannot be told here.")


def _whole(connection: Connection, path: Path) -> Check:
    """Raises sqlalchemy.exc.DBAPIError."""
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found == "ok":
        return ok("hub.database", f"{path}: the database is whole.")
    return _fault(
        "hub.database", f"{path}: the database is damaged.", "Stop the hub; `kiosk hub restore` puts a backup back."
    )


def _schema(revision: str | None) -> Check:
    script = ScriptDirectory.from_config(alembic_config())
    if revision == script.get_current_head():
        return ok("hub.schema", f"The database is of this version (schema {revision}).")
    if revision is None or revision in {each.revision for each in script.walk_revisions()}:
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


def _summary(connection: Connection) -> Check:
    found = weekly.last(connection)
    if found is None:
        return ok("hub.summary", "No weekly summary was due yet.")
    day = date.fromordinal(found.day)
    if found.fault:
        told = "was not delivered" if found.done_at is None else "was not delivered to all"
        return Check(
            "hub.summary",
            State.WARNING,
            f"The weekly summary of {day} {told}: {found.fault}",
            "Look at [hub.summary] in the settings. What was not delivered is tried again by itself.",
        )
    if found.done_at is None:
        return ok("hub.summary", f"The weekly summary of {day} is on its way.")
    return ok("hub.summary", f"The weekly summary of {day} was delivered.")


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


def _fault(check: str, text: str, do: str) -> Check:
    return Check(check, State.FAULT, text, do)
