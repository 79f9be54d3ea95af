"""A backup becomes the hub's database again.

The hub is another one from then on (`hub_epoch`): tablets send what they still keep again, and the hub takes what it
lacks. Its own numbers begin anew, because those after the backup were given to facts that it has forgotten.
"""

import secrets
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from msgspec import Struct

from kiosk.hub import sqlite
from kiosk.hub.care.files import MOMENTARY, SIDE_FILES, CareFault, connect, move, new_file, settle
from kiosk.hub.database import DatabaseFault, refuse_foreign


class Restored(Struct, frozen=True):
    """What came of it."""

    events: int
    hub_epoch: UUID
    set_aside: Path | None
    """Where the database is now that was there before."""
    nameless: bool
    """Whether it was rid of patients' names; one that is damaged may not be."""


def restore(folder: Path, file: Path, *, now: int, force: bool = False) -> Restored:
    """Puts the backup `file` in the place of the database in `folder`. `now`: ms UTC.

    `force`: also where events or accounts are kept; that database is set aside, never deleted. Raises CareFault,
    with the database as it was, also while a hub runs on the folder.
    """
    path = folder / sqlite.FILE_NAME
    try:
        sqlite.private_folder(folder)
        held = sqlite.lock(folder)
    except OSError as error:
        raise CareFault(f"{folder}: the data folder cannot be written: {error.strerror}.") from None
    if held is None:
        raise CareFault(f"{folder}: a hub is running on this data folder; stop it first.")
    try:
        _refuse(path, file, force=force)
        with new_file(path) as part:
            _copy(file, part)
            epoch, events = _begin_anew(part, file)
            aside, is_nameless = _set_aside(path, now)
            move(part, path)
    except sqlite3.Error as error:
        raise CareFault(f"{file}: cannot be restored: {error}.") from None
    except OSError as error:
        raise CareFault(f"{folder}: cannot be written: {error.strerror}.") from None
    finally:
        held.close()
    return Restored(events, epoch, aside, is_nameless)


def _refuse(path: Path, file: Path, *, force: bool) -> None:
    if not file.exists():
        raise CareFault(f"{file}: is not there.")
    if path.samefile(file):
        raise CareFault(f"{file}: is the hub's database itself.")
    try:
        revision = refuse_foreign(file)
    except DatabaseFault as fault:
        raise CareFault(str(fault)) from None
    if revision is None:
        raise CareFault(f"{file}: is empty.")
    if not force and _is_in_use(path):
        raise CareFault(f"{path}: holds events or accounts already; --force sets it aside.")


def _is_in_use(path: Path) -> bool:
    """Whether anything would be missed; of a database that cannot be read nobody knows."""
    try:
        if sqlite.read_revision(path) is None:
            return False
        with closing(sqlite.connect_looking(path)) as there:
            query = "SELECT EXISTS (SELECT 1 FROM event) OR EXISTS (SELECT 1 FROM staff)"
            return bool(there.execute(query).fetchone()[0])
    except sqlite3.Error:
        return True


def _copy(file: Path, part: Path) -> None:
    # Not as bytes: there may be a write-ahead log beside the file.
    with closing(connect(file, "ro")) as source, closing(connect(part, "rw")) as copy:
        source.backup(copy)


def _begin_anew(part: Path, file: Path) -> tuple[UUID, int]:
    """Makes another hub of the copy; its epoch, and how many events it has. Raises CareFault if it is damaged."""
    epoch = uuid4()
    with closing(connect(part, "rw")) as copy:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise CareFault(f"{file}: is damaged ({found}).")
        for pragma in ("journal_mode=DELETE", "secure_delete=ON"):
            copy.execute(f"PRAGMA {pragma}").fetchall()
        there = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        copy.execute("BEGIN")
        copy.execute("UPDATE practice SET hub_epoch = ?, n = 0, form_secret = ?", (str(epoch), secrets.token_hex(32)))
        for table in there.intersection(MOMENTARY):
            copy.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our tables
        copy.execute("COMMIT")
        return epoch, int(copy.execute("SELECT count(*) FROM event").fetchone()[0])


def _set_aside(path: Path, now: int) -> tuple[Path | None, bool]:
    """Renames the database that is there, without names as far as it can be read; where it is, and whether it could."""
    is_empty = path.stat().st_size == 0
    is_nameless = is_empty or _without_names(path)
    when = datetime.fromtimestamp(now / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
    aside, attempt = path.with_name(f"{path.stem}-before-{when}{path.suffix}"), 1
    while aside.exists():
        attempt += 1
        aside = path.with_name(f"{path.stem}-before-{when}-{attempt}{path.suffix}")
    # A write-ahead log must not stay behind, not even one without a database: SQLite would apply it to the new one.
    for ending in (*SIDE_FILES, ""):
        file = path.with_name(path.name + ending)
        if file.exists():
            file.rename(aside.with_name(aside.name + ending))
    if is_empty:
        aside.unlink()
    settle(path.parent)
    return None if is_empty else aside, is_nameless


def _without_names(path: Path) -> bool:
    """Erases every name in a database that will never be seen to again; whether it could be read for that."""
    try:
        with closing(connect(path, "rw")) as there:
            there.execute("PRAGMA secure_delete=ON").fetchall()
            there.execute("BEGIN IMMEDIATE")
            there.execute("UPDATE event SET body = nameless(body) WHERE kind = 'arrived'")
            there.execute("UPDATE visit SET name = '' WHERE name != ''")
            there.execute("COMMIT")
            busy, _, _ = there.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy
    except sqlite3.Error:
        return False
