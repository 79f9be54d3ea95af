"""A copy of the hub's database to be put away, also while the hub runs.

It is written row by row from one state of the database, and names are left out on the way: no byte of a patient's
name is ever in the copy, be it in a free page or in what a broken-off backup leaves behind. A page-wise copy that is
cleaned afterwards could not promise that.

A restored visit has its ticket, and the tablets keep the names of those who wait for as long as they need them.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from kiosk.hub import sqlite
from kiosk.hub.care.files import MOMENTARY, CareFault, connect, move, new_file, uri
from kiosk.hub.database import DatabaseFault, refuse_foreign

_BLANKED = {
    ("event", "body"): "CASE kind WHEN 'arrived' THEN nameless(body) ELSE body END",
    ("visit", "name"): "''",
    ("practice", "form_secret"): "''",
}
"""By table and column: what is copied in its place."""


class Backup(Struct, frozen=True):
    """What was written."""

    events: int
    bytes: int


def backup(folder: Path, target: Path, *, force: bool = False) -> Backup:
    """Writes a copy of the database in `folder` to `target`; `force`: also over a file that is there.

    Raises CareFault, with what was at `target` as it was.
    """
    source = folder / sqlite.FILE_NAME
    _refuse(source, target, force=force)
    try:
        with new_file(target) as part:
            events = _copy(source, part)
            size = part.stat().st_size
            move(part, target)
    except sqlite3.Error as error:
        raise CareFault(f"{target}: not backed up: {error}.") from None
    except OSError as error:
        raise CareFault(f"{target}: cannot be written: {error.strerror}.") from None
    return Backup(events, size)


def _refuse(source: Path, target: Path, *, force: bool) -> None:
    try:
        revision = refuse_foreign(source)
    except DatabaseFault as fault:
        raise CareFault(str(fault)) from None
    if revision is None:
        raise CareFault(f"{source}: there is no database to be backed up.")
    if target.exists():
        if not target.is_file():
            raise CareFault(f"{target}: is no file that could be written over.")
        if target.samefile(source):
            raise CareFault(f"{target}: is the hub's database itself.")
        if not force:
            raise CareFault(f"{target}: is there already; --force writes over it.")


def _copy(source: Path, part: Path) -> int:
    """Copies all but what is not to be in a backup; how many events there are. Raises sqlite3.Error, CareFault."""
    with closing(connect(part, "rw")) as copy:
        # If it does not become whole it is thrown away, and `move` makes it durable.
        for pragma in ("journal_mode=OFF", "synchronous=OFF", f"busy_timeout={sqlite.BUSY_TIMEOUT_S * 1000}"):
            copy.execute(f"PRAGMA {pragma}").fetchall()
        copy.execute("ATTACH ? AS hub", (uri(source, "ro"),))
        copy.execute("BEGIN")
        for name in _create(copy, "table"):
            if name not in MOMENTARY:
                _fill(copy, name)
        _create(copy, "index")
        copy.execute("COMMIT")
        if copy.execute("PRAGMA main.quick_check(1)").fetchone()[0] != "ok":
            raise CareFault(f"{source}: its copy is not whole; the disk may be failing.")
        return int(copy.execute("SELECT count(*) FROM main.event").fetchone()[0])


def _create(copy: sqlite3.Connection, kind: str) -> list[str]:
    """Makes the tables or indexes of the hub's database anew; their names."""
    # SQLite makes the indexes of primary keys by itself: they come without a statement.
    query = "SELECT name, sql FROM hub.sqlite_master WHERE type = ? AND sql IS NOT NULL ORDER BY rowid"
    found = copy.execute(query, (kind,)).fetchall()
    for _, statement in found:
        copy.execute(statement)
    return [name for name, _ in found]


def _fill(copy: sqlite3.Connection, table: str) -> None:
    columns = [name for (name,) in copy.execute("SELECT name FROM hub.pragma_table_info(?)", (table,))]
    taken = ", ".join(_BLANKED.get((table, column), f'"{column}"') for column in columns)
    copy.execute(f'INSERT INTO main."{table}" SELECT {taken} FROM hub."{table}"')  # noqa: S608 - names of our tables
